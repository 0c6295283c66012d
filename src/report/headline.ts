/** The one line that says how a run goes or went. */
import type { ThresholdResult, Verdict } from '../run/events.ts';
import type { RunModel } from '../run/model.ts';
import { clock, plural } from './format.ts';

/** How a headline is meant; it settles colour and symbol. */
export type Tone = 'idle' | 'running' | 'pass' | 'warn' | 'fail' | 'interrupted';

export interface Headline {
  readonly tone: Tone;
  readonly text: string;
}

/** The one line that says how a run goes or went. */
export function headline(run: RunModel): string {
  return headlineOf(run).text;
}

export function headlineOf(run: RunModel): Headline {
  switch (run.state) {
    case 'empty':
      return { tone: 'idle', text: 'Not run yet' };
    case 'setup':
      return { tone: 'running', text: 'Running setup' };
    case 'running':
      return { tone: 'running', text: runningText(run) };
    case 'interrupted':
      return { tone: 'interrupted', text: interruptedText(run) };
    case 'ended':
      return endedHeadline(run);
  }
}

function runningText(run: RunModel): string {
  const load = plural(run.vus.active, 'VU');
  const stages = run.stages.filter((stage) => stage.fromMs <= run.elapsedMs && run.elapsedMs < stage.toMs);
  const stage = stages.length === 1 ? stages[0] : undefined;
  const where = stage ? `${stageTitle(stage.name)}, ${load}` : load;
  const { paused, factor } = run.loadLevel;
  const level = factor === 1 ? '' : ` at ${Math.round(factor * 100)}\u00a0% of the plan`;
  return `${paused ? 'Paused at' : 'Running'} ${progress(run)}${level} – ${where}`;
}

function interruptedText(run: RunModel): string {
  const failed = run.thresholds.filter(({ verdict }) => verdict === 'fail').length;
  const already = failed > 0 ? ` – ${failed} of ${requirements(run.thresholds.length)} already failed` : '';
  if (run.elapsedMs > 0) return `Interrupted at ${progress(run)}${already}`;
  return 'Interrupted before the load began';
}

function endedHeadline(run: RunModel): Headline {
  const end = run.end;
  switch (end?.outcome) {
    case 'passed':
      return passedHeadline(run);
    case 'failed':
      return { tone: 'fail', text: failedText(run, end.reason) };
    case 'aborted':
    case 'error': {
      if (run.complete) return { tone: 'fail', text: teardownText(run, end.reason) };
      const what = end.outcome === 'aborted' ? 'Aborted' : 'Error';
      const when = run.elapsedMs > 0 ? `${what} at ${progress(run)}` : `${what} before the load began`;
      return { tone: 'fail', text: end.reason === '' ? when : `${when}: ${withoutStop(firstSentence(end.reason))}` };
    }
    case 'interrupted':
    case undefined:
      return { tone: 'interrupted', text: interruptedText(run) };
  }
}

function passedHeadline(run: RunModel): Headline {
  const total = run.thresholds.length;
  const tally = tallyOf(run.thresholds);
  const { trust, share: saturated } = run.generator.judgement;
  if (trust === 'saturated') {
    const share = `${Math.max(1, Math.round(saturated * 100))}\u00a0%`;
    return { tone: 'warn', text: `Passed, but the generator was saturated ${share} of the time` };
  }
  if (total === 0) return { tone: 'pass', text: 'Passed: no requirements to judge' };
  const noData = tally['no-data'] > 0 ? `, ${tally['no-data']} without data` : '';
  if (tally.warn > 0) {
    return { tone: 'warn', text: `Passed with ${plural(tally.warn, 'warning')}: ${requirements(total)}${noData}` };
  }
  if (noData !== '') {
    return { tone: 'warn', text: `Passed: ${total - tally['no-data']} of ${requirements(total)}${noData}` };
  }
  return { tone: 'pass', text: total === 1 ? 'Passed: the one requirement' : `Passed: all ${requirements(total)}` };
}

function failedText(run: RunModel, reason: string): string {
  const failed = failedRequirements(run);
  if (failed === '') return reason === '' ? 'Failed' : `Failed: ${withoutStop(reason)}`;
  const aborted = run.plan?.thresholds.some(
    (threshold) => threshold.abortOnFail && run.thresholds[threshold.id]?.verdict === 'fail',
  );
  const early = aborted === true && run.elapsedMs < run.plannedMs - 1000 ? ` – stopped at ${progress(run)}` : '';
  return `Failed: ${failed}${early}`;
}

/** Of a run whose load was all made. */
function teardownText(run: RunModel, reason: string): string {
  const teardown = withoutStop(firstSentence(reason));
  return tallyOf(run.thresholds).fail === 0 ? teardown : `Failed: ${failedRequirements(run)}. ${teardown}`;
}

/** `1 of 3 requirements, 2 without data`; '' for none. */
function failedRequirements(run: RunModel): string {
  const total = run.thresholds.length;
  const tally = tallyOf(run.thresholds);
  const parts: string[] = [];
  if (tally.fail > 0) parts.push(`${tally.fail} of ${requirements(total)}`);
  if (tally['no-data'] > 0) {
    parts.push(
      tally.fail > 0
        ? `${tally['no-data']} without data`
        : `${tally['no-data']} of ${requirements(total)} without data`,
    );
  }
  return parts.join(', ');
}

/** `3:12 of 13:00` */
function progress(run: RunModel): string {
  return `${clock(run.elapsedMs)} of ${clock(run.plannedMs)}`;
}

/** `stage sustained`; a stage that got its name from its number is `stage 2` already. */
export function stageTitle(name: string): string {
  return /^stage \d+$/.test(name) ? name : `stage ${name}`;
}

export function tallyOf(results: readonly ThresholdResult[]): Record<Verdict, number> {
  const tally: Record<Verdict, number> = { pass: 0, warn: 0, fail: 0, 'no-data': 0, 'not-yet': 0 };
  for (const { verdict } of results) tally[verdict]++;
  return tally;
}

function requirements(n: number): string {
  return plural(n, 'requirement');
}

/** What a headline has room for; the rest of a reason is the diagnosis's. */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s)/s.exec(text)?.[0] ?? text;
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
