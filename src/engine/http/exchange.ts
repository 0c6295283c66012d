import type { IncomingHttpHeaders } from 'node:http';
import type { Timings } from '../../run/events.ts';
import type { Clock } from '../clock.ts';
import type { Deadline, Deadlines } from '../deadlines.ts';
import type { AnswerHandler, Breaker, Connection, UnreadHead } from './connection.ts';
import { unpack, unpackFailure } from './content-encoding.ts';
import { classifyError, oversizedBody, timeoutFailure, type Failure } from './errors.ts';
import { KeptBytes } from './kept-bytes.ts';

/** What one request sends. Header names and values alternate. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly string[];
  readonly body: string | Buffer | null;
}

/** A request with where it goes. */
export interface Outgoing {
  readonly origin: string;
  readonly request: WireRequest;
}

export interface ExchangeOptions {
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
  /** Keep the body: some expression reads it. */
  readonly keepBody: boolean;
  /** Otherwise keep this many first bytes of it when the status is one of these: for samples of failures. */
  readonly previewBytes: (status: number) => number;
}

class Cancelled extends Error {
  constructor() {
    super('Cancelled');
  }
}

/**
 * One request and its answer on the wire, with k6's timings. A VU has one of these and uses it again and again, so that a
 * request costs no new handler. Every outcome ends in exactly one call of `onDone`; after `cancel` there is none.
 */
export class Exchange implements AnswerHandler, Deadline {
  deadlineMs = Number.POSITIVE_INFINITY;

  request: WireRequest | null = null;
  origin = '';
  /** 0: no answer. */
  status = 0;
  failure: Failure | null = null;
  bodyBytes = 0;
  /** A stream was not read to its end, but left. */
  left = false;
  startedMs = 0;
  endedMs = 0;

  readonly #clock: Clock;
  readonly #deadlines: Deadlines;
  readonly #onDone: () => void;
  readonly #markSent = (): void => {
    if (this.#sentMs < this.#writingMs) this.#sentMs = this.#clock.now();
  };
  readonly #finishFailed = (): void => {
    if (this.#failing) this.#finish();
  };
  #headers: IncomingHttpHeaders | null = null;
  #unreadHead: UnreadHead | null = null;
  #statusText: string | undefined = '';
  #connection: Connection | null = null;
  #breaker: Breaker | null = null;
  #options: ExchangeOptions | null = null;
  #onChunk: ((chunk: Buffer) => boolean) | null = null;
  readonly #kept = new KeptBytes();
  #keepBytes = 0;
  #timeoutMs = 0;
  #dispatching = false;
  #active = false;
  /** It has failed, and is about to tell. */
  #failing = false;
  #writingMs = 0;
  #sentMs = 0;
  #answeringMs = 0;
  #connectingMs = 0;
  #tlsMs = 0;
  readonly #timings = {
    blockedMs: 0,
    connectingMs: 0,
    tlsMs: 0,
    sendingMs: 0,
    waitingMs: 0,
    receivingMs: 0,
    durationMs: 0,
  };

  constructor(clock: Clock, deadlines: Deadlines, onDone: () => void) {
    this.#clock = clock;
    this.#deadlines = deadlines;
    this.#onDone = onDone;
  }

  /** No answer came, or none that has a status. */
  get lost(): boolean {
    return this.failure !== null && this.failure.answered !== true;
  }

  get active(): boolean {
    return this.#active;
  }

  /** What it was sent by, as k6 names it. */
  get proto(): string {
    return this.#connection?.proto ?? 'HTTP/1.1';
  }

  /**
   * `onChunk`: gets the body as it comes; where it returns true, the rest is left. `spentMs`: how much of the time is over already.
   */
  start(
    connection: Connection,
    request: WireRequest,
    options: ExchangeOptions,
    timeoutMs = options.timeoutMs,
    onChunk: ((chunk: Buffer) => boolean) | null = null,
    spentMs = 0,
  ): void {
    this.#onChunk = onChunk;
    this.left = false;
    this.#connection = connection;
    this.#options = options;
    this.request = request;
    this.origin = connection.origin;
    this.status = 0;
    this.#statusText = undefined;
    this.#headers = this.#unreadHead = null;
    this.failure = null;
    this.bodyBytes = 0;
    this.endedMs = 0;
    this.#failing = false;
    this.#breaker = null;
    this.#kept.clear();
    this.#keepBytes = 0;
    this.#writingMs = this.#sentMs = this.#answeringMs = this.#connectingMs = this.#tlsMs = 0;
    this.#active = true;
    this.startedMs = this.#clock.now();
    this.#timeoutMs = timeoutMs;
    this.#deadlines.set(this, this.startedMs + timeoutMs - spentMs);
    this.#dispatching = true;
    connection.dispatch(request, this);
    this.#dispatching = false;
    // undici writes within `dispatch` where the connection is free: then this is the moment after the write.
    if (this.#writingMs > 0) this.#markSent();
  }

  /** Breaks off without an outcome. */
  cancel(): void {
    if (!this.#active) return;
    this.#active = false;
    this.#deadlines.clear(this);
    this.#break(new Cancelled());
  }

  /** Leaves a stream that has begun, as its end. @returns whether there is one */
  leave(): boolean {
    if (!this.#active || !this.#onChunk || this.#answeringMs === 0) return false;
    this.left = true;
    this.#break(new Cancelled());
    this.#finish();
    return true;
  }

  onDeadline(): void {
    if (!this.#active || this.leave()) return;
    const unsent = this.#connection?.isFull === true ? 'turn' : 'connection';
    this.failure = timeoutFailure(this.#timeoutMs, this.#writingMs > 0 ? 'answer' : unsent);
    // First break, then finish: whoever hears of the end may use this exchange for the next request at once.
    this.#break(new Cancelled());
    this.#finish();
  }

  // ── the connection's side ──

  onRequestStart(breaker: Breaker, saysWritten?: boolean): void {
    if (!this.#active) {
      breaker.abort(new Cancelled());
      return;
    }
    this.#breaker = breaker;
    const times = this.#connection?.takeConnectTimes();
    this.#connectingMs = times?.connectingMs ?? 0;
    this.#tlsMs = times?.tlsMs ?? 0;
    this.#writingMs = this.#clock.now();
    // Written right after this call returns; the microtask comes next.
    if (!this.#dispatching && saysWritten !== true) queueMicrotask(this.#markSent);
  }

  onBodyWritten(breaker: Breaker): void {
    if (breaker === this.#breaker) this.#sentMs = this.#clock.now();
  }

  onResponseStart(breaker: Breaker, status: number, headers: IncomingHttpHeaders, statusText?: string): void {
    if (breaker !== this.#breaker || status < 200) return;
    this.#headers = headers;
    this.#statusText = statusText;
    this.#begin(status, this.#clock.now());
  }

  onUnreadHead(_breaker: Breaker, status: number, head: UnreadHead): boolean {
    this.#unreadHead = head;
    this.#begin(status, head.readMs);
    return this.#keepBytes > 0 || this.#onChunk !== null;
  }

  onResponseData(breaker: Breaker, chunk: Buffer): void {
    if (breaker !== this.#breaker || !this.#active) return;
    const before = this.bodyBytes;
    this.bodyBytes += chunk.length;
    if (before < this.#keepBytes) this.#kept.add(chunk);
    if (this.#fits() && this.#onChunk?.(chunk) === true) this.leave();
  }

  onBodyBytes(_breaker: Breaker, count: number): void {
    this.bodyBytes += count;
    this.#fits();
  }

  onResponseEnd(breaker: Breaker): void {
    if (breaker !== this.#breaker) return;
    this.endedMs ||= this.#unreadHead?.readMs ?? 0;
    this.#finish();
  }

  onResponseError(breaker: Breaker | null, error: Error): void {
    if (!this.#active || error instanceof Cancelled) return;
    if (breaker !== null && this.#breaker !== null && breaker !== this.#breaker) return;
    this.failure = classifyError(error, this.origin);
    this.endedMs = this.#clock.now();
    // undici is in the middle of failing its queue and allows no new request until it is done. And what fails without any input or output, as where
    // there is no file handle left, would go on failing for ever before anything else had its turn.
    this.#failing = true;
    this.#clock.soon(this.#finishFailed);
  }

  // ── what came of it ──

  /** When the request began to be sent; 0 before. */
  get sendingMs(): number {
    return this.#writingMs;
  }

  /** Of an exchange that is done, until the next one. */
  get timings(): Timings {
    const timings = this.#timings;
    const end = this.endedMs;
    const writing = this.#writingMs;
    const sent = this.#sentMs;
    const answering = this.#answeringMs;
    timings.blockedMs = Math.max(0, (writing || end) - this.startedMs);
    timings.connectingMs = this.#connectingMs;
    timings.tlsMs = this.#tlsMs;
    timings.sendingMs = writing > 0 ? Math.max(0, (sent || end) - writing) : 0;
    timings.waitingMs = sent > 0 ? Math.max(0, (answering || end) - sent) : 0;
    timings.receivingMs = answering > 0 ? Math.max(0, end - answering) : 0;
    timings.durationMs = timings.sendingMs + timings.waitingMs + timings.receivingMs;
    return timings;
  }

  get statusText(): string {
    return (this.#statusText ??= this.#unreadHead?.statusText ?? '');
  }

  /** Of the answer; {} where there was none. Those that nobody asked for by the next request are gone then. */
  get headers(): IncomingHttpHeaders {
    return (this.#headers ??= this.#unreadHead?.headers() ?? {});
  }

  get setCookie(): readonly string[] | undefined {
    if (this.#headers === null && this.#unreadHead?.setsCookies === false) return undefined;
    // undici gives a single one as a text, whatever its type says.
    const given: string | readonly string[] | undefined = this.headers['set-cookie'];
    return typeof given === 'string' ? [given] : given;
  }

  /** The kept part of the body, unpacked, as text. What cannot be unpacked is left as it came. */
  bodyText(): string {
    if (this.#kept.empty) return '';
    const bytes = this.#kept.bytes();
    const whole = bytes.length === this.bodyBytes;
    const limit = this.#options?.maxBodyBytes ?? bytes.length;
    const unpacked = unpack(bytes, this.headers['content-encoding'], limit, whole);
    return (typeof unpacked === 'string' ? bytes : unpacked).toString('utf8');
  }

  /** Sets a failure where the whole body was kept and cannot be unpacked, or would be too large then. */
  checkEncoding(): void {
    const encoding = this.headers['content-encoding'];
    if (encoding === undefined || this.#keepBytes !== Number.POSITIVE_INFINITY || this.bodyBytes === 0) return;
    const limit = this.#options?.maxBodyBytes ?? 0;
    const unpacked = unpack(this.#kept.bytes(), encoding, limit, true);
    if (typeof unpacked === 'string') this.failure = unpackFailure(unpacked, encoding, limit);
  }

  #begin(status: number, atMs: number): void {
    this.#answeringMs = atMs;
    this.status = status;
    const { keepBody = false, previewBytes } = this.#options ?? {};
    this.#keepBytes = keepBody ? Number.POSITIVE_INFINITY : (previewBytes?.(status) ?? 0);
  }

  /** Ends it where the body is too large. */
  #fits(): boolean {
    const limit = this.#options?.maxBodyBytes ?? Number.POSITIVE_INFINITY;
    if (this.bodyBytes <= limit) return true;
    this.failure = oversizedBody(limit);
    this.#break(new Cancelled());
    this.#finish();
    return false;
  }

  #finish(): void {
    if (!this.#active) return;
    this.#active = this.#failing = false;
    this.endedMs ||= this.#clock.now();
    this.#deadlines.clear(this);
    this.#onDone();
  }

  /** Ends the connection: what would still come belongs to nobody. */
  #break(reason: Error): void {
    const breaker = this.#breaker;
    this.#breaker = null;
    if (breaker) breaker.abort(reason);
    else this.#connection?.destroy(reason);
  }
}
