import type { ClientRequestArgs, IncomingHttpHeaders } from 'node:http';
import type { Duplex } from 'node:stream';
import WebSocket from 'ws';
import { dial, type DialOptions } from './dial.ts';
import { classifyError, ErrorCode, timeoutFailure, type Failure } from './errors.ts';
import type { Outgoing } from './exchange.ts';

export interface SocketListeners {
  /** The answer that opened the socket, or refused to. */
  onAnswer(status: number, headers: IncomingHttpHeaders): void;
  onOpen(): void;
  onMessage(text: string): void;
  /** Called once; `failure` is why there was no session, or why it broke off. Nothing comes after it. */
  onClose(code: number, reason: string, failure: Failure | null): void;
}

/** Reads the library, so that no session has to wait for it. */
export function startWebSockets(): void {
  Reflect.get(WebSocket, 'OPEN');
}

/** How long the other side may take to answer a close. */
const CLOSE_MS = 1000;
/** Closed by the protocol's rules, RFC 6455 section 7.4.1. */
const NORMAL = 1000;
/** Never on the wire: the connection ended without a close. */
const ABNORMAL = 1006;

/** A WebSocket over a connection of its own, whose bytes the scenario's meter counts. */
export class Socket {
  readonly #socket: WebSocket;
  readonly #listeners: SocketListeners;
  /** Until the socket is open. */
  readonly #opening: NodeJS.Timeout;
  #cancelDial: (() => void) | null = null;
  #failure: Failure | null = null;
  #closing: NodeJS.Timeout | null = null;
  #over = false;

  /** `origin` of the outgoing request is http or https, as of any other. */
  constructor(
    { origin, request }: Outgoing,
    options: DialOptions & { readonly maxBytes: number },
    listeners: SocketListeners,
  ) {
    this.#listeners = listeners;
    const headers: Record<string, string> = {};
    for (let i = 0; i + 1 < request.headers.length; i += 2)
      headers[request.headers[i] ?? ''] = request.headers[i + 1] ?? '';
    this.#socket = new WebSocket(origin.replace(/^http/, 'ws') + request.path, {
      headers,
      perMessageDeflate: false,
      maxPayload: options.maxBytes,
      createConnection: (_request: ClientRequestArgs, done: (error: Error | null, socket: Duplex) => void) => {
        // An http proxy gives a way to plain WebSockets, too (RFC 6455, 4.1).
        const wish = { protocols: ['http/1.1'], tunnel: true };
        this.#cancelDial = dial(origin, wish, options, (error, way) => {
          if (way) done(null, way.socket);
          else this.#break(classifyError(error, origin));
        });
        return undefined;
      },
    });
    this.#opening = setTimeout(() => {
      this.#break(timeoutFailure(options.connectTimeoutMs, 'answer'));
    }, options.connectTimeoutMs);
    this.#socket.on('upgrade', ({ statusCode = 0, headers: answered }) => listeners.onAnswer(statusCode, answered));
    this.#socket.on('unexpected-response', (_request, { statusCode = 0, headers: answered }) => {
      listeners.onAnswer(statusCode, answered);
      this.#break(refused(statusCode));
    });
    this.#socket.on('open', () => {
      clearTimeout(this.#opening);
      listeners.onOpen();
    });
    this.#socket.on('message', (data) => {
      if (!this.#over) listeners.onMessage(textOf(data));
    });
    this.#socket.on('error', (error) => {
      this.#failure ??= classifyError(error, origin);
    });
    this.#socket.on('close', (code, reason) => this.#finish(code, reason.toString('utf8')));
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  /** Says good-bye; `onClose` follows soon, whether the other side answers or not. */
  close(): void {
    this.#socket.close(NORMAL);
    this.#closing ??= setTimeout(() => this.#socket.terminate(), CLOSE_MS);
  }

  /** Ends it without a word; `onClose` is not called. */
  destroy(): void {
    this.#over = true;
    clearTimeout(this.#opening);
    if (this.#closing) clearTimeout(this.#closing);
    this.#end();
  }

  /** Ends it for a reason of its own. */
  #break(failure: Failure): void {
    this.#failure = failure;
    this.#finish(ABNORMAL, '');
    this.#end();
  }

  #end(): void {
    this.#cancelDial?.();
    this.#socket.terminate();
  }

  #finish(code: number, reason: string): void {
    if (this.#over) return;
    this.#over = true;
    const closing = this.#closing !== null;
    clearTimeout(this.#opening);
    if (this.#closing) clearTimeout(this.#closing);
    // Whoever is done doesn't mind how the other side takes it.
    this.#listeners.onClose(code, reason, closing ? null : this.#failure);
  }
}

function refused(status: number): Failure {
  const message = `The server answered ${status} instead of opening a WebSocket.`;
  const kind = status >= 500 ? '5xx' : status >= 400 ? '4xx' : 'expectation';
  return { kind, code: status >= 400 ? ErrorCode.httpStatus + status : 0, message, answered: true };
}

function textOf(data: WebSocket.RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8');
}
