import type { AnswerHandler, Breaker, Connection } from '../connection.ts';
import { dial, type ConnectTimes, type Dialled, type DialOptions } from '../dial.ts';
import type { WireRequest } from '../exchange.ts';
import { AnswerReader, isBlank, type Unusual } from './answer-reader.ts';
import { requestText, separateBody } from './request-text.ts';
import { NOTHING_TOLD } from './retold-answer.ts';
import { afterReading, type Sender } from '../turn.ts';
import { UndiciSuccessor } from './undici-successor.ts';
import { Wire, type OnWritten, type WireListener } from '../wire.ts';

/** As undici has it: a request must not cross with the server's closing. */
const KEEP_ALIVE_MARGIN_MS = 2000;
/** The kernel takes so much of a request at once, if the server took the one before. */
const WRITTEN_AT_ONCE = 16_384;
/** An origin that was unusual on so many connections is undici's for good, so that not each request makes a client. */
const MAX_HANDOVERS = 3;

type State =
  /** Without a request. */
  | 'idle'
  | 'connecting'
  /** Waits until this turn of the event loop has told all that came. */
  | 'turn'
  /** The request is written; its answer has not come to its end. */
  | 'answer'
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
  readonly #answer = new AnswerReader(this);
  #state: State = 'idle';
  #wire: Wire | null = null;
  #cancelDial: (() => void) | null = null;
  #request: WireRequest | null = null;
  /** The request as it is sent, but for a body that is not ASCII. */
  #text: string | null = null;
  #handler: AnswerHandler | null = null;
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
    if (this.#text === null) this.#askUndici(null);
    else if (!this.#wire) this.#dial();
    else {
      this.#state = 'turn';
      afterReading(this);
    }
  }

  onTurn(): void {
    if (this.#state !== 'turn') return;
    if (this.#wire?.stuck === true) {
      this.#closeWire();
      this.#dial();
    } else this.#send();
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

  #attach(wire: Wire, way: Dialled, readsToBuffer: boolean): void {
    this.#connectingMs += way.connectingMs;
    this.#tlsMs += way.tlsMs;
    this.#expiresMs = Number.POSITIVE_INFINITY;
    wire.attach(way, readsToBuffer);
    this.#wire = wire;
  }

  #send(): void {
    const handler = this.#handler;
    if (!handler) return;
    this.#state = 'answer';
    this.#answer.begin(handler, this.#request?.method === 'HEAD');
    handler.onRequestStart(this, true);
    if (!this.#isStill('answer')) return;
    const text = this.#text ?? '';
    const body = separateBody(this.#request?.body ?? null);
    const waits = text.length + (body?.length ?? 0) > WRITTEN_AT_ONCE;
    this.#wire?.send(text, body, waits ? this.#whenWritten(handler) : undefined);
    // Told at once, as many requests are sent one after the other. What has to wait tells it again.
    handler.onBodyWritten(this);
  }

  #whenWritten(handler: AnswerHandler): OnWritten {
    const request = this.#request;
    return (error) => {
      if (!error && this.#handler === handler && this.#request === request) handler.onBodyWritten(this);
    };
  }

  /** Whoever was told something may have broken off. */
  #isStill(state: State): boolean {
    return this.#state === state;
  }

  #closeWire(): void {
    this.#answer.stop();
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
    if (this.#state !== 'answer') {
      if (isBlank(bytes, 0, end)) return;
      // Nobody asked: what else comes over this connection can't be trusted.
      this.#closeWire();
      if (this.#state === 'turn') this.#dial();
      return;
    }
    this.#answer.head.readMs = this.#options.readMs();
    switch (this.#answer.read(bytes, end)) {
      case 'end':
        this.#finish(true);
        break;
      case 'end-and-more':
        this.#finish(false);
        break;
      case 'unusual':
        this.#askUndici(this.#answer.unusual);
        break;
      case 'more':
      case 'stopped':
        break;
    }
  }

  onLost(error: Error | null): void {
    const cutOff = this.#answer.inBodyBeforeClose && isEnd(error);
    this.#answer.stop();
    this.#wire = null;
    if (this.#state === 'turn') this.#dial();
    else if (this.#state === 'answer') this.#fail(this, cutOff ? incompleteBody() : (error ?? closedByOther()));
  }

  /** `alone`: nothing follows the answer that nobody asked for. */
  #finish(alone: boolean): void {
    const handler = this.#handler;
    this.#handler = null;
    this.#state = 'idle';
    const { closes, keepAliveSeconds, readMs } = this.#answer.head;
    const keptMs = keepAliveSeconds < 0 ? Number.POSITIVE_INFINITY : keepAliveSeconds * 1000 - KEEP_ALIVE_MARGIN_MS;
    this.#answer.stop();
    if (!alone || closes || keptMs <= 0) this.#closeWire();
    else this.#expiresMs = keptMs === Number.POSITIVE_INFINITY ? keptMs : readMs + keptMs;
    handler?.onResponseEnd(this);
  }

  // ── what is not plain ──

  #isUndicis(successor: UndiciSuccessor): boolean {
    return successor.connected || this.#handovers >= MAX_HANDOVERS;
  }

  /** `answer`: what came for the request that was sent; null: it was not. */
  #askUndici(answer: Unusual | null): void {
    const request = this.#request;
    const handler = this.#handler;
    if (!request || !handler) return;
    if (!this.#successor) {
      if (answer) this.#handovers++;
      this.#successor = new UndiciSuccessor(this.origin, this.#options, this.#wire, answer?.came ?? null);
      this.#wire = null;
    }
    this.#state = 'undici';
    this.#answer.stop();
    this.#answer.head.readMs = 0;
    this.#successor.dispatch(request, this, handler, answer?.told ?? NOTHING_TOLD, this.#onSuccessorDone);
  }
}

/** Whether a connection ended rather than broke, which for undici a reset by the other side does as well once that announced the end. */
function isEnd(error: Error | null): boolean {
  return error === null || ('code' in error && error.code === 'ECONNRESET');
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
