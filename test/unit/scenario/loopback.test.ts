import assert from 'node:assert/strict';
import { hostnameOf, isLoopback } from '../../../src/scenario/loopback.ts';

describe('which hosts are this machine', () => {
  const loopback = [
    'http://localhost:3000',
    'http://LOCALHOST',
    'http://api.localhost',
    'http://127.0.0.1',
    'https://127.8.9.10:8443',
    'http://[::1]:3000',
    'http://2130706433/',
  ];
  const others = [
    'https://example.test',
    'http://127.0.0.1.example.test',
    'http://localhost.example.test',
    'http://10.0.0.1',
    'http://[::2]',
    'http://0.0.0.0',
    '${env.TARGET}',
  ];
  for (const origin of loopback) it(`${origin} is`, () => assert.equal(isLoopback(origin), true));
  for (const origin of others) it(`${origin} is not`, () => assert.equal(isLoopback(origin), false));

  it('a host is named without scheme, port and final dot', () =>
    assert.equal(hostnameOf('https://API.example.test.:8443/path'), 'api.example.test'));
});
