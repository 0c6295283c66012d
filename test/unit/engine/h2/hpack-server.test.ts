import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as connectHttp2, createServer, sensitiveHeaders, type Http2Server } from 'node:http2';
import { connect, type AddressInfo } from 'node:net';
import { Random } from '../../../../src/engine/random.ts';
import { HpackDecoder } from '../../../../src/engine/http/h2/hpack-decoder.ts';
import { decoded, indexed, literal } from '../../../support/hpack-blocks.ts';

const NAMES = ['etag', 'vary', 'x-a', 'x-request-id', 'set-cookie', 'cache-control', 'strict-transport-security'];
const VALUES = ['', 'a', 'no-cache', 'max-age=3600', 'Übermut \xff\x80~{|}', '0123456789'.repeat(20)];
const STATUSES = [200, 201, 204, 206, 302, 304, 404, 418, 500];
/** Otherwise node sends that of the moment. */
const DATE = 'Sat, 21 Nov 2026 23:41:04 GMT';
const ANSWERS = 150;
const HEADERS = 0x1;
const END_HEADERS = 0x4;

/** The same for the same number. Some recur, as in life, so that tables are of use, and there are too many for them. */
function answerOf(index: number): { status: number; fields: [string, string][]; secret: string } {
  const random = new Random(1, index);
  const pick = <T>(list: readonly T[], otherwise: T): T => list[Math.floor(random.next() * list.length)] ?? otherwise;
  const fields = NAMES.filter(() => random.next() < 0.5).map((name): [string, string] => {
    const value = pick(VALUES, '');
    return [name, random.next() < 0.5 ? value : `${value}${Math.floor(random.next() * 100)}`];
  });
  return { status: pick(STATUSES, 200), fields, secret: pick(NAMES, '') };
}

function frame(type: number, flags: number, streamId: number, payload: readonly number[]): Buffer {
  const head = Buffer.from([0, 0, 0, type, flags, 0, 0, 0, 0]);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt32BE(streamId, 5);
  return Buffer.concat([head, Buffer.from(payload)]);
}

/** The header blocks that the server answers with, to requests made one after the other on one connection. */
async function blocksOf(port: number, count: number): Promise<Buffer[]> {
  const socket = connect(port, '127.0.0.1');
  const blocks: Buffer[] = [];
  let rest = Buffer.alloc(0);
  const ask = (index: number): void => {
    const block = [
      ...indexed(2),
      ...indexed(6),
      ...literal(':path', `/${index}`),
      ...literal(':authority', 'localhost'),
    ];
    socket.write(frame(HEADERS, END_HEADERS | 0x1, 2 * index + 1, block));
  };
  socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
  socket.write(frame(0x4, 0, 0, []));
  ask(0);
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 9 && rest.length >= 9 + rest.readUIntBE(0, 3)) {
      const end = 9 + rest.readUIntBE(0, 3);
      if (rest[3] === HEADERS) {
        assert.equal((rest[4] ?? 0) & END_HEADERS, END_HEADERS);
        blocks.push(rest.subarray(9, end));
        if (blocks.length === count) {
          socket.destroy();
          return blocks;
        }
        ask(blocks.length);
      }
      rest = rest.subarray(end);
    }
  }
  throw new Error('The server closed the connection.');
}

describe('HpackDecoder on what node encodes', () => {
  let server: Http2Server;
  let port = 0;
  before(async () => {
    server = createServer();
    server.on('stream', (stream, headers) => {
      const { status, fields, secret } = answerOf(Number(headers[':path']?.slice(1)));
      const sent = { ':status': status, date: DATE, ...Object.fromEntries(fields), [sensitiveHeaders]: [secret] };
      stream.respond(sent, { endStream: true });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  after(() => server.close());

  it(`reads ${ANSWERS} heads of one connection as node reads them`, async () => {
    const blocks = await blocksOf(port, ANSWERS);
    const decoder = new HpackDecoder();
    const own = blocks.map((block) => decoded(decoder, block));
    const session = connectHttp2(`http://127.0.0.1:${port}`);
    for (let index = 0; index < ANSWERS; index++) {
      const stream = session.request({ ':path': `/${index}` });
      const [, , raw] = (await once(stream, 'response')) as [unknown, unknown, string[]];
      stream.resume();
      const lines = raw.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${raw[i + 1] ?? ''}`] : []));
      assert.deepEqual(own[index], lines, `answer ${index}`);
    }
    session.destroy();
    assert.ok(
      blocks.some((block) => block.length < 20) && blocks.some((block) => block.length > 200),
      'some are of indices, some of literals',
    );
  });
});
