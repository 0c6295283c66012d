import type { SourcePosition } from '../scenario/range.ts';

/** What is around a position of a text that is being typed, found without parsing it. */
export interface Surroundings {
  /** The position's line up to it. */
  readonly before: string;
  /** The position's line from it on. */
  readonly after: string;
  /** The outermost key that the position is under; null on that key's own line and outside of every key. */
  readonly section: string | null;
  /** The keys from the outermost one down to the position's line, by indentation; its own line is not among them. */
  readonly parents: readonly string[];
}

const KEY = /^(\s*)(?:-\s+)*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s#'"{[][^#]*?))\s*:(?:\s|$)/;

export function surroundings(text: string, { line, character }: SourcePosition): Surroundings {
  const lines = text.split(/\r?\n/);
  const current = lines[line] ?? '';
  const before = current.slice(0, character);
  const parents: string[] = [];
  let indent = indentOf(current.trim() === '' ? before : current);
  for (let above = line - 1; above >= 0 && indent > 0; above--) {
    const content = lines[above] ?? '';
    const key = KEY.exec(content);
    if (!key || indentOf(content) >= indent) continue;
    indent = indentOf(content);
    parents.unshift(key[2] ?? key[3] ?? key[4] ?? '');
  }
  return { before, after: current.slice(character), section: parents[0] ?? null, parents };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
