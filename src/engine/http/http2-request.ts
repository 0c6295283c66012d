import type { IncomingHttpHeaders } from 'node:http';
import {
  constants,
  type ClientHttp2Session,
  type ClientHttp2Stream,
  type IncomingHttpHeaders as Http2Headers,
  type IncomingHttpStatusHeader,
} from 'node:http2';
import { Readable } from 'node:stream';
import type { AnswerHandler, Breaker, UnreadHead } from './connection.ts';
import { ErrorCode, KnownFailure } from './errors.ts';
import type { WireRequest } from './exchange.ts';
import type { StreamEnd } from './http2-errors.ts';
import { http2Headers } from './http2-headers.ts';

/** The connection that a request is sent on. */
export interface RequestOwner {
  readonly origin: string;
  readonly now: () => number;
  /** Why a stream of it ended early. */
  explain(end: StreamEnd): Error;
  /** Called once for a request, before its outcome is told. */
  onOver(): void;
}

type StreamHeaders = Http2Headers & IncomingHttpStatusHeader;

const REQUEST = Symbol('request');
/** A stream that knows whose it is, so that its listeners are the same functions for all of them. */
type OwnStream = ClientHttp2Stream & { [REQUEST]?: Http2Request };

/** A request on a stream of HTTP/2, and the head of its answer. Every outcome is told once; after `abort` there is none. */
export class Http2Request implements Breaker, UnreadHead {
  /** 0 once the head was told: what comes after it is timed by itself. */
  readMs = 0;
  readonly statusText = '';
  readonly #handler: AnswerHandler;
  readonly #owner: RequestOwner;
  #stream: ClientHttp2Stream | null = null;
  #head: StreamHeaders | null = null;
  #wantsBody = false;
  /** The server said that this was all of its answer, and it is as long as its head says: nghttp2, in node, sees to that. */
  #ended = false;
  /** What node says went wrong. What it means is known when the stream is closed. */
  #failed: Error | null = null;
  #over = false;

  constructor(handler: AnswerHandler, owner: RequestOwner) {
    this.#handler = handler;
    this.#owner = owner;
  }

  start(session: ClientHttp2Session, request: WireRequest): void {
    this.#handler.onRequestStart(this, true);
    if (this.#over) return;
    let stream: OwnStream;
    try {
      stream = session.request(http2Headers(this.#owner.origin, request), { endStream: request.body === null });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const message = `The request cannot be sent: ${why}.`;
      this.#fail(new KnownFailure({ kind: 'protocol', code: ErrorCode.badUrl, message }));
      return;
    }
    this.#stream = stream;
    stream[REQUEST] = this;
    stream.push = takeBytes;
    stream.on('response', onResponse);
    stream.on('error', onError);
    stream.on('close', onClose);
    // Has node read it. What comes goes to `takeBytes`, so that the stream itself keeps and tells nothing.
    stream.read(0);
    if (request.body !== null) stream.end(request.body, () => this.#tellWritten());
    // Told at once, as many requests are sent one after the other. A body that has to wait tells it again.
    this.#tellWritten();
  }

  abort(): void {
    if (this.#over) return;
    this.#end();
    this.#stream?.close(constants.NGHTTP2_CANCEL);
  }

  // ── the head of the answer ──

  get setsCookies(): boolean {
    return this.#head?.['set-cookie'] !== undefined;
  }

  headers(): IncomingHttpHeaders {
    const headers: StreamHeaders = { ...this.#head };
    delete headers[':status'];
    return headers;
  }

  // ── the stream's side ──

  onHead(stream: ClientHttp2Stream, head: StreamHeaders): void {
    if (this.#over) return;
    this.#head = head;
    this.readMs = this.#owner.now();
    this.#wantsBody = this.#handler.onUnreadHead(this, head[':status'] ?? 0, this);
    this.readMs = 0;
    if (this.#ended) this.#finish(stream);
  }

  onBytes(chunk: Buffer): void {
    if (this.#over) return;
    if (this.#wantsBody) this.#handler.onResponseData(this, chunk);
    else this.#handler.onBodyBytes(this, chunk.length);
  }

  /** The server said that this was all of its answer. */
  onLastBytes(stream: ClientHttp2Stream): void {
    this.#ended = true;
    if (this.#head) this.#finish(stream);
  }

  onError(error: Error): void {
    this.#failed = error;
  }

  onClose(stream: ClientHttp2Stream): void {
    if (this.#over) return;
    this.#fail(this.#owner.explain({ id: stream.id ?? 0, code: stream.rstCode, error: this.#failed }));
  }

  #finish(stream: ClientHttp2Stream): void {
    if (this.#over) return;
    this.#end();
    // The server answered without waiting for the rest of the request.
    if (!stream.writableFinished) stream.close(constants.NGHTTP2_NO_ERROR);
    this.#handler.onResponseEnd(this);
  }

  #tellWritten(): void {
    if (!this.#over) this.#handler.onBodyWritten(this);
  }

  #fail(error: Error): void {
    if (this.#over) return;
    this.#end();
    this.#handler.onResponseError(this, error);
  }

  #end(): void {
    this.#over = true;
    this.#owner.onOver();
  }
}

function onResponse(this: OwnStream, head: StreamHeaders): void {
  this[REQUEST]?.onHead(this, head);
}

function onError(this: OwnStream, error: Error): void {
  this[REQUEST]?.onError(error);
}

function onClose(this: OwnStream): void {
  this[REQUEST]?.onClose(this);
}

/** In place of a stream's `push`, by which node hands over what it read. */
function takeBytes(this: OwnStream, chunk: unknown, encoding?: BufferEncoding): boolean {
  const request = this[REQUEST];
  if (request && Buffer.isBuffer(chunk)) {
    request.onBytes(chunk);
    return true;
  }
  // Node also ends what it reads where a stream was reset; it is closed first then.
  const whole = chunk === null && !this.closed;
  const more = Readable.prototype.push.call(this, chunk, encoding);
  if (whole) {
    // Lets it end, as nobody else reads it.
    this.read(0);
    request?.onLastBytes(this);
  }
  return more;
}
