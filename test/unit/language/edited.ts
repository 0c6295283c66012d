import { applied } from '../../../src/language/format.ts';
import type { TextEdit } from '../../../src/scenario/problem.ts';

export { applied };

/** The part of a text that a range covers. */
export function textAt(text: string, { start, end }: TextEdit['range']): string {
  const lines = text.split('\n');
  if (start.line === end.line) return (lines[start.line] ?? '').slice(start.character, end.character);
  return [
    (lines[start.line] ?? '').slice(start.character),
    ...lines.slice(start.line + 1, end.line),
    (lines[end.line] ?? '').slice(0, end.character),
  ].join('\n');
}
