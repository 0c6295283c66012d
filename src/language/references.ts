import type { SourcePosition } from '../scenario/range.ts';
import type { Occurrence } from '../scenario/symbols.ts';
import { occurrenceAt, sameThing } from './occurrence-at.ts';

/** Every place of the file that names what the position names; none where it names nothing. */
export function references(
  occurrences: readonly Occurrence[],
  position: SourcePosition,
  { includeDefinitions = true }: { includeDefinitions?: boolean } = {},
): Occurrence[] {
  const here = occurrenceAt(occurrences, position);
  if (!here) return [];
  return sameThing(occurrences, here).filter(({ role }) => includeDefinitions || role === 'reference');
}
