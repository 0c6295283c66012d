import type { SourceRange } from '../range.ts';
import { entryOf, type SourcePath } from '../source.ts';
import type { Compilation } from './compilation.ts';

/** The id of a new step, and the key that says what it is, with its value where that stands on the same line. */
export function stepHead(path: SourcePath, key: string, compilation: Compilation): { id: number; range: SourceRange } {
  return { id: compilation.nextStepId(), range: headRange(path, key, compilation) };
}

function headRange(path: SourcePath, key: string, compilation: Compilation): SourceRange {
  const entry = entryOf(compilation.node(path), key);
  if (!entry) return compilation.range(path);
  const range = compilation.lines.range({
    start: entry.keySpan.start,
    end: Math.max(entry.keySpan.end, entry.value.span.end),
  });
  return entry.value.kind === 'scalar' && range.start.line === range.end.line
    ? range
    : compilation.lines.range(entry.keySpan);
}
