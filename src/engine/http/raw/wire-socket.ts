import { Socket } from 'node:net';
import type { Dialled } from '../dial.ts';
import { InterimAnswers } from './interim-answers.ts';
import { Wire, type WireListener } from '../wire.ts';

type Done = (error?: Error | null) => void;

/** For all interim answers before an answer, as for an answer's own head. */
const MAX_INTERIM_BYTES = 1_048_576;

/**
 * A connection as a socket for undici, which refuses interim answers that nobody asked for: they are left out. Where the request was written before
 * (`answer`: what came for it), what undici writes is left out, too, until `passOn`, and in its place the answer begins.
 */
export class WireSocket extends Socket implements WireListener {
  /** Why the connection broke; null where it stands, or just ended. */
  brokenBy: Error | null = null;
  readonly #wire: Wire;
  readonly #interim = new InterimAnswers();
  #passes: boolean;
  /** An answer that came before undici wrote would be one that nobody asked for. */
  #answer: Buffer | null;

  /** `way`: a wire that another one read from until now, or a new connection. */
  constructor(way: Wire | Dialled, answer: Buffer | null = null) {
    super();
    this.#passes = answer === null;
    this.#answer = answer;
    if (way instanceof Wire) {
      this.#wire = way;
      way.listener = this;
    } else {
      this.#wire = new Wire(this);
      this.#wire.attach(way, false);
    }
  }

  /** The next request is about to be written. */
  expectAnswer(): void {
    this.#interim.begin();
  }

  /** From now on, what is written is sent. */
  passOn(): void {
    this.#passes = true;
  }

  onBytes(bytes: Buffer, end: number): void {
    this.#take(Buffer.from(bytes.subarray(0, end)));
  }

  onLost(error: Error | null): void {
    if (error) {
      this.brokenBy = error;
      this.destroy(error);
      return;
    }
    const rest = this.#interim.rest();
    if (rest.length > 0) this.push(rest);
    this.push(null);
  }

  // undici lets go of idle sockets and takes hold of them again, for each request. Those without a handle of their own would remember each call.
  override ref(): this {
    this.#wire.socket?.ref();
    return this;
  }

  override unref(): this {
    this.#wire.socket?.unref();
    return this;
  }

  override _read(): void {
    // It is pushed as it comes; undici never lets it wait.
  }

  override _write(chunk: Buffer | string, encoding: BufferEncoding, done: Done): void {
    if (this.#passes) {
      this.#wire.socket?.write(chunk, encoding, done);
      return;
    }
    done();
    const answer = this.#answer;
    this.#answer = null;
    if (answer) this.#take(answer);
  }

  override _writev(chunks: { chunk: Buffer | string; encoding: BufferEncoding }[], done: Done): void {
    const last = chunks.pop();
    for (const { chunk, encoding } of chunks) this._write(chunk, encoding, () => undefined);
    if (last) this._write(last.chunk, last.encoding, done);
    else done();
  }

  override _final(done: Done): void {
    this.#wire.socket?.end();
    done();
  }

  override _destroy(error: Error | null, done: Done): void {
    this.#wire.close();
    super._destroy(error, done);
  }

  #take(bytes: Buffer): void {
    const left = this.#interim.leaveOut(bytes);
    if (this.#interim.bytes > MAX_INTERIM_BYTES) this.destroy(tooManyInterim());
    else if (left.length > 0) this.push(left);
  }
}

/** In the words of undici, as of all that goes wrong. */
function tooManyInterim(): Error {
  return Object.assign(new Error('Headers Overflow Error'), { code: 'UND_ERR_HEADERS_OVERFLOW' });
}
