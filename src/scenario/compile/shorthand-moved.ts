import type { JsonValue } from '../plan.ts';
import type { Repair } from '../repair.ts';
import { valueOf } from '../source.ts';
import type { Compilation } from './compilation.ts';

/**
 * The short form of a scenario at the top of a file, moved among its `scenarios`: `vus` with `stages` are its `startVUs`, `duration`
 * with `iterations` its `maxDuration`. Offered where the form is one that can run, and no comment would be lost on the way.
 */
export function shorthandMoved(keys: readonly string[], compilation: Compilation): Repair[] {
  const root = compilation.node([]);
  const scenarios = compilation.node(['scenarios']);
  if (root?.kind !== 'map' || scenarios?.kind !== 'map') return [];
  const moved = root.entries.filter(({ key }) => keys.includes(key));
  const has = (key: string): boolean => moved.some((entry) => entry.key === key);
  const runs = has('steps') || has('flow');
  const isFree = !scenarios.entries.some(({ key }) => key === 'default');
  const hasComments = moved.some(({ value }) => /(^|\s)(#|\/\/)/.test(compilation.textOf(value.span)));
  if (!runs || !isFree || hasComments || (has('stages') && (has('duration') || has('iterations')))) return [];
  const nameOf = (key: string): string => {
    if (key === 'vus' && has('stages')) return 'startVUs';
    return key === 'duration' && has('iterations') ? 'maxDuration' : key;
  };
  const hasLoad = has('duration') || has('iterations') || has('stages');
  // Without any of these one VU runs one iteration.
  const load: Record<string, JsonValue> = hasLoad ? {} : { iterations: 1 };
  const kept = moved.filter(({ key }) => hasLoad || key !== 'vus');
  const value = { ...load, ...Object.fromEntries(kept.map(({ key, value: node }) => [nameOf(key), valueOf(node)])) };
  const insert = { kind: 'insert', map: scenarios, key: 'default', value } as const;
  return [
    {
      title: 'Move it into the scenario `default`',
      changes: [insert, ...moved.map(({ keySpan }) => ({ kind: 'remove', keySpan }) as const)],
    },
  ];
}
