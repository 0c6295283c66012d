import { maxVUs, plannedSteps } from '../../scenario/schedule/index.ts';
import type { Vu } from '../vu.ts';
import { Arrivals } from './arrivals.ts';
import { CountedIterations } from './counted-iterations.ts';
import type { IterationRunner } from './iteration-runner.ts';
import type { Load } from './load.ts';
import { PlannedVUs } from './planned-vus.ts';

/** The load of a scenario by its executor; `onDone` is called once, when its last iteration has ended. */
export function createLoad(runner: IterationRunner, onDone: () => void): Load {
  const { executor } = runner.scenario;
  switch (executor.kind) {
    case 'constant-vus':
    case 'ramping-vus': {
      const steps = plannedSteps(executor).flatMap((step) => ('vus' in step ? [step] : []));
      const { gracefulStopMs } = runner.scenario;
      const graceMs = executor.kind === 'ramping-vus' ? executor.gracefulRampDownMs : gracefulStopMs;
      return new PlannedVUs(runner, steps, graceMs, onDone);
    }
    case 'shared-iterations': {
      const { iterations, maxDurationMs } = executor;
      const next = (): number | null => {
        const number = runner.counter.next();
        return number < iterations ? number : null;
      };
      const takeRest = (): number => Math.max(0, iterations - runner.counter.exchange(iterations));
      return new CountedIterations(runner, { vus: maxVUs(executor), maxDurationMs, next, takeRest }, onDone);
    }
    case 'per-vu-iterations': {
      const { vus, iterations, maxDurationMs } = executor;
      const next = (vu: Vu): number | null => (vu.iterationIndex < iterations ? runner.counter.next() : null);
      const takeRest = (atWork: readonly Vu[]): number =>
        atWork.reduce((rest, vu) => rest + iterations - vu.iterationIndex - (runner.hasNumber(vu) ? 1 : 0), 0);
      return new CountedIterations(runner, { vus, maxDurationMs, next, takeRest }, onDone);
    }
    case 'constant-arrival-rate':
    case 'ramping-arrival-rate':
      return new Arrivals(runner, executor, onDone);
  }
}
