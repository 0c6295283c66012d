import type { AnswerHandler, Connection } from './connection.ts';
import { dial, type ConnectTimes, type Dialled, type DialOptions } from './dial.ts';
import type { WireRequest } from './exchange.ts';
import { Http2Session } from './h2/http2-session.ts';
import { Http2Stream } from './h2/http2-stream.ts';
import { RawConnection } from './raw/raw-connection.ts';
import { afterReading, type Sender } from './turn.ts';

/** The connections of a VU that all of its lanes share: one to each https origin. */
export class SharedConnections {
  readonly #byOrigin = new Map<string, SharedConnection>();

  /** For one lane. */
  connection(origin: string, options: DialOptions): Connection {
    let shared = this.#byOrigin.get(origin);
    if (!shared) this.#byOrigin.set(origin, (shared = new SharedConnection(origin, options)));
    return new SharingConnection(shared, options);
  }

  /** Ends them all at once. */
  close(): void {
    for (const shared of this.#byOrigin.values()) shared.close();
    this.#byOrigin.clear();
  }
}

const REUSED: ConnectTimes = { connectingMs: 0, tlsMs: 0 };

interface Waiting {
  readonly connection: SharingConnection;
  readonly request: WireRequest;
  readonly handler: AnswerHandler;
}

/**
 * Finds out by ALPN whether an origin speaks HTTP/2, and then has one connection for all lanes. A session that takes no more requests is replaced when
 * the next one comes. Where the origin speaks HTTP/1.1 only, each lane has a connection of its own, the first one the socket that found it out.
 */
class SharedConnection {
  readonly origin: string;
  readonly #options: DialOptions;
  readonly #waiting: Waiting[] = [];
  /** The newest is the last; the others only end what they began. */
  #sessions: Http2Session[] = [];
  #cancelDial: (() => void) | null = null;
  #plain = false;
  #way: Dialled | null = null;
  #closed = false;

  constructor(origin: string, options: DialOptions) {
    this.origin = origin;
    this.#options = options;
  }

  /** The origin turned out to speak HTTP/1.1 only. */
  get plain(): boolean {
    return this.#plain;
  }

  /** Requests wait for others, not for a connection. */
  get isFull(): boolean {
    return this.#waiting.length > 0 && this.#sessions.at(-1)?.open === true;
  }

  send(connection: SharingConnection, request: WireRequest, handler: AnswerHandler): void {
    const session = this.#sessions.at(-1);
    if (this.#waiting.length === 0 && session?.free) {
      session.request(connection.stream(), request, handler);
      return;
    }
    this.#waiting.push({ connection, request, handler });
    this.#proceed();
  }

  /** Takes a request back that was not sent yet. */
  withdraw(connection: SharingConnection): void {
    const index = this.#waiting.findIndex((waiting) => waiting.connection === connection);
    if (index >= 0) this.#waiting.splice(index, 1);
    if (this.#waiting.length > 0) return;
    this.#cancelDial?.();
    this.#cancelDial = null;
  }

  /** What the newest connection took, for the first request on it. */
  takeConnectTimes(): ConnectTimes {
    const times = this.#way ?? REUSED;
    this.#way = null;
    return times;
  }

  close(): void {
    this.#closed = true;
    this.#waiting.length = 0;
    this.#cancelDial?.();
    for (const session of this.#sessions) session.destroy();
  }

  #proceed(): void {
    if (this.#closed || this.#waiting.length === 0 || this.#cancelDial) return;
    const session = this.#sessions.at(-1);
    if (!session?.open) {
      this.#dial();
      return;
    }
    while (session.free) {
      const next = this.#waiting.shift();
      if (!next) return;
      session.request(next.connection.stream(), next.request, next.handler);
    }
  }

  #dial(): void {
    this.#cancelDial = dial(this.origin, { protocols: ['h2', 'http/1.1'] }, this.#options, (error, way) => {
      this.#cancelDial = null;
      if (!way) this.#fail(error ?? new Error('No connection'));
      else if (way.protocol === 'h2') this.#begin(way);
      else this.#fallBack(way);
    });
  }

  #begin(way: Dialled): void {
    this.#way = way;
    const session = new Http2Session(this.origin, way, this.#options, () => {
      if (session.over) this.#sessions = this.#sessions.filter((other) => other !== session);
      this.#proceed();
    });
    this.#sessions.push(session);
    this.#proceed();
  }

  #fallBack(way: Dialled): void {
    this.#plain = true;
    let first: Dialled | null = way;
    for (const { connection, request, handler } of this.#waiting.splice(0)) {
      connection.useHttp1(first);
      connection.dispatch(request, handler);
      first = null;
    }
  }

  #fail(error: Error): void {
    for (const { handler } of this.#waiting.splice(0)) handler.onResponseError(null, error);
  }
}

/** A lane's use of a shared connection. */
class SharingConnection implements Connection, Sender {
  readonly #shared: SharedConnection;
  readonly #options: DialOptions;
  /** What is to be sent when its turn comes. */
  #request: WireRequest | null = null;
  #handler: AnswerHandler | null = null;
  #http1: RawConnection | null = null;
  /** null: none of its requests was sent by HTTP/2. */
  #stream: Http2Stream | null = null;

  constructor(shared: SharedConnection, options: DialOptions) {
    this.#shared = shared;
    this.#options = options;
  }

  get origin(): string {
    return this.#shared.origin;
  }

  get proto(): string {
    return this.#stream ? 'HTTP/2.0' : 'HTTP/1.1';
  }

  get destroyed(): boolean {
    return this.#http1?.destroyed === true;
  }

  get isFull(): boolean {
    return this.#shared.isFull;
  }

  dispatch(request: WireRequest, handler: AnswerHandler): void {
    if (!this.#shared.plain) {
      this.#request = request;
      this.#handler = handler;
      afterReading(this);
      return;
    }
    if (!this.#http1) this.useHttp1(null);
    this.#http1?.dispatch(request, handler);
  }

  onTurn(): void {
    const request = this.#request;
    const handler = this.#handler;
    this.#request = this.#handler = null;
    if (!request || !handler) return;
    // Another lane may have found out in the meantime.
    if (this.#shared.plain) this.dispatch(request, handler);
    else this.#shared.send(this, request, handler);
  }

  takeConnectTimes(): ConnectTimes {
    return (this.#http1 ?? this.#shared).takeConnectTimes();
  }

  destroy(reason: Error): void {
    this.#request = this.#handler = null;
    this.#shared.withdraw(this);
    this.#http1?.destroy(reason);
  }

  /** What its request is sent on by HTTP/2. */
  stream(): Http2Stream {
    return (this.#stream ??= new Http2Stream());
  }

  useHttp1(way: Dialled | null): void {
    this.#http1 = new RawConnection(this.origin, this.#options, way);
  }
}
