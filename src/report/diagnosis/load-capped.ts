import type { Plan } from '../../scenario/plan.ts';
import { maxVUs } from '../../scenario/schedule/index.ts';
import { allSteps } from '../../scenario/step-tree.ts';
import { count, duration, percent, plural, rate } from '../format.ts';
import type { Evidence } from './evidence.ts';
import { code, strong, type Finding } from './finding.ts';
import type { Rule } from './rule.ts';

/** VUs that wait less than this of their time are kept busy by the server. */
const MOSTLY_WAITING = 0.5;
/** A smaller part of dropped iterations has other reasons, such as the first moment. */
const DROPPED_SHARE = 0.01;

/** Think time or pacing keeps the load below the rate that is wanted, however fast the server is. */
export const loadCapped: Rule = {
  id: 'load-capped',
  trustsFigures: true,
  find(evidence) {
    const { run, plan, shape } = evidence;
    if (run.state === 'setup' || run.elapsedMs === 0 || !waits(plan)) return [];
    const use = vuTime(evidence);
    if (use.vuMs <= 0 || use.waitingShare < MOSTLY_WAITING) return [];
    switch (shape?.unit) {
      case 'vus':
        return belowRequirement(evidence, use);
      case 'rate':
        return dropped(evidence, use);
      case undefined:
        return [];
    }
  },
};

interface VuTime {
  /** The VUs' lives, summed. */
  readonly vuMs: number;
  /** What their requests took of it. */
  readonly busyMs: number;
  readonly waitingShare: number;
  readonly iterations: number;
}

function vuTime({ timeline, endpoints }: Evidence): VuTime {
  let vuMs = 0;
  let iterations = 0;
  for (const moment of timeline.moments) {
    vuMs += moment.vus * (moment.toMs - moment.fromMs);
    iterations += moment.iterations;
  }
  const busyMs = endpoints.reduce((sum, row) => sum + row.duration.sum, 0);
  return { vuMs, busyMs, waitingShare: vuMs > 0 ? 1 - busyMs / vuMs : 0, iterations };
}

/** A closed model: even answers in no time would not make the rate that a requirement wants. */
function belowRequirement(
  { run, plan }: Evidence,
  { vuMs, busyMs, waitingShare, iterations }: VuTime,
): Omit<Finding, 'rule'>[] {
  if (iterations === 0) return [];
  const missed = plan.thresholds.find(
    ({ id, metric, tags, condition, windowMs }) =>
      (metric === 'http_reqs' || metric === 'iterations') &&
      Object.keys(tags).length === 0 &&
      windowMs === null &&
      condition.method === 'rate' &&
      (condition.operator === '>' || condition.operator === '>=') &&
      ['fail', 'warn'].includes(run.thresholds[id]?.verdict ?? ''),
  );
  const actual = missed && run.thresholds[missed.id]?.actual;
  if (!missed || actual === undefined || actual === null || actual <= 0) return [];
  const wanted = missed.condition.limit;
  const unhindered = (actual * vuMs) / (vuMs - busyMs);
  if (unhindered >= wanted) return [];
  const what = missed.metric === 'http_reqs' ? 'req' : 'iterations';
  const vus = vuMs / run.elapsedMs;
  const needed = Math.ceil((vus * wanted) / actual);
  // In a ramp that is still on, or was cut short, the plan itself has them later.
  const planned = plan.scenarios.reduce((sum, { executor }) => sum + maxVUs(executor), 0);
  if (run.elapsedMs < run.plannedMs - 1000 && needed <= planned) return [];
  return [
    {
      level: 'warning',
      parts: [
        'It is the scenario that limits the load, not the server: ',
        strong(`VUs wait ${percent(waitingShare)} of their time`),
        ` (think time or pacing, ${duration((vuMs - busyMs) / iterations)} of each iteration), so that the ` +
          `${plural(Math.round(vus), 'VU')} of this run, on average, would make ${rate(unhindered, what)} even if all answers ` +
          `took no time. About ${plural(needed, 'VU')} would reach the ${rate(wanted, what)} of `,
        code(missed.selector, missed.range.start.line),
        '.',
      ],
    },
  ];
}

/** An open model: iterations were due and no VU was free, as all of them were waiting. */
function dropped(
  { run, plan, timeline }: Evidence,
  { vuMs, waitingShare, iterations }: VuTime,
): Omit<Finding, 'rule'>[] {
  const lost = timeline.moments.reduce((sum, moment) => sum + moment.dropped, 0);
  const due = lost + iterations;
  const [only, ...others] = plan.scenarios;
  if (!only || others.length > 0 || iterations === 0 || lost < DROPPED_SHARE * due) return [];
  const { executor } = only;
  if (executor.kind !== 'constant-arrival-rate' && executor.kind !== 'ramping-arrival-rate') return [];
  const iterationMs = vuMs / iterations;
  const most =
    executor.kind === 'constant-arrival-rate'
      ? executor.rate
      : Math.max(executor.startRate, ...executor.stages.map(({ target }) => target));
  const needed = Math.ceil((most / executor.timeUnitMs) * iterationMs * 1.1);
  if (run.state === 'running' || needed <= executor.maxVUs) return [];
  return [
    {
      level: 'warning',
      parts: [
        'It is the scenario that limits the load, not the server: ',
        strong(`${plural(lost, 'iteration')} of ${count(due)} (${percent(lost / due)}) were dropped`),
        `, as all ${plural(executor.maxVUs, 'VU')} were busy, ${percent(waitingShare)} of their time with waiting (think time or ` +
          `pacing). An iteration takes ${duration(iterationMs)}: maxVUs needs to be about ${count(needed)}.`,
      ],
    },
  ];
}

function waits(plan: Plan): boolean {
  return plan.scenarios.some(
    ({ steps, pacingMs }) =>
      pacingMs !== null || allSteps(steps).some(({ kind }) => kind === 'think' || kind === 'poll'),
  );
}
