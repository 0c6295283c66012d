import { validateHeaderName, validateHeaderValue, type OutgoingHttpHeaders } from 'node:http';
import { constants, type ClientHttp2Session, type ClientHttp2Stream } from 'node:http2';
import type { AnswerHandler, Breaker } from './connection.ts';
import { ErrorCode, KnownFailure } from './errors.ts';
import type { WireRequest } from './exchange.ts';
import type { StreamEnd } from './http2-errors.ts';

/** Of HTTP/1.1's connections; HTTP/2 forbids them (RFC 9113, 8.2.2), and Go's client leaves them out. */
const OF_CONNECTIONS: ReadonlySet<string> = new Set([
  'connection',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);
/** Their empty body has a length, as by HTTP/1.1 (RFC 9110, 8.6). */
const WITH_CONTENT: ReadonlySet<string> = new Set(['PATCH', 'POST', 'PUT']);

/** A request on a stream of HTTP/2. Every outcome is told once; after `abort` there is none. */
export class Http2Request implements Breaker {
  readonly #handler: AnswerHandler;
  readonly #explain: (end: StreamEnd) => Error;
  readonly #onOver: () => void;
  #stream: ClientHttp2Stream | null = null;
  #answered = false;
  /** The server said that this was all of its answer. */
  #ended = false;
  /** Bytes of the body that the answer announced and that did not come yet; NaN where it announced none. */
  #missing = Number.NaN;
  #over = false;

  /** `explain` says why a stream ended early. `onOver` is called once, before the outcome is told. */
  constructor(handler: AnswerHandler, explain: (end: StreamEnd) => Error, onOver: () => void) {
    this.#handler = handler;
    this.#explain = explain;
    this.#onOver = onOver;
  }

  start(session: ClientHttp2Session, origin: string, request: WireRequest): void {
    this.#handler.onRequestStart(this);
    if (this.#over) return;
    let stream: ClientHttp2Stream;
    try {
      stream = session.request(headersOf(origin, request), { endStream: request.body === null });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const message = `The request cannot be sent: ${why}.`;
      this.#fail(new KnownFailure({ kind: 'protocol', code: ErrorCode.badUrl, message }));
      return;
    }
    this.#stream = stream;
    this.#watchEnd(stream);
    let failed: Error | null = null;
    stream.on('response', ({ ':status': status = 0, ...headers }) => {
      if (this.#over) return;
      this.#answered = true;
      if (stream.endAfterHeaders) this.#ended = true;
      if (!stream.endAfterHeaders) this.#missing = Number(headers['content-length'] ?? Number.NaN);
      this.#handler.onResponseStart(this, status, headers);
    });
    stream.on('data', (chunk: Buffer) => {
      if (this.#over) return;
      this.#missing -= chunk.length;
      this.#handler.onResponseData(this, chunk);
    });
    stream.once('end', () => {
      if (this.#complete) this.#finish(stream);
    });
    // What it means is known when the stream is closed.
    stream.on('error', (error: Error) => (failed = error));
    stream.once('close', () => {
      if (this.#complete && stream.readableEnded) this.#finish(stream);
      else this.#fail(this.#explain({ id: stream.id ?? 0, code: stream.rstCode, error: failed }));
    });
    if (request.body === null) return;
    stream.end(request.body, () => {
      if (!this.#over) this.#handler.onBodyWritten(this);
    });
  }

  abort(): void {
    if (this.#over) return;
    this.#end();
    this.#stream?.close(constants.NGHTTP2_CANCEL);
  }

  /** Node also ends what it reads where the server reset the stream, and tells the code; NO_ERROR is that of a stream that was not. Then it is closed first. */
  #watchEnd(stream: ClientHttp2Stream): void {
    const push = stream.push.bind(stream);
    stream.push = (chunk: unknown, encoding) => {
      if (chunk === null && !stream.closed) this.#ended = true;
      return push(chunk, encoding);
    };
  }

  /** What came is the whole answer. A stream that was reset ends as well; its code comes first. */
  get #complete(): boolean {
    return (
      this.#answered && this.#ended && this.#stream?.rstCode === constants.NGHTTP2_NO_ERROR && !(this.#missing > 0)
    );
  }

  #finish(stream: ClientHttp2Stream): void {
    if (this.#over) return;
    this.#end();
    // The server answered without waiting for the rest of the request.
    if (!stream.writableFinished) stream.close(constants.NGHTTP2_NO_ERROR);
    this.#handler.onResponseEnd(this);
  }

  #fail(error: Error): void {
    if (this.#over) return;
    this.#end();
    this.#handler.onResponseError(this, error);
  }

  #end(): void {
    this.#over = true;
    this.#onOver();
  }
}

function headersOf(origin: string, { method, path, headers, body }: WireRequest): OutgoingHttpHeaders {
  const sent: OutgoingHttpHeaders = {
    ':method': method,
    ':scheme': 'https',
    ':authority': origin.slice('https://'.length),
    ':path': path,
  };
  for (let i = 0; i + 1 < headers.length; i += 2) {
    const name = headers[i] ?? '';
    const value = headers[i + 1] ?? '';
    validateHeaderName(name);
    validateHeaderValue(name, value);
    if (OF_CONNECTIONS.has(name)) continue;
    const key = name === 'host' ? ':authority' : name;
    const before = key.startsWith(':') ? undefined : sent[key];
    sent[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [String(before)]), value];
  }
  const length = body === null ? 0 : Buffer.byteLength(body);
  if (sent['content-length'] === undefined && (length > 0 || WITH_CONTENT.has(method))) {
    sent['content-length'] = length;
  }
  return sent;
}
