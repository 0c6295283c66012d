/** Answers of HTTP/1.1 that are wrong in small ways, drawn from a seed. */
import type { Random } from '../../src/engine/random.ts';
import type { Script } from './http1-lanes.ts';

const STATUSES = [
  '200 OK',
  '200 OK',
  '200 OK',
  '204 No Content',
  '304 Not Modified',
  '404 Not Found',
  '500 ',
  '103 Early Hints',
  '302',
];
const HEADERS = [
  'content-type: application/json',
  'Date: Sat, 21 Nov 2026 10:00:00 GMT',
  'Connection: keep-alive',
  'connection: close',
  'Connection: Upgrade, keep-alive',
  'Keep-Alive: timeout=5',
  'keep-alive: timeout=2, max=7',
  'Set-Cookie: a=1; Path=/',
  'set-cookie: b=2',
  'x-empty:',
  'x-blank: \t a \t',
  'Upgrade: h2c',
  'Trailer: x-t',
  'vary: accept',
  'vary: cookie',
];
/** Before one answer in five. */
const INTERIM = [
  'HTTP/1.1 100 Continue\r\n\r\n',
  'HTTP/1.1 100 \r\ncontent-length: 3\r\n\r\n',
  'HTTP/1.1 102 Processing\r\nconnection: close\r\n\r\n',
  'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\nset-cookie: c=3\r\n\r\n',
  'HTTP/1.1 101 Switching Protocols\r\n\r\n',
  'HTTP/1.0 100 Continue\r\n\r\n',
];
const BODIES = ['', 'ok', '{"id":7,"name":"Ada"}', 'a'.repeat(40), 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'];
/** Bytes at which parsers disagree. */
const ODD = [0, 1, 9, 10, 13, 32, 43, 44, 45, 48, 49, 57, 58, 59, 65, 102, 127, 128, 255];

/** An answer that is right, and then mostly changed in one to three places. */
export function drawScript(random: Random): Script {
  let bytes: Buffer = Buffer.from(drawAnswer(random), 'latin1');
  const changes = pick(random, [0, 1, 1, 1, 2, 3]);
  for (let i = 0; i < changes; i++) bytes = changed(random, bytes);
  return { pieces: split(random, bytes), then: pick(random, ['keep', 'keep', 'end', 'reset']) };
}

function drawAnswer(random: Random): string {
  const headers = Array.from({ length: below(random, 5) }, () => pick(random, HEADERS));
  const body = pick(random, BODIES);
  const chunked = random.next() < 0.4;
  const framing = chunked
    ? pick(random, ['transfer-encoding: chunked', 'Transfer-Encoding: Chunked'])
    : `Content-Length: ${body.length}`;
  if (random.next() < 0.95) headers.splice(below(random, headers.length + 1), 0, framing);
  const interim = Array.from({ length: pick(random, [0, 0, 0, 0, 0, 0, 0, 0, 1, 2]) }, () => pick(random, INTERIM));
  return `${interim.join('')}HTTP/1.1 ${pick(random, STATUSES)}\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n${chunked ? inChunks(random, body) : body}`;
}

function inChunks(random: Random, body: string): string {
  let text = '';
  for (let at = 0; at < body.length;) {
    const size = Math.min(body.length - at, 1 + below(random, 20));
    text += `${pick(random, ['', '', '', '0'])}${size.toString(16)}\r\n${body.slice(at, at + size)}\r\n`;
    at += size;
  }
  return `${text}0\r\n${random.next() < 0.1 ? 'x-t: 1\r\n' : ''}\r\n`;
}

export function changed(random: Random, bytes: Buffer): Buffer {
  const at = below(random, bytes.length);
  const odd = Buffer.from([pick(random, ODD)]);
  const far = Math.min(bytes.length, at + 1 + below(random, 12));
  switch (below(random, 6)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, at), odd, bytes.subarray(at + 1)]);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), odd, bytes.subarray(at)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, far), bytes.subarray(at)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(far)]);
    default:
      return bytes.subarray(0, at);
  }
}

export function split(random: Random, bytes: Buffer): Buffer[] {
  const cuts = Array.from({ length: pick(random, [0, 0, 1, 2, 4]) }, () => below(random, bytes.length)).sort(
    (a, b) => a - b,
  );
  return [0, ...cuts].map((from, index) => bytes.subarray(from, cuts[index])).filter((piece) => piece.length > 0);
}

export function below(random: Random, limit: number): number {
  return Math.floor(random.next() * limit);
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new RangeError('Nothing to pick from.');
  return item;
}
