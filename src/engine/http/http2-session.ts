import { connect, constants, type ClientHttp2Session, type Settings } from 'node:http2';
import type { Socket } from 'node:net';
import type { AnswerHandler } from './connection.ts';
import type { WireRequest } from './exchange.ts';
import { streamFailure, type SessionEnd, type StreamEnd } from './http2-errors.ts';
import { Http2Request, type RequestOwner } from './http2-request.ts';

/** As large as Go's client, and so k6, has them: a slow reader is the server's business only where the load test is slow itself. */
const STREAM_WINDOW = 4 * 1024 * 1024;
const SESSION_WINDOW = 1024 * 1024 * 1024;
/** Until the server says how many requests it takes at a time: every server takes one, and one more than it takes would be refused. */
const STREAMS_UNTIL_TOLD = 1;
/** MB; the bodies of requests under way count, which are limited elsewhere. */
const MEMORY_MB = 1024;
/** Header fields of one answer, as many as its size allows. */
const HEADER_PAIRS = 2000;

/**
 * One connection of HTTP/2. It sends nothing again, and pings nobody: what the server sees is what was asked for. It is node's, as undici's own sends
 * refused requests again and keeps the error codes to itself.
 */
export class Http2Session implements RequestOwner {
  readonly origin: string;
  readonly now: () => number;
  readonly #session: ClientHttp2Session;
  readonly #onChange: () => void;
  #goAway: SessionEnd['goAway'] = null;
  #closed = false;
  #underWay = 0;
  #most = STREAMS_UNTIL_TOLD;

  /** `onChange` is called whenever `open`, `free` or `over` may have changed. */
  constructor(origin: string, socket: Socket, now: () => number, onChange: () => void) {
    this.origin = origin;
    this.now = now;
    this.#onChange = onChange;
    this.#session = connect(origin, {
      createConnection: () => socket,
      settings: { enablePush: false, initialWindowSize: STREAM_WINDOW },
      maxSessionMemory: MEMORY_MB,
      maxHeaderListPairs: HEADER_PAIRS,
    });
    this.#session.setLocalWindowSize(SESSION_WINDOW);
    this.#session.on('remoteSettings', ({ maxConcurrentStreams }: Settings) => {
      this.#most = maxConcurrentStreams ?? Number.POSITIVE_INFINITY;
      onChange();
    });
    this.#session.on('goaway', (code: number, lastStreamID: number) => {
      this.#goAway = { code, lastStreamID };
      onChange();
    });
    // Its streams are told of it before; without any nobody minds.
    this.#session.on('error', () => undefined);
    socket.once('close', () => (this.#closed = true));
    this.#session.once('close', () => {
      this.#closed = true;
      onChange();
    });
  }

  /** It takes further requests, now or later. */
  get open(): boolean {
    return !this.#closed && this.#goAway === null && !this.#session.closed && !this.#session.destroyed;
  }

  /** It takes one now. */
  get free(): boolean {
    return this.open && this.#underWay < this.#most;
  }

  get over(): boolean {
    return this.#session.destroyed;
  }

  request(request: WireRequest, handler: AnswerHandler): void {
    this.#underWay++;
    new Http2Request(handler, this).start(this.#session, request);
  }

  explain(end: StreamEnd): Error {
    return streamFailure(this.origin, end, { goAway: this.#goAway, closed: this.#closed });
  }

  onOver(): void {
    this.#underWay--;
    this.#onChange();
  }

  destroy(): void {
    this.#session.destroy(undefined, constants.NGHTTP2_NO_ERROR);
  }
}
