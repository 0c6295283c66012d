import type { DataFeeder, Executor, Plan, ScenarioPlan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { maxVUs } from '../schedule/index.ts';
import { entryOf, nodeAt } from '../source.ts';
import { expressionSources } from './plan-expressions.ts';
import { problemOf } from '../repair.ts';
import type { RuleContext } from './rule.ts';

/** Feeders of unique rows that the load will surely run out of. */
export function scarceRows({ document, written, plan, options, isWhole }: RuleContext): Problem[] {
  if (!isWhole) return [];
  return plan.data.flatMap((feeder) => {
    const map = nodeAt(document.root, ['data', feeder.name]);
    const rows = rowsOf(feeder, options.files);
    // `stop` and `recycle` say what is to happen then.
    if (feeder.pick !== 'unique' || feeder.atEnd !== 'fail' || rows === null || map?.kind !== 'map') return [];
    const needed = rowsNeeded(feeder, plan);
    if (needed <= rows) return [];
    const what = feeder.per === 'vu' ? 'VUs' : 'iterations';
    const message = `The load has ${needed} ${what}, each with a row of its own, and \`${feeder.name}\` has ${rows}: the run would fail when they are used up. Give it more rows, or write \`atEnd: recycle\`.`;
    const atEnd = entryOf(map, 'atEnd');
    const change = atEnd
      ? ({ kind: 'replace', at: atEnd.value.span, value: 'recycle' } as const)
      : ({ kind: 'insert', map, key: 'atEnd', value: 'recycle' } as const);
    const repairs = [{ title: 'Begin again after the last row (`atEnd: recycle`)', changes: [change] }];
    const at = (entryOf(map, 'file') ?? entryOf(map, 'values'))?.keySpan ?? map.span;
    return [problemOf({ code: 'too-few-rows', severity: 'warning', message, at, repairs }, written)];
  });
}

function rowsOf({ source }: DataFeeder, files: RuleContext['options']['files']): number | null {
  if (source.kind === 'values') return source.rows.length;
  const facts = files?.facts(source.path) ?? null;
  return facts?.exists === true ? (facts.data?.rows ?? null) : null;
}

/** At the least. */
function rowsNeeded({ name, per }: DataFeeder, plan: Plan): number {
  return plan.scenarios
    .filter((scenario) => reads(scenario, name))
    .reduce((sum, { executor }) => sum + (per === 'vu' ? startedVUs(executor) : leastIterations(executor)), 0);
}

function reads({ vars, onStart, steps, onStop }: ScenarioPlan, feeder: string): boolean {
  const read = new RegExp(`(?<![.\\w])data\\s*(\\.\\??\\s*${feeder}\\b|\\[)`);
  return expressionSources([vars, onStart, steps, onStop]).some((source) => read.test(source));
}

function leastIterations(executor: Executor): number {
  switch (executor.kind) {
    case 'shared-iterations':
      return executor.iterations;
    case 'per-vu-iterations':
      return executor.vus * executor.iterations;
    default:
      // How many there will be depends on the answers; each VU begins one.
      return startedVUs(executor);
  }
}

/** Arrival rates start more VUs than these only as needed. */
function startedVUs(executor: Executor): number {
  return 'preAllocatedVUs' in executor ? Math.min(1, executor.preAllocatedVUs) : maxVUs(executor);
}
