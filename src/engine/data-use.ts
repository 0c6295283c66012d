import type { DataFeeder, Step } from '../scenario/plan.ts';

/** What a scenario takes rows of. */
export interface DataUse {
  /** Of these each VU has a row for its whole life. */
  readonly perVu: readonly DataFeeder[];
  /** Of these each iteration has a row. */
  readonly perIteration: readonly DataFeeder[];
}

/** `data.NAME` and `data["NAME"]`, but not the field `data` of something else. */
const NAMED = /(?<![.\w])data\s*(?:\.\s*(\w+)|\[\s*(?:"([^"]+)"|'([^']+)')\s*\])/g;
const ANY = /(?<![.\w])data\b/g;

/** Rows are only taken where an expression may read them: scenarios that read others' data must not use it up. */
export function dataUse(
  feeders: readonly DataFeeder[],
  scenario: { readonly steps: readonly Step[]; readonly onStart: readonly Step[]; readonly onStop: readonly Step[] },
): DataUse {
  const iteration = feedersRead(feeders, scenario.steps);
  const anywhere = feedersRead(feeders, [...scenario.onStart, ...scenario.steps, ...scenario.onStop]);
  return {
    perVu: anywhere.filter(({ per }) => per === 'vu'),
    perIteration: iteration.filter(({ per }) => per === 'iteration'),
  };
}

function feedersRead(feeders: readonly DataFeeder[], steps: readonly Step[]): readonly DataFeeder[] {
  if (feeders.length === 0) return [];
  const names = new Set<string>();
  for (const source of sourcesIn(steps)) {
    const named = [...source.matchAll(NAMED)];
    // `data[x]` may be any of them.
    if (named.length < [...source.matchAll(ANY)].length) return feeders;
    for (const [, dotted, quoted, single] of named) names.add(dotted ?? quoted ?? single ?? '');
  }
  return feeders.filter(({ name }) => names.has(name));
}

/** The text of every expression, wherever in a plan's parts it stands. */
function sourcesIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(sourcesIn);
  if (typeof part !== 'object' || part === null) return [];
  if ('source' in part && typeof part.source === 'string') return [part.source];
  return Object.values(part).flatMap(sourcesIn);
}
