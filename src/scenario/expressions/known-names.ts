import { suggestion } from '../suggestion.ts';
import type { Declarations } from './declarations.ts';

/** More would be a wall of words; completion lists them all. */
const MOST_NAMES = 8;

/** Names that have no value by themselves, and how they are written: `email` → `vars.email`. */
export function writtenNames(known: Declarations): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  const add = (names: readonly string[], root: string): void => {
    for (const name of names) if (!written.has(name)) written.set(name, `${root}.${name}`);
  };
  add(known.vars, 'vars');
  if (!known.setupOwn) add(known.setup, 'setup');
  if (known.phase !== 'on-start') add(known.vu ?? [], 'vu');
  const feeders = Object.entries(known.data ?? {});
  add(
    feeders.map(([feeder]) => feeder),
    'data',
  );
  for (const [feeder, columns] of feeders) add(columns ?? [], `data.${feeder}`);
  return written;
}

/** What was probably meant by a name that is not known, as it is written here; null where nothing is near. */
export function meantName(name: string, known: Declarations, others: readonly string[]): string | null {
  const elsewhere = writtenNames(known);
  const meant = suggestion(name, [...known.names, ...known.later, ...others, ...elsewhere.keys()]);
  if (meant === null || known.names.includes(meant) || others.includes(meant)) return meant;
  return elsewhere.get(meant) ?? meant;
}

/** A sentence on what has a value where an expression stands, for whoever wrote a name that has none. */
export function knownHere(name: string, known: Declarations): string {
  const names = [...Object.keys(known.locals ?? {}), ...known.names, ...writtenNames(known).values()];
  if (names.length === 0) return `Capture it in a step before, or declare it under \`vars\` and write vars.${name}.`;
  return `Known here: ${listed(names)}.`;
}

/** Names as a sentence lists them. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `\`${name}\``);
  return names.length > MOST_NAMES ? `${shown.join(', ')} and ${names.length - MOST_NAMES} more` : shown.join(', ');
}
