/** Servers of HTTP/2 that go wrong in small ways, drawn from a seed. */
import type { WireRequest } from '../../src/engine/http/exchange.ts';
import type { Random } from '../../src/engine/random.ts';
import { BlockWriter } from './block-writer.ts';
import { CODES, Http2Answer } from './http2-answer.ts';
import {
  ACK,
  ALTSVC_FRAME,
  bytesOf,
  END_HEADERS,
  FRAME_HEAD_BYTES,
  frameByFrame,
  GOAWAY,
  MOST_PAYLOAD_BYTES,
  ORIGIN_FRAME,
  PING,
  PRIORITY,
  PRIORITY_UPDATE,
  PUSH_PROMISE,
  rstStream,
  SETTINGS,
  SETTINGS_ACK,
  uint32,
  windowUpdate,
  type Frame,
} from './http2-frames.ts';
import { below, changed, pick, split } from './odd-bytes.ts';
import type { Http2Script } from './scripted-http2-server.ts';

const IDS = [0, 1, 1, 2, 3, 4, 5, 99, 0x7fffffff, 0x80000001];

/** A connection that goes right, and then mostly is changed in one to three places. `changes`: in how many; none: in none at all. */
export function drawHttp2Script(random: Random, changes = pick(random, [0, 0, 1, 1, 1, 2, 3])): Http2Script {
  const requests = drawRequests(random);
  const writer = new BlockWriter(random);
  let answers = drawAnswers(random, writer, requests);
  let begin = [settings(random), SETTINGS_ACK];
  if (random.next() < 0.2) begin.push(windowUpdate(0, pick(random, [1, 100_000, 0x7fff0000])));
  for (let i = 0; i < changes; i++) {
    if (random.next() < 0.1) begin = changedFrames(random, begin);
    else answers = changedFrames(random, answers);
  }
  let bytes = bytesOf(answers);
  if (changes > 0 && random.next() < 0.25 && bytes.length > 0) bytes = changed(random, bytes);
  bytes = whole(bytes);
  return {
    requests,
    begin: whole(bytesOf(begin)),
    pieces: pieces(random, bytes),
    aborts: random.next() < 0.1,
    then: pick(random, ['keep', 'keep', 'keep', 'end', 'reset']),
  };
}

function drawRequests(random: Random): [WireRequest, ...WireRequest[]] {
  const first = drawRequest(random, '/first');
  return random.next() < 0.4 ? [first, drawRequest(random, '/second')] : [first];
}

function drawRequest(random: Random, path: string): WireRequest {
  const request = { path, headers: ['accept', '*/*'], method: 'GET', body: null };
  switch (below(random, 8)) {
    case 0:
      return { ...request, method: 'HEAD' };
    case 1:
      return { ...request, method: 'POST', body: '{"a":1}' };
    case 2:
      return { ...request, method: 'POST', body: 'x'.repeat(70_000) };
    default:
      return request;
  }
}

/** Those of all requests, mixed, with what else a server sends. */
function drawAnswers(random: Random, writer: BlockWriter, requests: readonly WireRequest[]): Frame[] {
  const answers = requests.map((request, index) => new Http2Answer(random, writer, request, 2 * index + 1));
  const frames: Frame[] = [];
  while (answers.some(({ over }) => !over)) {
    if (random.next() < 0.12) frames.push(drawOther(random, requests.length));
    const answer = pick(random, answers);
    if (!answer.over) frames.push(...answer.next());
  }
  if (random.next() < 0.1) frames.push(drawOther(random, requests.length));
  return frames;
}

const SETTING_VALUES: readonly (readonly [id: number, values: readonly number[]])[] = [
  [1, [0, 100, 4096, 65_536]],
  [2, [0]],
  [3, [1, 2, 100, 0xffffffff]],
  [4, [0, 100, 65_535, 1_000_000]],
  [5, [16_384, 65_536, 16_777_215]],
  [6, [100, 65_536]],
  [0xf0f0, [7]],
];

function settings(random: Random): Frame {
  const parts = Array.from({ length: below(random, 4) }, () => {
    const [id, values] = pick(random, SETTING_VALUES);
    const part = Buffer.alloc(6);
    part.writeUInt16BE(id, 0);
    part.writeUInt32BE(pick(random, values), 2);
    return part;
  });
  return { type: SETTINGS, flags: 0, id: 0, payload: Buffer.concat(parts) };
}

/** Anything but an answer. */
function drawOther(random: Random, streams: number): Frame {
  const id = 1 + 2 * below(random, streams);
  switch (below(random, 16)) {
    case 0:
      return settings(random);
    case 1:
      return { type: 0xbb, flags: ACK, id: 0, payload: Buffer.alloc(0) };
    case 2:
    case 3:
      return { type: PING, flags: 0, id: 0, payload: Buffer.from('pingpong') };
    case 5:
    case 6:
      return windowUpdate(0, pick(random, [1, 100_000]));
    case 7:
    case 8:
      return windowUpdate(id, pick(random, [1, 100_000]));
    case 9:
      return { type: PRIORITY, flags: 0, id, payload: Buffer.from([0, 0, 0, 0, 3]) };
    case 10:
      return {
        type: GOAWAY,
        flags: 0,
        id: 0,
        payload: Buffer.concat([
          uint32(pick(random, [0, 1, 3, 0x7fffffff]), pick(random, CODES)),
          Buffer.from(pick(random, ['', 'why'])),
        ]),
      };
    case 11:
      return ALTSVC_FRAME;
    case 12:
      return ORIGIN_FRAME;
    case 13:
      return { type: PRIORITY_UPDATE, flags: 0, id: 0, payload: Buffer.concat([uint32(id), Buffer.from('u=1')]) };
    case 14:
      return { type: 0x42, flags: below(random, 256), id: pick(random, IDS), payload: Buffer.from('unknown') };
    default:
      return random.next() < 0.3
        ? {
            type: PUSH_PROMISE,
            flags: END_HEADERS,
            id,
            payload: Buffer.concat([uint32(2), Buffer.from([0x82, 0x87, 0x84])]),
          }
        : rstStream(id, pick(random, CODES));
  }
}

/** One frame among them that is left out, comes twice, or is not as it was. */
function changedFrames(random: Random, frames: readonly Frame[]): Frame[] {
  const index = below(random, frames.length);
  const one = frames[index];
  if (!one) return [drawOther(random, 1)];
  const before = frames.slice(0, index);
  const after = frames.slice(index + 1);
  const other = below(random, frames.length);
  switch (below(random, 12)) {
    case 0:
      return [...before, ...after];
    case 1:
      return [...before, one, one, ...after];
    case 2: {
      const rest = [...before, ...after];
      return [...rest.slice(0, other), one, ...rest.slice(other)];
    }
    case 3:
    case 4:
      return [...before, { ...one, flags: one.flags ^ (1 << pick(random, [0, 0, 2, 3, 5, 7])) }, ...after];
    case 5:
      return [...before, { ...one, id: pick(random, IDS) }, ...after];
    case 6:
      return [...before, { ...one, type: below(random, 12) }, ...after];
    case 7:
      return [
        ...before,
        {
          ...one,
          length: pick(random, [0, 1, one.payload.length - 1, one.payload.length + 1, 16_384, 16_385, 0xffffff]),
        },
        ...after,
      ];
    case 8:
      return [...before, { ...one, payload: one.payload.subarray(0, below(random, one.payload.length + 1)) }, ...after];
    case 9:
      return [
        ...before,
        { ...one, payload: Buffer.concat([one.payload, Buffer.from([below(random, 256)])]) },
        ...after,
      ];
    case 10: {
      const payload = Buffer.from(one.payload);
      const at = below(random, payload.length);
      if (payload.length > 0) payload[at] = (payload[at] ?? 0) ^ (1 << below(random, 8));
      return [...before, { ...one, payload }, ...after];
    }
    default:
      return [...before, one, drawOther(random, 2), ...after];
  }
}

/** With zeros for what the last frame says there is, unless it says too much: nghttp2 judges by a frame's head, the engine when it is all there. */
function whole(bytes: Buffer): Buffer {
  const last = frameByFrame(bytes).at(-1);
  if (!last) return bytes;
  if (last.length < FRAME_HEAD_BYTES)
    return whole(Buffer.concat([bytes, Buffer.alloc(FRAME_HEAD_BYTES - last.length)]));
  const length = last.readUIntBE(0, 3);
  const missing = FRAME_HEAD_BYTES + length - last.length;
  return length > MOST_PAYLOAD_BYTES ? bytes : Buffer.concat([bytes, Buffer.alloc(missing)]);
}

function pieces(random: Random, bytes: Buffer): Buffer[] {
  if (bytes.length < 150 && random.next() < 0.05) return Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
  return split(random, bytes);
}
