import { LineIndex } from '../../../src/scenario/source.ts';
import type { TextEdit } from '../../../src/scenario/problem.ts';
import type { SourcePosition } from '../../../src/scenario/range.ts';

/** A text with edits made, as an editor makes them: all of them of the text as it was. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const offsets = lineStarts(text);
  const at = ({ line, character }: SourcePosition): number => (offsets[line] ?? text.length) + character;
  const ordered = [...edits].sort((a, b) => at(b.range.start) - at(a.range.start));
  return ordered.reduce(
    (changed, { range, newText }) => changed.slice(0, at(range.start)) + newText + changed.slice(at(range.end)),
    text,
  );
}

function lineStarts(text: string): number[] {
  const lines = new LineIndex(text);
  const starts = [0];
  for (let at = 0; at <= text.length; at++) {
    const { line, character } = lines.position(at);
    if (character === 0) starts[line] = at;
  }
  return starts;
}
