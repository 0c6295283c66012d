import type { NamedExpression, RecordStep } from '../../scenario/plan.ts';
import type { Evaluate } from '../../scenario/expression.ts';
import type { JsonValue } from '../../scenario/plan.ts';
import { perStage } from '../metrics/per-stage.ts';
import type { Cell, Tags } from '../metrics/recorder.ts';
import type { ScenarioContext } from '../scenario-context.ts';
import { StepError, type Op, type Vu } from '../vu.ts';
import type { StepContext } from './program.ts';

/** Adds to custom metrics. */
export function recordOp(step: RecordStep, context: StepContext, next: number): Op {
  const records = compileRecords(step.values, context, { group: context.group });
  return (vu) => {
    for (const record of records) record(vu);
    return next;
  };
}

/** One function a custom metric: evaluates and records. @throws ExpressionError, StepError */
export function compileRecords(
  values: readonly NamedExpression[],
  { scenario }: StepContext,
  tags: Tags,
): ((vu: Vu) => void)[] {
  return values.map(({ name, expression }) => {
    const evaluate: Evaluate = scenario.compiler.compile(expression);
    const kind = scenario.customMetrics.get(name) ?? 'trend';
    const cell = perStage(scenario, (stage): Cell =>
      scenario.recorder[kind](name, { ...scenario.tags, ...tags, stage }),
    );
    return (vu) => {
      add(scenario, cell(), numberOf(vu.evaluate(evaluate), name, expression.range.start.line));
    };
  });
}

function add({ recorder, clock }: ScenarioContext, cell: Cell, value: number): void {
  const now = clock.now();
  switch (cell.kind) {
    case 'counter':
      recorder.add(cell, value, now);
      break;
    case 'gauge':
      recorder.set(cell, value, now);
      break;
    case 'rate':
      // As in k6, anything but 0 and false counts as true.
      recorder.count(cell, value !== 0, now);
      break;
    case 'trend':
      recorder.record(cell, value, now);
      break;
  }
}

function numberOf(value: JsonValue, metric: string, line: number): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new StepError(`The metric \`${metric}\` needs a number, but got ${JSON.stringify(value).slice(0, 80)}.`, line);
}
