import { Flag, FRAME_HEAD_BYTES, FrameType, USUAL_FRAME_BYTES } from './frames.ts';
import { Http2Code } from './http2-errors.ts';

/** Whoever is told of frames. What is told of bytes holds until the call returns. */
export interface FrameListener {
  /** A whole frame, but not DATA. Its payload is from `from` to `to`. */
  onFrame(type: number, flags: number, streamId: number, bytes: Buffer, from: number, to: number): void;
  /** DATA begins, which takes `length` of the windows, padding included. */
  onDataFrame(streamId: number, length: number): void;
  onData(streamId: number, bytes: Buffer, from: number, to: number): void;
  /** DATA ends that was the last of its stream. */
  onDataEnd(streamId: number): void;
  /** These bytes are no frames of HTTP/2. */
  onBadFrame(code: number): void;
}

/** Takes apart what comes over one connection. DATA is told as it comes, all else when it is there. */
export class FrameReader {
  readonly #listener: FrameListener;
  /** What came of a frame that is not complete. */
  #partial: Buffer | null = null;
  #stopped = false;
  /** Of the DATA frame that is being read. */
  #streamId = 0;
  #dataLeft = 0;
  #paddingLeft = 0;
  #isLast = false;

  constructor(listener: FrameListener) {
    this.#listener = listener;
  }

  /** Nothing more is told. */
  stop(): void {
    this.#stopped = true;
    this.#partial = null;
  }

  /** Reads the bytes up to `end`. */
  read(bytes: Buffer, end: number): void {
    let all = bytes;
    let to = end;
    if (this.#partial) {
      all = Buffer.concat([this.#partial, bytes.subarray(0, end)]);
      to = all.length;
      this.#partial = null;
    }
    let at = 0;
    while (at < to && !this.#stopped) {
      const next = this.#dataLeft + this.#paddingLeft > 0 ? this.#readData(all, at, to) : this.#readFrame(all, at, to);
      if (next === at) break;
      at = next;
    }
    if (at < to && !this.#stopped) this.#partial = Buffer.from(all.subarray(at, to));
  }

  /** @returns where the next one begins; `at`: there is not enough of it */
  #readFrame(bytes: Buffer, at: number, to: number): number {
    if (to - at < FRAME_HEAD_BYTES) return at;
    const length = bytes.readUIntBE(at, 3);
    const type = bytes[at + 3] ?? 0;
    const flags = bytes[at + 4] ?? 0;
    const streamId = bytes.readUInt32BE(at + 5) & 0x7f_ff_ff_ff;
    const from = at + FRAME_HEAD_BYTES;
    if (length > USUAL_FRAME_BYTES) {
      this.#listener.onBadFrame(Http2Code.FRAME_SIZE_ERROR);
      return to;
    }
    if (type === FrameType.data) return this.#beginData(bytes, from, to, length, flags, streamId) ?? at;
    if (to - from < length) return at;
    this.#listener.onFrame(type, flags, streamId, bytes, from, from + length);
    return from + length;
  }

  /** @returns where its data begin; null: there is not enough of it */
  #beginData(bytes: Buffer, from: number, to: number, length: number, flags: number, streamId: number): number | null {
    let dataFrom = from;
    let padding = 0;
    if ((flags & Flag.padded) !== 0) {
      if (length > 0 && from >= to) return null;
      padding = bytes[from] ?? 0;
      if (length <= padding) {
        this.#listener.onBadFrame(Http2Code.PROTOCOL_ERROR);
        return to;
      }
      dataFrom++;
    }
    this.#streamId = streamId;
    this.#dataLeft = length - padding - (dataFrom - from);
    this.#paddingLeft = padding;
    this.#isLast = (flags & Flag.endStream) !== 0;
    this.#listener.onDataFrame(streamId, length);
    if (this.#dataLeft + padding === 0) this.#endData();
    return dataFrom;
  }

  #readData(bytes: Buffer, at: number, to: number): number {
    const dataTo = Math.min(to, at + this.#dataLeft);
    if (dataTo > at) {
      this.#dataLeft -= dataTo - at;
      this.#listener.onData(this.#streamId, bytes, at, dataTo);
    }
    const paddingTo = Math.min(to, dataTo + this.#paddingLeft);
    this.#paddingLeft -= paddingTo - dataTo;
    if (this.#dataLeft + this.#paddingLeft === 0) this.#endData();
    return paddingTo;
  }

  #endData(): void {
    if (this.#isLast && !this.#stopped) this.#listener.onDataEnd(this.#streamId);
  }
}
