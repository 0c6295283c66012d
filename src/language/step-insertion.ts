import { parseScenario, type SourceDocument } from '../scenario/document.ts';
import { isJsonStyle, valueLines } from '../scenario/edit-text.ts';
import type { JsonValue } from '../scenario/plan.ts';
import type { TextEdit } from '../scenario/problem.ts';
import type { SourcePosition, SourceRange } from '../scenario/range.ts';
import { entryOf } from '../scenario/source.ts';
import { indented, itemLines, newlineOf } from './block-text.ts';
import { stepLists } from './step-lists.ts';

type Step = Readonly<Record<string, JsonValue>>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];
/** A key whose steps begin on the next line, if it has any. */
const STEPS_KEY = /^( *)(?:- )?(?:steps|setup|teardown|onStart|onStop|then|else):\s*(?:#.*)?$/;

/**
 * Puts a step behind the one that the cursor is in, in the layout of the file; in an empty file, a scenario with it. null where no
 * steps are at or above the cursor.
 */
export function insertStep(document: SourceDocument, cursor: SourcePosition, step: Step): TextEdit | null {
  const { text, root } = document;
  if (text.trim() === '') return insertionAt(cursor, scenarioLines(step).join('\n') + '\n');
  const own = withoutBase(step, document);
  return isJsonStyle(text, root) ? insertJson(document, cursor, own) : insertYaml(document, cursor, own);
}

/**
 * The same where a part of the text is selected: the step takes its place. The steps are those of the text without it, as what is
 * selected may well be half a step, or the curl command itself.
 */
export function replaceByStep(
  document: SourceDocument,
  fileName: string,
  selected: SourceRange,
  step: Step,
): TextEdit | null {
  const { text, lines } = document;
  const [start, end] = [lines.offset(selected.start), lines.offset(selected.end)];
  if (start === end) return insertStep(document, selected.start, step);
  const rest = surroundings(text, start, end);
  const without = parseScenario(rest.join(''), fileName);
  const edit = insertStep(without, without.lines.position(rest[0].length), step);
  if (!edit) return null;
  const at = without.lines.offset(edit.range.start);
  const newText = without.text.slice(0, at) + edit.newText + without.text.slice(without.lines.offset(edit.range.end));
  return changedPart(document, newText);
}

/** What surrounds a selection; of lines that are selected whole, with or without an item's dash, from the end of the one before. */
function surroundings(text: string, start: number, end: number): [before: string, after: string] {
  const lineBreak = /\r?\n[ \t]*(?:-[ \t]+)?$/.exec(text.slice(0, start));
  const ownBreak = /\r?\n$/.exec(text.slice(start, end));
  const blank = /^[ \t]*(?=\r?\n|$)/.exec(text.slice(end));
  if (!lineBreak || !(ownBreak ?? blank)) return [text.slice(0, start), text.slice(end)];
  const from = ownBreak ? end - ownBreak[0].length : end + (blank?.[0].length ?? 0);
  return [text.slice(0, lineBreak.index), text.slice(from)];
}

/** One edit of what is different, so that marks and folds elsewhere stay. */
function changedPart({ text, lines }: SourceDocument, newText: string): TextEdit {
  let start = 0;
  while (start < Math.min(text.length, newText.length) && text[start] === newText[start]) start++;
  let end = 0;
  while (end < Math.min(text.length, newText.length) - start && text.at(-1 - end) === newText.at(-1 - end)) end++;
  return {
    range: { start: lines.position(start), end: lines.position(text.length - end) },
    newText: newText.slice(start, newText.length - end),
  };
}

function insertYaml({ text, lines, root }: SourceDocument, { line }: SourcePosition, step: Step): TextEdit | null {
  const rows = text.split(/\r?\n/);
  const newline = newlineOf(text);
  const behind = (row: number, indent: number): TextEdit =>
    insertionAt(
      { line: row, character: rows[row]?.length ?? 0 },
      newline + indented(stepLines(step), indent).join(newline),
    );
  let above = line;
  while (above > 0 && rows[above]?.trim() === '') above--;
  const key = STEPS_KEY.exec(rows[above] ?? '');
  if (key) {
    // What is before the first step stands where that one does.
    const first = /^(\s*)- /.exec(rows.slice(above + 1).find((row) => row.trim() !== '') ?? '');
    return behind(above, first?.[1]?.length ?? (key[1] ?? '').length + 2);
  }
  const lists = (root ? stepLists(root) : []).flatMap(({ list }) => {
    const place = itemLines({ text, lines }, list, 0, list.items.length - 1);
    return place ? [{ list, place }] : [];
  });
  const around = lists.filter(({ place }) => place.firstLine <= line && line <= place.lastLine).at(-1);
  const before = lists
    .filter(({ place }) => place.lastLine === above)
    .sort((a, b) => a.place.indent - b.place.indent)[0];
  const found = around ?? before;
  if (!found) return null;
  const items = found.list.items.map((_item, index) => itemLines({ text, lines }, found.list, index, index));
  const item = items.filter((place) => place && place.firstLine <= line).at(-1);
  return item ? behind(item.lastLine, found.place.indent) : null;
}

function insertJson({ text, lines, root }: SourceDocument, cursor: SourcePosition, step: Step): TextEdit | null {
  const at = lines.offset(cursor);
  const found = (root ? stepLists(root) : []).filter(({ list: { span } }) => span.start < at && at <= span.end).at(-1);
  if (!found) return null;
  const { items, span } = found.list;
  const item = items.filter((one) => one.span.start < at).at(-1);
  const before = item ?? items[0];
  const place = before?.span.start ?? span.start;
  const row = text.slice(text.lastIndexOf('\n', place - 1) + 1);
  const own = /^[ \t]*/.exec(row)?.[0] ?? '';
  const indent = before ? own : `${own}  `;
  const newline = newlineOf(text);
  const written = JSON.stringify(step, null, 2)
    .split('\n')
    .join(newline + indent);
  if (item) return insertionAt(lines.position(item.span.end), `,${newline}${indent}${written}`);
  const end = before ? ',' : newline + own;
  return insertionAt(lines.position(span.start + 1), `${newline}${indent}${written}${end}`);
}

/** Where the file has a `baseUrl` that the address begins with, the path alone. */
function withoutBase(step: Step, { root }: SourceDocument): Step {
  const base = entryOf(root ?? undefined, 'baseUrl')?.value;
  if (base?.kind !== 'scalar' || typeof base.value !== 'string') return step;
  const start = base.value.replace(/\/$/, '');
  const path = (url: string): string => {
    if (!url.startsWith(start)) return url;
    const rest = url.slice(start.length);
    return rest === '' ? '/' : rest.startsWith('/') ? rest : rest.startsWith('?') ? `/${rest}` : url;
  };
  return Object.fromEntries(
    Object.entries(step).map(([key, value]) => [
      key,
      METHODS.includes(key) && typeof value === 'string' ? path(value) : value,
    ]),
  );
}

function scenarioLines(step: Step): string[] {
  return ['vus: 1', 'duration: 10s', 'steps:', ...indented(stepLines(step), 2)];
}

function stepLines(step: Step): string[] {
  const [head = '', ...rest] = Object.entries(step).flatMap(([key, value]) => valueLines(key, value));
  return [`- ${head}`, ...rest.map((line) => `  ${line}`)];
}

function insertionAt(position: SourcePosition, newText: string): TextEdit {
  return { range: { start: position, end: position }, newText };
}
