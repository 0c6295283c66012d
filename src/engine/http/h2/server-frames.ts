import { FrameReader, type FrameListener } from './frame-reader.ts';
import { Flag, FRAME_HEAD_BYTES, FrameType, MOST_STREAM_ID, MOST_WINDOW, USUAL_TABLE_BYTES } from './frames.ts';
import { HeaderFields } from './header-fields.ts';
import { HpackDecoder } from './hpack-decoder.ts';
import { Http2Code } from './http2-errors.ts';

/** See `Setting`. */
export interface ServerSetting {
  readonly name: number;
  readonly value: number;
}

/** Whoever a server talks to. Where a number is returned, it is the code of what is wrong with that, for the whole connection. */
export interface ServerListener {
  /** Whether a request was made that the server can mean by it. */
  wasBegun(streamId: number): boolean;
  /** Where the headers go that come now; null: nobody reads them. */
  fieldsFor(streamId: number): HeaderFields | null;
  onHeaders(streamId: number, fields: HeaderFields, isLast: boolean): void;
  /** See `FrameListener`. */
  onDataFrame(streamId: number, length: number): number | null;
  onData(streamId: number, bytes: Buffer, from: number, to: number): void;
  onDataEnd(streamId: number): void;
  onReset(streamId: number, code: number): void;
  onSettings(settings: readonly ServerSetting[], isFirst: boolean): number | null;
  /** It is to be answered with the same. */
  onPing(data: string): number | null;
  onGoAway(lastStreamId: number, code: number): void;
  /** `streamId` 0: the connection's. */
  onWindow(streamId: number, increment: number): number | null;
  /** The server does not keep to the protocol: nothing more is read. */
  onViolation(code: number): void;
  /** Nor is it where headers are larger than wanted. */
  onLargeHeaders(): void;
}

/** What came of headers that are in several frames. */
interface PartialBlock {
  readonly streamId: number;
  readonly isLast: boolean;
  readonly parts: Buffer[];
  bytes: number;
}

/** Understands what a server sends over one connection, frame by frame, as far as that needs no knowledge of requests. */
export class ServerFrames implements FrameListener {
  readonly #listener: ServerListener;
  readonly #maxHeaderBytes: number;
  readonly #reader = new FrameReader(this);
  readonly #decoder: HpackDecoder;
  #hasSettings = false;
  #partial: PartialBlock | null = null;
  /** For headers that nobody reads. */
  #unread: HeaderFields | null = null;

  constructor(listener: ServerListener, maxHeaderBytes: number) {
    this.#listener = listener;
    this.#maxHeaderBytes = maxHeaderBytes;
    this.#decoder = new HpackDecoder(USUAL_TABLE_BYTES, maxHeaderBytes);
  }

  /** The bytes up to `end`, which may be overwritten after the call. */
  read(bytes: Buffer, end: number): void {
    this.#reader.read(bytes, end);
  }

  /** Nothing more is told. */
  stop(): void {
    this.#reader.stop();
  }

  // ── frames ──

  onDataFrame(streamId: number, length: number): void {
    const isWrong = !this.#hasSettings || this.#partial || !this.#listener.wasBegun(streamId);
    const wrong = isWrong ? Http2Code.PROTOCOL_ERROR : this.#listener.onDataFrame(streamId, length);
    if (wrong !== null) this.onBadFrame(wrong);
  }

  onData(streamId: number, bytes: Buffer, from: number, to: number): void {
    this.#listener.onData(streamId, bytes, from, to);
  }

  onDataEnd(streamId: number): void {
    this.#listener.onDataEnd(streamId);
  }

  onFrame(type: number, flags: number, streamId: number, bytes: Buffer, from: number, to: number): void {
    const wrong = this.#take(type, flags, streamId, bytes, from, to);
    if (wrong !== null) this.onBadFrame(wrong);
  }

  onBadFrame(code: number): void {
    // Of what is no HTTP/2 at all, it does not matter which length a frame would have.
    this.#listener.onViolation(this.#hasSettings ? code : Http2Code.PROTOCOL_ERROR);
  }

  #take(type: number, flags: number, streamId: number, bytes: Buffer, from: number, to: number): number | null {
    if (!this.#hasSettings && (type !== FrameType.settings || (flags & Flag.ack) !== 0))
      return Http2Code.PROTOCOL_ERROR;
    if (this.#partial && type !== FrameType.continuation) return Http2Code.PROTOCOL_ERROR;
    switch (type) {
      case FrameType.headers:
        return this.#takeHeaders(flags, streamId, bytes, from, to);
      case FrameType.continuation:
        return this.#takeContinuation(flags, streamId, bytes, from, to);
      case FrameType.rstStream:
        if (to - from !== 4) return Http2Code.FRAME_SIZE_ERROR;
        if (!this.#listener.wasBegun(streamId)) return Http2Code.PROTOCOL_ERROR;
        this.#listener.onReset(streamId, bytes.readUInt32BE(from));
        return null;
      case FrameType.settings:
        return this.#takeSettings(flags, streamId, bytes, from, to);
      case FrameType.ping:
        if (to - from !== 8) return Http2Code.FRAME_SIZE_ERROR;
        if (streamId !== 0) return Http2Code.PROTOCOL_ERROR;
        return (flags & Flag.ack) === 0 ? this.#listener.onPing(bytes.toString('latin1', from, to)) : null;
      case FrameType.goAway:
        if (to - from < 8) return Http2Code.FRAME_SIZE_ERROR;
        if (streamId !== 0) return Http2Code.PROTOCOL_ERROR;
        this.#listener.onGoAway(bytes.readUInt32BE(from) & MOST_STREAM_ID, bytes.readUInt32BE(from + 4));
        return null;
      case FrameType.windowUpdate:
        if (to - from !== 4) return Http2Code.FRAME_SIZE_ERROR;
        if (streamId !== 0 && !this.#listener.wasBegun(streamId)) return Http2Code.PROTOCOL_ERROR;
        return this.#listener.onWindow(streamId, bytes.readUInt32BE(from) & MOST_WINDOW);
      // Nobody asked for it (enablePush).
      case FrameType.pushPromise:
        return to - from < 4 ? Http2Code.FRAME_SIZE_ERROR : Http2Code.PROTOCOL_ERROR;
      // Nothing is done with it.
      case FrameType.priority:
        return to - from === 5 ? null : Http2Code.FRAME_SIZE_ERROR;
      // What is not known is left out (RFC 9113, 4.1).
      default:
        return null;
    }
  }

  #takeHeaders(flags: number, streamId: number, bytes: Buffer, from: number, to: number): number | null {
    let at = from;
    let end = to;
    if ((flags & Flag.padded) !== 0) {
      if (at >= to) return Http2Code.PROTOCOL_ERROR;
      end -= bytes[at++] ?? 0;
    }
    if ((flags & Flag.priority) !== 0) {
      at += 5;
      if (at > to) return Http2Code.FRAME_SIZE_ERROR;
    }
    if (at > end || !this.#listener.wasBegun(streamId)) return Http2Code.PROTOCOL_ERROR;
    const isLast = (flags & Flag.endStream) !== 0;
    if ((flags & Flag.endHeaders) !== 0) return this.#takeBlock(streamId, isLast, bytes, at, end);
    this.#partial = { streamId, isLast, parts: [Buffer.from(bytes.subarray(at, end))], bytes: end - at };
    return null;
  }

  #takeContinuation(flags: number, streamId: number, bytes: Buffer, from: number, to: number): number | null {
    const partial = this.#partial;
    if (partial?.streamId !== streamId) return Http2Code.PROTOCOL_ERROR;
    if (to > from) partial.parts.push(Buffer.from(bytes.subarray(from, to)));
    // Frames with little in them cost, too.
    partial.bytes += to - from + FRAME_HEAD_BYTES;
    if (partial.bytes > this.#maxHeaderBytes) {
      this.#listener.onLargeHeaders();
      return null;
    }
    if ((flags & Flag.endHeaders) === 0) return null;
    this.#partial = null;
    const block = Buffer.concat(partial.parts);
    return this.#takeBlock(streamId, partial.isLast, block, 0, block.length);
  }

  /** Each has to be unpacked, whoever it is for, as later ones build on it. */
  #takeBlock(streamId: number, isLast: boolean, bytes: Buffer, from: number, to: number): number | null {
    const fields = this.#listener.fieldsFor(streamId) ?? (this.#unread ??= new HeaderFields());
    if (this.#decoder.decode(bytes, from, to, fields)) this.#listener.onHeaders(streamId, fields, isLast);
    else if (fields.isTooLarge) this.#listener.onLargeHeaders();
    else return Http2Code.COMPRESSION_ERROR;
    return null;
  }

  #takeSettings(flags: number, streamId: number, bytes: Buffer, from: number, to: number): number | null {
    const isAck = (flags & Flag.ack) !== 0;
    const isFirst = !this.#hasSettings;
    this.#hasSettings = true;
    if (isAck ? to !== from : (to - from) % 6 !== 0) return Http2Code.FRAME_SIZE_ERROR;
    if (streamId !== 0) return Http2Code.PROTOCOL_ERROR;
    if (isAck) return null;
    const settings: ServerSetting[] = [];
    for (let at = from; at < to; at += 6)
      settings.push({ name: bytes.readUInt16BE(at), value: bytes.readUInt32BE(at + 2) });
    return this.#listener.onSettings(settings, isFirst);
  }
}
