/** Chunks of this size and more are kept as they are. */
const LARGE = 4096;
const LARGEST_BLOCK = 65_536;

/** Chunks that are kept until all of them have come. Small ones are put together: a buffer for each byte would be a hundred times as large as the byte. */
export class KeptBytes {
  #parts: Buffer[] = [];
  #length = 0;
  /** Where the next small chunks go, and how much of it is taken. */
  #block: Buffer | null = null;
  #taken = 0;

  get empty(): boolean {
    return this.#length === 0;
  }

  clear(): void {
    if (this.#length === 0) return;
    this.#parts = [];
    this.#length = 0;
    this.#block = null;
  }

  /** Keeps a copy. */
  add(chunk: Uint8Array): void {
    const first = this.#length === 0;
    this.#length += chunk.length;
    if (first || chunk.length >= LARGE) {
      this.#closeBlock();
      this.#parts.push(Buffer.from(chunk));
      return;
    }
    if (!this.#block || this.#block.length - this.#taken < chunk.length) {
      this.#closeBlock();
      // As large as what there is: few blocks, and most of them full.
      this.#block = Buffer.allocUnsafe(Math.min(LARGEST_BLOCK, 2 * this.#length));
      this.#taken = 0;
    }
    this.#block.set(chunk, this.#taken);
    this.#taken += chunk.length;
  }

  bytes(): Buffer {
    this.#closeBlock();
    const [first, second] = this.#parts;
    if (first && !second) return first;
    const whole = Buffer.concat(this.#parts);
    this.#parts = [whole];
    return whole;
  }

  /** With another chunk behind them. */
  with(chunk: Uint8Array): Buffer {
    this.add(chunk);
    return this.bytes();
  }

  #closeBlock(): void {
    if (this.#block) this.#parts.push(this.#block.subarray(0, this.#taken));
    this.#block = null;
  }
}
