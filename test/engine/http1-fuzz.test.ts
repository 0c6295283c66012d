import assert from 'node:assert/strict';
import { Random } from '../../src/engine/random.ts';
import { courseOf, ScriptedServer, withoutReason } from '../support/http1-lanes.ts';
import { drawScript } from '../support/odd-bytes.ts';

/** More, and others, for a longer search: `HTTP1_FUZZ_CASES=100000 HTTP1_FUZZ_SEED=7`. */
const CASES = Number(process.env['HTTP1_FUZZ_CASES'] ?? 2000);
const SEED = Number(process.env['HTTP1_FUZZ_SEED'] ?? 1);

describe('both kinds of HTTP/1.1 connections, whatever a server sends', function () {
  this.timeout(20_000 + CASES * 10);
  const server = new ScriptedServer();
  let origin = '';
  before(async () => {
    origin = await server.start();
  });
  after(() => server.close());

  it(`tell the same of ${CASES} answers`, async () => {
    for (let index = 0; index < CASES; index++) {
      server.script = drawScript(new Random(SEED, index));
      const undici = withoutReason(await courseOf('undici', origin, server));
      const raw = withoutReason(await courseOf('raw', origin, server));
      const { pieces, then } = server.script;
      const bytes = JSON.stringify(pieces.map((piece) => piece.toString('latin1')));
      assert.deepEqual(raw, undici, `case ${index} of seed ${SEED}: ${bytes}, then ${then}`);
    }
  });
});
