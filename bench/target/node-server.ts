/**
 * The target's process: HTTP/1.1 on raw sockets, as little work for each request as there can be, so that the generator
 * is what is measured. It knows its requests by what a load generator sends: whole heads, bodies with a length.
 *
 * | path | answer |
 * | --- | --- |
 * | `/delay/MS` | after that time |
 * | `/bimodal` | after 2 ms; every tenth after 30 ms |
 * | any other | at once |
 *
 * All answers are 200 with the same 200 bytes of JSON. Told `record` over IPC, it answers with a `TargetRecord`.
 */
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { DelayRecord } from './delay-record.ts';
import type { FromTarget, ToTarget } from './node-target.ts';

const BODY = JSON.stringify({ id: 7, name: 'Ada', token: 'x'.repeat(168) });
const ANSWER = Buffer.from(
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`,
);
const LINE_END = 10;
const SPACE = 32;
const SLOW_EVERY = 10;

let requests = 0;
let firstAt: number | null = null;
let bimodal = 0;
const delays = new DelayRecord();

function serve(socket: Socket): void {
  let rest: Buffer | null = null;
  socket.setNoDelay(true);
  // Whoever measures goes away in the middle of an answer.
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    const arrivedMs = performance.now();
    let bytes = rest === null ? chunk : Buffer.concat([rest, chunk]);
    rest = null;
    while (bytes.length > 0) {
      const length = requestLength(bytes);
      if (length === null || length > bytes.length) {
        rest = bytes;
        return;
      }
      answer(socket, bytes, arrivedMs);
      bytes = bytes.subarray(length);
    }
  });
}

/** The bytes of the first request, its body included; null: its head is not whole yet. */
function requestLength(bytes: Buffer): number | null {
  // A request without a body that came alone, which nearly all are, is known by its ends.
  const last = bytes.length - 1;
  if (
    bytes[0] === 71 &&
    bytes[last] === LINE_END &&
    bytes[last - 2] === LINE_END &&
    bytes.indexOf('\r\n\r\n') === last - 3
  )
    return bytes.length;
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const declared = /\r\ncontent-length: *(\d+)/i.exec(bytes.toString('latin1', 0, end));
  return end + 4 + Number(declared?.[1] ?? 0);
}

function answer(socket: Socket, bytes: Buffer, arrivedMs: number): void {
  requests++;
  firstAt ??= performance.timeOrigin + arrivedMs;
  const delayMs = delayOf(bytes);
  if (delayMs === 0) {
    socket.write(ANSWER);
    return;
  }
  setTimeout(() => {
    if (socket.destroyed) return;
    socket.write(ANSWER);
    const now = performance.now();
    delays.record(performance.timeOrigin + now, now - arrivedMs);
  }, delayMs);
}

function delayOf(bytes: Buffer): number {
  const path = bytes.indexOf(SPACE) + 1;
  // `/d` and `/b`: no other path begins so.
  const first = bytes[path + 1];
  if (first === 100) return Number.parseInt(bytes.toString('latin1', path + '/delay/'.length, path + 16), 10);
  if (first !== 98) return 0;
  bimodal = (bimodal + 1) % SLOW_EVERY;
  return bimodal === 0 ? 30 : 2;
}

function makeServer(tls: boolean): Server {
  if (!tls) return createServer(serve);
  const pem = (name: string): Buffer =>
    readFileSync(join(import.meta.dirname, '../../test/support/tls', `${name}.pem`));
  return createTlsServer({ key: pem('key'), cert: pem('cert') }, serve);
}

function send(message: FromTarget): void {
  process.send?.(message);
}

const server = makeServer(process.argv.includes('--tls'));
const port = Number(process.argv[2] ?? 0);
server.listen({ host: '127.0.0.1', port, backlog: 16_384, reusePort: process.argv.includes('--share-port') }, () => {
  send({ type: 'listening', port: (server.address() as AddressInfo).port });
});
process.on('message', (message: ToTarget) => {
  if (message.type === 'reset') {
    requests = 0;
    firstAt = null;
    delays.reset();
  }
  const record = message.type === 'record' ? delays.encoded() : [];
  send({ type: 'record', record: { requests, firstAt, delays: record } });
});
process.on('disconnect', () => process.exit(0));
