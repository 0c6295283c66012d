import type { AnswerHandler, Breaker, Connection } from '../connection.ts';
import { dial, type ConnectTimes, type Dialled, type DialOptions } from '../dial.ts';
import type { WireRequest } from '../exchange.ts';
import { AnswerHead, MORE, UNUSUAL } from './answer-head.ts';
import { CR, LF } from './bytes.ts';
import { ChunkedBody } from './chunked-body.ts';
import { requestText, separateBody } from './request-text.ts';
import { NOTHING_TOLD, type Told } from './retold-answer.ts';
import { afterReading, type Sender } from './turn.ts';
import { UndiciSuccessor } from './undici-successor.ts';
import { Wire, type WireListener } from './wire.ts';

/** As undici has it: a request must not cross with the server's closing. */
const KEEP_ALIVE_MARGIN_MS = 2000;
/** An origin that was unusual on so many connections is undici's for good, so that not each request makes a client. */
const MAX_HANDOVERS = 3;
const REQUEST_TOLD: Told = { request: true, head: false, dataBytes: 0 };

type State =
  /** Without a request. */
  | 'idle'
  | 'connecting'
  /** Waits until this turn of the event loop has told all that came. */
  | 'turn'
  /** The request is written; no complete head came yet. */
  | 'head'
  | 'body'
  | 'chunks'
  /** undici has the request. */
  | 'undici';

/**
 * A keep-alive connection of HTTP/1.1 for plain requests and answers, at a fraction of undici's cost: one write for a request; no object, promise or
 * closure is made for it; of an answer no more is read than is asked for. Whatever isn't plain is handed over to undici together with what came, so
 * that the verdict on it is undici's own. undici then has the connection for as long as that lasts.
 */
export class RawConnection implements Connection, Breaker, WireListener, Sender {
  readonly origin: string;
  readonly proto = 'HTTP/1.1';
  readonly #options: DialOptions;
  readonly #host: string;
  /** Its bytes are read to a shared buffer; TLS has them in its own. */
  readonly #plain: boolean;
  readonly #head = new AnswerHead();
  #chunks: ChunkedBody | null = null;
  #state: State = 'idle';
  #wire: Wire | null = null;
  #cancelDial: (() => void) | null = null;
  #request: WireRequest | null = null;
  /** The request as it is sent, but for a body that is not ASCII. */
  #text: string | null = null;
  #handler: AnswerHandler | null = null;
  /** What came of a head that is not complete. */
  #partial: Buffer | null = null;
  #bodyLeft = 0;
  #wantsBody = false;
  /** Until when the server keeps the idle connection, as far as it says. */
  #expiresMs = Number.POSITIVE_INFINITY;
  #connectingMs = 0;
  #tlsMs = 0;
  #successor: UndiciSuccessor | null = null;
  #handovers = 0;
  #destroyed = false;
  readonly #onSuccessorDone = (): void => {
    this.#handler = null;
    this.#state = 'idle';
  };

  /** `way`: one that stands already. */
  constructor(origin: string, options: DialOptions, way: Dialled | null = null) {
    this.origin = origin;
    this.#options = options;
    const url = new URL(origin);
    this.#host = url.host;
    this.#plain = url.protocol === 'http:' && options.proxy === null;
    if (way && !way.socket.destroyed) this.#attach(new Wire(this), way, false);
  }

  get destroyed(): boolean {
    return this.#destroyed;
  }

  takeConnectTimes(): ConnectTimes {
    const undici = this.#successor?.takeConnectTimes();
    const connectingMs = this.#connectingMs + (undici?.connectingMs ?? 0);
    const tlsMs = this.#tlsMs + (undici?.tlsMs ?? 0);
    this.#connectingMs = this.#tlsMs = 0;
    return { connectingMs, tlsMs };
  }

  dispatch(request: WireRequest, handler: AnswerHandler): void {
    this.#request = request;
    this.#handler = handler;
    if (this.#successor && !this.#isUndicis(this.#successor)) {
      this.#successor.destroy(new Error('No longer needed'));
      this.#successor = null;
    }
    this.#text = this.#successor ? null : requestText(request, this.#host);
    if (this.#expiresMs !== Number.POSITIVE_INFINITY && this.#options.now() >= this.#expiresMs) this.#closeWire();
    if (this.#text === null) this.#askUndici(NOTHING_TOLD, null);
    else if (!this.#wire) this.#dial();
    else {
      this.#state = 'turn';
      afterReading(this);
    }
  }

  onTurn(): void {
    if (this.#state === 'turn') this.#send();
  }

  abort(reason: Error): void {
    const handler = this.#handler;
    const began = this.#state !== 'connecting' && this.#state !== 'turn';
    this.#handler = null;
    this.#state = 'idle';
    this.#cancelDial?.();
    this.#cancelDial = null;
    this.#closeWire();
    this.#successor?.destroy(reason);
    this.#successor = null;
    handler?.onResponseError(began ? this : null, reason);
  }

  destroy(reason: Error): void {
    this.#destroyed = true;
    this.abort(reason);
  }

  // ── the way there ──

  #dial(): void {
    this.#state = 'connecting';
    const wire = new Wire(this);
    const wish = { protocols: ['http/1.1'], ...(this.#plain && { onRead: wire.onRead }) };
    this.#cancelDial = dial(this.origin, wish, this.#options, (error, way) => {
      this.#cancelDial = null;
      if (way) {
        this.#attach(wire, way, this.#plain);
        this.#send();
      } else this.#fail(null, error ?? new Error('No connection'));
    });
  }

  #attach(wire: Wire, { socket, connectingMs, tlsMs }: Dialled, readsToBuffer: boolean): void {
    this.#connectingMs += connectingMs;
    this.#tlsMs += tlsMs;
    this.#expiresMs = Number.POSITIVE_INFINITY;
    wire.attach(socket, readsToBuffer);
    this.#wire = wire;
  }

  #send(): void {
    this.#state = 'head';
    this.#handler?.onRequestStart(this, true);
    if (!this.#isStill('head')) return;
    this.#wire?.send(this.#text ?? '', separateBody(this.#request?.body ?? null));
    // Told at once, as many requests are sent one after the other.
    this.#handler?.onBodyWritten(this);
  }

  /** Whoever was told something may have broken off. */
  #isStill(state: State): boolean {
    return this.#state === state;
  }

  #closeWire(): void {
    this.#partial = null;
    this.#wire?.close();
    this.#wire = null;
  }

  #fail(breaker: Breaker | null, error: Error): void {
    const handler = this.#handler;
    this.#handler = null;
    this.#state = 'idle';
    handler?.onResponseError(breaker, error);
  }

  // ── the answer ──

  onBytes(bytes: Buffer, end: number): void {
    this.#head.readMs = this.#options.now();
    switch (this.#state) {
      case 'head':
        this.#readHead(bytes, end);
        break;
      case 'body':
        this.#readBody(bytes, 0, end);
        break;
      case 'chunks':
        this.#readChunks(bytes, 0, end);
        break;
      default:
        if (isBlank(bytes, 0, end)) return;
        // Nobody asked: what else comes over this connection can't be trusted.
        this.#closeWire();
        if (this.#state === 'turn') this.#dial();
    }
  }

  onLost(error: Error | null): void {
    const state = this.#state;
    this.#partial = null;
    this.#wire = null;
    if (state === 'turn') this.#dial();
    else if (state === 'body' && this.#head.closes && isEnd(error)) this.#fail(this, incompleteBody());
    else if (state === 'head' || state === 'body' || state === 'chunks') this.#fail(this, error ?? closedByOther());
  }

  #readHead(bytes: Buffer, end: number): void {
    const partial = this.#partial;
    const all = partial ? Buffer.concat([partial, bytes.subarray(0, end)]) : bytes;
    const to = partial ? all.length : end;
    const at = this.#head.scan(all, 0, to);
    if (at === MORE) {
      this.#partial = partial ? all : Buffer.from(all.subarray(0, to));
      return;
    }
    this.#partial = null;
    if (at === UNUSUAL) {
      this.#askUndici(REQUEST_TOLD, Buffer.from(all.subarray(0, to)));
      return;
    }
    const { status, contentLength, chunked, bodiless } = this.#head;
    this.#wantsBody = this.#handler?.onUnreadHead(this, status, this.#head) ?? false;
    if (!this.#isStill('head')) return;
    if (chunked) {
      this.#state = 'chunks';
      (this.#chunks ??= new ChunkedBody()).begin();
      this.#readChunks(all, at, to);
    } else {
      this.#state = 'body';
      this.#bodyLeft = bodiless ? 0 : contentLength;
      this.#readBody(all, at, to);
    }
    if (this.#isStill('body') || this.#isStill('chunks')) this.#head.keep();
  }

  #readBody(bytes: Buffer, from: number, end: number): void {
    const to = Math.min(end, from + this.#bodyLeft);
    this.#bodyLeft -= to - from;
    if (to > from && !this.#tellData(bytes, from, to)) return;
    if (this.#bodyLeft === 0) this.#finish(isBlank(bytes, to, end));
  }

  #readChunks(bytes: Buffer, from: number, end: number): void {
    const chunks = this.#chunks;
    for (let at = from; chunks; at = chunks.dataTo) {
      switch (chunks.next(bytes, at, end)) {
        case 'data':
          if (!this.#tellData(bytes, chunks.at, chunks.dataTo)) return;
          break;
        case 'more':
          return;
        case 'end':
          this.#finish(isBlank(bytes, chunks.at, end));
          return;
        case 'unusual': {
          const { text, dataBytes } = chunks.equivalent();
          const came = Buffer.concat([Buffer.from(this.#head.chunkedAlike() + text), bytes.subarray(chunks.at, end)]);
          this.#askUndici({ request: true, head: true, dataBytes }, came);
          return;
        }
      }
    }
  }

  /** @returns whether it goes on */
  #tellData(bytes: Buffer, from: number, to: number): boolean {
    const state = this.#state;
    if (this.#wantsBody) this.#handler?.onResponseData(this, bytes.subarray(from, to));
    else this.#handler?.onBodyBytes(this, to - from);
    return this.#isStill(state);
  }

  /** `alone`: nothing follows the answer that nobody asked for. */
  #finish(alone: boolean): void {
    const handler = this.#handler;
    this.#handler = null;
    this.#state = 'idle';
    const { closes, keepAliveSeconds } = this.#head;
    const keptMs = keepAliveSeconds < 0 ? Number.POSITIVE_INFINITY : keepAliveSeconds * 1000 - KEEP_ALIVE_MARGIN_MS;
    if (!alone || closes || keptMs <= 0) this.#closeWire();
    else this.#expiresMs = keptMs === Number.POSITIVE_INFINITY ? keptMs : this.#head.readMs + keptMs;
    handler?.onResponseEnd(this);
  }

  // ── what is not plain ──

  #isUndicis(successor: UndiciSuccessor): boolean {
    return successor.connected || this.#handovers >= MAX_HANDOVERS;
  }

  /** `answer`: what came for the request that was sent; null: it was not. */
  #askUndici(told: Told, answer: Buffer | null): void {
    const request = this.#request;
    const handler = this.#handler;
    if (!request || !handler) return;
    if (!this.#successor) {
      if (told.request) this.#handovers++;
      this.#successor = new UndiciSuccessor(this.origin, this.#options, this.#wire, answer);
      this.#wire = null;
    }
    this.#state = 'undici';
    this.#head.readMs = 0;
    this.#successor.dispatch(request, this, handler, told, this.#onSuccessorDone);
  }
}

/** Whether a connection ended rather than broke, which for undici a reset by the other side does as well once that announced the end. */
function isEnd(error: Error | null): boolean {
  return error === null || ('code' in error && error.code === 'ECONNRESET');
}

/** Line breaks between answers are left out, as undici does. */
function isBlank(bytes: Buffer, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (bytes[at] !== CR && bytes[at] !== LF) return false;
  return true;
}

/** In the words of undici, as of all that goes wrong. */
function closedByOther(): Error {
  return Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
}

function incompleteBody(): Error {
  return Object.assign(new Error('Response body length does not match content-length header'), {
    code: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  });
}
