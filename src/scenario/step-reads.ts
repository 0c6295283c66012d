import type { Expression, Step } from './plan.ts';
import { checkExpression } from './expressions/check.ts';
import type { NameRead } from './expressions/reads.ts';
import { NOTHING_DECLARED } from './expressions/declarations.ts';

/** What expressions read, by where it comes from. */
export interface Reads {
  /** Captured values and variables of `set`. */
  readonly values: ReadonlySet<string>;
  readonly vars: ReadonlySet<string>;
  readonly setup: ReadonlySet<string>;
  readonly vu: ReadonlySet<string>;
  readonly data: ReadonlySet<string>;
  readonly env: ReadonlySet<string>;
  readonly secrets: ReadonlySet<string>;
}

export function readsOf(expressions: readonly Expression[]): Reads {
  // What is wrong with them is for others to report.
  const reads = expressions.map(({ source }) => checkExpression(source, NOTHING_DECLARED).reads);
  const named = (root: NameRead['root']): Set<string> =>
    new Set(reads.flatMap(({ names }) => names.filter((one) => one.root === root).map(({ name }) => name)));
  const feeders = reads.flatMap(({ names }) =>
    names.flatMap(({ root, name, feeder }) => (root === 'data' ? [feeder ?? name] : [])),
  );
  return {
    values: named(null),
    vars: named('vars'),
    setup: named('setup'),
    vu: named('vu'),
    data: new Set(feeders),
    env: new Set(reads.flatMap(({ env }) => env.map(({ name }) => name))),
    secrets: new Set(reads.flatMap(({ secrets }) => secrets.map(({ name }) => name))),
  };
}

/** The values that a step itself captures or sets. */
export function valuesOf(step: Step): readonly string[] {
  switch (step.kind) {
    case 'request':
    case 'sse':
    case 'websocket':
      return step.captures.map(({ name }) => name);
    case 'set':
      return step.values.map(([name]) => name);
    case 'for-each':
      return [step.as];
    default:
      return [];
  }
}
