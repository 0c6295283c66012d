import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { Delivery, type Attempt } from '../../../src/report/receivers/delivery.ts';

const ACCEPTED: Attempt = { kind: 'accepted' };
const busy = (afterMs: number | null = null): Attempt => ({ kind: 'again', reason: 'it is busy', afterMs });

interface Sketch {
  /** In turn; the last one for all further requests. */
  readonly attempts: readonly Attempt[];
  readonly mostItems?: number;
  readonly itemsPerRequest?: number;
}

/** A delivery whose pauses are over at once, except that of the end, which never comes. */
function delivery({ attempts, mostItems = 100, itemsPerRequest = 10 }: Sketch) {
  const requests: (readonly number[])[] = [];
  const pauses: number[] = [];
  const troubles: string[] = [];
  const own = new Delivery<number>({
    send: (items) => {
      requests.push(items);
      return Promise.resolve(attempts[Math.min(requests.length, attempts.length) - 1] ?? ACCEPTED);
    },
    wait: (ms) => {
      if (ms === GRACE) return new Promise(() => undefined);
      pauses.push(ms);
      return Promise.resolve();
    },
    mostItems,
    itemsPerRequest,
    onTrouble: (reason) => troubles.push(reason),
  });
  return { own, requests, pauses, troubles };
}

const GRACE = 123_456;

describe('a delivery', () => {
  it('sends in order, in batches that grow while a request is under way', async () => {
    const { own, requests } = delivery({ attempts: [ACCEPTED] });
    for (const items of [[1, 2], [3], [4, 5]]) own.push(items);
    deepStrictEqual(await own.close(GRACE), { sent: 5, lost: 0, problem: null });
    deepStrictEqual(requests, [
      [1, 2],
      [3, 4, 5],
    ]);
  });

  it('tries again after pauses that double, or as long as the receiver says, and warns once', async () => {
    const { own, requests, pauses, troubles } = delivery({ attempts: [busy(), busy(), busy(9000), busy(), ACCEPTED] });
    own.push([1]);
    await turns();
    deepStrictEqual(requests.length, 5);
    deepStrictEqual(pauses, [1000, 2000, 9000, 8000]);
    deepStrictEqual(troubles, ['it is busy']);
    deepStrictEqual(await own.close(GRACE), { sent: 1, lost: 0, problem: 'it is busy' });
  });

  it('loses only the batch that is refused', async () => {
    const { own } = delivery({ attempts: [{ kind: 'refused', reason: 'out of order' }, ACCEPTED], itemsPerRequest: 2 });
    own.push([1, 2, 3]);
    deepStrictEqual(await own.close(GRACE), { sent: 1, lost: 2, problem: 'out of order' });
  });

  it('asks no more where nothing will be taken', async () => {
    const { own, requests } = delivery({ attempts: [{ kind: 'hopeless', reason: '401 Unauthorized' }] });
    own.push([1, 2]);
    await turns();
    own.push([3]);
    deepStrictEqual(await own.close(GRACE), { sent: 0, lost: 3, problem: '401 Unauthorized' });
    strictEqual(requests.length, 1);
  });

  it('keeps no more than it may, and loses the oldest', async () => {
    let answer: (attempt: Attempt) => void = () => undefined;
    const requests: (readonly number[])[] = [];
    const slow = new Delivery<number>({
      send: (items) => {
        requests.push(items);
        return new Promise((resolve) => (answer = resolve));
      },
      wait: () => new Promise(() => undefined),
      mostItems: 3,
      itemsPerRequest: 10,
      onTrouble: () => undefined,
    });
    slow.push([1]);
    for (const item of [2, 3, 4, 5, 6]) slow.push([item]);
    const closed = slow.close(GRACE);
    answer(ACCEPTED);
    await turns();
    answer(ACCEPTED);
    deepStrictEqual(await closed, { sent: 4, lost: 2, problem: 'it was too slow' });
    deepStrictEqual(requests, [[1], [4, 5, 6]]);
  });

  it('gives up soon after the end, however much is left', async () => {
    const { own, requests } = delivery({ attempts: [busy()], itemsPerRequest: 1 });
    const closed = (own.push([1, 2, 3]), own.close(GRACE));
    deepStrictEqual(await closed, { sent: 0, lost: 3, problem: 'it is busy' });
    strictEqual(requests.length <= 4, true);
  });
});

/** Lets everything that is ready happen. */
function turns(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
