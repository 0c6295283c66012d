import { visit } from 'jsonc-parser';

/** Lines that can be folded away under the first of them; lines from 0, both ends included. */
export interface Fold {
  readonly start: number;
  readonly end: number;
  /** Undefined for the parts of the scenario itself. */
  readonly kind?: 'comment' | 'region';
}

/**
 * What can be folded: every key and step with lines under it, texts of several lines, blocks of comments, and what stands
 * between `# region` and `# endregion`. Goes by indentation, as a text that is being typed has no other structure.
 */
export function folds(text: string, fileName: string): Fold[] {
  const lines = text.split(/\r\n|\r|\n/);
  const found = /\.json$/i.test(fileName) ? jsonFolds(text) : yamlFolds(lines);
  return found.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || b.end - a.end);
}

const REGION = /^\s*(?:#|\/\/)\s*#?region\b/;
const END_REGION = /^\s*(?:#|\/\/)\s*#?endregion\b/;

interface Line {
  readonly indent: number;
  readonly kind: 'blank' | 'comment' | 'content';
}

function yamlFolds(texts: readonly string[]): Fold[] {
  const lines = linesOf(texts);
  return [...blockFolds(texts, lines), ...commentFolds(texts, (at) => lines[at]?.kind === 'comment')];
}

/** The lines of a text block (`|` or `>`) are content, whatever they look like. */
function linesOf(texts: readonly string[]): Line[] {
  let block: number | null = null;
  return texts.map((text) => {
    const trimmed = text.trim();
    const indent = text.length - text.trimStart().length;
    if (trimmed === '') return { indent: 0, kind: 'blank' };
    if (block !== null && indent > block) return { indent, kind: 'content' };
    block = null;
    if (trimmed.startsWith('#')) return { indent, kind: 'comment' };
    if (/(^|[:\-\s])[|>][-+\d]*\s*(#.*)?$/.test(text)) block = indent;
    return { indent, kind: 'content' };
  });
}

/** Each content line with those that belong to it: the deeper ones, and for a key the list at its own depth. */
function blockFolds(texts: readonly string[], lines: readonly Line[]): Fold[] {
  const folds: Fold[] = [];
  const open: { start: number; indent: number; listOwner: boolean }[] = [];
  let last = 0;
  const close = (indent: number, isItem: boolean): void => {
    for (let top = open.at(-1); top; top = open.at(-1)) {
      if (top.indent < indent || (top.indent === indent && top.listOwner && isItem)) return;
      folds.push({ start: top.start, end: last });
      open.pop();
    }
  };
  for (const [at, { indent, kind }] of lines.entries()) {
    if (kind !== 'content') continue;
    const text = texts[at] ?? '';
    const isItem = /^\s*-(\s|$)/.test(text);
    const closing = /^\s*[}\]]/.test(text);
    // A bracket alone belongs to what it closes.
    if (!closing) close(indent, isItem);
    else close(indent + 1, false);
    last = at;
    if (closing) close(indent, false);
    else open.push({ start: at, indent, listOwner: !isItem && /:\s*(#.*)?$/.test(text) });
  }
  close(-1, false);
  return folds;
}

/** Runs of comment lines, and regions. */
function commentFolds(texts: readonly string[], isComment: (line: number) => boolean): Fold[] {
  const folds: Fold[] = [];
  const regions: number[] = [];
  let start: number | null = null;
  const end = (line: number): void => {
    if (start !== null) folds.push({ start, end: line - 1, kind: 'comment' });
    start = null;
  };
  for (const [at, text] of texts.entries()) {
    const comment = isComment(at);
    const marker = comment && (REGION.test(text) || END_REGION.test(text));
    if (!comment || marker) end(at);
    if (comment && !marker) start ??= at;
    if (marker && REGION.test(text)) regions.push(at);
    else if (marker) {
      const from = regions.pop();
      if (from !== undefined) folds.push({ start: from, end: at, kind: 'region' });
    }
  }
  end(texts.length);
  return folds;
}

function jsonFolds(text: string): Fold[] {
  const folds: Fold[] = [];
  const open: number[] = [];
  const comments = new Set<number>();
  const begin = (_offset: number, _length: number, line: number): void => {
    open.push(line);
  };
  const end = (_offset: number, _length: number, line: number): void => {
    const start = open.pop();
    // The closing bracket stays to be seen.
    if (start !== undefined) folds.push({ start, end: line - 1 });
  };
  visit(text, {
    onObjectBegin: begin,
    onArrayBegin: begin,
    onObjectEnd: end,
    onArrayEnd: end,
    onComment: (offset, length, line) => {
      const breaks = text.slice(offset, offset + length).split(/\r\n|\r|\n/).length - 1;
      if (text.startsWith('//', offset)) comments.add(line);
      else folds.push({ start: line, end: line + breaks, kind: 'comment' });
    },
  });
  const texts = text.split(/\r\n|\r|\n/);
  return [...folds, ...commentFolds(texts, (at) => comments.has(at) && /^\s*\/\//.test(texts[at] ?? ''))];
}
