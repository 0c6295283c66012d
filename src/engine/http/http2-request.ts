import { validateHeaderName, validateHeaderValue, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { constants, type ClientHttp2Session, type ClientHttp2Stream } from 'node:http2';
import type { AnswerHandler, Breaker } from './connection.ts';
import { ErrorCode, KnownFailure } from './errors.ts';
import type { WireRequest } from './exchange.ts';

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
  readonly #explain: (streamId: number, code: number) => Error;
  readonly #onOver: () => void;
  #stream: ClientHttp2Stream | null = null;
  #answered = false;
  #over = false;

  /** `explain` says why a stream ended early, by its error code. `onOver` is called once, before the outcome is told. */
  constructor(handler: AnswerHandler, explain: (streamId: number, code: number) => Error, onOver: () => void) {
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
    stream.on('response', ({ ':status': status = 0, ...headers }) => {
      if (this.#over) return;
      this.#answered = true;
      this.#handler.onResponseStart(this, status, headers as IncomingHttpHeaders);
    });
    stream.on('data', (chunk: Buffer) => {
      if (!this.#over) this.#handler.onResponseData(this, chunk);
    });
    // A stream that was reset ends as well; its code comes first.
    stream.once('end', () => {
      if (this.#answered && stream.rstCode === constants.NGHTTP2_NO_ERROR) this.#complete(stream);
    });
    // What the error means is known when the stream is closed.
    stream.on('error', () => undefined);
    stream.once('close', () => {
      if (this.#answered && stream.readableEnded && stream.rstCode === constants.NGHTTP2_NO_ERROR)
        this.#complete(stream);
      else this.fail();
    });
    if (request.body !== null) stream.end(request.body);
  }

  abort(): void {
    if (this.#over) return;
    this.#end();
    this.#stream?.close(constants.NGHTTP2_CANCEL);
  }

  /** Its session is over. */
  fail(): void {
    this.#fail(this.#explain(this.#stream?.id ?? 0, this.#stream?.rstCode ?? 0));
  }

  #complete(stream: ClientHttp2Stream): void {
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
