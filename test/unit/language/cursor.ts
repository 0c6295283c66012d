import type { SourcePosition } from '../../../src/scenario/range.ts';

/** Takes the one `|` out of a literal text and tells where it stood. */
export function cursorIn(marked: string): { text: string; position: SourcePosition } {
  const offset = marked.indexOf('|');
  if (offset < 0 || marked.includes('|', offset + 1)) throw new Error(`One | marks the cursor: ${marked}`);
  const before = marked.slice(0, offset).split('\n');
  return {
    text: marked.slice(0, offset) + marked.slice(offset + 1),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}
