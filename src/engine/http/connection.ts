import type { IncomingHttpHeaders } from 'node:http';
import type { ConnectTimes } from './dial.ts';
import type { WireRequest } from './exchange.ts';

/** Breaks off the request that it stands for. */
export interface Breaker {
  abort(reason: Error): void;
}

/** Whoever hears of a request's fate, as undici tells it. A chunk may be overwritten after the call. */
export interface UndiciHandler {
  /** The request is written right after this. */
  onRequestStart(breaker: Breaker): void;
  onResponseStart(breaker: Breaker, status: number, headers: IncomingHttpHeaders, statusText?: string): void;
  onResponseData(breaker: Breaker, chunk: Buffer): void;
  onResponseEnd(breaker: Breaker): void;
  /** null: it had not begun. */
  onResponseError(breaker: Breaker | null, error: Error): void;
}

/** The head of an answer whose headers nobody has read yet. It can be read until the connection has its next answer. */
export interface UnreadHead {
  /** When the last bytes of the answer were read: one look at the clock for an answer that comes in one piece. 0: not known. */
  readonly readMs: number;
  readonly statusText: string;
  readonly setsCookies: boolean;
  headers(): IncomingHttpHeaders;
}

/** The same, with what other connections tell besides. */
export interface AnswerHandler extends UndiciHandler {
  /** `saysWritten`: `onBodyWritten` follows, as it isn't written right after this. */
  onRequestStart(breaker: Breaker, saysWritten?: boolean): void;
  /** All of it is written only now: it had to wait, or the other side let its body in by and by. */
  onBodyWritten(breaker: Breaker): void;
  /** In place of `onResponseStart`. @returns whether the body is wanted: else `onBodyBytes` says how long it is */
  onUnreadHead(breaker: Breaker, status: number, head: UnreadHead): boolean;
  /** In place of `onResponseData`. */
  onBodyBytes(breaker: Breaker, count: number): void;
}

/** Where the requests of one lane to one origin go, one at a time. */
export interface Connection {
  readonly origin: string;
  /** What the last request was sent by, as k6 names it: `HTTP/1.1` or `HTTP/2.0`. */
  readonly proto: string;
  /** It can no longer be used. */
  readonly destroyed: boolean;
  /** It stands, but the server takes no further request at a time. */
  readonly isFull?: boolean;
  dispatch(request: WireRequest, handler: AnswerHandler): void;
  /** How long connecting took since this was last asked; 0 on a reused connection. */
  takeConnectTimes(): ConnectTimes;
  /** Ends at once what only this lane uses; a request that is under way fails with `reason`. */
  destroy(reason: Error): void;
}
