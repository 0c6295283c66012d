import assert from 'node:assert/strict';
import { overriddenOrigin, overrideOf, parseAddress, parseOverridden } from '../../../src/scenario/host-overrides.ts';
import type { HostOverride } from '../../../src/scenario/plan.ts';
import { planHosts } from '../../../src/scenario/hosts.ts';
import { loadScenario } from '../../../src/scenario/index.ts';
import { problemLines } from './problem-lines.ts';

describe('addresses of hosts', () => {
  for (const [text, address, addressPort] of [
    ['127.0.0.1', '127.0.0.1', null],
    ['10.0.0.1:8443', '10.0.0.1', 8443],
    ['::1', '::1', null],
    ['[::1]', '::1', null],
    ['[2001:db8::1]:80', '2001:db8::1', 80],
  ] as const) {
    it(`are read: ${text}`, () => assert.deepEqual(parseAddress(text), { address, addressPort }));
  }
  for (const text of ['api.example.test', '256.0.0.1', '10.0.0.1:99999', '1.2.3', ':', 'http://10.0.0.1', '']) {
    it(`are no other texts: ${JSON.stringify(text)}`, () => assert.equal(parseAddress(text), null));
  }

  it('are of names, with a port or of all names below', () => {
    assert.deepEqual(parseOverridden('API.example.test'), { host: 'api.example.test', port: null });
    assert.deepEqual(parseOverridden('*.example.test:8443'), { host: '*.example.test', port: 8443 });
    for (const text of ['*', 'a b', 'http://a', 'a:', '*x.test']) assert.equal(parseOverridden(text), null, text);
  });

  const overrides = ['*.example.test', '*.a.example.test', 'b.a.example.test', 'b.a.example.test:81'].map(
    (written, index): HostOverride => ({
      host: written.replace(/:.*/, ''),
      port: written.includes(':') ? 81 : null,
      address: `10.0.0.${index}`,
      addressPort: index === 1 ? 8000 : null,
    }),
  );
  for (const [host, port, address] of [
    ['x.example.test', 80, '10.0.0.0'],
    ['x.a.example.test', 80, '10.0.0.1'],
    ['B.a.example.test', 80, '10.0.0.2'],
    ['b.a.example.test', 81, '10.0.0.3'],
    ['example.test', 80, undefined],
    ['notexample.test', 80, undefined],
  ] as const) {
    it(`of ${host}:${port}: the nearest name counts`, () =>
      assert.equal(overrideOf(overrides, host, port)?.address, address));
  }

  it('are hosts that load goes to, besides their names', () => {
    assert.equal(overriddenOrigin(overrides, 'https://x.a.example.test'), 'http://10.0.0.1:8000');
    assert.equal(overriddenOrigin(overrides, 'wss://x.example.test'), 'http://10.0.0.0:443');
    assert.equal(overriddenOrigin(overrides, 'http://other.test'), null);
    const { plan } = loadScenario(
      'baseUrl: http://localhost:3000\nhttp: { hosts: { localhost: 192.0.2.1 } }\nvus: 1\nduration: 1s\nsteps: [{ get: / }]',
      'a.load.yaml',
    );
    assert.deepEqual(plan && planHosts(plan, {}), ['http://localhost:3000', 'http://192.0.2.1:3000']);
  });

  it('are named where they are none, or may not be loaded', () => {
    const file = (hosts: string): string =>
      `baseUrl: http://a.example.test\nhttp: { hosts: { ${hosts} } }\nvus: 1\nduration: 1s\nsteps: [{ get: / }]\n`;
    assert.deepEqual(problemLines(file('a.example.test: b.example.test')), [
      '2:34 «b.example.test» wrong-value: This is not an address. Write one such as `127.0.0.1`, `127.0.0.1:8443` or `[::1]:8443`.',
    ]);
    assert.deepEqual(problemLines(file('"a b": 127.0.0.1')), [
      '2:18 «"a b"» wrong-value: `a b` is not the name of a host. Write `api.example.test`, or `*.example.test` for all below.',
    ]);
    const { problems } = loadScenario(file('a.example.test: 192.0.2.1'), 'a.load.yaml', {
      allowedHosts: ['a.example.test'],
    });
    assert.deepEqual(
      problems.map(({ code, range }) => [code, range.start.character]),
      [['host-not-allowed', 33]],
    );
  });
});
