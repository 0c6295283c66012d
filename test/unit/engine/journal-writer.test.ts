import assert from 'node:assert/strict';
import fs, { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JournalWriter } from '../../../src/engine/journal-writer.ts';
import { secondsKept } from '../../../src/run/interval-groups.ts';
import type { Interval, RunEvent, SeriesDefinition } from '../../../src/run/events.ts';
import { Histogram } from '../../../src/run/histogram.ts';
import { readRun } from '../../../src/run/journal.ts';
import { EMPTY_PLAN } from '../../support/plan-parts.ts';

const START: RunEvent = {
  type: 'run-start',
  version: 1,
  runId: 'soak',
  time: 0,
  scenario: { file: 'soak.load.yaml', text: '', sha256: '' },
  plan: EMPTY_PLAN,
  hosts: [],
  options: { workers: 1, seed: 1, overrides: [] },
  machine: { hostname: '', platform: '', cpus: 1, cpuModel: '', memoryBytes: 1 },
  versions: { rampwright: '', node: '' },
};
const SERIES: SeriesDefinition[] = [
  { type: 'series', id: 0, metric: 'http_reqs', kind: 'counter', tags: { name: 'a' } },
  { type: 'series', id: 1, metric: 'http_req_failed', kind: 'rate', tags: { name: 'a' } },
  { type: 'series', id: 2, metric: 'vus', kind: 'gauge', tags: {} },
  { type: 'series', id: 3, metric: 'http_req_duration', kind: 'trend', tags: { name: 'a' } },
  { type: 'series', id: 4, metric: 'http_req_waiting', kind: 'trend', tags: { name: 'a' } },
];

/** The n-th second of a run in which the n-th request takes n ms. */
function second(n: number): Interval {
  const histogram = new Histogram();
  histogram.record(n);
  const trend = (id: number) => [id, 1, n, n, n, histogram.encode()] as const;
  return {
    type: 'interval',
    fromMs: (n - 1) * 1000,
    toMs: n * 1000,
    counters: [[0, n]],
    rates: [[1, n % 2, 1]],
    gauges: [[2, n, n, n]],
    trends: [trend(3)],
    ...(n % 10 === 0 && { slowTrends: [trend(4)], slowFromMs: (n - 10) * 1000 }),
    vus: { active: n, allocated: 50 },
    health: [{ worker: 0, eventLoopDelayP99Ms: n, eventLoopDelayMaxMs: n, cpu: 0.5, gcMs: 1, sockets: n }],
  };
}

describe('the journal of a long run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rampwright-'));
  after(() => rmSync(folder, { recursive: true }));

  it('has intervals of a second in its first hour, and longer ones the longer it goes on', () => {
    const hour = 3_600_000;
    assert.deepEqual(
      [0, 0.99, 1, 3.99, 4, 12, 48].map((hours) => secondsKept(hours * hour)),
      [1, 1, 5, 5, 15, 60, 60],
    );
    // Lines of a day, whose seconds would be 86,400.
    let lines = 0;
    for (let atMs = 0; atMs < 24 * hour; atMs += secondsKept(atMs) * 1000) lines++;
    assert.equal(lines, 3600 + 2160 + 1920 + 720);
  });

  it('says the same at every moment, as if each second had stayed', () => {
    const path = join(folder, 'soak.run.jsonl');
    const rolled = new JournalWriter(path, (atMs) => (atMs < 5000 ? 1 : 5));
    const plain: RunEvent[] = [];
    const write = (events: readonly RunEvent[]): void => {
      assert.equal(rolled.write(events), null);
      plain.push(...events);
    };
    write([START, { type: 'load-start', time: 0 }, ...SERIES.slice(0, 3)]);
    for (let n = 1; n <= 33; n++) {
      write([
        ...(n === 8 ? SERIES.slice(3) : []),
        n < 8 ? { ...second(n), trends: [] } : second(n),
        { type: 'log', atMs: n * 1000, level: 'info', message: `second ${n}` },
      ]);
      const { run, problem } = readRun(readFileSync(path, 'utf8'));
      assert.equal(problem, null);
      const whole = readRun(plain.map((event) => `${JSON.stringify(event)}\n`).join('')).run;
      assert.equal(run.elapsedMs, n * 1000);
      // Who reads along meets each second by itself.
      assert.equal(run.intervals.at(-1)?.fromMs, (n - 1) * 1000);
      assert.deepEqual(run.logs, whole.logs);
      for (const { metric } of SERIES) assert.deepEqual(run.total(metric), whole.total(metric), `${metric} at ${n}`);
      assert.deepEqual(run.vus, whole.vus);
    }
    const { run } = readRun(readFileSync(path, 'utf8'));
    assert.deepEqual(
      run.intervals.map(({ fromMs, toMs }) => (toMs - fromMs) / 1000),
      [1, 1, 1, 1, 1, 5, 5, 5, 5, 1, 1, 1, 1, 1, 1, 1, 1],
    );
    assert.deepEqual(run.intervals[5]?.health, [
      { worker: 0, eventLoopDelayP99Ms: 10, eventLoopDelayMaxMs: 10, cpu: 0.5, gcMs: 5, sockets: 10 },
    ]);
    assert.equal(run.intervals[5].slowFromMs, 0);
  });

  it('lacks no second at any moment of being rolled up', () => {
    const path = join(folder, 'read-along.run.jsonl');
    const { ftruncateSync } = fs;
    let cuts = 0;
    let written = 0;
    const looksComplete = (): void => {
      const { run } = readRun(readFileSync(path, 'utf8'));
      assert.equal(run.elapsedMs, written * 1000);
      const requests = run.total('http_reqs');
      assert.equal(requests?.kind === 'counter' && requests.sum, (written * (written + 1)) / 2);
    };
    fs.ftruncateSync = (file, length) => {
      cuts++;
      looksComplete();
      ftruncateSync(file, length);
      looksComplete();
    };
    syncBuiltinESMExports();
    try {
      const writer = new JournalWriter(path, () => 5);
      assert.equal(writer.write([START, { type: 'load-start', time: 0 }, ...SERIES]), null);
      for (written = 1; written <= 33; written++) assert.equal(writer.write([second(written)]), null);
    } finally {
      fs.ftruncateSync = ftruncateSync;
      syncBuiltinESMExports();
    }
    assert.equal(cuts, 5);
  });
});
