import type { AnswerHandler } from '../connection.ts';
import type { Dialled, DialOptions } from '../dial.ts';
import { classifyError, ErrorCode, KnownFailure } from '../errors.ts';
import type { WireRequest } from '../exchange.ts';
import { Wire, type OnWritten, type WireListener } from '../raw/wire.ts';
import { FrameReader, type FrameListener } from './frame-reader.ts';
import {
  Flag,
  frameHead,
  FrameType,
  goAwayFrame,
  headerFrames,
  MOST_STREAM_ID,
  MOST_WINDOW,
  pingAckFrame,
  PREFACE,
  rstStreamFrame,
  Setting,
  settingsFrame,
  SETTINGS_ACK,
  USUAL_FRAME_BYTES,
  USUAL_WINDOW,
  windowUpdateFrame,
} from './frames.ts';
import { HeaderFields, HpackDecoder } from './hpack-decoder.ts';
import { goAwayFailure, Http2Code, resetFailure, violationFailure } from './http2-errors.ts';
import type { Http2Stream, StreamOwner } from './http2-stream.ts';
import { RequestBlocks, USUAL_TABLE_BYTES } from './request-block.ts';

/** As large as Go's client, and so k6, has them: a slow reader is the server's business only where the load test is slow itself. */
const STREAM_WINDOW = 4 * 1024 * 1024;
const SESSION_WINDOW = 1024 * 1024 * 1024;
/** Until the server says how many requests it takes at a time: every server takes one, and one more than it takes would be refused. */
const STREAMS_UNTIL_TOLD = 1;
/** Of an answer's head, as HTTP/1.1's connections have it. */
const MAX_HEAD_BYTES = 1_048_576;
/** A server that asks for answers to PING and SETTINGS without reading them is left. */
const MAX_UNREAD_BYTES = 1_048_576;

const BEGINNING =
  PREFACE +
  settingsFrame([
    [Setting.enablePush, 0],
    [Setting.initialWindowSize, STREAM_WINDOW],
    [Setting.maxHeaderListSize, MAX_HEAD_BYTES],
  ]) +
  windowUpdateFrame(0, SESSION_WINDOW - USUAL_WINDOW);

/** What came of headers that are in several frames. */
interface PartialBlock {
  readonly streamId: number;
  readonly isLast: boolean;
  readonly parts: Buffer[];
  bytes: number;
}

/**
 * One connection of HTTP/2 (RFC 9113), for as many requests at a time as the server takes. It sends nothing again, and pings nobody: what the server sees is
 * what was asked for. No object, promise or closure is made for a request; of an answer no more is read than is asked for.
 */
export class Http2Session implements WireListener, FrameListener, StreamOwner {
  readonly origin: string;
  readonly #options: DialOptions;
  readonly #onChange: () => void;
  readonly #wire = new Wire(this);
  readonly #reader = new FrameReader(this);
  readonly #decoder = new HpackDecoder(USUAL_TABLE_BYTES, MAX_HEAD_BYTES);
  readonly #blocks: RequestBlocks;
  /** Those under way, by their id. */
  readonly #streams = new Map<number, Http2Stream>();
  /** What is to be written before anything else. */
  #unsent = BEGINNING;
  #nextId = 1;
  #most = STREAMS_UNTIL_TOLD;
  #hasSettings = false;
  /** The code with which the server announced that it ends the connection. */
  #goAwayCode: number | null = null;
  #over = false;
  #partial: PartialBlock | null = null;
  /** For headers that nobody reads. */
  #unread: HeaderFields | null = null;
  #readMs = 0;
  /** How much the server takes. */
  #sendWindow = USUAL_WINDOW;
  #streamSendWindow = USUAL_WINDOW;
  #maxFrameBytes = USUAL_FRAME_BYTES;
  /** Of what is received, what the server has not been told of. */
  #unacknowledged = 0;

  /** `onChange` is called whenever `open`, `free` or `over` may have changed. */
  constructor(origin: string, way: Dialled, options: DialOptions, onChange: () => void) {
    this.origin = origin;
    this.#options = options;
    this.#onChange = onChange;
    this.#blocks = new RequestBlocks(origin.slice('https://'.length));
    this.#wire.attach(way, false);
  }

  /** It takes further requests, now or later. */
  get open(): boolean {
    return !this.#over && this.#goAwayCode === null && this.#nextId <= MOST_STREAM_ID;
  }

  /** It takes one now. */
  get free(): boolean {
    return this.open && this.#streams.size < this.#most;
  }

  get over(): boolean {
    return this.#over;
  }

  /** Sends a request on `stream`, which has none. */
  request(stream: Http2Stream, request: WireRequest, handler: AnswerHandler): void {
    if (!stream.begin(request, handler, this)) return;
    const { body } = request;
    const bodyBytes = body === null ? 0 : Buffer.byteLength(body);
    let block: string;
    try {
      block = this.#blocks.block(request, bodyBytes);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const message = `The request cannot be sent: ${why}.`;
      stream.onFailed(new KnownFailure({ kind: 'protocol', code: ErrorCode.badUrl, message }));
      return;
    }
    const id = this.#nextId;
    this.#nextId += 2;
    stream.id = id;
    stream.sendWindow = this.#streamSendWindow;
    this.#streams.set(id, stream);
    const head = headerFrames(block, id, bodyBytes === 0, this.#maxFrameBytes);
    if (body === null || bodyBytes === 0) {
      this.#write(head);
      stream.onWritten();
    } else if (typeof body === 'string' && body.length === bodyBytes && bodyBytes <= this.#sendableAtOnce(stream)) {
      stream.sendWindow -= bodyBytes;
      this.#sendWindow -= bodyBytes;
      // ASCII: one write of one text.
      this.#write(head + frameHead(bodyBytes, FrameType.data, Flag.endStream, id) + body);
      stream.onWritten();
    } else {
      this.#write(head);
      stream.sendBody(typeof body === 'string' ? Buffer.from(body) : body);
    }
  }

  /** Ends at once. */
  destroy(): void {
    if (!this.#over) this.onLost(null);
  }

  // ── what streams ask for ──

  get sendableBytes(): number {
    return Math.min(this.#sendWindow, this.#maxFrameBytes);
  }

  sendData(stream: Http2Stream, body: Buffer, from: number, to: number, onWritten?: OnWritten): void {
    const bytes = to - from;
    stream.sendWindow -= bytes;
    this.#sendWindow -= bytes;
    const flags = to === body.length ? Flag.endStream : 0;
    this.#wire.send(frameHead(bytes, FrameType.data, flags, stream.id), body.subarray(from, to), onWritten);
  }

  widen(stream: Http2Stream, bytes: number): void {
    this.#write(windowUpdateFrame(stream.id, bytes));
  }

  refuse(stream: Http2Stream, code: number): void {
    this.leave(stream, code);
    stream.onFailed(violationFailure(this.origin, code));
  }

  leave(stream: Http2Stream, code: number | null): void {
    if (!this.#streams.delete(stream.id)) return;
    if (code !== null) this.#write(rstStreamFrame(stream.id, code));
    if (!this.open && this.#streams.size === 0) this.#end();
    this.#onChange();
  }

  // ── the wire's side ──

  onBytes(bytes: Buffer, end: number): void {
    this.#readMs = this.#options.readMs();
    this.#reader.read(bytes, end);
  }

  onLost(error: Error | null): void {
    const code = this.#goAwayCode;
    const lost = error ?? Object.assign(new Error('The connection was closed'), { code: 'UND_ERR_SOCKET' });
    this.#fail(
      code !== null && code !== Http2Code.noError
        ? goAwayFailure(this.origin, code)
        : new KnownFailure(classifyError(lost, this.origin)),
    );
  }

  // ── frames ──

  onDataFrame(streamId: number, length: number): void {
    const stream = this.#streams.get(streamId);
    if (!this.#hasSettings || this.#partial || !this.#wasBegun(streamId) || stream?.hasBegun === false) {
      this.onBadFrame(Http2Code.protocolError);
      return;
    }
    this.#unacknowledged += length;
    if (this.#unacknowledged > SESSION_WINDOW) {
      this.onBadFrame(Http2Code.flowControlError);
      return;
    }
    if (this.#unacknowledged * 2 >= SESSION_WINDOW) {
      this.#write(windowUpdateFrame(0, this.#unacknowledged));
      this.#unacknowledged = 0;
    }
    if (stream && !stream.take(length, STREAM_WINDOW)) this.refuse(stream, Http2Code.flowControlError);
  }

  onData(streamId: number, bytes: Buffer, from: number, to: number): void {
    this.#streams.get(streamId)?.onData(bytes, from, to);
  }

  onDataEnd(streamId: number): void {
    this.#streams.get(streamId)?.onLast(this.#readMs);
  }

  onFrame(type: number, flags: number, streamId: number, bytes: Buffer, from: number, to: number): void {
    const wrong = this.#take(type, flags, streamId, bytes, from, to);
    if (wrong !== null) this.onBadFrame(wrong);
  }

  /** The server does not keep to the protocol. */
  onBadFrame(code: number): void {
    // Of what is no HTTP/2 at all, it does not matter which length a frame would have.
    const known = this.#hasSettings ? code : Http2Code.protocolError;
    this.#write(goAwayFrame(known));
    this.#fail(violationFailure(this.origin, known));
  }

  /** @returns the code of what is wrong with it, for the whole connection */
  #take(type: number, flags: number, streamId: number, bytes: Buffer, from: number, to: number): number | null {
    if (!this.#hasSettings && (type !== FrameType.settings || (flags & Flag.ack) !== 0)) return Http2Code.protocolError;
    if (this.#partial && type !== FrameType.continuation) return Http2Code.protocolError;
    switch (type) {
      case FrameType.headers:
        return this.#takeHeaders(flags, streamId, bytes, from, to);
      case FrameType.continuation:
        return this.#takeContinuation(flags, streamId, bytes, from, to);
      case FrameType.rstStream:
        if (to - from !== 4) return Http2Code.frameSizeError;
        if (!this.#wasBegun(streamId)) return Http2Code.protocolError;
        this.#onReset(streamId, bytes.readUInt32BE(from));
        return null;
      case FrameType.settings:
        return this.#takeSettings(flags, streamId, bytes, from, to);
      case FrameType.ping:
        if (to - from !== 8) return Http2Code.frameSizeError;
        if (streamId !== 0) return Http2Code.protocolError;
        return (flags & Flag.ack) === 0 ? this.#answer(pingAckFrame(bytes.toString('latin1', from, to))) : null;
      case FrameType.goAway:
        if (to - from < 8) return Http2Code.frameSizeError;
        if (streamId !== 0) return Http2Code.protocolError;
        this.#onGoAway(bytes.readUInt32BE(from) & MOST_STREAM_ID, bytes.readUInt32BE(from + 4));
        return null;
      case FrameType.windowUpdate:
        if (to - from !== 4) return Http2Code.frameSizeError;
        return this.#takeWindow(streamId, bytes.readUInt32BE(from) & MOST_WINDOW);
      // Nobody asked for it (enablePush).
      case FrameType.pushPromise:
        return to - from < 4 ? Http2Code.frameSizeError : Http2Code.protocolError;
      // Nothing is done with it.
      case FrameType.priority:
        return to - from === 5 ? null : Http2Code.frameSizeError;
      // What is not known is left out (RFC 9113, 4.1).
      default:
        return null;
    }
  }

  #takeHeaders(flags: number, streamId: number, bytes: Buffer, from: number, to: number): number | null {
    let at = from;
    let end = to;
    if ((flags & Flag.padded) !== 0) {
      if (at >= to) return Http2Code.protocolError;
      end -= bytes[at++] ?? 0;
    }
    if ((flags & Flag.priority) !== 0) {
      at += 5;
      if (at > to) return Http2Code.frameSizeError;
    }
    if (at > end || !this.#wasBegun(streamId)) return Http2Code.protocolError;
    const isLast = (flags & Flag.endStream) !== 0;
    if ((flags & Flag.endHeaders) !== 0) return this.#takeBlock(streamId, isLast, bytes, at, end);
    this.#partial = { streamId, isLast, parts: [Buffer.from(bytes.subarray(at, end))], bytes: end - at };
    return null;
  }

  #takeContinuation(flags: number, streamId: number, bytes: Buffer, from: number, to: number): number | null {
    const partial = this.#partial;
    if (partial?.streamId !== streamId) return Http2Code.protocolError;
    partial.parts.push(Buffer.from(bytes.subarray(from, to)));
    // Frames without anything in them cost, too.
    partial.bytes += Math.max(1, to - from);
    if (partial.bytes > MAX_HEAD_BYTES) return this.#onLargeHead();
    if ((flags & Flag.endHeaders) === 0) return null;
    this.#partial = null;
    const block = Buffer.concat(partial.parts);
    return this.#takeBlock(streamId, partial.isLast, block, 0, block.length);
  }

  /** Each has to be unpacked, whoever it is for, as later ones build on it. */
  #takeBlock(streamId: number, isLast: boolean, bytes: Buffer, from: number, to: number): number | null {
    const stream = this.#streams.get(streamId);
    const fields = stream && !stream.hasHead ? stream.fields : (this.#unread ??= new HeaderFields());
    if (!this.#decoder.decode(bytes, from, to, fields))
      return fields.isTooLarge ? this.#onLargeHead() : Http2Code.compressionError;
    if (!stream) return null;
    if (stream.hasHead) stream.onTrailers(fields, this.#readMs, isLast);
    else stream.onHead(this.#readMs, isLast);
    return null;
  }

  #takeSettings(flags: number, streamId: number, bytes: Buffer, from: number, to: number): number | null {
    const isAck = (flags & Flag.ack) !== 0;
    const isFirst = !this.#hasSettings;
    this.#hasSettings = true;
    if (isAck ? to !== from : (to - from) % 6 !== 0) return Http2Code.frameSizeError;
    if (streamId !== 0) return Http2Code.protocolError;
    if (isAck) return null;
    // A server that says nothing of it takes as many as come (RFC 9113, 6.5.2).
    if (isFirst) this.#most = Number.POSITIVE_INFINITY;
    for (let at = from; at < to; at += 6) {
      const wrong = this.#takeSetting(bytes.readUInt16BE(at), bytes.readUInt32BE(at + 2));
      if (wrong !== null) return wrong;
    }
    const wrong = this.#answer(SETTINGS_ACK);
    if (wrong === null) {
      this.#sendBodies();
      this.#onChange();
    }
    return wrong;
  }

  #takeSetting(name: number, value: number): number | null {
    switch (name) {
      case Setting.headerTableSize:
        this.#blocks.onTableSize(value);
        return null;
      case Setting.enablePush:
        return value === 0 ? null : Http2Code.protocolError;
      case Setting.maxConcurrentStreams:
        this.#most = value;
        return null;
      case Setting.initialWindowSize: {
        if (value > MOST_WINDOW) return Http2Code.flowControlError;
        const more = value - this.#streamSendWindow;
        this.#streamSendWindow = value;
        for (const stream of this.#streams.values()) {
          stream.sendWindow += more;
          if (stream.sendWindow > MOST_WINDOW) return Http2Code.flowControlError;
        }
        return null;
      }
      case Setting.maxFrameSize:
        if (value < USUAL_FRAME_BYTES || value > 0xff_ff_ff) return Http2Code.protocolError;
        this.#maxFrameBytes = value;
        return null;
      default:
        return null;
    }
  }

  #takeWindow(streamId: number, increment: number): number | null {
    if (streamId === 0) {
      if (increment === 0) return Http2Code.protocolError;
      this.#sendWindow += increment;
      if (this.#sendWindow > MOST_WINDOW) return Http2Code.flowControlError;
      this.#sendBodies();
      return null;
    }
    if (!this.#wasBegun(streamId)) return Http2Code.protocolError;
    const stream = this.#streams.get(streamId);
    if (!stream) return null;
    stream.sendWindow += increment;
    if (increment === 0) this.refuse(stream, Http2Code.protocolError);
    else if (stream.sendWindow > MOST_WINDOW) this.refuse(stream, Http2Code.flowControlError);
    else stream.onWindow();
    return null;
  }

  #onReset(streamId: number, code: number): void {
    const stream = this.#streams.get(streamId);
    if (!stream) return;
    this.leave(stream, null);
    stream.onFailed(resetFailure(this.origin, code));
  }

  #onGoAway(lastStreamId: number, code: number): void {
    // A second one may only say more of the first.
    this.#goAwayCode = this.#goAwayCode || code;
    for (const stream of [...this.#streams.values()]) {
      if (stream.id <= lastStreamId) continue;
      this.#streams.delete(stream.id);
      stream.onFailed(goAwayFailure(this.origin, code));
    }
    if (this.#streams.size === 0) this.#end();
    this.#onChange();
  }

  #onLargeHead(): null {
    this.#write(goAwayFrame(Http2Code.enhanceYourCalm));
    const error = Object.assign(new Error('Headers are too large'), { code: 'UND_ERR_HEADERS_OVERFLOW' });
    this.#fail(new KnownFailure(classifyError(error, this.origin)));
    return null;
  }

  /** Whether a request was made that the server can mean by it. */
  #wasBegun(streamId: number): boolean {
    return streamId % 2 === 1 && streamId < this.#nextId;
  }

  // ── sending ──

  #sendableAtOnce(stream: Http2Stream): number {
    return Math.min(this.sendableBytes, stream.sendWindow);
  }

  #sendBodies(): void {
    for (const stream of this.#streams.values()) stream.onWindow();
  }

  /** To what the server wants to be answered. */
  #answer(frame: string): number | null {
    if ((this.#wire.socket?.writableLength ?? 0) > MAX_UNREAD_BYTES) return Http2Code.enhanceYourCalm;
    this.#write(frame);
    return null;
  }

  #write(text: string): void {
    if (this.#over) return;
    const unsent = this.#unsent;
    this.#unsent = '';
    this.#wire.send(unsent === '' ? text : unsent + text, null);
  }

  // ── the end ──

  #fail(error: Error): void {
    const streams = [...this.#streams.values()];
    this.#end();
    for (const stream of streams) stream.onFailed(error);
    this.#onChange();
  }

  #end(): void {
    this.#over = true;
    this.#streams.clear();
    this.#reader.stop();
    this.#wire.close();
  }
}
