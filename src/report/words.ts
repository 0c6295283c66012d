/** The words of a run that the results view, the terminal, the editor and every report share. */
import type { Condition, CustomMetric, Plan, RequestStep, Threshold } from '../scenario/plan.ts';
import { allSteps } from '../scenario/step-tree.ts';
import type { ThresholdResult, Verdict } from '../run/events.ts';
import { metricDefinition } from '../run/metrics.ts';
import type { RunModel } from '../run/model.ts';
import { bytes, clock, clockRange, count, duration, exact, percent, plural, significant } from './format.ts';

export { errorShort, errorTitle, statusTitle } from './error-titles.ts';

// ── the headline ──

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
  if (parts.length === 0) return reason === '' ? 'Failed' : `Failed: ${withoutStop(reason)}`;
  const aborted = run.plan?.thresholds.some(
    (threshold) => threshold.abortOnFail && run.thresholds[threshold.id]?.verdict === 'fail',
  );
  const early = aborted === true && run.elapsedMs < run.plannedMs - 1000 ? ` – stopped at ${progress(run)}` : '';
  return `Failed: ${parts.join(', ')}${early}`;
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

// ── a requirement ──

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  pass: 'pass',
  warn: 'warn',
  fail: 'fail',
  'no-data': 'no data',
  'not-yet': 'not yet',
};

export function verdictWord(verdict: Verdict): string {
  return VERDICT_WORDS[verdict];
}

/** The author's name for it, else the expression. */
export function requirementTitle(threshold: Threshold): string {
  return threshold.name ?? requirementExpression(threshold);
}

/** As written: `http_req_duration{name:me}: p(95) < 500ms`, with `, in every 30 s` where a window is set. */
export function requirementExpression({ selector, condition, windowMs }: Threshold): string {
  const every = windowMs === null ? '' : `, in every ${duration(windowMs, exact)}`;
  return `${selector}: ${condition.source}${every}`;
}

/**
 * A threshold's figure in its own unit: `1.94 ms`, `67.0 %`, `4,011/min`, `0`; `no samples` where there is none. `metrics`
 * are the plan's custom metrics, which alone know whether a custom trend holds times.
 */
export function showActual(
  threshold: Threshold,
  result: Pick<ThresholdResult, 'actual'>,
  metrics: readonly CustomMetric[] = [],
): string {
  return result.actual === null ? 'no samples' : showValue(threshold, threshold.condition, result.actual, metrics);
}

/** `< 500 ms`, `= 0`, `> 1,000/min`: the target, or another condition of the threshold such as `acceptable`. */
export function showLimit(
  threshold: Threshold,
  condition: Condition = threshold.condition,
  metrics: readonly CustomMetric[] = [],
): string {
  return `${OPERATORS[condition.operator]}\u00a0${showValue(threshold, condition, condition.limit, metrics, exact)}`;
}

const OPERATORS: Readonly<Record<Condition['operator'], string>> = {
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '==': '=',
  '!=': '≠',
};

const PER_SECOND_IN: Readonly<Record<string, number>> = { '/s': 1, '/min': 60, '/h': 3600 };

function showValue(
  threshold: Threshold,
  condition: Condition,
  value: number,
  metrics: readonly CustomMetric[],
  digits: (x: number) => string = significant,
): string {
  const metric = metricDefinition(threshold.metric, metrics);
  if (isRatio(threshold, condition, metrics)) return digits === exact ? `${exact(value * 100)}\u00a0%` : percent(value);
  if (condition.method === 'count') return count(value);
  if (metric?.kind === 'counter' && condition.method === 'rate') {
    const unit = condition.unit in PER_SECOND_IN ? condition.unit : '/s';
    const amount = value * (PER_SECOND_IN[unit] ?? 1);
    return metric.contains === 'data' ? `${bytes(amount, digits)}${unit}` : `${digits(amount)}${unit}`;
  }
  if (metric?.contains === 'time' || /^(ms|s|m|h)$/.test(condition.unit)) return duration(value, digits);
  if (metric?.contains === 'data') return bytes(value, digits);
  return Number.isInteger(value) ? count(value) : digits(value);
}

/** A Rate's figures are ratios, and so is the rate of `errors`: a share of all requests. */
function isRatio(threshold: Threshold, condition: Condition, metrics: readonly CustomMetric[]): boolean {
  if (threshold.metric === 'errors') return condition.method === 'rate';
  return metricDefinition(threshold.metric, metrics)?.kind === 'rate';
}

/** The distance to the target as people say it: `99.61 % below`, `67.0 × the limit`, `3.20 % short`, `exact`. '' without samples. */
export function margin(threshold: Threshold, { actual }: Pick<ThresholdResult, 'actual'>): string {
  if (actual === null) return '';
  const { operator, limit } = threshold.condition;
  switch (operator) {
    case '==':
      return actual === limit ? 'exact' : difference(actual - limit, threshold);
    case '!=':
      return actual === limit ? 'exactly that' : difference(actual - limit, threshold);
    case '<':
    case '<=':
      if (actual === limit) return operator === '<' ? 'at the limit' : 'exact';
      if (limit <= 0) return difference(actual - limit, threshold);
      if (actual < limit) return `${percent(1 - actual / limit)} below`;
      return actual / limit >= 2 ? `${significant(actual / limit)} × the limit` : `${percent(actual / limit - 1)} over`;
    case '>':
    case '>=':
      if (actual === limit) return operator === '>' ? 'at the limit' : 'exact';
      if (limit <= 0) return difference(actual - limit, threshold);
      if (actual < limit) return `${percent(1 - actual / limit)} short`;
      return actual / limit >= 2
        ? `${significant(actual / limit)} × the target`
        : `${percent(actual / limit - 1)} above`;
  }
}

/** Where no proportion makes sense: `3 too many`. */
function difference(by: number, threshold: Threshold): string {
  const { condition } = threshold;
  const size = showValue(threshold, { ...condition, limit: 0 }, Math.abs(by), []);
  switch (condition.operator) {
    case '==':
      if (condition.method === 'count') return `${size} too ${by > 0 ? 'many' : 'few'}`;
      return `${size} too ${by > 0 ? 'much' : 'little'}`;
    case '<':
    case '<=':
      return `${size} ${by > 0 ? 'over' : 'below'}`;
    case '>':
    case '>=':
    case '!=':
      return `${size} ${by > 0 ? 'above' : 'short'}`;
  }
}

/** `worst window 16:42–17:12`, or ''. */
export function worstWindowNote({ worstWindow }: ThresholdResult): string {
  return worstWindow ? `worst window ${clockRange(worstWindow.fromMs, worstWindow.toMs)}` : '';
}

/** What a requirement is about: `all requests`, `GET /auth/me`, `2 endpoints`, `stage hold`, `never recorded`; '' where its expression says all. */
export function requirementScope(plan: Plan, threshold: Threshold, result?: ThresholdResult): string {
  const { name, stage, scenario, group, check } = threshold.tags;
  const parts: string[] = [];
  const recorded = recordedBy(plan, threshold.metric);
  if (name !== undefined) parts.push(name);
  else if (recorded !== null) {
    const names = [...new Set(recorded.map((step) => step.name))];
    if (result?.samples === 0) parts.push('never recorded');
    else if (names.length === 1) parts.push(...names);
    else if (names.length > 1) parts.push(plural(names.length, 'endpoint'));
  } else if (
    isAboutRequests(threshold.metric) &&
    stage === undefined &&
    scenario === undefined &&
    group === undefined
  ) {
    parts.push('all requests');
  }
  if (check !== undefined) parts.push(check);
  if (group !== undefined) parts.push(`group ${group}`);
  if (stage !== undefined) parts.push(stageTitle(stage));
  if (scenario !== undefined) parts.push(`scenario ${scenario}`);
  return parts.join(', ');
}

function isAboutRequests(metric: string): boolean {
  return metric.startsWith('http_') || metric === 'errors' || metric.startsWith('data_');
}

/** More failures than this among a latency's samples, and its figure is about failures. */
const MOSTLY = 0.5;

/**
 * What a latency requirement's figure really measured: `failed requests only`, `mostly failed requests (67.0 %)`, or '' where
 * at least half of its samples are of requests that did not fail. A fast rejection is no fast service.
 */
export function latencyCaveat(run: RunModel, threshold: Threshold, result: ThresholdResult): string {
  const share = failedShare(run, threshold, result);
  if (share <= MOSTLY) return '';
  return share >= 1 ? 'failed requests only' : `mostly failed requests (${percent(share)})`;
}

/**
 * Of a latency's samples, the share that failed requests have at least: those beyond the number of requests that passed.
 * What the scenario tolerates is asked for and counts as passed. 0 for what is no latency of requests.
 */
export function failedShare(run: RunModel, threshold: Threshold, { samples }: ThresholdResult): number {
  const { plan } = run;
  if (!plan || samples === 0) return 0;
  const metric = metricDefinition(threshold.metric, plan.metrics);
  if (metric?.kind !== 'trend' || metric.contains !== 'time' || threshold.condition.method === 'count') return 0;
  const passed = passedRequests(run, plan, threshold);
  return passed === null ? 0 : Math.max(0, samples - passed) / samples;
}

function passedRequests(run: RunModel, plan: Plan, threshold: Threshold): number | null {
  const recorded = recordedBy(plan, threshold.metric);
  if (recorded === null && !threshold.metric.startsWith('http_req_')) return null;
  const names = recorded ? [...new Set(recorded.map((step) => step.name))] : [undefined];
  let passed = 0;
  for (const name of names) {
    const tags = name === undefined ? threshold.tags : { ...threshold.tags, name };
    const failures = run.total('http_req_failed', tags);
    const tolerated = run.total('http_req_failed', { ...tags, tolerated: 'true' });
    if (failures?.kind === 'rate') passed += failures.total - failures.trues;
    if (tolerated?.kind === 'rate') passed += tolerated.trues;
  }
  return passed;
}

/** The requests that record a custom metric; null where something else does too, or the metric is built in. */
function recordedBy(plan: Plan, metric: string): RequestStep[] | null {
  if (!plan.metrics.some(({ name }) => name === metric)) return null;
  const requests: RequestStep[] = [];
  for (const step of plan.scenarios.flatMap((scenario) => allSteps(scenario.steps))) {
    const recorded = step.kind === 'record' ? step.values : 'record' in step ? step.record : [];
    if (!recorded.some(({ name }) => name === metric)) continue;
    if (step.kind !== 'request') return null;
    requests.push(step);
  }
  return requests;
}
