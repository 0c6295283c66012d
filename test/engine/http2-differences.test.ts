import assert from 'node:assert/strict';
import type { WireRequest } from '../../src/engine/http/exchange.ts';
import { indexed, kept, literal } from '../support/hpack-blocks.ts';
import { GET } from '../support/http1-lanes.ts';
import {
  ACK,
  ALTSVC,
  bytesOf,
  CONTINUATION,
  DATA,
  END_HEADERS,
  END_STREAM,
  GOAWAY,
  HEADERS,
  PADDED,
  PING,
  PUSH_PROMISE,
  rstStream,
  SETTINGS,
  SETTINGS_ACK,
  uint32,
  windowUpdate,
  WITH_PRIORITY,
  type Frame,
} from '../support/http2-frames.ts';
import { http2CourseOf, type Http2Course } from '../support/http2-lanes.ts';
import { ScriptedHttp2Server, type Http2Script } from '../support/scripted-http2-server.ts';

/** More than a server's window holds. */
const LARGE: WireRequest = { ...GET, method: 'POST', body: 'x'.repeat(70_000) };
/** More than any socket takes at once. */
const HUGE: WireRequest = { ...GET, method: 'POST', body: 'x'.repeat(8_000_000) };
const OK = indexed(8);
const HEAD = headers(OK, 0);
const ANSWER = headers(OK, END_STREAM);

function headers(block: readonly number[], flags: number, id = 1): Frame {
  return { type: HEADERS, flags: flags | END_HEADERS, id, payload: Buffer.from(block) };
}

function data(text: string, flags: number): Frame {
  return { type: DATA, flags, id: 1, payload: Buffer.from(text, 'latin1') };
}

function settings(...values: readonly (readonly [id: number, value: number])[]): Frame {
  const payload = Buffer.concat(values.map(([id, value]) => Buffer.concat([uint32(id).subarray(2), uint32(value)])));
  return { type: SETTINGS, flags: 0, id: 0, payload };
}

function goAway(lastId: number, code: number): Frame {
  return { type: GOAWAY, flags: 0, id: 0, payload: uint32(lastId, code) };
}

function ofServer(type: number, flags: number, text: string): Frame {
  return { type, flags, id: 0, payload: Buffer.from(text, 'latin1') };
}

function many(one: Frame, count: number): Frame[] {
  return Array.from({ length: count }, () => one);
}

type Changes = Partial<Pick<Http2Script, 'begin' | 'requests' | 'then'>>;

function scriptOf(frames: readonly Frame[], changes: Changes = {}): Http2Script {
  const begin = bytesOf([settings(), SETTINGS_ACK]);
  return {
    requests: [GET],
    begin,
    pieces: frames.map((one) => bytesOf([one])),
    aborts: false,
    then: 'keep',
    ...changes,
  };
}

/** What came of the request, what of the connection, and what of the next request on it. */
function told({ verdicts, open, next }: Http2Course): string {
  const outcomes = verdicts.map(({ outcome }) => /\((.*)\)\.$/.exec(outcome)?.[1] ?? outcome.replace(/ .*/, ''));
  return `${outcomes.join(', ')}; ${open ? 'open' : 'closed'}${next === null ? '' : `, ${next}`}`;
}

describe("node's HTTP/2 and the engine's", function () {
  this.timeout(20_000);
  const server = new ScriptedHttp2Server();
  let port = 0;
  before(async () => {
    port = await server.start();
  });
  after(() => server.close());

  /** Each is left out of http2-fuzz.test.ts, as there is a reason for it. */
  const DIFFERENCES: readonly (readonly [what: string, frames: readonly Frame[], node: string, own: string, changes?: Changes])[] = [
    // No rule forbids it, and nobody waits for it.
    ['an answer to a PING that nobody sent', [ofServer(PING, ACK, 'pingpong'), ANSWER], 'PROTOCOL_ERROR; closed', 'answered; open, answered'],
    ['an answer to SETTINGS that nobody sent', [SETTINGS_ACK, ANSWER], 'PROTOCOL_ERROR; closed', 'answered; open, answered'],
    // What the server still answers is an answer (RFC 9113, 6.8); what it does not, ends with the code.
    ['an answer after a GOAWAY with an error', [goAway(1, 2), ANSWER], 'GOAWAY with INTERNAL_ERROR; closed', 'answered; closed'],
    ['a GOAWAY up to a request of the server', [goAway(2, 0), ANSWER], 'PROTOCOL_ERROR; closed', 'answered; closed'],
    // The reset is what happened.
    ['a reset after a GOAWAY', [HEAD, goAway(1, 0)], 'RST_STREAM with NO_ERROR; closed', 'reset; closed', { then: 'reset' }],
    ['an error after a GOAWAY', [goAway(1, 0), headers([0xff], 0)], 'waiting; closed', 'COMPRESSION_ERROR; closed'],
    // What the engine has no use for.
    ['an ALTSVC that is cut off', [ofServer(ALTSVC, 0, '\0\x0ahttps'), ANSWER], 'FRAME_SIZE_ERROR; closed', 'answered; open, answered'],
    ['priorities that are given up late', [settings([9, 1]), ANSWER], 'PROTOCOL_ERROR; closed', 'answered; open, answered'],
    ['many settings in one frame', [settings(...Array.from({ length: 33 }, () => [0xf0f0, 1] as const)), ANSWER], 'ENHANCE_YOUR_CALM; closed', 'answered; open, answered'],
    // Each is to be taken in its turn (RFC 9113, 6.5.3).
    ['a wrong setting that is put right', [settings([5, 1], [5, 16_384]), ANSWER], 'answered; open, answered', 'PROTOCOL_ERROR; closed'],
    // Nothing was said to the server that would let it think that it may.
    [
      'a promise before the server said that it knows the settings',
      [{ type: PUSH_PROMISE, flags: END_HEADERS, id: 1, payload: Buffer.concat([uint32(2), Buffer.from([0x82, 0x87, 0x84])]) }, ANSWER],
      'answered; open, answered',
      'PROTOCOL_ERROR; closed',
      { begin: bytesOf([settings()]) },
    ],
    // Headers are judged when they are there.
    [
      'headers with a mistake that never end',
      [{ ...headers([...OK, ...literal('connection', 'close')], 0), flags: 0 }],
      'PROTOCOL_ERROR; closed',
      'reset; closed',
      { then: 'end' },
    ],
    [
      'headers with a mistake that then cannot be read',
      [
        { ...headers([...OK, ...literal('connection', 'close')], 0), flags: 0 },
        { ...headers([0xff], 0), type: CONTINUATION },
      ],
      'PROTOCOL_ERROR; closed',
      'COMPRESSION_ERROR; closed',
    ],
    // A megabyte, as by HTTP/1.1.
    ['thousands of headers', [headers([...OK, ...Array.from({ length: 2500 }, () => literal('x', 'y')).flat()], END_STREAM)], 'ENHANCE_YOUR_CALM; open, answered', 'answered; open, answered'],
    [
      'a few bytes that stand for more than a megabyte of headers',
      [headers([...OK, ...kept('x', 'y'.repeat(4000)), ...Array.from({ length: 400 }, () => 0xbe)], END_STREAM)],
      'answered; open, answered',
      'protocol; closed',
    ],
    [
      'very many frames of headers with nothing in them',
      [ANSWER],
      'PROTOCOL_ERROR; closed',
      'protocol; closed',
      {
        begin: bytesOf([
          settings(),
          SETTINGS_ACK,
          { ...HEAD, flags: 0 },
          ...many({ ...headers([], 0), type: CONTINUATION, flags: 0 }, 120_000),
        ]),
      },
    ],
    // It asks for too much, and not for anything wrong.
    [
      'thousands of PINGs at a time',
      [ANSWER],
      'PROTOCOL_ERROR; closed',
      'ENHANCE_YOUR_CALM; closed',
      { begin: bytesOf([settings(), SETTINGS_ACK, ...many(ofServer(PING, 0, 'pingpong'), 3000)]) },
    ],
    // One request is wrong, and not the connection.
    ['a body that is longer than it says', [headers([...OK, ...literal('content-length', '1')], 0), data('xyz', END_STREAM)], 'PROTOCOL_ERROR; closed', 'PROTOCOL_ERROR; open, answered'],
    ['a window that does not grow', [HEAD, windowUpdate(1, 0)], 'PROTOCOL_ERROR; closed', 'PROTOCOL_ERROR; open, answered'],
    ['a window that grows too much', [HEAD, windowUpdate(1, 0x7fffffff)], 'FLOW_CONTROL_ERROR; closed', 'FLOW_CONTROL_ERROR; open, answered'],
    // Where frames can't be told apart any more, no other stream can go on (RFC 9113, 6.1).
    ['padding that does not fit, on a stream that was broken off', [headers([], 0), data('\x07x', PADDED)], 'PROTOCOL_ERROR; open, answered', 'PROTOCOL_ERROR; closed'],
    // Whoever has the answer sends no more.
    ['more on a stream that has ended while the request is still being sent', [ANSWER, data('x', 0)], 'answered; closed', 'answered; open, answered', { requests: [LARGE] }],
    [
      'a full answer to a request that is still being sent, where the server takes one at a time',
      [ANSWER],
      'answered; open, waiting',
      'answered; open, answered',
      { requests: [LARGE], begin: bytesOf([settings([3, 1]), SETTINGS_ACK]) },
    ],
    ['RST_STREAM with NO_ERROR while the request is still being sent', [rstStream(1, 0)], 'reset; open, answered', 'RST_STREAM with NO_ERROR; open, answered', { requests: [LARGE] }],
  ]; // prettier-ignore
  for (const [what, frames, node, own, changes] of DIFFERENCES) {
    it(`differ about ${what}`, async () => {
      const script = scriptOf(frames, changes);
      assert.equal(told(await http2CourseOf('node', port, server, script)), node);
      assert.equal(told(await http2CourseOf('own', port, server, script)), own);
    });
  }

  /** What is left out of the comparison of many in some places only. */
  const SAME: readonly (readonly [what: string, frames: readonly Frame[], told: string, changes?: Changes])[] = [
    ['padding that does not fit', [HEAD, data('\x07x', PADDED)], 'PROTOCOL_ERROR; closed'],
    ['padding without a length', [HEAD, data('', PADDED)], 'PROTOCOL_ERROR; closed'],
    ['padding of headers that does not fit', [headers([0x07, ...OK], PADDED)], 'PROTOCOL_ERROR; closed'],
    ['priority that does not fit', [headers([0, 0, 0], WITH_PRIORITY)], 'FRAME_SIZE_ERROR; closed'],
    [
      'a GOAWAY with an error as the last',
      [HEAD, goAway(1, 11)],
      'GOAWAY with ENHANCE_YOUR_CALM; closed',
      { then: 'end' },
    ],
    ['a GOAWAY that leaves the request out', [goAway(0, 0)], 'GOAWAY with NO_ERROR; closed'],
    ['a promise', [{ type: PUSH_PROMISE, flags: END_HEADERS, id: 1, payload: uint32(2) }], 'PROTOCOL_ERROR; closed'],
    ['a setting that cannot be', [settings([5, 1])], 'PROTOCOL_ERROR; closed'],
    ['a server that pushes', [settings([2, 1])], 'PROTOCOL_ERROR; closed'],
    [
      'a PING while a large body waits to be written',
      [ANSWER],
      'answered; open, answered',
      {
        requests: [HUGE],
        begin: bytesOf([settings([4, 2 ** 30]), SETTINGS_ACK, windowUpdate(0, 2 ** 30), ofServer(PING, 0, 'pingpong')]),
      },
    ],
    ['headers of one request within those of another', [{ ...HEAD, flags: 0 }, ANSWER], 'PROTOCOL_ERROR; closed'],
  ];
  for (const [what, frames, expected, changes] of SAME) {
    it(`tell the same of ${what}: ${expected}`, async () => {
      const script = scriptOf(frames, changes);
      assert.equal(told(await http2CourseOf('node', port, server, script)), expected);
      assert.equal(told(await http2CourseOf('own', port, server, script)), expected);
    });
  }
});
