import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { classifyError } from '../../src/engine/http/errors.ts';
import { errorRows } from '../../src/run/tables.ts';
import { runScenario } from '../support/run-scenario.ts';
import { TEST_TLS, TLS_FOLDER } from '../support/tls-files.ts';

/** What a server does with the first bytes of a connection. */
type Answer = (socket: Socket) => void;

const says =
  (text: string, then: 'end' | 'reset' | 'keep' = 'keep'): Answer =>
  (socket) => {
    socket.write(text, 'latin1', () => {
      if (then === 'end') socket.end();
      if (then === 'reset') setTimeout(() => socket.resetAndDestroy(), 150);
    });
  };
const ok = (more: string): string => `HTTP/1.1 200 OK\r\n${more}`;
const alert = (code: number): Answer => says(String.fromCharCode(21, 3, 3, 0, 2, 2, code), 'end');

// Each `error_code` is what k6 v2.2 gave for the same server, on 21 November 2026; null: it failed with none of its own, as the request was answered.
describe("k6's error codes", function () {
  this.timeout(30_000);

  const plain: [what: string, k6: number | null, kind: string, answer: Answer][] = [
    ['the end instead of an answer', 1000, 'reset', (socket) => socket.end()],
    ['a reset instead of an answer', 1220, 'reset', (socket) => socket.resetAndDestroy()],
    ['the end amid the head', 1000, 'reset', says('HTTP/1.1 200 OK\r\ncontent-le', 'end')],
    ['the end amid a body', 1000, 'reset', says(ok('content-length: 100\r\n\r\nabc'), 'end')],
    ['a reset amid a body', 1220, 'reset', says(ok('content-length: 100\r\n\r\nabc'), 'reset')],
    ['the end amid a chunk', 1000, 'reset', says(ok('transfer-encoding: chunked\r\n\r\n5\r\nabc'), 'end')],
    ['the end before the last chunk', 1000, 'reset', says(ok('transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n'), 'end')],
    ['a chunk whose size is no number', 1000, 'protocol', says(ok('transfer-encoding: chunked\r\n\r\nzz\r\nabc\r\n'))],
    ['no answer in time', 1050, 'timeout', () => undefined],
    ['no end of the body in time', 1050, 'timeout', says(ok('content-length: 100\r\n\r\nabc'))],
    ['no HTTP', 1000, 'protocol', says('BLAH\r\n\r\n')],
    ['a status that is no number', 1000, 'protocol', says('HTTP/1.1 abc OK\r\n\r\n')],
    ['a header without a colon', 1000, 'protocol', says(ok('no colon here\r\ncontent-length: 0\r\n\r\n'))],
    ['a length that is no number', 1000, 'protocol', says(ok('content-length: abc\r\n\r\n'))],
    ['two lengths that differ', 1000, 'protocol', says(ok('content-length: 3\r\ncontent-length: 4\r\n\r\nabcd'))],
    ['a negative length', 1000, 'protocol', says(ok('content-length: -3\r\n\r\n'))],
    ['a status of 400', 1400, '4xx', says('HTTP/1.1 400 X\r\ncontent-length: 0\r\n\r\n')],
    ['a status of 418', 1418, '4xx', says('HTTP/1.1 418 X\r\ncontent-length: 0\r\n\r\n')],
    ['a status of 599', 1599, '5xx', says('HTTP/1.1 599 X\r\ncontent-length: 0\r\n\r\n')],
    ['more bytes than the length', null, '', says(ok('content-length: 3\r\n\r\nabcdef'))],
    ['a body that ends with the connection', null, '', says(ok('\r\nabcdef'), 'end')],
    ['no reason phrase', null, '', says('HTTP/1.1 200\r\ncontent-length: 0\r\n\r\n')],
    ['early hints', null, '', says(`HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n${ok('content-length: 3\r\n\r\nabc')}`)],
    ['100 unasked', null, '', says(`HTTP/1.1 100 Continue\r\n\r\n${ok('content-length: 3\r\n\r\nabc')}`)],
    ['the end behind 100 unasked', 1000, 'reset', says('HTTP/1.1 100 Continue\r\n\r\n', 'end')],
    ['a redirect without a location', null, '', says('HTTP/1.1 302 X\r\ncontent-length: 0\r\n\r\n')],
  ];
  for (const [what, k6, kind, answer] of plain) {
    it(`${what}: ${k6 ?? 'answered'}`, async () => {
      assert.deepEqual(await codesOf('http', answer), k6 === null ? [] : [[kind, k6]]);
    });
  }

  const handshakes: [what: string, k6: number, kind: string, answer: Answer][] = [
    ['the end amid the handshake', 1000, 'reset', (socket) => socket.end()],
    ['a reset amid the handshake', 1220, 'reset', (socket) => socket.resetAndDestroy()],
    ['plain HTTP', 1301, 'tls', says('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n', 'end')],
    ['the alert handshake_failure', 1010, 'tls', alert(40)],
    ['the alert internal_error', 1010, 'tls', alert(80)],
    ['no answer to the handshake in time', 1050, 'timeout', () => undefined],
  ];
  for (const [what, k6, kind, answer] of handshakes) {
    it(`https, ${what}: ${k6}`, async () => assert.deepEqual(await codesOf('https', answer), [[kind, k6]]));
  }

  const secure: [what: string, k6: number, options: TlsOptions, trusts: boolean][] = [
    ['a certificate that nobody signed', 1310, {}, false],
    ['a server that wants a certificate', 1010, { requestCert: true, ca: TEST_TLS.cert }, true],
    ['the same by TLS 1.2', 1010, { requestCert: true, ca: TEST_TLS.cert, maxVersion: 'TLSv1.2' }, true],
    ['older versions alone', 1010, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }, true],
  ];
  for (const [what, k6, options, trusts] of secure) {
    it(`https, ${what}: ${k6}`, async () => {
      const server = createTlsServer({ ...TEST_TLS, ...options }, (socket) => void socket.on('error', () => undefined));
      server.on('tlsClientError', () => undefined);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const { run } = await runScenario(
        `http: { tls: { ${trusts ? 'ca: cert.pem' : 'verify: true'} } }\nsteps: [{ get: "https://127.0.0.1:${port}/" }]`,
        { folder: TLS_FOLDER },
      );
      server.close();
      assert.deepEqual(
        errorRows(run).map(({ kind, errorCode }) => [kind, errorCode]),
        [['tls', k6]],
      );
    });
  }

  it('a certificate that has expired: 1000', () => {
    const error = Object.assign(new Error('certificate has expired'), { code: 'CERT_HAS_EXPIRED' });
    const { kind, code } = classifyError(error, 'https://it');
    assert.deepEqual([kind, code], ['tls', 1000]);
  });
});

/** Kind and code of what went wrong with one request to a server that does this. */
async function codesOf(scheme: 'http' | 'https', answer: Answer): Promise<(readonly [kind: string, code: number])[]> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => answer(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { run } = await runScenario(`steps: [{ get: "${scheme}://127.0.0.1:${port}/", timeout: 500ms }]`);
  for (const socket of sockets) socket.destroy();
  server.close();
  return errorRows(run).map(({ kind, errorCode }) => [kind, errorCode] as const);
}
