import type { Random } from './random.ts';

/** A deck is no larger than this: weights with many digits are rounded to that share of the whole. */
const MOST_CARDS = 1_000_000;

/**
 * Deals branches like cards: each deck holds every branch as often as its weight says, in the smallest whole numbers, and is shuffled
 * anew. Which branch the n-th deal gives is a function of n and the seed alone, so that workers that number their deals together deal
 * from one deck.
 *
 * What is exact: after each whole deck (weights 20, 30, 50 make one of 10 cards) every branch was dealt exactly as often as its weight says,
 * over all VUs and workers. At any other moment, each branch is off by less than its cards in one deck.
 */
export class Deck {
  readonly #cards: Uint16Array;
  readonly #order: Uint16Array;
  readonly #random: (deck: number) => Random;
  #dealing = -1;

  /** `random`: the source of the shuffling of the n-th deck; the same one each time it is asked for. */
  constructor(weights: readonly number[], random: (deck: number) => Random) {
    this.#cards = Uint16Array.from(cardCounts(weights).flatMap((count, branch) => Array<number>(count).fill(branch)));
    this.#order = new Uint16Array(this.#cards.length);
    this.#random = random;
  }

  /** The branch of the n-th deal, from 0. */
  deal(n: number): number {
    const deck = Math.floor(n / this.#cards.length);
    if (deck !== this.#dealing) this.#shuffle(deck);
    return this.#order[n % this.#cards.length] ?? 0;
  }

  /** Fisher and Yates. */
  #shuffle(deck: number): void {
    const order = this.#order;
    const random = this.#random(deck);
    order.set(this.#cards);
    for (let last = order.length - 1; last > 0; last--) {
      const other = Math.floor(random.next() * (last + 1));
      const card = order[last] ?? 0;
      order[last] = order[other] ?? 0;
      order[other] = card;
    }
    this.#dealing = deck;
  }
}

/** The smallest whole numbers that stand to each other as the weights do. */
export function cardCounts(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  for (let scale = 1; sum * scale <= MOST_CARDS; scale *= 10) {
    const scaled = weights.map((weight) => weight * scale);
    if (scaled.every((weight) => Math.abs(weight - Math.round(weight)) < 1e-6)) return reduced(scaled.map(Math.round));
  }
  return reduced(weights.map((weight) => Math.max(1, Math.round((weight / sum) * MOST_CARDS))));
}

function reduced(counts: readonly number[]): number[] {
  const divisor = counts.reduce(greatestCommonDivisor, 0) || 1;
  return counts.map((count) => count / divisor);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
