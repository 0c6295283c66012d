/** Where the engine's HTTP/2 and node's differ for a reason, so that the rest can be compared. Each one is shown in http2-differences.test.ts. */
import {
  ACK,
  ALTSVC,
  ALTSVC_FRAME,
  bytesOf,
  CONTINUATION,
  DATA,
  END_HEADERS,
  FRAME_HEAD_BYTES,
  frameByFrame,
  GOAWAY,
  HEADERS,
  MOST_PAYLOAD_BYTES,
  ORIGIN,
  ORIGIN_FRAME,
  PADDED,
  PING,
  PUSH_PROMISE,
  RST_STREAM,
  SETTINGS,
  WINDOW_UPDATE,
  WITH_PRIORITY,
} from './http2-frames.ts';
import type { Http2Course } from './http2-lanes.ts';
import type { Http2Script } from './scripted-http2-server.ts';

const MOST_STREAM_ID = 0x7fffffff;
/** Settings about which nghttp2 has rules, and which the engine does not use. */
const UNUSED_SETTINGS = [8, 9];
/** In one frame, for nghttp2. */
const MOST_SETTINGS = 32;

/** Why a script is not compared; null: it is. */
export function leftOut({ begin, pieces, requests, then }: Http2Script): string | null {
  const frames = [...frameByFrame(begin), ...frameByFrame(Buffer.concat(pieces))];
  let acks = 0;
  /** Whose headers have not ended. */
  let block: number | null = null;
  let lastId = MOST_STREAM_ID;
  for (const [index, bytes] of frames.entries()) {
    if (bytes.length < FRAME_HEAD_BYTES) continue;
    const length = bytes.readUIntBE(0, 3);
    const type = bytes.readUInt8(3);
    const flags = bytes.readUInt8(4);
    const id = bytes.readUInt32BE(5);
    const payload = bytes.subarray(FRAME_HEAD_BYTES);
    if (block !== null && (type !== CONTINUATION || id !== block || length > MOST_PAYLOAD_BYTES))
      return 'headers that never end';
    if (index === 0 && length > MOST_PAYLOAD_BYTES) return 'a first frame that is too large';
    const others = { [DATA]: 0, [HEADERS]: (flags & WITH_PRIORITY) === 0 ? 0 : 5, [PUSH_PROMISE]: 4 }[type];
    if (others !== undefined && (flags & PADDED) !== 0 && (payload[0] ?? 0) + 1 + others > length)
      return 'padding that does not fit';
    switch (type) {
      case HEADERS:
      case CONTINUATION:
        block = (flags & END_HEADERS) === 0 ? id : null;
        break;
      case RST_STREAM:
        if (length === 4 && payload.readUInt32BE(0) === 0 && requests.some(({ body }) => body !== null))
          return 'NO_ERROR for a request that is still being sent';
        break;
      case SETTINGS:
        if ((flags & ACK) !== 0 && length === 0 && acks++ > 0) return 'an answer to no SETTINGS';
        if (length > MOST_SETTINGS * 6) return 'very many settings';
        for (let at = 0; at + 6 <= payload.length; at += 6) {
          const setting = payload.readUInt16BE(at);
          if (UNUSED_SETTINGS.includes(setting)) return 'settings that are not used';
          if (isWrong(setting, payload.readUInt32BE(at + 2)) && hasOther(payload, at))
            return 'a wrong setting put right';
        }
        break;
      case PUSH_PROMISE:
        if (acks === 0) return 'a promise before the settings are known';
        break;
      case PING:
        if ((flags & ACK) !== 0) return 'an answer to no PING';
        break;
      case GOAWAY:
        if (payload.length >= 8) {
          const last = payload.readUInt32BE(0) & MOST_STREAM_ID;
          if (last > lastId || (last !== 0 && last % 2 === 0)) return 'a GOAWAY up to what no last request can be';
          lastId = last;
          const isEnd = index === frames.length - 1 && then === 'end';
          if (payload.readUInt32BE(4) !== 0 && !isEnd) return 'answers after an error';
          if (then === 'reset') return 'a reset after a GOAWAY';
        }
        break;
      case WINDOW_UPDATE:
        if (length === 4 && id !== 0 && payload.readUInt32BE(0) % 2 ** 31 === 0) return 'a window that does not grow';
        break;
      case ALTSVC:
      case ORIGIN:
        if (!bytes.equals(bytesOf([type === ALTSVC ? ALTSVC_FRAME : ORIGIN_FRAME])))
          return 'extensions that are not used';
    }
  }
  return block !== null ? 'headers that never end' : null;
}

/** RFC 9113, 6.5.2. */
function isWrong(setting: number, value: number): boolean {
  switch (setting) {
    case 2:
      return value !== 0;
    case 4:
      return value > 0x7fffffff;
    case 5:
      return value < MOST_PAYLOAD_BYTES || value > 0xffffff;
    default:
      return false;
  }
}

/** Whether the setting that is at `at` is there once more. */
function hasOther(settings: Buffer, at: number): boolean {
  for (let other = 0; other + 6 <= settings.length; other += 6) {
    if (other !== at && settings.readUInt16BE(other) === settings.readUInt16BE(at)) return true;
  }
  return false;
}

/** Why two courses are not the same although nothing is wrong with either; null: they have to be the same. */
export function reasonFor(node: Http2Course, own: Http2Course): string | null {
  const broken = (course: Http2Course): string[] => course.heard.filter((line) => /^RST_STREAM [13] /.test(line));
  const goAway = node.heard.find((line) => line.startsWith('GOAWAY'));
  if (goAway !== undefined && broken(own).length > 0) return 'node ends the connection where one stream is wrong';
  if (goAway === 'GOAWAY 5') return 'node ends the connection for more on a stream that has ended';
  if (goAway === 'GOAWAY 9' && broken(node).length > 0) return 'node judges the fields of a block that cannot be read';
  if (node.verdicts.some(({ outcome }, index) => outcome === 'waiting' && own.verdicts[index]?.outcome !== outcome))
    return 'node never tells the end after a GOAWAY';
  if (node.next === 'waiting' && own.next === 'answered') return 'node keeps a stream until its request is sent';
  return null;
}

/** Both, without what is told in passing. */
export function essences(node: Http2Course, own: Http2Course): [node: Http2Course, own: Http2Course] {
  // These ended before all of the request was sent; the engine then says so, and stops.
  const early = own.heard.flatMap((line) => /^RST_STREAM 0 on (\d+)$/.exec(line)?.[1] ?? []);
  const without = new RegExp(`^RST_STREAM 0 |^GOAWAY 0$|(?:bytes|body) on (?:${early.join('|')})$`);
  const essence = (course: Http2Course): Http2Course => {
    const heard = course.heard.filter((line) => !without.test(line));
    const end = heard.find((line) => line.startsWith('GOAWAY'));
    // Node says INTERNAL_ERROR for most of what is wrong. What it answers before that depends on what it read with it.
    return { ...course, heard: end === undefined ? heard : [end.replace(/2$/, '1')] };
  };
  return [essence(node), essence(own)];
}
