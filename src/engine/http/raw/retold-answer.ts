import type { IncomingHttpHeaders } from 'node:http';
import type { AnswerHandler, Breaker, UndiciHandler } from '../connection.ts';

/** What of an answer was told already, so that it is left out. */
export interface Told {
  readonly request: boolean;
  readonly head: boolean;
  readonly dataBytes: number;
}

export const NOTHING_TOLD: Told = { request: false, head: false, dataBytes: 0 };

/** Passes on what undici tells of an answer, as the connection's own, without what was told before. */
export class RetoldAnswer implements UndiciHandler {
  readonly #breaker: Breaker;
  readonly #handler: AnswerHandler;
  readonly #told: Told;
  readonly #onOver: () => void;
  #leaveOut: number;
  #over = false;

  /** `onOver` is called right before the handler hears of the end. */
  constructor(breaker: Breaker, handler: AnswerHandler, told: Told, onOver: () => void) {
    this.#breaker = breaker;
    this.#handler = handler;
    this.#told = told;
    this.#leaveOut = told.dataBytes;
    this.#onOver = onOver;
  }

  /** Nothing is passed on any more. */
  stop(): void {
    this.#over = true;
  }

  onRequestStart(): void {
    if (!this.#told.request && !this.#over) this.#handler.onRequestStart(this.#breaker);
  }

  onResponseStart(_breaker: Breaker, status: number, headers: IncomingHttpHeaders, statusText?: string): void {
    if (!this.#told.head && !this.#over) this.#handler.onResponseStart(this.#breaker, status, headers, statusText);
  }

  onResponseData(_breaker: Breaker, chunk: Buffer): void {
    const left = Math.min(this.#leaveOut, chunk.length);
    this.#leaveOut -= left;
    if (left < chunk.length && !this.#over) this.#handler.onResponseData(this.#breaker, chunk.subarray(left));
  }

  onResponseEnd(): void {
    if (this.#over) return;
    this.#finish();
    this.#handler.onResponseEnd(this.#breaker);
  }

  onResponseError(breaker: Breaker | null, error: Error): void {
    if (this.#over) return;
    this.#finish();
    this.#handler.onResponseError(breaker === null && !this.#told.request ? null : this.#breaker, error);
  }

  #finish(): void {
    this.#over = true;
    this.#onOver();
  }
}
