import { connect, constants, type ClientHttp2Session } from 'node:http2';
import type { Socket } from 'node:net';
import type { AnswerHandler } from './connection.ts';
import type { WireRequest } from './exchange.ts';
import { sessionFailure, type SessionEnd } from './http2-errors.ts';
import { Http2Request } from './http2-request.ts';

/** As large as Go's client, and so k6, has them: a slow reader is the server's business only where the load test is slow itself. */
const STREAM_WINDOW = 4 * 1024 * 1024;
const SESSION_WINDOW = 1024 * 1024 * 1024;
/** What a client assumes until the server says how many requests it takes at a time (Go's, and node's). */
const STREAMS_UNTIL_TOLD = 100;
/** MB; the bodies of requests under way count, which are limited elsewhere. */
const MEMORY_MB = 1024;
/** Header fields of one answer, as many as its size allows. */
const HEADER_PAIRS = 2000;

/** One connection of HTTP/2. It sends nothing again, and pings nobody: what the server sees is what was asked for. */
export class Http2Session {
  readonly #origin: string;
  readonly #session: ClientHttp2Session;
  readonly #onChange: () => void;
  readonly #underWay = new Set<Http2Request>();
  readonly #end: { -readonly [Key in keyof SessionEnd]: SessionEnd[Key] } = {
    goAway: null,
    error: null,
    closed: false,
  };
  #most = STREAMS_UNTIL_TOLD;

  /** `onChange` is called whenever `open`, `free` or `over` may have changed. */
  constructor(origin: string, socket: Socket, onChange: () => void) {
    this.#origin = origin;
    this.#onChange = onChange;
    this.#session = connect(origin, {
      createConnection: () => socket,
      settings: { enablePush: false, initialWindowSize: STREAM_WINDOW },
      maxSessionMemory: MEMORY_MB,
      maxHeaderListPairs: HEADER_PAIRS,
    });
    this.#session.setLocalWindowSize(SESSION_WINDOW);
    this.#session.on('remoteSettings', ({ maxConcurrentStreams }) => {
      this.#most = maxConcurrentStreams ?? STREAMS_UNTIL_TOLD;
      onChange();
    });
    this.#session.on('goaway', (code, lastStreamID) => {
      this.#end.goAway = { code, lastStreamID };
    });
    this.#session.on('error', (error) => {
      this.#end.error = error;
    });
    socket.once('close', () => {
      this.#end.closed = true;
    });
    this.#session.once('close', () => {
      this.#end.closed = true;
      // Whatever node did not tell a stream of.
      for (const request of this.#underWay) request.fail();
      onChange();
    });
  }

  /** It takes further requests, now or later. */
  get open(): boolean {
    return !this.#session.closed && !this.#session.destroyed && this.#end.goAway === null && !this.#end.closed;
  }

  /** It takes one now. */
  get free(): boolean {
    return this.open && this.#underWay.size < this.#most;
  }

  get over(): boolean {
    return this.#session.destroyed;
  }

  request(request: WireRequest, handler: AnswerHandler): void {
    const sent = new Http2Request(
      handler,
      (streamId, code) => sessionFailure(this.#origin, { streamId, code }, this.#end),
      () => {
        this.#underWay.delete(sent);
        this.#onChange();
      },
    );
    this.#underWay.add(sent);
    sent.start(this.#session, this.#origin, request);
  }

  destroy(): void {
    this.#session.destroy(undefined, constants.NGHTTP2_NO_ERROR);
  }
}
