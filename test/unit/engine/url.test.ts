import assert from 'node:assert/strict';
import { appendQuery, parseBase, resolveTarget } from '../../../src/engine/http/url.ts';

describe('resolveTarget', () => {
  for (const [base, url, origin, path] of [
    ['http://h:3000', '/a?b=1', 'http://h:3000', '/a?b=1'],
    ['http://h/', '/a', 'http://h', '/a'],
    ['https://h/api/v1/', '/users', 'https://h', '/api/v1/users'],
    ['https://h/api', 'users', 'https://h', '/api/users'],
    ['http://h', '?q=1', 'http://h', '/?q=1'],
    ['http://h', '/with space/ü', 'http://h', '/with%20space/%C3%BC'],
    ['http://h', '/a#fragment', 'http://h', '/a'],
    ['http://h', 'https://other:8443/x', 'https://other:8443', '/x'],
    ['http://h', '//double/slash', 'http://h', '//double/slash'],
    ['http://[::1]:3000', '/a', 'http://[::1]:3000', '/a'],
  ] as const) {
    it(`sends ${url} at ${base} to ${origin}${path}`, () => {
      assert.deepEqual(resolveTarget(parseBase(base), url), { origin, path, authorization: null });
    });
  }

  it('needs an absolute URL where there is no base', () => {
    assert.deepEqual(resolveTarget(null, 'http://h/a'), { origin: 'http://h', path: '/a', authorization: null });
    assert.throws(() => resolveTarget(null, '/a'), { code: 'ERR_INVALID_URL' });
  });

  for (const [base, url, credentials] of [
    ['http://ada:pw@h/api', '/a', 'ada:pw'],
    ['http://ada:pw@h', '/with space', 'ada:pw'],
    ['http://h', 'http://ada@h/a', 'ada:'],
    ['http://h', 'http://a%40b:%C3%BC%25@h/a', 'a@b:ü%'],
    ['http://ada:pw@h', 'http://other/a', null],
  ] as const) {
    it(`authenticates at ${url} of ${base} as ${credentials ?? 'nobody'}`, () => {
      const basic = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
      assert.equal(resolveTarget(parseBase(base), url).authorization, basic);
    });
  }

  it('refuses other protocols', () => assert.throws(() => parseBase('ftp://h'), { code: 'ERR_INVALID_URL' }));
});

describe('appendQuery', () => {
  for (const [path, query, whole] of [
    ['/a', '', '/a'],
    ['/a', 'b=1', '/a?b=1'],
    ['/a?c=2', 'b=1', '/a?c=2&b=1'],
  ] as const) {
    it(`makes ${whole} of ${path} and “${query}”`, () => assert.equal(appendQuery(path, query), whole));
  }
});
