import type { Stage as StageDocument } from '../generated/scenario-document.ts';
import type { Stage } from '../plan.ts';
import type { SourcePath } from '../source.ts';
import type { Compilation } from './compilation.ts';

/** Stages, named by their number where they have no name. `wholeTargets`: they count VUs rather than iterations in a time. */
export function compileStages(
  stages: readonly StageDocument[],
  path: SourcePath,
  wholeTargets: boolean,
  compilation: Compilation,
): Stage[] {
  const compiled = stages.map((stage, index) => {
    const stagePath = [...path, 'stages', index];
    if (wholeTargets && !Number.isInteger(stage.target)) {
      compilation.report(
        'wrong-value',
        `\`target\` counts VUs, so it must be a whole number, not ${stage.target}.`,
        compilation.range([...stagePath, 'target']),
      );
    }
    const name =
      stage.name === undefined
        ? `stage ${index + 1}`
        : compilation.fixedText([...stagePath, 'name'], 'The name of a stage');
    return { durationMs: compilation.duration(stage.duration, 0), target: stage.target, name };
  });
  if (compiled.every((stage) => stage.durationMs === 0)) {
    compilation.report(
      'zero-duration',
      'All stages last 0s, so there would be no load.',
      compilation.keyRange([...path, 'stages']),
    );
  }
  return compiled;
}

/** Reports stages that stay at 0; `what` they should reach. */
export function needsLoad(
  stages: readonly StageDocument[],
  path: SourcePath,
  what: string,
  compilation: Compilation,
): void {
  if (stages.some((stage) => stage.target > 0)) return;
  compilation.report(
    'no-load',
    `The stages begin and stay at 0; give one of them ${what} as \`target\`.`,
    compilation.keyRange([...path, 'stages']),
  );
}
