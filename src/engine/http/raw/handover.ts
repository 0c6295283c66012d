import { Socket } from 'node:net';
import type { Wire, WireListener } from './wire.ts';

type Done = (error?: Error | null) => void;

/**
 * A wire as a socket for undici to go on with. Where the request was written on it before (`answer`: what came for it), what undici writes is left
 * out until `passOn`, and in its place the answer begins.
 */
export class Handover extends Socket implements WireListener {
  readonly #wire: Wire;
  #passes: boolean;
  /** An answer that came before undici wrote would be one that nobody asked for. */
  #answer: Buffer | null;

  constructor(wire: Wire, answer: Buffer | null) {
    super();
    this.#wire = wire;
    this.#passes = answer === null;
    this.#answer = answer;
    wire.listener = this;
  }

  /** From now on, what is written is sent. */
  passOn(): void {
    this.#passes = true;
  }

  onBytes(bytes: Buffer, end: number): void {
    this.push(Buffer.from(bytes.subarray(0, end)));
  }

  onLost(error: Error | null): void {
    if (error) this.destroy(error);
    else this.push(null);
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
    if (answer) this.push(answer);
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
}
