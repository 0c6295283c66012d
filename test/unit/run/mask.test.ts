import assert from 'node:assert/strict';
import { createMask, maskBody, maskDeep, maskHeader } from '../../../src/run/mask.ts';

describe('mask', () => {
  const mask = createMask(['s3cr&t "x"', '']);

  for (const [form, text] of [
    ['plain', 'password is s3cr&t "x".'],
    ['URL-encoded', 'a=s3cr%26t%20%22x%22.'],
    ['escaped for JSON', '{"a":"s3cr&t \\"x\\""}.'],
    ['base64', `${Buffer.from('s3cr&t "x"').toString('base64').replace(/=+$/, '')}.`],
  ] as const) {
    it(`replaces a secret that is ${form}`, () => {
      const masked = mask(text);
      assert.ok(masked.includes('•••'), masked);
      assert.ok(!masked.includes('s3cr'), masked);
    });
  }

  const awkward = 'p@ss"w0 rd&+é\\/%\n';
  for (const [form, text] of [
    ['as a URL parser writes it', new URL(`http://a/?x=${awkward.trim()}`).search],
    ['as a form', new URLSearchParams({ x: awkward }).toString()],
    ['URL-encoded in lower case', encodeURIComponent(awkward).replace(/%../g, (code) => code.toLowerCase())],
    ['URL-encoded twice', encodeURIComponent(encodeURIComponent(awkward))],
    ['in JSON in JSON', JSON.stringify({ body: JSON.stringify({ x: awkward }) })],
    ['in JSON that escapes all but ASCII', JSON.stringify(awkward).replace('é', '\\u00E9')],
    ['in HTML', awkward.replace('&', '&amp;').replace('"', '&quot;')],
    ['in base64 behind one byte', Buffer.from(`:${awkward}`).toString('base64')],
    ['in base64 between others', Buffer.from(`user:${awkward}!`).toString('base64')],
    ['in base64url', Buffer.from(`ab${awkward}`).toString('base64url')],
    ['broken off', 'The body starts with: p@ss"w0 rd…'],
  ] as const) {
    it(`replaces a secret of awkward characters ${form}`, () => {
      const masked = createMask([awkward, awkward.trim()])(text);
      assert.ok(masked.includes('•••'), masked);
      for (const part of ['w0', 'BAc3Mid', 'rd', 'Bzcy']) assert.ok(!masked.includes(part), masked);
    });
  }

  it('leaves a text without secrets as it is', () => assert.equal(mask('GET /health'), 'GET /health'));

  it('replaces the longer of two secrets whole', () => {
    assert.equal(createMask(['abcd', 'abcdef'])('x abcdef y'), 'x ••• y');
  });

  it('leaves secrets alone that stand in every text by chance', () => {
    assert.equal(createMask(['', 'e', 'abc'])('the abc'), 'the abc');
    assert.equal(createMask(['abcd'])('the abcd'), 'the •••');
  });

  it('shows of a credential header the scheme and the length only', () => {
    assert.equal(maskHeader('Authorization', 'Bearer abc.def', mask), 'Bearer ••• (7 characters)');
    assert.equal(maskHeader('authorization', 'Bearer ', mask), 'Bearer ••• (empty)');
    assert.equal(maskHeader('set-cookie', 'sid=1', mask), '••• (5 characters)');
    assert.equal(maskHeader('accept', 'text/html', mask), 'text/html');
  });

  for (const [body, shown] of [
    ['{"access_token":"ey.1","expires_in":60}', '{"access_token":"•••","expires_in":60}'],
    ['{"password": "p", "email": "a@b.c"}', '{"password": "•••", "email": "a@b.c"}'],
    ['grant=x&refresh_token=abc&z=1', 'grant=x&refresh_token=•••&z=1'],
    ['{"accessToken":"cut off here', '{"accessToken":"•••"'],
    ['{"cookie":"sid=1; b=2","a":1}', '{"cookie":"•••","a":1}'],
    ['{"tokens_used": 12}', '{"tokens_used": 12}'],
  ] as const) {
    it(`shows ${body} as ${shown}`, () => assert.equal(maskBody(body, mask), shown));
  }

  it('knows the names of credentials in one word or in several', () =>
    assert.equal(
      maskBody('{"newPassword":"a","x-refresh_token":"b","userToken":"c","maxTokens":9,"token":"d"}', mask),
      '{"newPassword":"•••","x-refresh_token":"•••","userToken":"•••","maxTokens":9,"token":"•••"}',
    ));

  it('takes no longer for a long line than for many short ones', () => {
    for (const text of ['x'.repeat(500_000), 'a_'.repeat(250_000), '"a-'.repeat(170_000)]) {
      const start = performance.now();
      assert.equal(maskBody(text, mask), text);
      assert.ok(performance.now() - start < 1_500, text.slice(0, 3));
    }
  });

  it('goes into lists and maps', () => {
    assert.deepEqual(maskDeep({ a: ['s3cr&t "x"', 1, null] }, mask), { a: ['•••', 1, null] });
  });
});
