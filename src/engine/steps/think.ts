import type { ThinkStep } from '../../scenario/plan.ts';
import { compileTemplate } from '../../scenario/expression.ts';
import { StepError, WAIT, type Op, type Vu } from '../vu.ts';
import type { StepContext } from './program.ts';

/** A pause; it belongs to no request's time. */
export function thinkOp(step: ThinkStep, { scenario }: StepContext, next: number): Op {
  const drawMs = thinkTime(step, scenario.compiler);
  return (vu) => {
    const ms = drawMs(vu);
    if (ms <= 0) return next;
    vu.resumeAt = next;
    vu.pause(ms);
    return WAIT;
  };
}

function thinkTime(step: ThinkStep, compiler: StepContext['scenario']['compiler']): (vu: Vu) => number {
  const { time } = step;
  switch (time.kind) {
    case 'uniform':
      return (vu) => time.minMs + vu.random.next() * (time.maxMs - time.minMs);
    case 'normal':
      return (vu) => Math.max(0, vu.random.normal(time.meanMs, time.sdMs));
    case 'constant': {
      const template = compileTemplate(time.ms, compiler);
      const line = step.range.start.line;
      return (vu) => {
        const ms = vu.evaluate((scope) => template.evaluate(scope));
        if (typeof ms === 'number' && Number.isFinite(ms)) return ms;
        throw new StepError(`\`think\` needs a number of milliseconds, but got ${JSON.stringify(ms)}.`, line);
      };
    }
  }
}
