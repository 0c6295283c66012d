import type { IncomingHttpHeaders } from 'node:http';
import type { ConnectTimes } from './dial.ts';
import type { WireRequest } from './exchange.ts';

/** Breaks off the request that it stands for. */
export interface Breaker {
  abort(reason: Error): void;
}

/** Whoever hears of a request's fate, as undici tells it; but for `onBodyWritten`, which is for bodies that the other side lets in by and by. */
export interface AnswerHandler {
  /** The request is written right after this. */
  onRequestStart(breaker: Breaker): void;
  /** Its body left only now, as the other side let it. */
  onBodyWritten(breaker: Breaker): void;
  onResponseStart(breaker: Breaker, status: number, headers: IncomingHttpHeaders, statusText?: string): void;
  onResponseData(breaker: Breaker, chunk: Buffer): void;
  onResponseEnd(breaker: Breaker): void;
  /** null: it had not begun. */
  onResponseError(breaker: Breaker | null, error: Error): void;
}

/** Where the requests of one lane to one origin go, one at a time. */
export interface Connection {
  readonly origin: string;
  /** What the last request was sent by, as k6 names it: `HTTP/1.1` or `HTTP/2.0`. */
  readonly proto: string;
  /** It can no longer be used. */
  readonly destroyed: boolean;
  dispatch(request: WireRequest, handler: AnswerHandler): void;
  /** How long connecting took since this was last asked; 0 on a reused connection. */
  takeConnectTimes(): ConnectTimes;
  /** Ends at once what only this lane uses; a request that is under way fails with `reason`. */
  destroy(reason: Error): void;
}
