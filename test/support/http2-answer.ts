import type { WireRequest } from '../../src/engine/http/exchange.ts';
import type { Random } from '../../src/engine/random.ts';
import type { BlockWriter, Field } from './block-writer.ts';
import {
  CONTINUATION,
  DATA,
  END_HEADERS,
  END_STREAM,
  HEADERS,
  PADDED,
  rstStream,
  withPriority,
  type Frame,
} from './http2-frames.ts';
import { below, pick, split } from './odd-bytes.ts';

/** Of RST_STREAM and GOAWAY. */
export const CODES = [0, 0, 1, 2, 3, 5, 7, 8, 11, 13, 77, 0xffffffff];

const STATUSES = ['200', '200', '200', '200', '204', '206', '302', '304', '404', '500'];
const BODIES = ['', 'ok', '{"id":7,"name":"Ada"}', 'a'.repeat(40), 'b'.repeat(300)];
const FIELDS: readonly Field[] = [
  ['server', 'nginx/1.27.3'],
  ['date', 'Sat, 21 Nov 2026 23:41:04 GMT'],
  ['content-type', 'text/plain; charset=utf-8'],
  ['set-cookie', 'a=1; Path=/'],
  ['set-cookie', 'b=2'],
  ['etag', '"33a64df5"'],
  ['cache-control', 'max-age=3600'],
  ['vary', 'accept'],
  ['vary', 'cookie'],
  ['x-request-id', '7f3a'],
  ['x-empty', ''],
  ['x-obs', '\xfc\xff'],
  ['te', 'trailers'],
];
/** What is no field of an answer, or not where it stands, and what nearly is not. */
const ODD_FIELDS: readonly Field[] = [
  [':status', '200'],
  [':status', ''],
  [':status', '101'],
  [':status', '20'],
  [':status', '099'],
  [':path', '/'],
  [':x', 'y'],
  [':', ''],
  ['', ''],
  ['', 'x'],
  ['Date', 'x'],
  ['a b', 'x'],
  ['a\x00', 'x'],
  ['\xe4', 'x'],
  ['x-lead', ' a'],
  ['x-trail', 'a\t'],
  ['x-blank', ' '],
  ['x-line', 'a\r\nb: c'],
  ['x-zero', '\0'],
  ['x-del', '\x7f'],
  ['connection', 'close'],
  ['connection', ''],
  ['keep-alive', 'timeout=5'],
  ['proxy-connection', 'close'],
  ['transfer-encoding', 'chunked'],
  ['upgrade', 'h2c'],
  ['te', 'gzip'],
  ['te', 'Trailers'],
  ['host', 'a b'],
  ['priority', 'u=9'],
  ['content-length', '0'],
  ['content-length', '2'],
  ['content-length', '40'],
  ['content-length', '+2'],
  ['content-length', ''],
  ['content-length', '1e1'],
  ['content-length', '002'],
  ['content-length', '9223372036854775808'],
];
/** The answer to one request, frame by frame, so that header blocks are written in the order in which they are sent. */
export class Http2Answer {
  over = false;
  readonly #random: Random;
  readonly #writer: BlockWriter;
  readonly #id: number;
  readonly #status: string;
  readonly #withLength: boolean;
  readonly #hasTrailers: boolean;
  #body: string;
  #hasHead = false;

  constructor(random: Random, writer: BlockWriter, request: WireRequest, id: number) {
    this.#random = random;
    this.#writer = writer;
    this.#id = id;
    this.#status = pick(random, STATUSES);
    this.#withLength = random.next() < 0.5;
    this.#hasTrailers = random.next() < 0.15;
    const bodiless = request.method === 'HEAD' || this.#status === '204' || this.#status === '304';
    this.#body = bodiless && random.next() < 0.9 ? '' : pick(random, BODIES);
  }

  next(): Frame[] {
    const random = this.#random;
    if (random.next() < 0.02) {
      this.over = true;
      return [rstStream(this.#id, pick(random, CODES))];
    }
    if (!this.#hasHead) {
      if (random.next() < 0.1)
        return this.#headers([[':status', pick(random, ['100', '103', '199'])], ...this.#fields()], false);
      this.#hasHead = true;
      const length: Field[] = this.#withLength ? [['content-length', String(this.#body.length)]] : [];
      this.over = this.#body === '' && !this.#hasTrailers && random.next() < 0.7;
      return this.#headers([[':status', this.#status], ...this.#fields(), ...length], this.over);
    }
    const size = random.next() < 0.5 ? this.#body.length : below(random, this.#body.length + 1);
    const part = this.#body.slice(0, size);
    this.#body = this.#body.slice(size);
    const last = this.#body === '' && random.next() < 0.8;
    if (last && this.#hasTrailers) {
      this.over = true;
      return [...(part === '' ? [] : [this.#data(part, false)]), ...this.#headers(this.#fields(), true)];
    }
    this.over = last;
    return [this.#data(part, last)];
  }

  #fields(): Field[] {
    const random = this.#random;
    const fields = Array.from({ length: below(random, 5) }, () => pick(random, FIELDS));
    if (random.next() < 0.12) fields.splice(below(random, fields.length + 1), 0, pick(random, ODD_FIELDS));
    return fields;
  }

  #headers(fields: readonly Field[], isLast: boolean): Frame[] {
    const random = this.#random;
    const odd = random.next() < 0.05;
    const list = odd ? [pick(random, ODD_FIELDS), ...fields] : fields;
    const block = Buffer.from(this.#writer.block(list));
    const cuts = random.next() < 0.15 ? split(random, block) : [block];
    return (cuts.length === 0 ? [block] : cuts).map((part, index, { length }) => {
      const end = index === length - 1 ? END_HEADERS : 0;
      if (index > 0) return { type: CONTINUATION, flags: end, id: this.#id, payload: part };
      const head = { type: HEADERS, flags: end | (isLast ? END_STREAM : 0), id: this.#id, payload: part };
      const weighed = random.next() < 0.1 ? withPriority(head) : head;
      return random.next() < 0.1 ? padded(random, weighed) : weighed;
    });
  }

  #data(part: string, isLast: boolean): Frame {
    const data = { type: DATA, flags: isLast ? END_STREAM : 0, id: this.#id, payload: Buffer.from(part) };
    return this.#random.next() < 0.15 ? padded(this.#random, data) : data;
  }
}

function padded(random: Random, { payload, ...rest }: Frame): Frame {
  const padding = pick(random, [0, 1, 7, 255]);
  return {
    ...rest,
    flags: rest.flags | PADDED,
    payload: Buffer.concat([Buffer.from([padding]), payload, Buffer.alloc(padding)]),
  };
}
