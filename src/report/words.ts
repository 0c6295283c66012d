/** The words of a run that the results view, the terminal, the editor and every report share. */
import type { Condition, CustomMetric, Plan, Threshold } from '../scenario/plan.ts';
import type { ThresholdResult, Verdict } from '../run/events.ts';
import { metricDefinition } from '../run/metrics.ts';
import type { RunModel } from '../run/model.ts';
import { bytes, clockRange, count, duration, exact, percent, plural, significant } from './format.ts';
import { stageTitle } from './headline.ts';
import { recordedBy } from './recording-requests.ts';

export { errorShort, errorTitle, statusTitle } from './error-titles.ts';
export { firstSentence, headline, headlineOf, stageTitle, tallyOf, type Tone } from './headline.ts';
export { latencyCaveat } from './latency-caveat.ts';

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  pass: 'pass',
  warn: 'warn',
  fail: 'fail',
  'no-data': 'no data',
  'not-yet': 'not yet',
};

/** `over`: the run goes on no more, so that what it had not reached it will not reach. */
export function verdictWord(verdict: Verdict, over: boolean): string {
  return over && verdict === 'not-yet' ? 'not reached' : VERDICT_WORDS[verdict];
}

/** Whether nothing more can come of a run, by whatever it ended. */
export function isOver({ state }: Pick<RunModel, 'state'>): boolean {
  return state === 'ended' || state === 'interrupted';
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
