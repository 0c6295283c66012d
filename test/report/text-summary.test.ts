import { deepStrictEqual, doesNotMatch, match, ok, strictEqual } from 'node:assert/strict';
import { RunModel } from '../../src/run/model.ts';
import { displayWidth } from '../../src/report/text-layout.ts';
import { progressBlock, progressLine } from '../../src/report/text-progress.ts';
import { palette } from '../../src/report/text-layout.ts';
import { textSummary, type SummaryOptions } from '../../src/report/text-summary.ts';
import { STATES } from '../support/run-fixture.ts';
import { assertGolden } from './golden.ts';
import { endedRun, endOf, runningRun, sampleEvents, samplePlan } from './sample-run.ts';

const options: SummaryOptions = { width: 80, colour: false, exitCode: 99, files: [] };
const plain = palette(false);

function interruptedRun(): RunModel {
  const run = runningRun({ seconds: 2 });
  run.markInterrupted();
  return run;
}

function abortedBeforeTheLoad(): RunModel {
  const run = new RunModel();
  const [start] = sampleEvents();
  if (start) run.apply(start);
  run.apply({
    ...endOf(run),
    outcome: 'aborted',
    exitCode: 107,
    reason: 'Setup failed: the server refused the login.',
  });
  return run;
}

describe('The summary at the end of a run', () => {
  for (const width of [40, 60, 80, 120]) {
    it(`tells a failed run in ${width} columns`, () => {
      const files = [{ title: 'Report', path: 'checkout.html' }];
      assertGolden(`summary-failed-${width}.txt`, textSummary(endedRun(), { ...options, width, files }));
    });
  }

  it('says once what comes again and again', () => {
    const run = runningRun({ seconds: 2 });
    for (const atMs of [5000, 6000, 7000])
      run.apply({ type: 'log', atMs, level: 'warning', message: 'The disk is slow.', repeated: 10 });
    const messages = textSummary(run, options)
      .split('\n')
      .filter((line) => line.includes('The disk is slow.'));
    deepStrictEqual(messages, ['  ! 0:05 The disk is slow. (and 32 more like it)']);
  });

  it('has requests by tags, of many values those with the most', function () {
    this.timeout(10_000);
    const tablesOf = (state: 'tagged' | 'tagged-many'): string[] => {
      const run = new RunModel();
      for (const event of STATES[state]()) run.apply(event);
      const lines = textSummary(run, { ...options, width: 120 }).split('\n');
      const from = lines.findIndex((line) => line.startsWith('  All requests'));
      return lines.slice(from + 2, lines.findIndex((line) => /ERRORS|No request failed/.test(line)) - 1);
    };
    deepStrictEqual(
      tablesOf('tagged').map((line) => line.slice(2).split('  ')[0]),
      [
        ...['PLAN', 'enterprise', 'free', 'team', 'without plan', ''],
        ...['REGION', 'ap-1', 'eu-2', 'eu-10', 'us-1', ''],
        ...['KIND OF CALL', 'money', 'reading'],
      ],
    );
    const many = tablesOf('tagged-many');
    strictEqual(many.length, 14);
    match(many[12] ?? '', /^ {2}\(other\) /);
    strictEqual(many[13], '  …89 more values');
  });

  it('has the same words with colour', () => {
    const coloured = textSummary(endedRun(), { ...options, colour: true });
    assertGolden('summary-failed-colour.txt', coloured);
    strictEqual(coloured.replace(/\u001b\[\d+m/g, ''), textSummary(endedRun(), options));
  });

  it('tells a passed run', () => {
    const plan = { ...samplePlan, thresholds: samplePlan.thresholds.slice(2, 4).map((one, id) => ({ ...one, id })) };
    assertGolden('summary-passed.txt', textSummary(endedRun({ plan }), { ...options, exitCode: 0 }));
  });

  it('tells an interrupted run', () => {
    assertGolden('summary-interrupted.txt', textSummary(interruptedRun(), { ...options, exitCode: 105 }));
  });

  it('tells a run that ended in setup', () => {
    assertGolden('summary-aborted-in-setup.txt', textSummary(abortedBeforeTheLoad(), { ...options, exitCode: 107 }));
  });

  const runs = {
    failed: endedRun(),
    interrupted: interruptedRun(),
    aborted: abortedBeforeTheLoad(),
    empty: new RunModel(),
  };
  for (const [name, run] of Object.entries(runs)) {
    it(`never shows what is no figure, nor a line too long: ${name}`, () => {
      const text = [textSummary(run, options), ...progressBlock(run, 80, plain), progressLine(run)].join('\n');
      doesNotMatch(text, /NaN|undefined|Infinity|null|\[object/);
      for (const width of [36, 40, 52, 60, 68, 80, 100, 120]) {
        const lines = textSummary(run, { ...options, width }).split('\n');
        for (const line of lines) ok(displayWidth(line) <= width, `too long for ${width}: ${line}`);
      }
    });
  }

  it('cuts names that are too wide, and lets no control character through', () => {
    const events = sampleEvents().map((event) =>
      event.type === 'series' && event.tags['name'] === 'GET /health'
        ? { ...event, tags: { ...event.tags, name: `GET /${'very-long/'.repeat(20)}\u001b[2J\u0007支払い` } }
        : event,
    );
    const run = new RunModel();
    for (const event of events) run.apply(event);
    const text = textSummary(run, options);
    doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f]/);
    for (const line of text.split('\n')) ok(displayWidth(line) <= 80, `too long: ${line}`);
    const narrow = textSummary(run, { ...options, width: 40 });
    for (const line of narrow.split('\n')) ok(displayWidth(line) <= 40, `too long: ${line}`);
  });
});

describe('The block while a run goes', () => {
  it('shows progress, requests, latency, generator and requirements', () => {
    assertGolden('progress-block.txt', `${progressBlock(runningRun({ seconds: 2 }), 80, plain).join('\n')}\n`);
  });

  it('says when a requirement fails', () => {
    assertGolden('progress-block-failing.txt', `${progressBlock(runningRun({ seconds: 5 }), 80, plain).join('\n')}\n`);
  });

  it('is one line where nothing can be redrawn', () => {
    assertGolden('progress-line.txt', `${progressLine(runningRun({ seconds: 2 }))}\n`);
  });
});
