import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import type { DnsOptions } from '../../../src/scenario/plan.ts';
import { DnsCache, type Resolve } from '../../../src/engine/http/dns-cache.ts';

const ADDRESSES: LookupAddress[] = [
  { address: '::1', family: 6 },
  { address: '127.0.0.1', family: 4 },
  { address: '127.0.0.2', family: 4 },
  { address: '127.0.0.3', family: 4 },
];

/** A cache over a name server that counts how often it was asked. */
function cacheOf(options: Partial<DnsOptions>, addresses = ADDRESSES) {
  const state = { nowMs: 0, asked: 0, fails: false };
  const resolve: Resolve = (host, answered) => {
    state.asked++;
    const error = state.fails ? Object.assign(new Error(`no ${host}`), { code: 'EAI_AGAIN' }) : null;
    setImmediate(() => answered(error, error ? [] : addresses));
  };
  const cache = new DnsCache(
    { ttlMs: 1000, select: 'first', policy: 'preferIPv4', ...options },
    () => state.nowMs,
    () => 0.5,
    resolve,
  );
  const ask = (): Promise<string[]> =>
    new Promise((done, failed) => {
      cache.lookup('api.example.test', { all: true }, (error, found) => {
        if (error) failed(error);
        else done(Array.isArray(found) ? found.map(({ address }) => address) : [found]);
      });
    });
  return { state, ask };
}

describe('the cache of host names', () => {
  it('asks once for all who ask at the same time, and again when the answer is too old', async () => {
    const { state, ask } = cacheOf({});
    await Promise.all([ask(), ask(), ask()]);
    state.nowMs = 999;
    await ask();
    assert.equal(state.asked, 1);
    state.nowMs = 1000;
    await ask();
    assert.equal(state.asked, 2);
  });

  it('asks each time with no time to live', async () => {
    const { state, ask } = cacheOf({ ttlMs: 0 });
    await ask();
    await ask();
    assert.equal(state.asked, 2);
  });

  it('keeps no failure', async () => {
    const { state, ask } = cacheOf({});
    state.fails = true;
    await assert.rejects(ask(), { code: 'EAI_AGAIN' });
    state.fails = false;
    assert.equal((await ask())[0], '127.0.0.1');
  });

  const policies: [DnsOptions['policy'], string[]][] = [
    ['preferIPv4', ['127.0.0.1', '127.0.0.2', '127.0.0.3', '::1']],
    ['preferIPv6', ['::1', '127.0.0.1', '127.0.0.2', '127.0.0.3']],
    ['onlyIPv4', ['127.0.0.1', '127.0.0.2', '127.0.0.3']],
    ['onlyIPv6', ['::1']],
    ['any', ['::1', '127.0.0.1', '127.0.0.2', '127.0.0.3']],
  ];
  for (const [policy, addresses] of policies) {
    it(`tries addresses in the order of ${policy}`, async () =>
      assert.deepEqual(await cacheOf({ policy }).ask(), addresses));
  }

  it('goes round the addresses, or takes any, of the kind that comes first', async () => {
    const { ask } = cacheOf({ select: 'roundRobin' });
    const firsts: (string | undefined)[] = [];
    for (let turn = 0; turn < 4; turn++) firsts.push((await ask())[0]);
    assert.deepEqual(firsts, ['127.0.0.1', '127.0.0.2', '127.0.0.3', '127.0.0.1']);
    assert.deepEqual(await cacheOf({ select: 'random' }).ask(), ['127.0.0.2', '127.0.0.3', '127.0.0.1', '::1']);
  });

  it('says that a name has no address of the kind that may be used', async () => {
    await assert.rejects(cacheOf({ policy: 'onlyIPv6' }, ADDRESSES.slice(1)).ask(), { code: 'ENOTFOUND' });
  });
});
