import { maxVUs, plannedSteps } from '../../scenario/schedule/index.ts';
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
      const next = (): number | null => {
        const number = runner.counter.next();
        return number < executor.iterations ? number : null;
      };
      return new CountedIterations(
        runner,
        { vus: maxVUs(executor), maxDurationMs: executor.maxDurationMs, next },
        onDone,
      );
    }
    case 'per-vu-iterations': {
      const next = (vu: { iterationIndex: number }): number | null =>
        vu.iterationIndex < executor.iterations ? runner.counter.next() : null;
      return new CountedIterations(runner, { vus: executor.vus, maxDurationMs: executor.maxDurationMs, next }, onDone);
    }
    case 'constant-arrival-rate':
    case 'ramping-arrival-rate':
      return new Arrivals(runner, executor, onDone);
  }
}
