import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { BUILT_IN_METRICS } from '../../../src/run/metrics.ts';

describe('docs/metrics.md', () => {
  const rows = readFileSync(new URL('../../../docs/metrics.md', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));

  for (const { name, kind } of BUILT_IN_METRICS) {
    it(`has ${name}, a ${kind}`, () => {
      const row = rows.find((line) => line.includes(`\`${name}\``));
      assert.equal(row?.split('|')[2]?.trim(), kind);
    });
  }

  it('has no other metric', () => {
    const known = new Set(BUILT_IN_METRICS.map(({ name }) => name));
    const named = rows.flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
    );
    assert.deepEqual(
      named.filter((name) => !known.has(name)),
      [],
    );
  });
});
