import type { IncomingHttpHeaders } from 'node:http';
import { addHeader, noHeaders } from '../answer-headers.ts';
import type { AnswerHandler, Breaker, UnreadHead } from '../connection.ts';
import type { WireRequest } from '../exchange.ts';
import type { OnWritten } from '../wire.ts';
import { HeaderFields } from './header-fields.ts';
import { Http2Code } from './http2-errors.ts';

/** The connection that a request is sent on. */
export interface StreamOwner {
  /** Sends DATA. */
  sendData(stream: Http2Stream, body: Buffer, from: number, to: number, onWritten?: OnWritten): void;
  /** How much may be sent now, on whichever stream. */
  readonly sendableBytes: number;
  /** Lets the server send more. */
  widen(stream: Http2Stream, bytes: number): void;
  /** The server sent what no answer is. */
  refuse(stream: Http2Stream, code: number): void;
  /** Nothing more is to come that anybody wants. `code`: what the server hears of it; null: it knows. */
  leave(stream: Http2Stream, code: number | null): void;
}

/** What is still to come of an answer. */
type State = 'over' | 'head' | 'body';

/**
 * A request on a stream of HTTP/2, and its answer, of which every outcome is told once; after `abort` there is none. It is used for one request after the
 * other. The head of an answer stands until the next one.
 */
export class Http2Stream implements Breaker, UnreadHead {
  readMs = 0;
  readonly statusText = '';
  /** 0: not on the wire. */
  id = 0;
  /** How much the server takes of its body, now. */
  sendWindow = 0;
  readonly fields = new HeaderFields();
  /** A head came, if only that of an interim answer. */
  hasBegun = false;
  #owner: StreamOwner | null = null;
  #handler: AnswerHandler | null = null;
  #state: State = 'over';
  #wantsBody = false;
  /** An answer to it has no body, whatever its head says. */
  #isHead = false;
  /** How long the body is to be, and how much of it came. -1: not known. */
  #length = -1;
  #receivedBytes = 0;
  /** Of what is received, what the server has not been told of. */
  #unacknowledged = 0;
  #body: Buffer | null = null;
  #sentBytes = 0;

  /** @returns whether it is to be sent; whoever was told may have broken off */
  begin(request: WireRequest, handler: AnswerHandler, owner: StreamOwner): boolean {
    this.#owner = owner;
    this.#handler = handler;
    this.#state = 'head';
    this.id = 0;
    this.#isHead = request.method === 'HEAD';
    this.hasBegun = false;
    this.#length = -1;
    this.#receivedBytes = 0;
    this.#unacknowledged = 0;
    this.#body = null;
    handler.onRequestStart(this, true);
    return this.#isStill('head');
  }

  abort(): void {
    if (this.#state === 'over') return;
    this.#end();
    this.#owner?.leave(this, Http2Code.CANCEL);
  }

  // ── the request ──

  /** All of it is written. */
  onWritten(): void {
    this.#handler?.onBodyWritten(this);
  }

  /** Sends the body as far as the server lets it in. */
  sendBody(body: Buffer): void {
    this.#body = body;
    this.#sentBytes = 0;
    // Told at once, as many requests are sent one after the other. A body that has to wait tells it again.
    this.onWritten();
    this.onWindow();
  }

  /** The server may take more. */
  onWindow(): void {
    const body = this.#body;
    const owner = this.#owner;
    if (!body || !owner) return;
    while (this.#sentBytes < body.length) {
      const bytes = Math.min(body.length - this.#sentBytes, owner.sendableBytes, this.sendWindow);
      if (bytes <= 0) return;
      const from = this.#sentBytes;
      this.#sentBytes += bytes;
      const tells = from > 0 && this.#sentBytes === body.length;
      owner.sendData(this, body, from, this.#sentBytes, tells ? this.#whenWritten() : undefined);
    }
    this.#body = null;
  }

  #whenWritten(): OnWritten {
    const { id } = this;
    return (error) => {
      if (!error && this.id === id) this.onWritten();
    };
  }

  // ── the head of the answer ──

  get setsCookies(): boolean {
    return this.fields.has('set-cookie');
  }

  headers(): IncomingHttpHeaders {
    const headers = noHeaders();
    for (let i = 0; i < this.fields.count; i++) {
      const name = this.fields.name(i);
      if (!name.startsWith(':')) addHeader(headers, name, this.fields.value(i));
    }
    return headers;
  }

  // ── the answer ──

  /** A head came: that of an interim answer, or the answer's. It is in `fields`. */
  onHead(readMs: number, isLast: boolean): void {
    this.hasBegun = true;
    const status = this.fields.isValidResponse() ? this.fields.status() : -1;
    const isInterim = status >= 100 && status < 200;
    if (status < 0 || (isInterim && isLast)) {
      this.#owner?.refuse(this, Http2Code.PROTOCOL_ERROR);
      return;
    }
    if (isInterim) return;
    const bodiless = this.#isHead || status === 204 || status === 304;
    this.#length = bodiless ? 0 : this.fields.contentLength();
    if (isLast && this.#length > 0) {
      this.#owner?.refuse(this, Http2Code.PROTOCOL_ERROR);
      return;
    }
    this.#state = 'body';
    this.readMs = readMs;
    this.#wantsBody = this.#handler?.onUnreadHead(this, status, this) ?? false;
    if (isLast) this.onLast(readMs);
  }

  /** Headers came again: trailers, of which nobody reads anything. `fields`: those */
  onTrailers(fields: HeaderFields, readMs: number, isLast: boolean): void {
    if (!isLast || !fields.isValidTrailer(this.#length >= 0)) {
      this.#owner?.refuse(this, Http2Code.PROTOCOL_ERROR);
      return;
    }
    if (fields.contentLength() >= 0) this.#length = fields.contentLength();
    this.onLast(readMs);
  }

  get hasHead(): boolean {
    return this.#state !== 'head';
  }

  onData(bytes: Buffer, from: number, to: number): void {
    const length = to - from;
    if (this.#state === 'over') return;
    this.#receivedBytes += length;
    if (this.#state === 'head' || (this.#length >= 0 && this.#receivedBytes > this.#length)) {
      this.#owner?.refuse(this, Http2Code.PROTOCOL_ERROR);
      return;
    }
    if (this.#wantsBody) this.#handler?.onResponseData(this, bytes.subarray(from, to));
    else this.#handler?.onBodyBytes(this, length);
  }

  /** DATA takes so much of what the server may send. @returns whether it may */
  take(bytes: number, window: number): boolean {
    this.#unacknowledged += bytes;
    if (this.#unacknowledged > window) return false;
    if (this.#unacknowledged * 2 >= window) {
      this.#owner?.widen(this, this.#unacknowledged);
      this.#unacknowledged = 0;
    }
    return true;
  }

  /** That was all of the answer. */
  onLast(readMs: number): void {
    if (this.#state === 'over') return;
    if (this.#state === 'head' || (this.#length >= 0 && this.#receivedBytes !== this.#length)) {
      this.#owner?.refuse(this, Http2Code.PROTOCOL_ERROR);
      return;
    }
    const handler = this.#handler;
    const owner = this.#owner;
    // The server answered without waiting for the rest of the request.
    const code = this.#body === null ? null : Http2Code.NO_ERROR;
    this.#end();
    owner?.leave(this, code);
    this.readMs = readMs;
    handler?.onResponseEnd(this);
  }

  onFailed(error: Error): void {
    if (this.#state === 'over') return;
    const handler = this.#handler;
    this.#end();
    handler?.onResponseError(this, error);
  }

  #end(): void {
    this.#state = 'over';
    this.#handler = null;
    this.#body = null;
  }

  /** Whoever was told something may have broken off. */
  #isStill(state: State): boolean {
    return this.#state === state;
  }
}
