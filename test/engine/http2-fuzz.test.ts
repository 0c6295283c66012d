import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { Random } from '../../src/engine/random.ts';
import { essences, leftOut, reasonFor } from '../support/http2-differences.ts';
import { frameByFrame } from '../support/http2-frames.ts';
import { http2CourseOf, type Http2Course } from '../support/http2-lanes.ts';
import { drawHttp2Script } from '../support/odd-frames.ts';
import { ScriptedHttp2Server, type Http2Script } from '../support/scripted-http2-server.ts';

/** More, and others, for a longer search: `HTTP2_FUZZ_CASES=100000 HTTP2_FUZZ_SEED=7`. */
const CASES = Number(process.env['HTTP2_FUZZ_CASES'] ?? 1500);
const SEED = Number(process.env['HTTP2_FUZZ_SEED'] ?? 1);
/** Of all cases; the others are one of the known differences (http2-differences.test.ts). */
const LEAST_SAME = 0.75;

describe("node's HTTP/2 and the engine's, whatever a server sends", function () {
  this.timeout(20_000 + CASES * 20);
  const server = new ScriptedHttp2Server();
  let port = 0;
  before(async () => {
    port = await server.start();
  });
  after(() => server.close());

  it(`tell the same of ${CASES} connections`, async () => {
    let same = 0;
    for (let index = 0; index < CASES; index++) {
      const script = inFrames(drawHttp2Script(new Random(SEED, index)));
      if (leftOut(script) !== null) continue;
      const node = await http2CourseOf('node', port, server, script);
      const own = await http2CourseOf('own', port, server, script);
      const [expected, told] = essences(node, own);
      if (isDeepStrictEqual(told, expected)) same++;
      else if (reasonFor(node, own) === null) assert.deepEqual(told, expected, sentenceOf(index, script));
    }
    assert.ok(same >= CASES * LEAST_SAME, `${same} of ${CASES} were the same`);
  });

  it(`tell the same of ${CASES} connections however their bytes come, if it is the engine's`, async () => {
    for (let index = 0; index < CASES; index++) {
      const script = drawHttp2Script(new Random(SEED, index));
      const whole = await http2CourseOf('own', port, server, inFrames(script));
      const inPieces = await http2CourseOf('own', port, server, script);
      assert.deepEqual(toldOf(inPieces), toldOf(whole), sentenceOf(index, script));
    }
  });

  it('tell the same of a connection that ends after any byte', async () => {
    let cuts = 0;
    for (let index = 0; cuts < CASES / 3; index++) {
      const script = { ...drawHttp2Script(new Random(SEED, index), 0), then: 'end' as const };
      if (script.requests.some(({ body }) => body !== null) || leftOut(inFrames(script)) !== null) continue;
      const { early } = await http2CourseOf('own', port, server, script);
      if (early.some((outcome) => outcome !== 'answered')) continue;
      const bytes = Buffer.concat(script.pieces);
      for (let end = 0; end < bytes.length; end++, cuts++) {
        const cut = inFrames({ ...script, pieces: [bytes.subarray(0, end)] });
        const node = await http2CourseOf('node', port, server, cut);
        const own = await http2CourseOf('own', port, server, cut);
        const [expected, told] = essences(node, own);
        assert.deepEqual(told, expected, `cut after byte ${end} in ${sentenceOf(index, cut)}`);
      }
    }
  });
});

function inFrames(script: Http2Script): Http2Script {
  return { ...script, pieces: frameByFrame(Buffer.concat(script.pieces)) };
}

/** How much came of a body that turns out to be wrong is a matter of the pieces it came in. */
function toldOf({ early, verdicts, open, next }: Http2Course): unknown {
  return {
    early,
    verdicts: verdicts.map((verdict) => (verdict.outcome === 'answered' ? verdict : { ...verdict, body: '' })),
    open,
    next,
  };
}

function sentenceOf(index: number, { requests, begin, pieces, then }: Http2Script): string {
  const frames = pieces.map((piece) => piece.toString('hex')).join(' ');
  return `case ${index} of seed ${SEED}: ${requests.map(({ method }) => method).join(', ')}; ${begin.toString('hex')}, ${frames}, then ${then}`;
}
