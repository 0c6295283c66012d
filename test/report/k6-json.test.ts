import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { K6JsonLines, rfc3339 } from '../../src/report/k6-json.ts';
import { assertGolden } from './golden.ts';
import { sampleEvents, samplePlan } from './sample-run.ts';

function linesOfSample(): K6JsonLines {
  const output = new K6JsonLines(samplePlan);
  for (const event of sampleEvents()) if (event.type === 'series') output.onSeries(event);
  return output;
}

const at = Date.UTC(2026, 10, 21, 14, 2, 0);

describe("k6's JSON lines", () => {
  it('announce each metric once and give every sample', () => {
    const output = linesOfSample();
    const text =
      output.lines({ series: [6, 0, 3], times: [at, at + 0.25, at + 0.5], values: [1, 1.234, 0] }) +
      output.lines({ series: [6, 2, 16], times: [at + 1000, at + 1001, at + 1002], values: [1, 3.5, 3.5] }) +
      output.lines({ series: [15], times: [at + 2000], values: [412] });
    assertGolden('k6-points.json', text);
  });

  it('leave out what is no number, and series that nobody announced', () => {
    strictEqual(linesOfSample().lines({ series: [0, 999], times: [at, at], values: [Number.NaN, 1] }), '');
  });

  it('tell of the VUs each second, without tags', () => {
    const output = linesOfSample();
    const interval = { type: 'interval', fromMs: 0, toMs: 1000, vus: { active: 3, allocated: 5 }, health: [] } as const;
    output.vuLines(interval, at);
    deepStrictEqual(output.vuLines(interval, at + 1000).split('\n'), [
      '{"metric":"vus","type":"Point","data":{"time":"2026-11-21T14:02:01Z","value":3,"tags":{}}}',
      '{"metric":"vus_max","type":"Point","data":{"time":"2026-11-21T14:02:01Z","value":5,"tags":{}}}',
      '',
    ]);
  });

  it('write thresholds that abort as objects', () => {
    const output = new K6JsonLines(samplePlan);
    output.onSeries({ type: 'series', id: 0, metric: 'export_latency', kind: 'trend', tags: {} });
    const [metric = ''] = output.lines({ series: [0], times: [at], values: [1] }).split('\n');
    deepStrictEqual((JSON.parse(metric) as { data: unknown }).data, {
      name: 'export_latency',
      type: 'trend',
      contains: 'time',
      thresholds: [{ threshold: 'p(95) < 500ms', abortOnFail: true, delayAbortEval: '10s' }],
      submetrics: null,
    });
  });

  for (const [unixMs, text] of [
    [at, '2026-11-21T14:02:00Z'],
    [at + 100, '2026-11-21T14:02:00.1Z'],
    [at + 0.25, '2026-11-21T14:02:00.00025Z'],
    [at + 999.9999, '2026-11-21T14:02:01Z'],
  ] as const) {
    it(`writes times as ${text}`, () => strictEqual(rfc3339(unixMs), text));
  }
});
