import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { counted, messages, rateOf, runScenario, trendOf, type ScenarioRun } from '../support/run-scenario.ts';

interface Received {
  readonly type: string | undefined;
  readonly body: Buffer;
}

describe('bodies', function () {
  this.timeout(30_000);
  const received: Received[] = [];
  let answer = '{}';
  let server: Server;
  let url: string;
  let folder: string;
  /** Every byte there is, so that whatever reads it as text spoils it. */
  const binary = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rampwright-bodies-'));
    writeFileSync(join(folder, 'photo.png'), binary);
    writeFileSync(join(folder, 'note.txt'), 'Grüße');
    server = createServer((request, response) => {
      const read = (): void =>
        void buffer(request).then((body) => {
          received.push({ type: request.headers['content-type'], body });
          response.setHeader('content-type', 'application/json').end(answer);
        });
      if (request.url === '/reluctant') setTimeout(read, 150);
      else read();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    received.length = 0;
    answer = '{}';
  });

  function once(steps: string, more = ''): Promise<ScenarioRun> {
    return runScenario(`baseUrl: ${url}\nvus: 1\niterations: 1\n${more}\nsteps:\n${steps}`, { folder });
  }

  it('bodyFile sends a file byte for byte, with the type of its ending', async () => {
    const { run } = await once(`
  - { post: /, bodyFile: ./photo.png }
  - { post: /, bodyFile: note.txt, headers: { content-type: text/plain; charset=utf-8 } }
`);
    assert.deepEqual(messages(run), []);
    assert.deepEqual(received[0], { type: 'image/png', body: binary });
    assert.deepEqual(received[1], { type: 'text/plain; charset=utf-8', body: Buffer.from('Grüße') });
    assert.equal(rateOf(run, 'http_req_failed').trues, 0);
  });

  it('a path that is worked out stays inside of the scenario’s folder', async () => {
    const { run } = await once(`
  - { post: /, bodyFile: '\${"note"}.txt' }
  - { post: /, bodyFile: '../\${"secret"}.txt' }
`);
    assert.equal(received.length, 1);
    assert.deepEqual(messages(run), [
      "`../secret.txt` is outside of the scenario's folder. A path that is worked out must stay inside of it.",
    ]);
  });

  it('a file that is not there is known before the first request', async () => {
    const { exit } = await once(`  - { post: /, bodyFile: nowhere.bin }`, 'setup: [{ get: / }]');
    assert.equal(exit.end?.exitCode, 104);
    assert.equal(exit.end.outcome, 'aborted');
    assert.match(exit.end.reason, /^The file `nowhere\.bin` can't be sent: there is no file of this name \(/);
    assert.equal(received.length, 0);
  });

  it('multipart writes fields and files as browsers do', async () => {
    await once(`
  - post: /
    multipart:
      title: 'Größe "XL"'
      n: '\${1 + 1}'
      photo: { file: ./photo.png }
      'odd"name': { file: note.txt, filename: 'ä"b.txt', contentType: text/markdown }
`);
    const [{ type, body } = { type: '', body: Buffer.alloc(0) }] = received;
    const boundary = /^multipart\/form-data; boundary=([\w-]+)$/.exec(type ?? '')?.[1] ?? '';
    assert.match(boundary, /^----RampwrightFormBoundary\w{24}$/);
    const parts = [
      ['content-disposition: form-data; name="title"', Buffer.from('Größe "XL"')],
      ['content-disposition: form-data; name="n"', Buffer.from('2')],
      ['content-disposition: form-data; name="photo"; filename="photo.png"\r\ncontent-type: image/png', binary],
      [
        'content-disposition: form-data; name="odd%22name"; filename="ä%22b.txt"\r\ncontent-type: text/markdown',
        Buffer.from('Grüße'),
      ],
    ] as const;
    const expected = Buffer.concat([
      ...parts.flatMap(([head, content]) => [
        Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`),
        content,
        Buffer.from('\r\n'),
      ]),
      Buffer.from(`--${boundary}--\r\n`),
    ]);
    assert.deepEqual(body.toString('latin1'), expected.toString('latin1'));
  });

  it('multipart is read by a parser that knows nothing of ours, and each request has a boundary of its own', async () => {
    await once(`
  - repeat: 2
    steps: [{ post: /, multipart: { tag: [a, b], photo: { file: photo.png } } }]
`);
    const forms = await Promise.all(
      // Deprecated for servers; here it is the parser that stands for all browsers.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      received.map(({ type, body }) => new Response(body, { headers: { 'content-type': type ?? '' } }).formData()),
    );
    for (const form of forms) {
      assert.deepEqual(form.getAll('tag'), ['a', 'b']);
      const photo = form.get('photo');
      assert.ok(photo instanceof File);
      assert.deepEqual(Buffer.from(await photo.arrayBuffer()), binary);
    }
    assert.notEqual(received[0]?.type, received[1]?.type);
  });

  it('are being sent for as long as the server does not take them', async () => {
    // More than the kernels of both sides keep.
    const LARGE = 'x'.repeat(16_000_000);
    writeFileSync(join(folder, 'large.txt'), LARGE);
    for (const body of ['bodyFile: large.txt', 'body: "${env.LARGE}"']) {
      const steps = `[{ post: /reluctant, ${body} }]`;
      const { run } = await runScenario(`baseUrl: ${url}\nvus: 1\niterations: 1\nsteps: ${steps}`, {
        folder,
        env: { LARGE },
      });
      assert.deepEqual(messages(run), []);
      const sending = trendOf(run, 'http_req_sending').max;
      assert.ok(sending >= 140, `${body}: ${sending}`);
      assert.ok(trendOf(run, 'http_req_waiting').max < trendOf(run, 'http_req_duration').max - 140);
    }
  });

  it('graphql posts query and variables, and takes errors in the answer for what they are', async () => {
    answer = JSON.stringify({ data: null, errors: [{ message: 'No such user' }, { message: 'Nor that one' }] });
    const { run } = await once(`
  - graphql: { url: /graphql, query: 'query User($id: ID!) { user(id: $id) { name } }', variables: { id: '\${40 + 2}' } }
`);
    assert.equal(received[0]?.type, 'application/json');
    assert.deepEqual(JSON.parse(received[0].body.toString()), {
      query: 'query User($id: ID!) { user(id: $id) { name } }',
      variables: { id: 42 },
    });
    assert.equal(counted(run, 'errors', { kind: 'expectation' }), 1);
    assert.equal(run.samples[0]?.message, 'The answer has GraphQL errors: No such user (and 1 more)');
  });

  it('graphql without errors is a success', async () => {
    answer = JSON.stringify({ data: { user: null }, errors: [] });
    const { run } = await once(`  - graphql: { url: /graphql, query: '{ user { name } }' }`);
    assert.deepEqual(JSON.parse(received[0]?.body.toString() ?? ''), { query: '{ user { name } }' });
    assert.equal(counted(run, 'errors'), 0);
  });
});
