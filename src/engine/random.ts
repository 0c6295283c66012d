/** For a run whose author gave none. */
export function newSeed(): number {
  return Math.floor(Math.random() * 2 ** 31);
}

/** Repeatable randomness: each VU draws from its own stream, so that neither workers nor timing change what it draws. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** Streams of different `parts` are independent of each other. */
  constructor(seed: number, ...parts: readonly number[]) {
    let hash = 0x9e3779b9;
    for (const part of [seed, ...parts]) hash = scramble(hash ^ (part | 0));
    this.#a = hash;
    this.#b = scramble(hash + 1);
    this.#c = scramble(hash + 2);
    // The first draws of sfc32 still show the seed.
    for (let i = 0; i < 12; i++) this.next();
  }

  /** 0 ≤ x < 1, by sfc32 (PractRand's small fast counter). */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter++) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  }

  /** Normally distributed (Box–Muller). */
  normal(mean: number, standardDeviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return mean + standardDeviation * radius * Math.cos(2 * Math.PI * this.next());
  }
}

/** Thomas Wang's integer hash. */
function scramble(value: number): number {
  let hash = value | 0;
  hash = hash ^ 61 ^ (hash >>> 16);
  hash = (hash + (hash << 3)) | 0;
  hash ^= hash >>> 4;
  hash = Math.imul(hash, 0x27d4eb2d);
  return hash ^ (hash >>> 15);
}
