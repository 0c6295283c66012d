/** What HTTP/2 is made of (RFC 9113). Texts stand for bytes, as latin1: a request is one text, and one write. */

/** Section 6. */
export const FrameType = {
  data: 0,
  headers: 1,
  priority: 2,
  rstStream: 3,
  settings: 4,
  pushPromise: 5,
  ping: 6,
  goAway: 7,
  windowUpdate: 8,
  continuation: 9,
} as const;

export const Flag = { endStream: 1, ack: 1, endHeaders: 4, padded: 8, priority: 0x20 } as const;

/** Section 6.5.2. */
export const Setting = {
  headerTableSize: 1,
  enablePush: 2,
  maxConcurrentStreams: 3,
  initialWindowSize: 4,
  maxFrameSize: 5,
  maxHeaderListSize: 6,
} as const;

export const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
export const FRAME_HEAD_BYTES = 9;
/** What each side takes without a word (section 6.5.2). */
export const USUAL_FRAME_BYTES = 16_384;
export const USUAL_WINDOW = 65_535;
export const USUAL_TABLE_BYTES = 4096;
export const MOST_WINDOW = 0x7f_ff_ff_ff;
export const MOST_STREAM_ID = 0x7f_ff_ff_ff;

/** Section 4.1; the payload comes after it. */
export function frameHead(length: number, type: number, flags: number, streamId: number): string {
  return String.fromCharCode(
    length >>> 16,
    (length >>> 8) & 0xff,
    length & 0xff,
    type,
    flags,
    streamId >>> 24,
    (streamId >>> 16) & 0xff,
    (streamId >>> 8) & 0xff,
    streamId & 0xff,
  );
}

function uint32(value: number): string {
  return String.fromCharCode(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

export function settingsFrame(settings: readonly (readonly [name: number, value: number])[]): string {
  const payload = settings.map(([name, value]) => `\0${String.fromCharCode(name)}${uint32(value)}`).join('');
  return frameHead(payload.length, FrameType.settings, 0, 0) + payload;
}

export const SETTINGS_ACK = frameHead(0, FrameType.settings, Flag.ack, 0);

export function windowUpdateFrame(streamId: number, increment: number): string {
  return frameHead(4, FrameType.windowUpdate, 0, streamId) + uint32(increment);
}

export function rstStreamFrame(streamId: number, code: number): string {
  return frameHead(4, FrameType.rstStream, 0, streamId) + uint32(code);
}

/** No request of the server was taken: it makes none. */
export function goAwayFrame(code: number): string {
  return frameHead(8, FrameType.goAway, 0, 0) + uint32(0) + uint32(code);
}

/** `data`: the eight bytes that came. */
export function pingAckFrame(data: string): string {
  return frameHead(8, FrameType.ping, Flag.ack, 0) + data;
}

/** A header block, in as many frames as it needs. */
export function headerFrames(block: string, streamId: number, endStream: boolean, maxFrameBytes: number): string {
  const end = endStream ? Flag.endStream : 0;
  if (block.length <= maxFrameBytes)
    return frameHead(block.length, FrameType.headers, end | Flag.endHeaders, streamId) + block;
  let frames = frameHead(maxFrameBytes, FrameType.headers, end, streamId) + block.slice(0, maxFrameBytes);
  for (let at = maxFrameBytes; at < block.length; at += maxFrameBytes) {
    const part = block.slice(at, at + maxFrameBytes);
    const last = at + maxFrameBytes >= block.length;
    frames += frameHead(part.length, FrameType.continuation, last ? Flag.endHeaders : 0, streamId) + part;
  }
  return frames;
}
