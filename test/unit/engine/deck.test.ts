import assert from 'node:assert/strict';
import { cardCounts, Deck } from '../../../src/engine/deck.ts';
import { Random } from '../../../src/engine/random.ts';

const COUNTS: readonly (readonly [weights: number[], counts: number[]])[] = [
  [
    [20, 30, 50],
    [2, 3, 5],
  ],
  [[7], [1]],
  [
    [1, 1, 1],
    [1, 1, 1],
  ],
  [
    [0.5, 1.5],
    [1, 3],
  ],
  [
    [33.3, 66.7],
    [333, 667],
  ],
];

describe('Deck', () => {
  for (const [weights, counts] of COUNTS) {
    it(`holds for the weights ${weights.join(', ')} ${counts.join(', ')} cards`, () => {
      assert.deepEqual(cardCounts(weights), counts);
    });
  }

  it('rounds weights that are no neat fractions to millionths, and leaves none out', () => {
    const counts = cardCounts([Math.PI, 1e-9, 1]);
    assert.ok(counts.every((count) => Number.isInteger(count) && count > 0));
    assert.ok(Math.abs((counts[0] ?? 0) / (counts[2] ?? 1) - Math.PI) < 1e-4);
  });

  it('deals every branch as often as its weight says in each deck, in an order that differs from deck to deck', () => {
    const deck = new Deck([20, 30, 50], (number) => new Random(1, number));
    const decks = Array.from({ length: 20 }, (_, number) =>
      Array.from({ length: 10 }, (__, card) => deck.deal(number * 10 + card)),
    );
    for (const dealt of decks) assert.equal([...dealt].sort().join(''), '0011122222');
    assert.ok(new Set(decks.map((dealt) => dealt.join(''))).size > 15);
  });

  it('deals the same to workers that share the numbers, whoever has which', () => {
    const random = (number: number): Random => new Random(1, number);
    const one = new Deck([1, 2, 3], random);
    const all = Array.from({ length: 30 }, (_, n) => one.deal(n));
    const workers = [new Deck([1, 2, 3], random), new Deck([1, 2, 3], random)];
    assert.deepEqual(
      all.map((_, n) => workers[n % 3 === 0 ? 0 : 1]?.deal(n)),
      all,
    );
  });
});
