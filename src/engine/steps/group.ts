import type { GroupStep } from '../../scenario/plan.ts';
import { perStage } from '../metrics/per-stage.ts';
import type { Program } from '../vu.ts';
import { appendSteps, type StepContext } from './program.ts';

/** k6's group: the tag `group` on all samples inside, and `group_duration`. */
export function groupOps(program: Program, step: GroupStep, context: StepContext): void {
  const { ops } = program;
  const { scenario } = context;
  const group = `${context.group}::${step.name}`;
  const enter = ops.length + 1;
  ops.push((vu) => {
    vu.groupStartsMs.push(scenario.clock.now());
    return enter;
  });
  appendSteps(program, step.steps, { ...context, group });
  const cell = perStage(scenario, (stage) =>
    scenario.recorder.trend('group_duration', { ...scenario.tags, group, stage }),
  );
  const next = ops.length + 1;
  ops.push((vu) => {
    const now = scenario.clock.now();
    scenario.recorder.record(cell(), now - (vu.groupStartsMs.pop() ?? now), now);
    return next;
  });
}
