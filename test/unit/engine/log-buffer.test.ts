import assert from 'node:assert/strict';
import { LogBuffer } from '../../../src/engine/log-buffer.ts';
import type { LogEvent } from '../../../src/run/events.ts';

const failed = (atMs: number): LogEvent => ({
  type: 'log',
  atMs,
  level: 'error',
  line: 4,
  message: 'no token abc-def',
});

describe('LogBuffer', () => {
  for (const [added, repeated] of [
    [1, []],
    [4, [undefined]],
    [5, [1]],
    [200, [196]],
  ] as const) {
    it(`keeps of ${added} messages of one place three and the last, and counts the others`, () => {
      const buffer = new LogBuffer();
      for (let i = 0; i < added; i++) buffer.add(failed(i));
      const drained = buffer.drain();
      assert.deepEqual(
        drained.slice(3).map((log) => log.repeated),
        repeated,
      );
      const all = drained.reduce((sum, log) => sum + 1 + (log.repeated ?? 0), 0);
      assert.deepEqual([all, drained.at(-1)?.atMs], [added, added - 1]);
      assert.deepEqual(buffer.drain(), []);
    });
  }

  it('shows no credential that the iteration had captured', () => {
    const buffer = new LogBuffer();
    buffer.add(failed(0), ['abc-def']);
    assert.equal(buffer.drain()[0]?.message, 'no token •••');
  });
});
