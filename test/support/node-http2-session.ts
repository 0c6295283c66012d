/** Requests over node's own HTTP/2, told as the engine tells them: what the engine's lane is compared with. */
import type { IncomingHttpHeaders } from 'node:http';
import { connect, constants, type ClientHttp2Session, type ClientHttp2Stream, type Settings } from 'node:http2';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { AnswerHandler, Breaker, UnreadHead } from '../../src/engine/http/connection.ts';
import { classifyError, KnownFailure } from '../../src/engine/http/errors.ts';
import type { WireRequest } from '../../src/engine/http/exchange.ts';
import { goAwayFailure, resetFailure, violationFailure } from '../../src/engine/http/h2/http2-errors.ts';

/** The engine's own. */
const STREAM_WINDOW = 4 * 1024 * 1024;
const SESSION_WINDOW = 1024 * 1024 * 1024;
const HEADER_PAIRS = 2000;

/** What nghttp2, in node, found wrong with what the server sent (nghttp2_error, nghttp2.h); anything else is PROTOCOL_ERROR. */
const VIOLATIONS: ReadonlyMap<unknown, number> = new Map([
  [-522, constants.NGHTTP2_FRAME_SIZE_ERROR],
  [-523, constants.NGHTTP2_COMPRESSION_ERROR],
  [-524, constants.NGHTTP2_FLOW_CONTROL_ERROR],
]);

export class NodeHttp2Session {
  readonly origin: string;
  readonly #session: ClientHttp2Session;
  #goAway: { readonly code: number; readonly lastStreamId: number } | null = null;
  #closed = false;
  #underWay = 0;
  #most = 1;

  constructor(origin: string, socket: Socket) {
    this.origin = origin;
    this.#session = connect(origin, {
      createConnection: () => socket,
      settings: { enablePush: false, initialWindowSize: STREAM_WINDOW },
      maxHeaderListPairs: HEADER_PAIRS,
    });
    this.#session.setLocalWindowSize(SESSION_WINDOW);
    this.#session.on('remoteSettings', ({ maxConcurrentStreams }: Settings) => {
      this.#most = maxConcurrentStreams ?? Number.POSITIVE_INFINITY;
    });
    this.#session.on('goaway', (code: number, lastStreamId: number) => (this.#goAway = { code, lastStreamId }));
    // Its streams are told of it before.
    this.#session.on('error', () => undefined);
    socket.once('close', () => (this.#closed = true));
    this.#session.once('close', () => (this.#closed = true));
  }

  get open(): boolean {
    return !this.#closed && this.#goAway === null && !this.#session.closed && !this.#session.destroyed;
  }

  get free(): boolean {
    return this.open && this.#underWay < this.#most;
  }

  request({ method, path, headers, body }: WireRequest, handler: AnswerHandler): void {
    const fields: Record<string, string> = {};
    for (let i = 0; i + 1 < headers.length; i += 2) fields[headers[i] ?? ''] = headers[i + 1] ?? '';
    if (body !== null) fields['content-length'] = String(Buffer.byteLength(body));
    const all = { ':method': method, ':scheme': 'https', ':authority': 'it', ':path': path, ...fields };
    this.#underWay++;
    const stream = this.#session.request(all, { endStream: body === null });
    new NodeHttp2Answer(stream, handler, {
      explain: (error) => this.#explain(stream, error),
      onOver: () => this.#underWay--,
    });
    if (body !== null) stream.end(body);
  }

  destroy(): void {
    this.#session.destroy(undefined, constants.NGHTTP2_NO_ERROR);
  }

  /** Why a stream ended before its answer was complete. `error`: what node says */
  #explain(stream: ClientHttp2Stream, error: Error | null): KnownFailure {
    const goAway = this.#goAway;
    if (goAway && (goAway.code !== 0 || (stream.id ?? 0) > goAway.lastStreamId)) {
      return goAwayFailure(this.origin, goAway.code);
    }
    const code = error && 'code' in error ? error.code : null;
    if (code === 'ERR_HTTP2_ERROR') {
      const errno = error && 'errno' in error ? error.errno : null;
      return violationFailure(this.origin, VIOLATIONS.get(errno) ?? constants.NGHTTP2_PROTOCOL_ERROR);
    }
    if (code !== null && code !== 'ERR_HTTP2_STREAM_ERROR') {
      return new KnownFailure(classifyError(error, this.origin));
    }
    if (this.#closed) {
      return new KnownFailure(classifyError(Object.assign(new Error(), { code: 'UND_ERR_SOCKET' }), this.origin));
    }
    return resetFailure(this.origin, stream.rstCode);
  }
}

interface Owner {
  explain(error: Error | null): KnownFailure;
  onOver(): void;
}

/** What came of one request, told once. */
class NodeHttp2Answer implements Breaker, UnreadHead {
  readonly readMs = 0;
  readonly statusText = '';
  readonly #stream: ClientHttp2Stream;
  readonly #handler: AnswerHandler;
  readonly #owner: Owner;
  #fields: readonly string[] = [];
  #hasHead = false;
  /** What came before node told of the head, which it does a bit later. */
  #early: Buffer[] = [];
  #ended = false;
  #failed: Error | null = null;
  #over = false;

  constructor(stream: ClientHttp2Stream, handler: AnswerHandler, owner: Owner) {
    this.#stream = stream;
    this.#handler = handler;
    this.#owner = owner;
    handler.onRequestStart(this, true);
    stream.push = (chunk: unknown, encoding?: BufferEncoding) => this.#push(chunk, encoding);
    stream.on('response', (head, _flags, rawHeaders?: string[]) =>
      this.#onHead(head[':status'] ?? 0, rawHeaders ?? []),
    );
    stream.on('error', (error: Error) => (this.#failed = error));
    stream.on('close', () => {
      if (this.#end()) handler.onResponseError(this, owner.explain(this.#failed));
    });
    stream.read(0);
  }

  abort(): void {
    if (this.#end()) this.#stream.close(constants.NGHTTP2_CANCEL);
  }

  get setsCookies(): boolean {
    return 'set-cookie' in this.headers();
  }

  /** All that came, where node keeps the first one of some, or puts them together. */
  headers(): IncomingHttpHeaders {
    const headers: Record<string, string[]> = {};
    for (let i = 0; i + 1 < this.#fields.length; i += 2) {
      const name = this.#fields[i] ?? '';
      if (!name.startsWith(':')) (headers[name] ??= []).push(this.#fields[i + 1] ?? '');
    }
    return Object.fromEntries(Object.entries(headers).map(([name, all]) => [name, all.length === 1 ? all[0] : all]));
  }

  #onHead(status: number, fields: readonly string[]): void {
    if (this.#over) return;
    this.#fields = fields;
    this.#hasHead = true;
    this.#handler.onUnreadHead(this, status, this);
    for (const chunk of this.#early) this.#handler.onResponseData(this, chunk);
    if (this.#ended) this.#finish();
  }

  /** In place of the stream's, by which node hands over what it read. */
  #push(chunk: unknown, encoding?: BufferEncoding): boolean {
    if (Buffer.isBuffer(chunk)) {
      if (this.#over) return true;
      if (this.#hasHead) this.#handler.onResponseData(this, chunk);
      else this.#early.push(Buffer.from(chunk));
      return true;
    }
    // Node also ends what it reads where a stream was reset; it is closed first then.
    const whole = chunk === null && !this.#stream.closed;
    const more = Readable.prototype.push.call(this.#stream, chunk, encoding);
    if (whole) {
      this.#stream.read(0);
      this.#ended = true;
      if (this.#hasHead) this.#finish();
    }
    return more;
  }

  #finish(): void {
    if (!this.#end()) return;
    // The server answered without waiting for the rest of the request.
    if (!this.#stream.writableFinished) this.#stream.close(constants.NGHTTP2_NO_ERROR);
    this.#handler.onResponseEnd(this);
  }

  #end(): boolean {
    if (this.#over) return false;
    this.#over = true;
    this.#owner.onOver();
    return true;
  }
}
