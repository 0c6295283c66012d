import Client from 'undici/lib/dispatcher/client.js';
import type { IncomingHttpHeaders } from 'node:http';
import type { Breaker, Connection, UndiciHandler } from './connection.ts';
import { dial, type ConnectTimes, type DialOptions } from './dial.ts';
import type { WireRequest } from './exchange.ts';
import { WireSocket } from './raw/wire-socket.ts';
import { isStuck } from './wire.ts';

/** Head of an answer, and trailers. Node has 16 KiB, Go's client, and so k6, 10 MB; servers that set many cookies are somewhere in between. */
const MAX_HEAD_BYTES = 1_048_576;

/**
 * A keep-alive connection of HTTP/1.1 on undici's dispatcher: it connects when first needed and again after the other side closed. It remembers how long
 * connecting took until a request has accounted for it.
 */
export class Http1Connection implements Connection {
  readonly origin: string;
  readonly proto = 'HTTP/1.1';
  readonly #client: Client;
  readonly #options: DialOptions;
  /** One that stands already, for the first connect. */
  #ready: WireSocket | null;
  #cancelDial: (() => void) | null = null;
  #socket: WireSocket | null = null;
  #connectingMs = 0;
  #tlsMs = 0;

  constructor(origin: string, options: DialOptions, ready: WireSocket | null = null) {
    this.origin = origin;
    this.#options = options;
    this.#ready = ready;
    this.#client = new Client(origin, {
      pipelining: 1,
      maxHeaderSize: MAX_HEAD_BYTES,
      // Deadlines are the engine's own, for whole requests; undici's timers cost per request.
      headersTimeout: 0,
      bodyTimeout: 0,
      // A real client keeps its connection as long as the server does; the server's keep-alive hint still counts.
      keepAliveTimeout: 600_000,
      keepAliveMaxTimeout: 600_000,
      allowH2: false,
      connect: (_target, callback) => this.#connect(callback),
    });
  }

  /** It has a socket. */
  get connected(): boolean {
    return this.#socket?.destroyed === false;
  }

  get destroyed(): boolean {
    return this.#client.destroyed;
  }

  dispatch({ method, path, headers, body }: WireRequest, handler: UndiciHandler): void {
    const whole = new WholeAnswer(handler, () => this.#socket);
    this.#client.dispatch({ method, path, headers: headers as string[], body }, whole);
  }

  takeConnectTimes(): ConnectTimes {
    const times = { connectingMs: this.#connectingMs, tlsMs: this.#tlsMs };
    this.#connectingMs = this.#tlsMs = 0;
    return times;
  }

  destroy(reason: Error): void {
    this.#cancelDial?.();
    this.#ready?.destroy();
    this.#client.destroy(reason, () => undefined);
  }

  #connect(callback: (...result: [null, WireSocket] | [Error, null]) => void): void {
    const connected = (socket: WireSocket): void => {
      this.#socket = socket;
      callback(null, socket);
    };
    const ready = this.#ready;
    this.#ready = null;
    if (ready && !ready.destroyed) {
      // undici looks at its queue only after a connect that took a moment.
      queueMicrotask(() => connected(ready));
      return;
    }
    this.#cancelDial = dial(this.origin, { protocols: ['http/1.1'] }, this.#options, (error, way) => {
      this.#cancelDial = null;
      if (!way) {
        callback(error ?? new Error('No connection'), null);
        return;
      }
      this.#connectingMs += way.connectingMs;
      this.#tlsMs += way.tlsMs;
      connected(new WireSocket(way));
    });
  }
}

/** For undici, a body that ends with its connection is whole as well where the connection was reset; it may have been cut off anywhere. */
class WholeAnswer implements UndiciHandler {
  readonly #handler: UndiciHandler;
  readonly #socket: () => WireSocket | null;

  /** `socket`: that of the moment. */
  constructor(handler: UndiciHandler, socket: () => WireSocket | null) {
    this.#handler = handler;
    this.#socket = socket;
  }

  onRequestStart(breaker: Breaker): void {
    this.#socket()?.expectAnswer();
    this.#handler.onRequestStart(breaker);
  }

  onResponseStart(breaker: Breaker, status: number, headers: IncomingHttpHeaders, statusText?: string): void {
    this.#handler.onResponseStart(breaker, status, headers, statusText);
  }

  onResponseData(breaker: Breaker, chunk: Buffer): void {
    this.#handler.onResponseData(breaker, chunk);
  }

  onResponseEnd(breaker: Breaker): void {
    const socket = this.#socket();
    if (socket && isStuck(socket)) setImmediate(endIfStuck, socket);
    if (socket?.brokenBy) this.#handler.onResponseError(breaker, socket.brokenBy);
    else this.#handler.onResponseEnd(breaker);
  }

  onResponseError(breaker: Breaker | null, error: Error): void {
    this.#handler.onResponseError(breaker, error);
  }
}

function endIfStuck(socket: WireSocket): void {
  if (isStuck(socket)) socket.destroy();
}

/** Plain http through a proxy, which is told the whole URL (RFC 9112, 3.2.2). */
export class ProxiedConnection extends Http1Connection {
  readonly #authorization: readonly string[];

  constructor(origin: string, options: DialOptions) {
    super(origin, options);
    const { authorization = null } = options.proxy ?? {};
    this.#authorization = authorization === null ? [] : ['proxy-authorization', authorization];
  }

  override dispatch(request: WireRequest, handler: UndiciHandler): void {
    const headers = [...request.headers, ...this.#authorization];
    super.dispatch({ ...request, path: this.origin + request.path, headers }, handler);
  }
}
