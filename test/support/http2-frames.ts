/** Frames of HTTP/2 (RFC 9113, 6), right or wrong. */
import { frame } from './http2-server.ts';

export const DATA = 0;
export const HEADERS = 1;
export const PRIORITY = 2;
export const RST_STREAM = 3;
export const SETTINGS = 4;
export const PUSH_PROMISE = 5;
export const PING = 6;
export const GOAWAY = 7;
export const WINDOW_UPDATE = 8;
export const CONTINUATION = 9;
export const ALTSVC = 0xa;
export const ORIGIN = 0xc;
export const PRIORITY_UPDATE = 0x10;
export const END_STREAM = 1;
export const ACK = 1;
export const END_HEADERS = 4;
export const PADDED = 8;
export const WITH_PRIORITY = 0x20;

/** What each one begins with. */
export const FRAME_HEAD_BYTES = 9;
/** What comes after that, where the settings say no more. */
export const MOST_PAYLOAD_BYTES = 16_384;

export interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly id: number;
  readonly payload: Buffer;
  /** What it says of itself, where that is not how long it is. */
  readonly length?: number;
}

/** To the client's, which node takes for valid only then. */
export const SETTINGS_ACK: Frame = { type: SETTINGS, flags: ACK, id: 0, payload: Buffer.alloc(0) };
export const ALTSVC_FRAME: Frame = {
  type: ALTSVC,
  flags: 0,
  id: 0,
  payload: Buffer.from('\0\x0ahttps://ith2=":443"', 'latin1'),
};
export const ORIGIN_FRAME: Frame = {
  type: ORIGIN,
  flags: 0,
  id: 0,
  payload: Buffer.from('\0\x0ahttps://it', 'latin1'),
};

export function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, 4 * index);
  return bytes;
}

export function rstStream(id: number, code: number): Frame {
  return { type: RST_STREAM, flags: 0, id, payload: uint32(code) };
}

export function windowUpdate(id: number, increment: number): Frame {
  return { type: WINDOW_UPDATE, flags: 0, id, payload: uint32(increment) };
}

export function withPriority({ payload, ...rest }: Frame): Frame {
  const priority = Buffer.from([0, 0, 0, 0, 15]);
  return { ...rest, flags: rest.flags | WITH_PRIORITY, payload: Buffer.concat([priority, payload]) };
}

export function bytesOf(frames: readonly Frame[]): Buffer {
  return Buffer.concat(
    frames.map(({ type, flags, id, payload, length }) =>
      frame(type, id, payload, flags, Math.max(0, length ?? payload.length)),
    ),
  );
}

/** Where frames end, as they say. */
export function frameByFrame(bytes: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.length - at < FRAME_HEAD_BYTES ? bytes.length : at + FRAME_HEAD_BYTES + bytes.readUIntBE(at, 3);
    frames.push(bytes.subarray(at, end));
    at = end;
  }
  return frames;
}
