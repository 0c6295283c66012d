import type { AnswerHandler } from '../connection.ts';
import type { Dialled, DialOptions } from '../dial.ts';
import { classifyError, ErrorCode, KnownFailure } from '../errors.ts';
import type { WireRequest } from '../exchange.ts';
import { Wire, type OnWritten, type WireListener } from '../wire.ts';
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
import type { HeaderFields } from './header-fields.ts';
import { goAwayFailure, Http2Code, resetFailure, violationFailure } from './http2-errors.ts';
import type { Http2Stream, StreamOwner } from './http2-stream.ts';
import { RequestBlocks } from './request-block.ts';
import { ServerFrames, type ServerListener, type ServerSetting } from './server-frames.ts';

/** As large as Go's client, and so k6, has them: a slow reader is the server's business only where the load test is slow itself. */
const STREAM_WINDOW = 4 * 1024 * 1024;
const SESSION_WINDOW = 1024 * 1024 * 1024;
/** Until the server says how many requests it takes at a time: every server takes one, and one more than it takes would be refused. */
const STREAMS_UNTIL_TOLD = 1;
/** Of an answer's head, as HTTP/1.1's connections have it. */
const MAX_HEAD_BYTES = 1_048_576;
/** A server that asks for answers to PING and SETTINGS without reading them is left. nghttp2 has as many at a time. */
const MAX_UNREAD_ANSWERS = 1000;

const BEGINNING =
  PREFACE +
  settingsFrame([
    [Setting.enablePush, 0],
    [Setting.initialWindowSize, STREAM_WINDOW],
    [Setting.maxHeaderListSize, MAX_HEAD_BYTES],
  ]) +
  windowUpdateFrame(0, SESSION_WINDOW - USUAL_WINDOW);

/**
 * One connection of HTTP/2 (RFC 9113), for as many requests at a time as the server takes. It sends nothing again, and pings nobody: what the server sees is
 * what was asked for. No object, promise or closure is made for a request; of an answer no more is read than is asked for.
 */
export class Http2Session implements WireListener, ServerListener, StreamOwner {
  readonly origin: string;
  readonly #options: DialOptions;
  readonly #onChange: () => void;
  readonly #wire = new Wire(this);
  readonly #frames = new ServerFrames(this, MAX_HEAD_BYTES);
  readonly #blocks: RequestBlocks;
  /** Those under way, by their id. */
  readonly #streams = new Map<number, Http2Stream>();
  /** What is to be written before anything else. */
  #unsent = BEGINNING;
  #nextId = 1;
  #most = STREAMS_UNTIL_TOLD;
  /** The code with which the server announced that it ends the connection. */
  #goAwayCode: number | null = null;
  #over = false;
  #readMs = 0;
  /** How much the server takes. */
  #sendWindow = USUAL_WINDOW;
  #streamSendWindow = USUAL_WINDOW;
  #maxFrameBytes = USUAL_FRAME_BYTES;
  /** Of what is received, what the server has not been told of. */
  #unacknowledged = 0;
  #unreadAnswers = 0;
  readonly #onAnswerWritten = (): void => {
    this.#unreadAnswers--;
  };

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
    } else if (
      typeof body === 'string' &&
      body.length === bodyBytes &&
      bodyBytes <= Math.min(this.sendableBytes, stream.sendWindow)
    ) {
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
    this.#frames.read(bytes, end);
  }

  onLost(error: Error | null): void {
    const code = this.#goAwayCode;
    const lost = error ?? Object.assign(new Error('The connection was closed'), { code: 'UND_ERR_SOCKET' });
    this.#fail(
      code !== null && code !== Http2Code.NO_ERROR
        ? goAwayFailure(this.origin, code)
        : new KnownFailure(classifyError(lost, this.origin)),
    );
  }

  // ── what the server says ──

  wasBegun(streamId: number): boolean {
    return streamId % 2 === 1 && streamId < this.#nextId;
  }

  fieldsFor(streamId: number): HeaderFields | null {
    const stream = this.#streams.get(streamId);
    return stream && !stream.hasHead ? stream.fields : null;
  }

  onHeaders(streamId: number, fields: HeaderFields, isLast: boolean): void {
    const stream = this.#streams.get(streamId);
    if (stream?.hasHead) stream.onTrailers(fields, this.#readMs, isLast);
    else stream?.onHead(this.#readMs, isLast);
  }

  onDataFrame(streamId: number, length: number): number | null {
    const stream = this.#streams.get(streamId);
    if (stream?.hasBegun === false) return Http2Code.PROTOCOL_ERROR;
    this.#unacknowledged += length;
    if (this.#unacknowledged > SESSION_WINDOW) return Http2Code.FLOW_CONTROL_ERROR;
    if (this.#unacknowledged * 2 >= SESSION_WINDOW) {
      this.#write(windowUpdateFrame(0, this.#unacknowledged));
      this.#unacknowledged = 0;
    }
    if (stream && !stream.take(length, STREAM_WINDOW)) this.refuse(stream, Http2Code.FLOW_CONTROL_ERROR);
    return null;
  }

  onData(streamId: number, bytes: Buffer, from: number, to: number): void {
    this.#streams.get(streamId)?.onData(bytes, from, to);
  }

  onDataEnd(streamId: number): void {
    this.#streams.get(streamId)?.onLast(this.#readMs);
  }

  onSettings(settings: readonly ServerSetting[], isFirst: boolean): number | null {
    // A server that says nothing of it takes as many as come (RFC 9113, 6.5.2).
    if (isFirst) this.#most = Number.POSITIVE_INFINITY;
    for (const setting of settings) {
      const wrong = this.#takeSetting(setting);
      if (wrong !== null) return wrong;
    }
    const wrong = this.#answer(SETTINGS_ACK);
    if (wrong === null) {
      this.#sendBodies();
      this.#onChange();
    }
    return wrong;
  }

  onPing(data: string): number | null {
    return this.#answer(pingAckFrame(data));
  }

  onWindow(streamId: number, increment: number): number | null {
    if (streamId === 0) {
      if (increment === 0) return Http2Code.PROTOCOL_ERROR;
      this.#sendWindow += increment;
      if (this.#sendWindow > MOST_WINDOW) return Http2Code.FLOW_CONTROL_ERROR;
      this.#sendBodies();
      return null;
    }
    const stream = this.#streams.get(streamId);
    if (!stream) return null;
    stream.sendWindow += increment;
    if (increment === 0) this.refuse(stream, Http2Code.PROTOCOL_ERROR);
    else if (stream.sendWindow > MOST_WINDOW) this.refuse(stream, Http2Code.FLOW_CONTROL_ERROR);
    else stream.onWindow();
    return null;
  }

  onReset(streamId: number, code: number): void {
    const stream = this.#streams.get(streamId);
    if (!stream) return;
    this.leave(stream, null);
    stream.onFailed(resetFailure(this.origin, code));
  }

  onGoAway(lastStreamId: number, code: number): void {
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

  onViolation(code: number): void {
    this.#write(goAwayFrame(code));
    this.#fail(violationFailure(this.origin, code));
  }

  onLargeHeaders(): void {
    this.#write(goAwayFrame(Http2Code.ENHANCE_YOUR_CALM));
    const error = Object.assign(new Error('Headers are too large'), { code: 'UND_ERR_HEADERS_OVERFLOW' });
    this.#fail(new KnownFailure(classifyError(error, this.origin)));
  }

  /** @returns the code of what is wrong with it */
  #takeSetting({ name, value }: ServerSetting): number | null {
    switch (name) {
      case Setting.headerTableSize:
        this.#blocks.onTableSize(value);
        return null;
      case Setting.enablePush:
        return value === 0 ? null : Http2Code.PROTOCOL_ERROR;
      case Setting.maxConcurrentStreams:
        this.#most = value;
        return null;
      case Setting.initialWindowSize: {
        if (value > MOST_WINDOW) return Http2Code.FLOW_CONTROL_ERROR;
        const more = value - this.#streamSendWindow;
        this.#streamSendWindow = value;
        for (const stream of this.#streams.values()) {
          stream.sendWindow += more;
          if (stream.sendWindow > MOST_WINDOW) return Http2Code.FLOW_CONTROL_ERROR;
        }
        return null;
      }
      case Setting.maxFrameSize:
        if (value < USUAL_FRAME_BYTES || value > 0xff_ff_ff) return Http2Code.PROTOCOL_ERROR;
        this.#maxFrameBytes = value;
        return null;
      default:
        return null;
    }
  }

  // ── sending ──

  #sendBodies(): void {
    for (const stream of this.#streams.values()) stream.onWindow();
  }

  /** To what the server wants to be answered. */
  #answer(frame: string): number | null {
    // Not by their bytes: it may be a large body that has to wait.
    if (this.#unreadAnswers === MAX_UNREAD_ANSWERS) return Http2Code.ENHANCE_YOUR_CALM;
    this.#unreadAnswers++;
    this.#write(frame, this.#onAnswerWritten);
    return null;
  }

  #write(text: string, onWritten?: OnWritten): void {
    if (this.#over) return;
    const unsent = this.#unsent;
    this.#unsent = '';
    this.#wire.send(unsent === '' ? text : unsent + text, null, onWritten);
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
    this.#frames.stop();
    this.#wire.close();
  }
}
