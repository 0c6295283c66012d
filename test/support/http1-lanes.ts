/** One request over either kind of HTTP/1.1 connection against a server that answers with bytes as given, and what came of it. */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { lookup } from 'node:dns';
import type { IncomingHttpHeaders } from 'node:http';
import { ByteMeter } from '../../src/engine/http/byte-meter.ts';
import type { AnswerHandler, Breaker, Connection, UnreadHead } from '../../src/engine/http/connection.ts';
import type { DialOptions } from '../../src/engine/http/dial.ts';
import { classifyError } from '../../src/engine/http/errors.ts';
import type { WireRequest } from '../../src/engine/http/exchange.ts';
import { Http1Connection } from '../../src/engine/http/http1-connection.ts';
import { RawConnection } from '../../src/engine/http/raw/raw-connection.ts';

export type LaneName = 'undici' | 'raw';
export const LANES: readonly LaneName[] = ['undici', 'raw'];

export const DIAL: DialOptions = {
  connectTimeoutMs: 5000,
  tls: {},
  proxy: null,
  names: { overrides: [], lookup },
  meter: new ByteMeter(),
  now: () => performance.now(),
  readMs: () => performance.now(),
};

export function openLane(lane: LaneName, origin: string, options: DialOptions = DIAL): Connection {
  return lane === 'raw' ? new RawConnection(origin, options) : new Http1Connection(origin, options);
}

/** How a connection's first request is answered. */
export interface Script {
  /** Written one by one, so that each is read by itself. */
  readonly pieces: readonly Buffer[];
  /** What the server does with the connection then. */
  readonly then: 'keep' | 'end' | 'reset';
  /** The second request on a connection is answered by `next`, unless it is said otherwise. */
  readonly second?: 'reset';
}

export interface Verdict {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  /** `answered`, `waiting` or why it failed: kind, k6's code and message. */
  readonly outcome: string;
}

/** Enough for whatever one side of a connection in this process wrote to be read by the other. */
const TURNS = 4;
/** In which the end of a connection is told. */
const MOST_TURNS = 100;
const NEXT = 'HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nnext';

export class ScriptedServer {
  script: Script = { pieces: [], then: 'keep' };
  /** What arrived on each connection. */
  received: string[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server: Server = createServer({ noDelay: true }, (socket) => this.#serve(socket));
  #writing: Promise<void> = Promise.resolve();

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get open(): number {
    return this.#sockets.size;
  }

  /** Until the script is played, and the client knows of it. */
  async played(): Promise<void> {
    await this.#writing;
    // A client that hears of the end ends the connection as well.
    for (let i = 0; i < MOST_TURNS && this.script.then === 'end' && this.open > 0; i++) await turn();
    await turns();
    if (this.script.then === 'reset') await turns();
  }

  /** Ends all connections, as a server that goes away. */
  end(): void {
    for (const socket of this.#sockets) socket.end();
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    const index = this.received.push('') - 1;
    socket.on('error', () => undefined);
    socket.once('close', () => this.#sockets.delete(socket));
    socket.setEncoding('latin1').on('data', (text: string) => {
      const before = this.received[index] ?? '';
      const isFirst = before === '';
      this.received[index] = before + text;
      if (isFirst) this.#writing = this.#answer(socket);
      else if (text.startsWith('GET /next') && this.script.second === 'reset') socket.resetAndDestroy();
      else if (text.startsWith('GET /next')) socket.write(NEXT);
    });
  }

  async #answer(socket: Socket): Promise<void> {
    const { pieces, then } = this.script;
    if (this.received.at(-1)?.startsWith('GET /next')) {
      socket.write(NEXT);
      return;
    }
    for (const piece of pieces) {
      if (socket.destroyed) return;
      socket.write(piece);
      if (pieces.length > 1) await turn();
    }
    if (then === 'end') socket.end();
    // Not before what was written has been read: a reset overtakes it.
    if (then === 'reset') {
      await turns();
      socket.resetAndDestroy();
    }
  }
}

export async function turns(): Promise<void> {
  for (let i = 0; i < TURNS; i++) await turn();
}

/** Hears what comes of one request. */
export class Listener implements AnswerHandler {
  status = 0;
  statusText = '';
  headers: IncomingHttpHeaders = {};
  body = '';
  outcome = 'waiting';
  breaker: Breaker | null = null;
  starts = 0;
  ends = 0;
  /** Called when a part of the body came. */
  onData: () => void = () => undefined;
  readonly done: Promise<void>;
  #resolve: () => void = () => undefined;

  constructor() {
    this.done = new Promise((resolve) => (this.#resolve = resolve));
  }

  onRequestStart(breaker: Breaker): void {
    this.breaker = breaker;
    this.starts++;
  }

  onUnreadHead(breaker: Breaker, status: number, head: UnreadHead): boolean {
    this.onResponseStart(breaker, status, head.headers(), head.statusText);
    return true;
  }

  onResponseStart(_breaker: Breaker, status: number, headers: IncomingHttpHeaders, statusText?: string): void {
    // An interim answer, of which the engine takes no notice.
    if (status < 200) return;
    this.status = status;
    this.headers = headers;
    this.statusText = statusText ?? '';
  }

  onResponseData(_breaker: Breaker, chunk: Buffer): void {
    this.body += chunk.toString('latin1');
    this.onData();
  }

  onBodyWritten(): void {
    // Only HTTP/2 lets a body in by and by.
  }

  onBodyBytes(): void {
    throw new Error('The body was wanted.');
  }

  onResponseEnd(): void {
    this.#end('answered');
  }

  onResponseError(_breaker: Breaker | null, error: Error): void {
    const { kind, code, message } = classifyError(error, 'http://it');
    this.#end(`${kind} ${code} ${message}`);
  }

  get verdict(): Verdict {
    const headers = Object.entries(this.headers)
      .map(([name, value]) => [name, [value ?? ''].flat().join(' | ')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const { status, statusText, body, outcome } = this;
    return { status, statusText, headers, body, outcome };
  }

  #end(outcome: string): void {
    this.ends++;
    this.outcome = outcome;
    this.#resolve();
  }
}

export const GET: WireRequest = { method: 'GET', path: '/first', headers: ['accept', '*/*'], body: null };
export const NEXT_GET: WireRequest = { ...GET, path: '/next' };

export interface Course {
  /** Before the server ended the connection, where it had kept it. */
  readonly early: string;
  readonly first: Verdict;
  /** The next request, and whether it went over the same connection; null: not asked, as there was no first answer by then. */
  readonly next: { readonly outcome: string; readonly reused: boolean } | null;
}

/** Asks twice, and says all that a client can tell. What never ends by itself is ended by the server. */
export async function courseOf(lane: LaneName, origin: string, server: ScriptedServer, first = GET): Promise<Course> {
  server.received = [];
  const connection = openLane(lane, origin);
  const listener = new Listener();
  connection.dispatch(first, listener);
  while (listener.outcome === 'waiting' && server.received.every((text) => text === '')) await turn();
  await server.played();
  for (let i = 0; i < MOST_TURNS && listener.outcome === 'waiting'; i++) await turn();
  const early = listener.outcome;
  let next: Course['next'] = null;
  if (early === 'waiting') {
    server.end();
    await listener.done;
  } else {
    const connections = server.received.length;
    const second = new Listener();
    connection.dispatch(NEXT_GET, second);
    await second.done;
    next = { outcome: second.outcome, reused: server.received.length === connections };
  }
  connection.destroy(new Error('done'));
  return { early, first: listener.verdict, next };
}

/** undici forgets the beginning of a reason that comes in pieces. */
export function withoutReason(course: Course): Course {
  return { ...course, first: { ...course.first, statusText: '' } };
}
