import assert from 'node:assert/strict';
import { stepFromCurl } from '../../../src/interop/curl.ts';
import { InteropError } from '../../../src/interop/interop-error.ts';

const URL = 'https://api.example.test/a';

describe('a curl command', () => {
  const steps: [command: string, step: Record<string, unknown>][] = [
    [`curl ${URL}`, { get: URL }],
    ['$ curl -sSL api.example.test/a?b=1 | jq .', { get: 'http://api.example.test/a?b=1' }],
    [`curl -X PURGE ${URL}`, { request: { method: 'PURGE', url: URL } }],
    [`curl -I ${URL}`, { head: URL }],
    [
      `curl '${URL}' \\\n  -H 'Content-Type: application/json' \\\n  --data-raw $'{"a":"it\\'s"}' --compressed`,
      { post: URL, headers: { 'accept-encoding': 'gzip, deflate, br' }, json: { a: "it's" } },
    ],
    [`curl --json '{"n": 1}' ${URL}`, { post: URL, headers: { accept: 'application/json' }, json: { n: 1 } }],
    [`curl -d a=1 -d b=x%20y -XPUT ${URL}`, { put: URL, form: { a: '1', b: 'x y' } }],
    [
      `curl -d '{"a":1}' ${URL}`,
      { post: URL, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: '{"a":1}' },
    ],
    [`curl -G --data-urlencode 'q=a b' ${URL}`, { get: `${URL}?q=a%20b` }],
    [
      `curl -F name=Ann -F 'file=@a.png;type=image/png' ${URL}`,
      { post: URL, multipart: { name: 'Ann', file: { file: 'a.png', contentType: 'image/png' } } },
    ],
    [`curl -u ann:pw ${URL}`, { get: URL, auth: { basic: { username: 'ann', password: 'pw' } } }],
    [`curl -H "Authorization: Bearer $TOKEN" ${URL}`, { get: URL, auth: { bearer: '${env.TOKEN}' } }],
    [
      `curl -b 'sid=1; a=2' -A me -m 5 ${URL}`,
      { get: URL, headers: { cookie: 'sid=1; a=2', 'user-agent': 'me' }, timeout: '5s' },
    ],
    [
      `curl --data-binary @body.xml -H 'content-type: text/xml' ${URL}`,
      { post: URL, headers: { 'content-type': 'text/xml' }, bodyFile: 'body.xml' },
    ],
    [
      `curl -F a=1 -F 'f=@a.png' -F a=2 -F 'f=@b.png;type=image/png' ${URL}`,
      { post: URL, multipart: { a: ['1', '2'], f: [{ file: 'a.png' }, { file: 'b.png', contentType: 'image/png' }] } },
    ],
    [
      `curl -H 'X-Tag: a' -H 'x-tag: b' -b a=1 -b b=2 -A me -H 'User-Agent: you' ${URL}`,
      { get: URL, headers: { 'x-tag': 'a, b', cookie: 'a=1; b=2', 'user-agent': 'you' } },
    ],
    [`curl -H 'x: \${literal}' ${URL}`, { get: URL, headers: { x: '$${literal}' } }],
  ];
  for (const [command, step] of steps) {
    it(`is read: ${command}`, () => assert.deepEqual(stepFromCurl(command).step, step));
  }

  it('says what is of all requests', () => {
    assert.deepEqual(stepFromCurl(`curl -k -x http://proxy:8080 ${URL}`).notes, [
      '`http: { tls: { verify: false } }` does what -k does.',
      '`http: { proxy: http://proxy:8080 }` does what -x does.',
    ]);
  });

  const refused: [command: string, why: RegExp][] = [
    ['wget a', /no curl command/],
    ['curl -s', /no address/],
    [`curl --ntlm ${URL}`, /option --ntlm is not understood/],
    [`curl ${URL} ${URL}`, /two addresses/],
    [`curl '${URL}`, /A ' is not closed/],
    [`curl "$(cat url)"`, /only a shell can work out/],
    [`curl ^"${URL}^"`, /Windows' cmd/],
    [`curl ${URL} -H`, /-H has no value/],
    [`curl -H 'Content-Type: a/b' -H 'content-type: c/d' ${URL}`, /content-type stands there twice/],
    [`curl -b jar.txt ${URL}`, /cookies from the file jar.txt/],
  ];
  for (const [command, why] of refused) {
    it(`is refused: ${command}`, () =>
      assert.throws(
        () => stepFromCurl(command),
        (error) => error instanceof InteropError && why.test(error.message),
      ));
  }
});
