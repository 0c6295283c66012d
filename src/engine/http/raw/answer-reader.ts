import type { AnswerHandler, Breaker } from '../connection.ts';
import { AnswerHead, MORE, UNUSUAL } from './answer-head.ts';
import { CR, LF } from './bytes.ts';
import { ChunkedBody } from './chunked-body.ts';
import type { Told } from './retold-answer.ts';

/**
 * How far an answer is read: `more` is to come; it is at its `end`, or something follows that nobody asked for (`end-and-more`); it is `unusual`; who
 * was told of it has `stopped`.
 */
export type Progress = 'more' | 'end' | 'end-and-more' | 'unusual' | 'stopped';

/** What came of an unusual answer, for another parser to begin with, and what of it was told already. */
export interface Unusual {
  readonly told: Told;
  readonly came: Buffer;
}

const REQUEST_TOLD: Told = { request: true, head: false, dataBytes: 0 };
const NOTHING_UNUSUAL: Unusual = { told: REQUEST_TOLD, came: Buffer.alloc(0) };

/** More is for undici's socket, which knows when it is too much. */
const MAX_INTERIM_BYTES = 8192;

type State = 'none' | 'head' | 'body' | 'chunks';

/** Reads the answers of one connection, one after the other, and tells of them as they come. */
export class AnswerReader {
  readonly head = new AnswerHead();
  /** Of the last `unusual`. */
  unusual = NOTHING_UNUSUAL;
  readonly #breaker: Breaker;
  #handler: AnswerHandler | null = null;
  #state: State = 'none';
  #chunks: ChunkedBody | null = null;
  /** What came of a head that is not complete. */
  #partial: Buffer | null = null;
  /** Of the interim answers before the answer. */
  #interimBytes = 0;
  #bodyLeft = 0;
  #wantsBody = false;

  /** `breaker` breaks off the requests that the answers are for. */
  constructor(breaker: Breaker) {
    this.#breaker = breaker;
  }

  /** Its body is cut off by what the server said is the answer's last byte. */
  get inBodyBeforeClose(): boolean {
    return this.#state === 'body' && this.head.closes;
  }

  /** An answer is to come. `ofHead`: to HEAD. */
  begin(handler: AnswerHandler, ofHead: boolean): void {
    this.head.ofHead = ofHead;
    this.#handler = handler;
    this.#state = 'head';
    this.#interimBytes = 0;
  }

  /** Nothing more is told. */
  stop(): void {
    this.#handler = null;
    this.#state = 'none';
    this.#partial = null;
  }

  read(bytes: Buffer, end: number): Progress {
    switch (this.#state) {
      case 'head':
        return this.#readHead(bytes, end);
      case 'body':
        return this.#readBody(bytes, 0, end);
      case 'chunks':
        return this.#readChunks(bytes, 0, end);
      case 'none':
        return 'stopped';
    }
  }

  /** Whoever was told something may have broken off. */
  #isStill(state: State): boolean {
    return this.#state === state;
  }

  #readHead(bytes: Buffer, end: number): Progress {
    const partial = this.#partial;
    const all = partial ? Buffer.concat([partial, bytes.subarray(0, end)]) : bytes;
    const to = partial ? all.length : end;
    let from = 0;
    let at = this.head.scan(all, 0, to);
    while (at >= 0 && this.head.interim && this.#interimBytes <= MAX_INTERIM_BYTES) {
      this.#interimBytes += at - from;
      from = at;
      at = this.head.scan(all, from, to);
    }
    if (at === MORE) {
      this.#partial = partial ? all.subarray(from) : Buffer.from(all.subarray(from, to));
      return 'more';
    }
    this.#partial = null;
    if (at === UNUSUAL || this.head.interim) {
      this.unusual = { told: REQUEST_TOLD, came: Buffer.from(all.subarray(from, to)) };
      return 'unusual';
    }
    const { status, contentLength, chunked, bodiless } = this.head;
    this.#wantsBody = this.#handler?.onUnreadHead(this.#breaker, status, this.head) ?? false;
    if (!this.#isStill('head')) return 'stopped';
    let progress: Progress;
    if (chunked && !bodiless) {
      this.#state = 'chunks';
      (this.#chunks ??= new ChunkedBody()).begin();
      progress = this.#readChunks(all, at, to);
    } else {
      this.#state = 'body';
      this.#bodyLeft = bodiless ? 0 : contentLength;
      progress = this.#readBody(all, at, to);
    }
    if (progress === 'more') this.head.keep();
    return progress;
  }

  #readBody(bytes: Buffer, from: number, end: number): Progress {
    const to = Math.min(end, from + this.#bodyLeft);
    this.#bodyLeft -= to - from;
    if (to > from && !this.#tellData(bytes, from, to)) return 'stopped';
    return this.#bodyLeft === 0 ? endBefore(bytes, to, end) : 'more';
  }

  #readChunks(bytes: Buffer, from: number, end: number): Progress {
    const chunks = this.#chunks;
    for (let at = from; chunks; at = chunks.dataTo) {
      switch (chunks.next(bytes, at, end)) {
        case 'data':
          if (!this.#tellData(bytes, chunks.at, chunks.dataTo)) return 'stopped';
          break;
        case 'more':
          return 'more';
        case 'end':
          return endBefore(bytes, chunks.at, end);
        case 'unusual': {
          const { text, dataBytes } = chunks.equivalent();
          const came = Buffer.concat([Buffer.from(this.head.chunkedAlike() + text), bytes.subarray(chunks.at, end)]);
          this.unusual = { told: { request: true, head: true, dataBytes }, came };
          return 'unusual';
        }
      }
    }
    return 'stopped';
  }

  /** @returns whether it goes on */
  #tellData(bytes: Buffer, from: number, to: number): boolean {
    const state = this.#state;
    if (this.#wantsBody) this.#handler?.onResponseData(this.#breaker, bytes.subarray(from, to));
    else this.#handler?.onBodyBytes(this.#breaker, to - from);
    return this.#isStill(state);
  }
}

/** Line breaks between answers are left out, as undici does. */
export function isBlank(bytes: Buffer, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (bytes[at] !== CR && bytes[at] !== LF) return false;
  return true;
}

function endBefore(bytes: Buffer, at: number, end: number): Progress {
  return isBlank(bytes, at, end) ? 'end' : 'end-and-more';
}
