import { contains, inTextOrder, type SourcePosition } from '../scenario/range.ts';
import type { Occurrence } from '../scenario/symbols.ts';

/** The occurrence that a position is in or at the end of; where one stands in another, the smaller. */
export function occurrenceAt(occurrences: readonly Occurrence[], position: SourcePosition): Occurrence | null {
  const here = occurrences.filter(({ range }) => contains(range, position));
  return here.reduce<Occurrence | null>(
    (best, next) =>
      best && contains(next.range, best.range.start) && contains(next.range, best.range.end) ? best : next,
    null,
  );
}

/** All places that name the same thing, this one included, in the order of the text and each once. */
export function sameThing(occurrences: readonly Occurrence[], { kind, name, scope }: Occurrence): Occurrence[] {
  const unique = new Map<string, Occurrence>();
  for (const one of occurrences) {
    if (one.kind !== kind || one.name !== name || one.scope !== scope) continue;
    const { start, end } = one.range;
    const key = `${start.line}:${start.character}-${end.line}:${end.character}`;
    const known = unique.get(key);
    // `set` of a loop can be both; where it is made counts.
    if (!known || (known.role === 'reference' && one.role === 'definition')) unique.set(key, one);
  }
  return [...unique.values()].sort(inTextOrder);
}
