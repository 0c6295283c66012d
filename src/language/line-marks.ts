import type { Plan, RequestStep, Threshold } from '../scenario/plan.ts';
import type { RunModel } from '../run/model.ts';
import type { ThresholdResult, Verdict } from '../run/events.ts';
import { endpointRows, type EndpointRow } from '../run/tables.ts';
import { clock, count, duration, percent, rate } from '../report/format.ts';
import {
  isOver,
  latencyCaveat,
  margin,
  requirementExpression,
  requirementTitle,
  showActual,
  showLimit,
  verdictWord,
  worstWindowNote,
} from '../report/words.ts';
import { allSteps, stepLists } from '../scenario/step-tree.ts';
import { escapedMarkdown } from './escaped-markdown.ts';
import { VERDICT_SIGNS } from './verdict-sign.ts';

/** A short text to show behind a line of a scenario, in line numbers of the text that ran. */
export interface LineMark {
  readonly line: number;
  readonly text: string;
  readonly tone: Verdict | 'figures';
  /** Markdown. */
  readonly hover: string;
}

/** Longer marks are cut to what matters most. */
const LONGEST = 40;

/** Verdicts behind thresholds, p95, rate and share of errors behind requests, progress behind the stage that runs. */
export function lineMarks(run: RunModel, stageLines: readonly StageLine[] = []): LineMark[] {
  const { plan } = run;
  if (!plan || !run.loadStarted) return [];
  return [...thresholdMarks(run, plan), ...requestMarks(run, plan), ...stageMarks(run, stageLines)].sort(
    (a, b) => a.line - b.line,
  );
}

function thresholdMarks(run: RunModel, plan: Plan): LineMark[] {
  const byLine = new Map<number, LineMark[]>();
  for (const threshold of plan.thresholds) {
    const result = run.thresholds[threshold.id];
    if (!result) continue;
    // A requirement without samples is no news before the run has ended.
    if (result.verdict === 'no-data' && run.state === 'running') continue;
    const { line } = threshold.range.start;
    byLine.set(line, [...(byLine.get(line) ?? []), thresholdMark(run, plan, threshold, result)]);
  }
  return [...byLine].map(([line, marks]) => joined(line, marks));
}

function thresholdMark(run: RunModel, plan: Plan, threshold: Threshold, result: ThresholdResult): LineMark {
  const actual = showActual(threshold, result, plan.metrics);
  const caveat = latencyCaveat(run, threshold, result);
  const distance = result.verdict === 'pass' ? '' : margin(threshold, result);
  const sign = VERDICT_SIGNS[result.verdict];
  const parts = [actual, distance, caveat].filter((part) => part !== '');
  return {
    line: threshold.range.start.line,
    text: `${sign} ${fitting(parts, ', ', LONGEST - sign.length - 1)}`,
    tone: result.verdict,
    hover: thresholdHover(run, plan, threshold, result, caveat),
  };
}

function thresholdHover(
  run: RunModel,
  plan: Plan,
  threshold: Threshold,
  result: ThresholdResult,
  caveat: string,
): string {
  const rows = [
    ['target', showLimit(threshold, threshold.condition, plan.metrics)],
    ...(threshold.acceptable ? [['acceptable', showLimit(threshold, threshold.acceptable, plan.metrics)]] : []),
    ['actual', showActual(threshold, result, plan.metrics)],
    ['margin', margin(threshold, result)],
    ['note', [caveat, worstWindowNote(result)].filter((part) => part !== '').join(', ')],
  ].filter(([, value]) => value !== '');
  return [
    `**${VERDICT_SIGNS[result.verdict]} ${verdictWord(result.verdict, isOver(run))}** — ${escapedMarkdown(requirementTitle(threshold))}`,
    ...(threshold.name === null ? [] : [`\`${requirementExpression(threshold)}\``]),
    rows.map(([name, value]) => `- ${name ?? ''}: ${value ?? ''}`).join('\n'),
  ].join('\n\n');
}

const WORST_FIRST: readonly Verdict[] = ['fail', 'no-data', 'not-yet', 'warn', 'pass'];

/** Several thresholds on one line, as `[p(95) < 500ms, p(99) < 1s]` has them: the worst first, as there may be no room for all. */
function joined(line: number, marks: readonly LineMark[]): LineMark {
  const sorted = WORST_FIRST.flatMap((verdict) => marks.filter(({ tone }) => tone === verdict));
  return {
    line,
    text: fitting(
      sorted.map(({ text }) => text),
      ' · ',
      LONGEST,
    ),
    tone: sorted[0]?.tone ?? 'pass',
    hover: sorted.map(({ hover }) => hover).join('\n\n---\n\n'),
  };
}

function requestMarks(run: RunModel, plan: Plan): LineMark[] {
  const rows = endpointRows(run);
  const steps = stepLists(plan).flatMap(allSteps);
  const marks = new Map<number, LineMark>();
  for (const step of steps) {
    if (step.kind !== 'request') continue;
    const row = rows.find((candidate) => candidate.name === step.name && candidate.method === step.method);
    if (row && row.requests > 0) marks.set(step.range.start.line, requestMark(step, row));
  }
  return [...marks.values()];
}

function requestMark(step: RequestStep, row: EndpointRow): LineMark {
  const p95 = `p95 ${duration(row.duration.percentile(95))}`;
  const failed = `${percent(row.failed / row.requests)} failed`;
  return {
    line: step.range.start.line,
    text: `${p95} · ${rate(row.perSecond)} · ${failed}`,
    tone: 'figures',
    hover: [
      `**${escapedMarkdown(step.name)}**`,
      [
        `- requests: ${count(row.requests)}, failed: ${count(row.failed)} (${percent(row.failed / row.requests)})`,
        `- p50 ${duration(row.duration.percentile(50))}, ${p95}, p99 ${duration(row.duration.percentile(99))}`,
      ].join('\n'),
    ].join('\n\n'),
  };
}

/** Where a scenario's stage is written. */
export interface StageLine {
  readonly scenario: string;
  /** Index among the scenario's stages. */
  readonly stage: number;
  readonly line: number;
}

function stageMarks(run: RunModel, lines: readonly StageLine[]): LineMark[] {
  if (run.state !== 'running') return [];
  const seen = new Map<string, number>();
  return run.stages.flatMap((stage) => {
    const index = seen.get(stage.scenario) ?? 0;
    seen.set(stage.scenario, index + 1);
    if (run.elapsedMs < stage.fromMs || run.elapsedMs >= stage.toMs) return [];
    const at = lines.find((candidate) => candidate.scenario === stage.scenario && candidate.stage === index);
    if (!at) return [];
    const text = `now · ${clock(run.elapsedMs)} of ${clock(run.plannedMs)}`;
    return [{ line: at.line, text, tone: 'figures' as const, hover: `${escapedMarkdown(stage.name)} runs now.` }];
  });
}

/** As many of the parts, the first ones first, as there is room for; the first one always, cut where it must be. */
function fitting(parts: readonly string[], separator: string, longest: number): string {
  let text = '';
  for (const part of parts) {
    const longer = text === '' ? part : text + separator + part;
    if (longer.length > longest && text !== '') break;
    text = longer;
  }
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
