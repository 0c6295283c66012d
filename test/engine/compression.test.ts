import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as zlib from 'node:zlib';
import { errorRows } from '../../src/run/tables.ts';
import { messages, rateOf, runScenario } from '../support/run-scenario.ts';

const TEXT = '{"packed":true}';
/** The same text in zstd, for Nodes that can't pack it themselves. */
const ZSTD = Buffer.from('KLUv/SAPeQAAeyJwYWNrZWQiOnRydWV9', 'base64');
const HAS_ZSTD = 'zstdDecompressSync' in zlib;

const PACKED: Record<string, Buffer> = {
  gzip: zlib.gzipSync(TEXT),
  'x-gzip': zlib.gzipSync(TEXT),
  deflate: zlib.deflateSync(TEXT),
  br: zlib.brotliCompressSync(TEXT),
  BR: zlib.brotliCompressSync(TEXT),
  'gzip, br': zlib.brotliCompressSync(zlib.gzipSync(TEXT)),
  identity: Buffer.from(TEXT),
  zstd: ZSTD,
};

describe('compressed answers', function () {
  this.timeout(30_000);
  let server: Server;
  let baseUrl: string;
  const accepted: (string | undefined)[] = [];
  before(async () => {
    server = createServer(({ url = '', headers }, response) => {
      accepted.push(headers['accept-encoding']);
      const encoding = decodeURIComponent(url.slice(1));
      const broken = encoding.startsWith('broken-');
      const body = broken ? Buffer.from('not at all what it says') : PACKED[encoding];
      response.writeHead(200, { 'content-encoding': encoding.replace('broken-', '') }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const get = (encoding: string, more = '') =>
    runScenario(`
baseUrl: ${baseUrl}
vus: 1
iterations: 1
steps: [{ get: "/${encodeURIComponent(encoding)}", expect: { json: json.packed == true } ${more} }]
`);

  for (const encoding of Object.keys(PACKED).filter((name) => name !== 'zstd' || HAS_ZSTD)) {
    it(`in ${encoding} are unpacked for whoever reads them`, async () => {
      const { run } = await get(encoding);
      assert.deepEqual([rateOf(run, 'http_req_failed').rate, messages(run)], [0, []]);
    });
  }

  for (const encoding of ['gzip', 'deflate', 'br', ...(HAS_ZSTD ? ['zstd'] : [])]) {
    it(`that say ${encoding} and are not fail with code 1701`, async () => {
      const { run } = await get(`broken-${encoding}`);
      const [row] = errorRows(run);
      assert.deepEqual([row?.kind, row?.errorCode, row?.status], ['protocol', 1701, 200]);
      assert.match(row?.samples[0]?.message ?? '', /^The body says that it is \w+, but could not be unpacked\.$/);
    });
  }

  if (!HAS_ZSTD) {
    it('in zstd say that this Node.js is too old for them', async () => {
      const { run } = await get('zstd');
      const [row] = errorRows(run);
      assert.deepEqual([row?.kind, row?.errorCode, row?.status], ['protocol', 1701, 200]);
      assert.match(row?.samples[0]?.message ?? '', /^The body is zstd, which Node\.js [\d.]+ can't unpack; 22\.15/);
    });
  }

  it('are asked for only by who writes so', async () => {
    accepted.length = 0;
    await get('identity');
    await get('br', ', headers: { accept-encoding: "br, zstd" }');
    assert.deepEqual(accepted, [undefined, 'br, zstd']);
  });
});
