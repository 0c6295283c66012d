import { clock, count, duration, exact, plural } from '../report/format.ts';
import { oneLine, plainSpaces, wrap } from '../report/text-layout.ts';
import { requirementTitle } from '../report/words.ts';
import type { Executor, Plan, ScenarioPlan } from '../scenario/plan.ts';
import {
  arrivalTimes,
  durationMs,
  maxVUs,
  plannedDurationMs,
  plannedSteps,
  stagesOf,
} from '../scenario/schedule/index.ts';
import type { Terminal } from './terminal.ts';

/** `plan --format json`; all times are ms since the scenario's own start, which is `startTime` after the run's. */
export function planJson(plan: Plan, hosts: readonly string[], arrivals: number): object {
  return {
    scenarios: plan.scenarios.map(({ name, executor, startTimeMs }) => ({
      name,
      executor: executor.kind,
      startTime: startTimeMs,
      steps: plannedSteps(executor).map((step) =>
        'vus' in step ? { at: step.atMs, vus: step.vus } : { at: step.atMs, rate: step.rate },
      ),
      maxVUs: maxVUs(executor),
      duration: durationMs(executor),
      ...(arrivals > 0 && isArrivalRate(executor) ? { arrivals: firstArrivals(executor, arrivals) } : {}),
    })),
    hosts,
  };
}

/** The same for people: what each scenario does, and what will be judged. Without a line end. */
export function planText(plan: Plan, hosts: readonly string[], arrivals: number, { paint, columns }: Terminal): string {
  const lines = [
    `${paint.bold(oneLine(plan.name))}  ${paint.dim(plan.file)}`,
    `${clock(plannedDurationMs(plan))}, ${hosts.length === 0 ? 'hosts are known when it runs' : `to ${hosts.map(oneLine).join(', ')}`}`,
  ];
  for (const scenario of plan.scenarios) {
    lines.push('', ...scenarioLines(scenario).map((line, index) => (index === 0 ? paint.bold(line) : `  ${line}`)));
    if (arrivals > 0 && isArrivalRate(scenario.executor)) {
      const due = firstArrivals(scenario.executor, arrivals).map((ms) => duration(ms));
      lines.push(...wrap(`due at ${due.join(', ')}`, columns - 6).map((line) => `  ${line}`));
    }
  }
  if (plan.thresholds.length > 0) {
    lines.push('', paint.bold(plural(plan.thresholds.length, 'requirement')));
    lines.push(...plan.thresholds.map((threshold) => `  ${oneLine(requirementTitle(threshold))}`));
  }
  lines.push('', paint.dim('Nothing was sent.'));
  return plainSpaces(lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n'));
}

function scenarioLines(scenario: ScenarioPlan): string[] {
  const { name, executor, startTimeMs } = scenario;
  const start = startTimeMs > 0 ? `, starts at ${clock(startTimeMs)}` : '';
  return [`${oneLine(name)}: ${executor.kind}${start}`, ...executorLines(executor, scenario)];
}

function executorLines(executor: Executor, scenario: ScenarioPlan): string[] {
  switch (executor.kind) {
    case 'constant-vus':
      return [`${plural(executor.vus, 'VU')} for ${lasting(executor.durationMs)}`];
    case 'shared-iterations':
      return [
        `${plural(executor.iterations, 'iteration')} shared by ${plural(executor.vus, 'VU')}, at most ${lasting(executor.maxDurationMs)}`,
      ];
    case 'per-vu-iterations':
      return [
        `${plural(executor.vus, 'VU')}, each ${plural(executor.iterations, 'iteration')} (${count(executor.vus * executor.iterations)} in all), at most ${lasting(executor.maxDurationMs)}`,
      ];
    case 'ramping-vus':
      return stageLines(scenario, executor.startVUs, executor.stages, (vus) => plural(vus, 'VU'));
    case 'constant-arrival-rate':
      return [
        `${perSecond(executor.rate, executor.timeUnitMs)} for ${lasting(executor.durationMs)}, by up to ${plural(executor.maxVUs, 'VU')}`,
        `${plural(countArrivals(executor), 'iteration')} in all`,
      ];
    case 'ramping-arrival-rate':
      return [
        ...stageLines(scenario, executor.startRate, executor.stages, (rate) => perSecond(rate, executor.timeUnitMs)),
        `${plural(countArrivals(executor), 'iteration')} in all, by up to ${plural(executor.maxVUs, 'VU')}`,
      ];
  }
}

function stageLines(
  scenario: ScenarioPlan,
  start: number,
  stages: readonly { readonly target: number }[],
  show: (target: number) => string,
): string[] {
  const windows = stagesOf(scenario);
  const width = Math.max(0, ...windows.map(({ name }) => name.length));
  return windows.map(({ name, fromMs, toMs }, index) => {
    const from = index === 0 ? start : (stages[index - 1]?.target ?? 0);
    const to = stages[index]?.target ?? 0;
    const load = from === to ? show(to) : `${exact(from)} → ${show(to)}`;
    return `${`${clock(fromMs)}–${clock(toMs)}`.padEnd(13)} ${oneLine(name).padEnd(width)}  ${load}`;
  });
}

type ArrivalRate = Extract<Executor, { kind: 'constant-arrival-rate' | 'ramping-arrival-rate' }>;

function isArrivalRate(executor: Executor): executor is ArrivalRate {
  return executor.kind === 'constant-arrival-rate' || executor.kind === 'ramping-arrival-rate';
}

function firstArrivals(executor: ArrivalRate, n: number): number[] {
  const due: number[] = [];
  for (const atMs of arrivalTimes(executor)) {
    if (due.push(atMs) >= n) break;
  }
  return due;
}

/** The area under the line of the rate, cut to whole iterations; a constant rate starts its first one at once. */
function countArrivals(executor: ArrivalRate): number {
  if (executor.kind === 'constant-arrival-rate')
    return Math.ceil((executor.rate * executor.durationMs) / executor.timeUnitMs);
  let from = executor.startRate;
  let area = 0;
  for (const { target, durationMs: length } of executor.stages) {
    area += ((from + target) / 2) * (length / executor.timeUnitMs);
    from = target;
  }
  return Math.floor(area);
}

function perSecond(rate: number, timeUnitMs: number): string {
  return `${exact((rate * 1000) / timeUnitMs)} iterations/s`;
}

/** `30 s`, `1:30 min` */
function lasting(ms: number): string {
  return duration(ms, exact);
}
