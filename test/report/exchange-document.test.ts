import { deepEqual, match, ok } from 'node:assert/strict';
import { exchangeDocument, type SentRequest } from '../../src/report/exchange-document.ts';
import type { Sample } from '../../src/run/events.ts';
import { assertGolden } from './golden.ts';

const LOGIN: Sample = {
  type: 'sample',
  atMs: -20,
  phase: 'setup',
  scenario: '',
  name: 'POST /auth/login',
  stepId: 0,
  vu: 0,
  iteration: 0,
  kind: null,
  errorCode: 0,
  message: '',
  request: { method: 'POST', url: 'http://localhost:3000/auth/login', headers: [], body: '{"password":"•••"}' },
  response: { status: 200, headers: [], body: null, bodyBytes: 0 },
  timings: {
    blockedMs: 0.35,
    connectingMs: 0.31,
    tlsMs: 0,
    sendingMs: 0.02,
    waitingMs: 18.2,
    receivingMs: 0.1,
    durationMs: 18.32,
  },
};

const ME: Sample = {
  ...LOGIN,
  atMs: 5,
  phase: 'load',
  scenario: 'users',
  name: 'POST /orders/{id}',
  stepId: 3,
  vu: 1,
  request: {
    method: 'POST',
    url: 'http://localhost:3000/orders/7?full=1',
    headers: [
      ['accept', 'application/json'],
      ['content-type', 'application/json'],
      ['authorization', 'Bearer ••• (212 characters)'],
    ],
    body: '{"item":12345678901234567890,"note":"two\\nlines"}',
  },
  response: {
    status: 201,
    headers: [
      ['content-type', 'application/json; charset=utf-8'],
      ['location', '/orders/7'],
    ],
    body: '{"id":7,"items":[{"id":1},{"id":2}],"token":"•••","empty":{}}',
    bodyBytes: 74,
  },
  captures: [
    ['order', '7'],
    ['token', '"•••"'],
  ],
  checks: [
    { name: 'created', ok: true, expression: 'status == 201', reads: [['status', '201']], problem: '' },
    { name: 'json.id == 8', ok: false, expression: 'json.id == 8', reads: [['json.id', '7']], problem: '' },
    {
      name: 'has a name',
      ok: false,
      expression: 'json.name != ""',
      reads: [],
      problem: '`json` has no field "name"; it has id, items, token, empty.',
    },
  ],
};

const SENT: SentRequest = {
  name: 'POST /orders/{id}',
  file: 'shop.load.yaml',
  line: 13,
  exchanges: [ME],
  before: [LOGIN],
  after: [],
  problem: '',
  notes: ['Its condition `if: cart != ""` was not asked.'],
};

function withBody(body: string, contentType: string): string {
  const { response } = ME;
  ok(response);
  const headers = contentType === '' ? [] : ([['content-type', contentType]] as const);
  const answer = { ...response, headers, body, bodyBytes: body.length };
  return exchangeDocument({ ...SENT, exchanges: [{ ...ME, response: answer }] }).text;
}

describe('the document of a request that was sent alone', () => {
  it('has the request, its answer, what was taken from it, how long each part took, and what was sent before', () =>
    assertGolden('exchange.txt', exchangeDocument(SENT, () => 3).text));

  it('says first why it failed', () =>
    assertGolden(
      'exchange-refused.txt',
      exchangeDocument({
        ...SENT,
        before: [],
        notes: [],
        exchanges: [
          {
            ...ME,
            kind: 'connect',
            errorCode: 1212,
            message: 'The connection to localhost:3000 was refused: nothing listens there.',
            response: null,
            captures: [],
            checks: [],
          },
        ],
      }).text,
    ));

  it('says why it was not sent', () =>
    assertGolden(
      'exchange-not-sent.txt',
      exchangeDocument({
        ...SENT,
        exchanges: [],
        before: [{ ...LOGIN, kind: '4xx', message: 'The status was 401; expected 200.' }],
        problem: 'Setup failed: POST /auth/login failed: The status was 401; expected 200.',
        notes: [],
      }).text,
    ));

  it('says which redirects led to the answer', () => {
    const { response } = ME;
    ok(response);
    const redirect: Sample = {
      ...LOGIN,
      request: { method: 'GET', url: 'http://localhost:3000/old', headers: [], body: null },
      response: { ...response, status: 302, headers: [['location', '/orders/7']] },
    };
    match(
      exchangeDocument({ ...SENT, exchanges: [redirect, ME] }).text,
      /\n## Redirected once on the way\n✓ GET http:\/\/localhost:3000\/old {2}302 Found {2}18\.3 ms\n/,
    );
  });

  it('knows where its sections and its links are', () => {
    const { text, sections, links } = exchangeDocument(SENT, () => 3);
    const lines = text.split('\n');
    deepEqual(
      sections.map(({ title, from }) => [title, lines[from]]),
      sections.map(({ title }) => [title, `## ${title}`]),
    );
    deepEqual(
      links.map(({ line, from, to, target }) => [lines[line]?.slice(from, to), target]),
      [
        ['shop.load.yaml:14', 13],
        ['shop.load.yaml:4', 3],
      ],
    );
  });

  it('lays JSON out that is cut off or masked, and leaves its numbers as they are', () => {
    match(
      withBody('{"a":1.0,"token":•••,"b":[1', 'application/json'),
      /\n {2}"a": 1\.0,\n {2}"token": ?•••,\n {2}"b": \[\n {4}1/,
    );
    match(withBody('{"a":1}', 'text/plain'), /\n\{"a":1\}\n/);
    match(withBody('{"a":1}', ''), /\n {2}"a": 1\n/);
  });

  it('lays out as much of long JSON as it shows', () => {
    const text = withBody(JSON.stringify(Array.from({ length: 20_000 }, (_, i) => ({ i }))), 'application/json');
    match(text, /\n\[\n {2}\{\n {4}"i": 0\n {2}\},\n/);
    match(text, /\n… cut here: the body has \d{3}\s[kK]B\n\n## /);
    ok(text.split('\n').length < 2_100);
  });

  it('shows no binary bodies, and says how large they are', () => {
    match(
      withBody('\u0089PNG\r\n\u001a\n\u0000\u0000', 'image/png'),
      /\n… a binary body, 10\sB of image\/png, which is not shown\n/,
    );
    match(withBody('\ufffd\ufffd\ufffd\ufffd', ''), /a binary body/);
  });

  it('cuts what nobody reads, and says so', () => {
    const lines = withBody('line\n'.repeat(5_000), 'text/plain');
    match(lines, /\n… cut here: the body has 25\.0\s[kK]B\n/);
    ok(lines.split('\n').length < 2_100);
    ok(withBody('x'.repeat(1_000_000), 'text/plain').length < 4_000);
  });

  it('lets no body change what stands around it', () =>
    match(withBody('a\u202eb\u2028## Timings', 'text/plain'), /\na�b\n## Timings\n/));
});
