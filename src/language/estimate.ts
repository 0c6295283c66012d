import type { Executor, RequestStep, ScenarioPlan, Step, ThinkTime } from '../scenario/plan.ts';

/** What one iteration does, as far as the file tells. */
export interface IterationEstimate {
  /** Requests, on average over the branches of choices. */
  readonly requests: number;
  /** Every iteration makes exactly so many. */
  readonly sameEachTime: boolean;
  /** Think time, on average. */
  readonly thinkMs: number;
}

/** null where loops or expressions decide. */
function iterationEstimate(steps: readonly Step[]): IterationEstimate | null {
  return sum(steps.map(stepEstimate));
}

const NOTHING: IterationEstimate = { requests: 0, sameEachTime: true, thinkMs: 0 };

function sum(parts: readonly (IterationEstimate | null)[]): IterationEstimate | null {
  let all = NOTHING;
  for (const part of parts) {
    if (!part) return null;
    all = {
      requests: all.requests + part.requests,
      sameEachTime: all.sameEachTime && part.sameEachTime,
      thinkMs: all.thinkMs + part.thinkMs,
    };
  }
  return all;
}

function stepEstimate(step: Step): IterationEstimate | null {
  switch (step.kind) {
    case 'request':
      return request(step);
    case 'think': {
      const thinkMs = meanThink(step.time);
      return thinkMs === null ? null : { ...NOTHING, thinkMs };
    }
    case 'choose':
      return choice(step.branches);
    case 'group':
    case 'flow':
      return iterationEstimate(step.steps);
    case 'repeat': {
      const times = /^\d+$/.test(step.times.source) ? Number(step.times.source) : null;
      const inner = iterationEstimate(step.steps);
      if (times === null || !inner) return null;
      return { requests: inner.requests * times, sameEachTime: inner.sameEachTime, thinkMs: inner.thinkMs * times };
    }
    case 'parallel':
      return sum(step.requests.map(request));
    case 'sse':
    case 'websocket':
      return step.condition ? null : { ...NOTHING, requests: 1 };
    case 'set':
    case 'record':
    case 'log':
      return NOTHING;
    case 'while':
    case 'for-each':
    case 'if':
    case 'poll':
    case 'fail':
    case 'abort':
      return null;
  }
}

function request({ condition, retry }: RequestStep): IterationEstimate | null {
  return condition ? null : { ...NOTHING, requests: 1, sameEachTime: !retry };
}

function choice(
  branches: readonly { readonly weight: number; readonly steps: readonly Step[] }[],
): IterationEstimate | null {
  const whole = branches.reduce((all, { weight }) => all + weight, 0);
  const parts = branches.map(({ weight, steps }) => ({ share: weight / whole, estimate: iterationEstimate(steps) }));
  let all: IterationEstimate = NOTHING;
  for (const { share, estimate } of parts) {
    if (!estimate) return null;
    all = {
      requests: all.requests + share * estimate.requests,
      sameEachTime: all.sameEachTime && estimate.sameEachTime,
      thinkMs: all.thinkMs + share * estimate.thinkMs,
    };
  }
  const counts = new Set(parts.map(({ estimate }) => estimate?.requests));
  return { ...all, sameEachTime: all.sameEachTime && counts.size === 1 };
}

function meanThink(time: ThinkTime): number | null {
  switch (time.kind) {
    case 'constant':
      return time.ms.kind === 'literal' && typeof time.ms.value === 'number' ? time.ms.value : null;
    case 'uniform':
      return (time.minMs + time.maxMs) / 2;
    case 'normal':
      return time.meanMs;
  }
}

/** How much a scenario will do. */
export interface ScenarioEstimate {
  /** null where the answers' speed decides, or expressions do. */
  readonly iterations: number | null;
  readonly requests: number | null;
  /** Both numbers hold to the last one, if nothing is dropped, fails or is stopped. */
  readonly exact: boolean;
  /** How it was worked out, in sentences. */
  readonly reasons: readonly string[];
}

export function scenarioEstimate({ executor, steps, pacingMs }: ScenarioPlan): ScenarioEstimate {
  const each = iterationEstimate(steps);
  const counted = countedIterations(executor);
  const requestsOf = (iterations: number): number | null => (each ? Math.round(iterations * each.requests) : null);
  const perIteration = each
    ? `An iteration makes ${each.sameEachTime ? '' : 'about '}${shown(each.requests)} ${each.requests === 1 ? 'request' : 'requests'}.`
    : 'How many requests an iteration makes is decided while it runs.';
  if (counted) {
    const exact = each?.sameEachTime ?? false;
    return {
      iterations: counted.iterations,
      requests: requestsOf(counted.iterations),
      exact,
      reasons: [counted.reason, perIteration],
    };
  }
  const longMs = each ? Math.max(each.thinkMs, pacingMs ?? 0) : (pacingMs ?? 0);
  if (longMs === 0) {
    const reason =
      'VUs go on as soon as they are answered: how fast the service is decides how many iterations there are.';
    return { iterations: null, requests: null, exact: false, reasons: [reason, perIteration] };
  }
  const iterations = Math.round(vuMs(executor) / longMs);
  const reason = `An iteration takes ${shown(longMs / 1000)} s of ${pacingMs !== null && pacingMs >= (each?.thinkMs ?? 0) ? 'pacing' : 'think time'} and the time of its answers; with slow answers there are fewer.`;
  return { iterations, requests: requestsOf(iterations), exact: false, reasons: [reason, perIteration] };
}

/** Of executors that fix how many iterations are started. */
function countedIterations(executor: Executor): { iterations: number; reason: string } | null {
  switch (executor.kind) {
    case 'shared-iterations':
      return { iterations: executor.iterations, reason: `${executor.iterations} iterations are shared by all VUs.` };
    case 'per-vu-iterations': {
      const iterations = executor.vus * executor.iterations;
      return { iterations, reason: `${executor.vus} VUs run ${executor.iterations} iterations each.` };
    }
    case 'constant-arrival-rate': {
      const periodNs = Math.trunc((executor.timeUnitMs * 1e6) / executor.rate);
      const iterations = periodNs > 0 ? Math.ceil((executor.durationMs * 1e6) / periodNs) : 0;
      return {
        iterations,
        reason: `${shown(iterations)} iterations are due; those for which no VU is free are dropped.`,
      };
    }
    case 'ramping-arrival-rate': {
      let from = executor.startRate;
      let area = 0;
      for (const { durationMs, target } of executor.stages) {
        area += (((from + target) / 2) * durationMs) / executor.timeUnitMs;
        from = target;
      }
      // A little more than the sum's own rounding, so that whole numbers stay whole.
      const iterations = Math.floor(area + 1e-9);
      return {
        iterations,
        reason: `${shown(iterations)} iterations are due; those for which no VU is free are dropped.`,
      };
    }
    case 'constant-vus':
    case 'ramping-vus':
      return null;
  }
}

/** The VUs' time, all together. */
function vuMs(executor: Executor): number {
  if (executor.kind === 'constant-vus') return executor.vus * executor.durationMs;
  if (executor.kind !== 'ramping-vus') return 0;
  let from = executor.startVUs;
  let area = 0;
  for (const { durationMs, target } of executor.stages) {
    area += ((from + target) / 2) * durationMs;
    from = target;
  }
  return area;
}

function shown(n: number): string {
  return n.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
