import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Http2Server } from 'node:http2';
import { connect, type AddressInfo } from 'node:net';
import { HpackDecoder } from '../../../../src/engine/http/h2/hpack-decoder.ts';
import { Flag, FrameType, headerFrames, PREFACE, settingsFrame } from '../../../../src/engine/http/h2/frames.ts';
import { RequestBlocks } from '../../../../src/engine/http/h2/request-block.ts';
import { renderOnce } from '../../../../src/engine/http/raw/request-text.ts';
import type { WireRequest } from '../../../../src/engine/http/exchange.ts';
import { decoded, tableOf } from '../../../support/hpack-blocks.ts';

const AUTHORITY = 'it.test';
const NO_TABLE = '\x20';

function get(headers: readonly string[] = [], path = '/'): WireRequest {
  return { method: 'GET', path, headers, body: null };
}

/** Headers that are the same for each request. */
function always(...headers: string[]): readonly string[] {
  return renderOnce(headers);
}

function linesOf(decoder: HpackDecoder, block: string): string[] | null {
  return decoded(decoder, Buffer.from(block, 'latin1'));
}

/** What a server reads of requests made one after the other. */
function readOf(requests: readonly WireRequest[]): (string[] | null)[] {
  const blocks = new RequestBlocks(AUTHORITY);
  const decoder = new HpackDecoder();
  return requests.map((request) => linesOf(decoder, blocks.block(request, 0)));
}

/** Without what each request has. */
function headersOf(...headers: string[]): string[] | null {
  const [lines] = readOf([get(headers)]);
  return lines?.slice(3) ?? null;
}

describe('RequestBlocks', () => {
  it('has what a request is made of, its pseudo-headers first', () => {
    const blocks = new RequestBlocks(AUTHORITY);
    const request = { method: 'POST', path: '/cart?id=1', headers: ['accept', '*/*', 'x-own', ''], body: 'abc' };
    assert.deepEqual(linesOf(new HpackDecoder(), blocks.block(request, 3)), [
      ':method: POST',
      ':scheme: https',
      ':path: /cart?id=1',
      ':authority: it.test',
      'accept: */*',
      'x-own: ',
      'content-length: 3',
    ]);
  });

  /** `length`: of the body. */
  const LENGTHS: readonly (readonly [method: string, length: number, sent: string | null])[] = [
    ['GET', 0, null],
    ['GET', 5, '5'],
    ['HEAD', 0, null],
    ['DELETE', 0, null],
    ['OPTIONS', 0, null],
    ['POST', 0, '0'],
    ['PUT', 0, '0'],
    ['PATCH', 0, '0'],
    ['PATCH', 70_000, '70000'],
  ];
  for (const [method, length, sent] of LENGTHS) {
    it(`says ${sent === null ? 'nothing of the length' : `a length of ${sent}`} of ${method} with ${length} bytes`, () => {
      const block = new RequestBlocks(AUTHORITY).block({ ...get(), method }, length);
      const lines = linesOf(new HpackDecoder(), block)?.slice(4);
      assert.deepEqual(lines, sent === null ? [] : [`content-length: ${sent}`]);
    });
  }

  it('leaves it to the file how long the body is said to be', () => {
    const block = new RequestBlocks(AUTHORITY).block({ ...get(['content-length', '7']), method: 'POST' }, 3);
    assert.deepEqual(linesOf(new HpackDecoder(), block)?.slice(4), ['content-length: 7']);
  });

  it('names the host that the file asks for, and leaves out what HTTP/2 forbids', () => {
    const forbidden = [
      'connection',
      'http2-settings',
      'keep-alive',
      'proxy-connection',
      'transfer-encoding',
      'upgrade',
    ];
    assert.deepEqual(headersOf('x-a', '1', 'host', 'other.test', ...forbidden.flatMap((name) => [name, 'x'])), [
      ':authority: other.test',
      'x-a: 1',
    ]);
    assert.deepEqual(headersOf('te', 'trailers'), [':authority: it.test', 'te: trailers']);
    assert.deepEqual(headersOf('te', 'gzip'), [':authority: it.test']);
  });

  it('has each byte of a value, and values of any length', () => {
    const odd = 'Übermut \t\xff\x80';
    const lengths = [126, 127, 128, 254, 255, 16_383, 70_000 - 5000];
    for (const value of [odd, ...lengths.map((length) => 'v'.repeat(length))])
      assert.deepEqual(headersOf('x-a', value), [':authority: it.test', `x-a: ${value}`]);
  });

  const WRONG: readonly (readonly [what: string, request: WireRequest, message: RegExp])[] = [
    ['an empty path', get([], ''), /percent-encoded/],
    ['a space in the path', get([], '/a b'), /percent-encoded: \/a b$/],
    ['a line break in the path', get([], '/a\r\nx: y'), /percent-encoded/],
    ['a path that is no latin1', get([], '/€'), /percent-encoded/],
    ['a line break in a value', get(['x-a', 'a\r\nb']), /Invalid character in header content \["x-a"\]/],
    ['a value that is no latin1', get(['x-a', '€']), /Invalid character in header content/],
    ['a pseudo-header', get([':path', '/other']), /valid HTTP token/],
  ];
  for (const [what, request, message] of WRONG) {
    it(`refuses ${what}, and the next request is as if that had not been`, () => {
      const blocks = new RequestBlocks(AUTHORITY);
      const decoder = new HpackDecoder();
      const same = get(always('x-a', '1'));
      blocks.onTableSize(0);
      assert.throws(() => blocks.block(request, 0), message);
      const block = blocks.block(same, 0);
      assert.ok(block.startsWith(NO_TABLE));
      assert.deepEqual(linesOf(decoder, block)?.slice(3), [':authority: it.test', 'x-a: 1']);
    });
  }

  it('sends headers that are the same for each request once, and a byte for each from then on', () => {
    const blocks = new RequestBlocks(AUTHORITY);
    const decoder = new HpackDecoder();
    const request = get(always('accept', '*/*', 'x-tenant', 'acme'));
    const first = blocks.block(request, 0);
    const second = blocks.block(request, 0);
    // Method, scheme and path, and then one for each field.
    assert.equal(second.length, 3 + 3);
    assert.deepEqual(linesOf(decoder, first), linesOf(decoder, second));
  });

  it('finds each list again, whichever come in between', () => {
    const a = get(always('x-a', '1', 'x-b', '2'));
    const b = get(always('x-c', '3'));
    const c = get(always('x-a', '1', 'x-b', '2', 'x-d', 'ÿ', 'x-e', '5'));
    const changing = (value: string): WireRequest => get(['x-id', value]);
    const order = [a, a, b, a, changing('1'), c, b, a, changing('2'), c, a, b, c];
    const expected = order.map((request) => readOf([request])[0]);
    assert.deepEqual(readOf(order), expected);
  });

  it('lets the server keep nothing that is not the same for each request', () => {
    const blocks = new RequestBlocks(AUTHORITY);
    const decoder = new HpackDecoder();
    for (let i = 0; i < 100; i++) linesOf(decoder, blocks.block(get(['x-id', `${i}`], `/items/${i}`), 0));
    assert.deepEqual(tableOf(decoder), []);
  });

  it('has a list for the origin that it goes to, also where several share it', () => {
    const shared = get(always('x-a', '1'));
    const here = { blocks: new RequestBlocks('here.test'), decoder: new HpackDecoder() };
    const there = { blocks: new RequestBlocks('there.test:8443'), decoder: new HpackDecoder() };
    const authorities = [here, there, here, here, there].map(
      ({ blocks, decoder }) => linesOf(decoder, blocks.block(shared, 0))?.[3],
    );
    const [HERE, THERE] = [':authority: here.test', ':authority: there.test:8443'];
    assert.deepEqual(authorities, [HERE, THERE, HERE, HERE, THERE]);
  });

  /** `entries`: how many of the lists' fields the server has in the end. */
  const LIMITS: readonly (readonly [what: string, lists: readonly (readonly string[])[], entries: number])[] = [
    ['64 fields', Array.from({ length: 32 }, (_, i) => always(`x-${i}`, 'v')), 64],
    ['more than 64 fields', Array.from({ length: 40 }, (_, i) => always(`x-${i}`, 'v')), 64],
    // :authority: it.test takes 49 bytes.
    ['4096 bytes', [always('x', 'v'.repeat(4096 - 49 - 33))], 2],
    ['one byte more', [always('x', 'v'.repeat(4096 - 49 - 32))], 0],
    ['what still fits after what did not', [always('x', 'v'.repeat(5000)), always('y', 'z')], 2],
  ];
  for (const [what, lists, entries] of LIMITS) {
    it(`drives nothing out of the server's table: ${what}`, () => {
      const blocks = new RequestBlocks(AUTHORITY);
      const decoder = new HpackDecoder();
      for (let round = 0; round < 3; round++) {
        for (const list of lists) {
          const [expected] = readOf([get(list)]);
          assert.deepEqual(linesOf(decoder, blocks.block(get(list), 0)), expected);
        }
      }
      assert.equal(tableOf(decoder).length, entries);
    });
  }

  for (const bytes of [0, 100, 4095]) {
    it(`asks a server that keeps ${bytes} bytes to keep nothing, once, whatever it kept or says later`, () => {
      const blocks = new RequestBlocks(AUTHORITY);
      const decoder = new HpackDecoder();
      const request = get(always('x-a', '1'));
      const expected = linesOf(decoder, blocks.block(request, 0));
      blocks.onTableSize(bytes);
      blocks.onTableSize(4096);
      blocks.onTableSize(bytes);
      const texts = [blocks.block(request, 0), blocks.block(request, 0), blocks.block(request, 0)];
      assert.deepEqual(
        texts.map((text) => text.startsWith(NO_TABLE)),
        [true, false, false],
      );
      for (const text of texts) {
        assert.deepEqual(linesOf(decoder, text), expected);
        assert.deepEqual(tableOf(decoder), []);
      }
    });
  }

  it('uses no more than is usual of a server that would keep more', () => {
    const blocks = new RequestBlocks(AUTHORITY);
    blocks.onTableSize(65_536);
    const decoder = new HpackDecoder();
    linesOf(decoder, blocks.block(get(always('x', 'v'.repeat(5000))), 0));
    assert.deepEqual(tableOf(decoder), []);
    assert.ok(!blocks.block(get(), 0).startsWith(NO_TABLE));
  });
});

describe('RequestBlocks to a server of node', () => {
  /** Its lists are found again, fit no table, are long, or change with each request. */
  const LISTS = [
    always('x-a', '1', 'user-agent', 'it'),
    always('x-b', 'ÿ'.repeat(300), 'accept', '*/*'),
    always('x-c', 'c'.repeat(30_000)),
    ...Array.from({ length: 24 }, (_, i) => always(`x-${i}`, `${i}`, 'x-both', 'v')),
  ];
  const seen: string[][] = [];
  let server: Http2Server;
  const start = async (headerTableSize: number): Promise<number> => {
    server = createServer({ settings: { headerTableSize } });
    server.on('stream', (stream, _headers, _flags, raw) => {
      seen.push(raw.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${raw[i + 1] ?? ''}`] : [])));
      stream.respond({ ':status': 204 }, { endStream: true });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  beforeEach(() => (seen.length = 0));
  afterEach(() => server.close());

  for (const tableBytes of [0, 100, 4096]) {
    it(`has each of many requests as it is, where it keeps ${tableBytes} bytes`, async () => {
      const socket = connect(await start(tableBytes), '127.0.0.1');
      const blocks = new RequestBlocks(AUTHORITY);
      // As it is known before the second request.
      blocks.onTableSize(tableBytes);
      const requests = Array.from({ length: 3 * LISTS.length }, (_, i) =>
        get(i % 4 === 3 ? ['x-id', `${i}`] : LISTS[(i * 7) % LISTS.length], `/${i}`),
      );
      let text = PREFACE + settingsFrame([]);
      for (const [i, request] of requests.entries())
        text += headerFrames(blocks.block(request, 0), 2 * i + 1, true, 16_384);
      socket.write(text, 'latin1');
      while (seen.length < requests.length) await once(socket, 'data');
      socket.destroy();
      assert.deepEqual(
        seen,
        requests.map((request) => readOf([request])[0]),
      );
    });
  }
});

describe('headerFrames', () => {
  for (const length of [1, 16_384, 16_385, 32_768, 50_000]) {
    it(`has a block of ${length} bytes in frames that a server takes, the first with the request's end, the last with the block's`, () => {
      const block = Array.from({ length }, (_, i) => String.fromCharCode(i & 0xff)).join('');
      const bytes = Buffer.from(headerFrames(block, 7, true, 16_384), 'latin1');
      const frames: [type: number, flags: number, id: number][] = [];
      const parts: Buffer[] = [];
      for (let at = 0; at < bytes.length;) {
        const end = at + 9 + bytes.readUIntBE(at, 3);
        frames.push([bytes.readUInt8(at + 3), bytes.readUInt8(at + 4), bytes.readUInt32BE(at + 5)]);
        parts.push(bytes.subarray(at + 9, end));
        at = end;
      }
      assert.equal(Buffer.concat(parts).toString('latin1'), block);
      const count = Math.ceil(length / 16_384);
      assert.deepEqual(
        frames,
        frames.map((_, i) => [
          i === 0 ? FrameType.headers : FrameType.continuation,
          (i === 0 ? Flag.endStream : 0) | (i === count - 1 ? Flag.endHeaders : 0),
          7,
        ]),
      );
      assert.equal(frames.length, count);
    });
  }
});
