import { format as formatJson, type Edit } from 'jsonc-parser';
import { documentValue, parseScenario } from '../scenario/document.ts';
import type { TextEdit } from '../scenario/problem.ts';
import type { SourceRange } from '../scenario/range.ts';
import { LineIndex } from '../scenario/source.ts';
import type { YamlFormatter } from './yaml-formatter.ts';

export interface FormatOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/** Where YAML's printer comes from; loaded when it is first asked for. */
export type YamlFormatterProvider = () => Promise<YamlFormatter>;

/**
 * The edits that lay a file out: indentation, spaces and blank lines, and nothing that changes what it means. Comments, quotes and
 * the author's line breaks stay. None for a file that can't be read, as it has no structure to lay out yet. With `range`, only
 * lines of it change.
 */
export async function format(
  text: string,
  fileName: string,
  options: FormatOptions,
  yamlFormatter: YamlFormatterProvider,
  range: SourceRange | null = null,
): Promise<readonly TextEdit[]> {
  const before = parseScenario(text, fileName);
  if (before.problems.length > 0 || !before.root) return [];
  const after = /\.json$/i.test(fileName)
    ? laidOutJson(text, options)
    : await laidOutYaml(text, options, yamlFormatter);
  if (after === null || after === text) return [];
  const edits = lineEdits(text, after).filter((edit) => range === null || touches(edit.range, range));
  const changed = edits.length === 0 ? text : applied(text, edits);
  // A part of an indentation can be worse than none; and whatever a printer does, a scenario keeps its meaning.
  const result = parseScenario(changed, fileName);
  const same = JSON.stringify(documentValue(result)) === JSON.stringify(documentValue(before));
  return result.problems.length === 0 && same ? edits : [];
}

/** The text with edits that don't overlap put in. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  const offsets = edits.map(({ range, newText }) => {
    const offset = lines.offset(range.start);
    return { offset, length: lines.offset(range.end) - offset, content: newText };
  });
  return withEdits(text, offsets);
}

/** In one pass: minified JSON has an edit for every few characters, and jsonc-parser's own copies the text for each. */
function withEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { offset, length, content } of [...edits].sort((a, b) => a.offset - b.offset)) {
    pieces.push(text.slice(at, offset), content);
    at = offset + length;
  }
  return [...pieces, text.slice(at)].join('');
}

async function laidOutYaml(
  text: string,
  { tabSize }: FormatOptions,
  yamlFormatter: YamlFormatterProvider,
): Promise<string | null> {
  const print = await yamlFormatter();
  try {
    // YAML knows no tabs.
    return await print(text, tabSize);
  } catch {
    // What it can't read it can't lay out; the scenario's own problems say what is wrong.
    return null;
  }
}

function laidOutJson(text: string, options: FormatOptions): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  // What is on one line altogether is not meant to be.
  const keepLines = text.trim().includes('\n');
  return withEdits(text, formatJson(text, undefined, { ...options, eol, keepLines, insertFinalNewline: true }));
}

/** Replacements of runs of lines that differ. Lines are only matched where they follow each other in both texts. */
export function lineEdits(before: string, after: string): TextEdit[] {
  const from = before.split('\n');
  const to = after.split('\n');
  const edits: TextEdit[] = [];
  let a = 0;
  let b = 0;
  while (a < from.length || b < to.length) {
    if (a < from.length && b < to.length && from[a] === to[b]) {
      a++;
      b++;
      continue;
    }
    const [skippedA, skippedB] = nextMatch(from, to, a, b);
    if (skippedA === skippedB) {
      for (let at = 0; at < skippedA; at++) {
        if (from[a + at] !== to[b + at]) edits.push(replaceLines(from, to, [a + at, a + at + 1], [b + at, b + at + 1]));
      }
    } else edits.push(replaceLines(from, to, [a, a + skippedA], [b, b + skippedB]));
    a += skippedA;
    b += skippedB;
  }
  return edits;
}

/** How far the texts have moved apart when they next have the same words, whatever is around these. */
const FARTHEST = 200;

function nextMatch(from: readonly string[], to: readonly string[], a: number, b: number): [number, number] {
  for (let sum = 1; sum <= FARTHEST; sum++) {
    for (let skippedA = Math.min(sum, from.length - a); skippedA >= 0; skippedA--) {
      const skippedB = sum - skippedA;
      if (b + skippedB > to.length) break;
      const isEnd = a + skippedA === from.length && b + skippedB === to.length;
      const line = from[a + skippedA];
      // Blank lines are alike everywhere.
      if (isEnd || (line !== undefined && line.trim() !== '' && line === to[b + skippedB])) return [skippedA, skippedB];
    }
  }
  return [from.length - a, to.length - b];
}

function replaceLines(
  from: readonly string[],
  to: readonly string[],
  [a, aEnd]: readonly [number, number],
  [b, bEnd]: readonly [number, number],
): TextEdit {
  const lines = to.slice(b, bEnd);
  if (aEnd < from.length) {
    const newText = lines.map((line) => `${line}\n`).join('');
    return { range: { start: { line: a, character: 0 }, end: { line: aEnd, character: 0 } }, newText };
  }
  // Up to the end of the text, which no line break follows.
  const end = { line: from.length - 1, character: from.at(-1)?.length ?? 0 };
  if (lines.length === 0 && a > 0) {
    return { range: { start: { line: a - 1, character: from[a - 1]?.length ?? 0 }, end }, newText: '' };
  }
  if (a < from.length || a === 0)
    return { range: { start: { line: a, character: 0 }, end }, newText: lines.join('\n') };
  return { range: { start: end, end }, newText: lines.map((line) => `\n${line}`).join('') };
}

function touches(edit: SourceRange, range: SourceRange): boolean {
  return edit.start.line <= range.end.line && Math.max(edit.start.line, edit.end.line - 1) >= range.start.line;
}
