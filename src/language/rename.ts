import { RESERVED_NAMES } from '../scenario/expressions/built-in-names.ts';
import type { SourceDocument } from '../scenario/document.ts';
import { editOf } from '../scenario/edits.ts';
import type { LoadedScenario } from '../scenario/index.ts';
import type { TextEdit } from '../scenario/problem.ts';
import type { SourcePosition, SourceRange } from '../scenario/range.ts';
import type { ScalarNode, SourceNode, Span } from '../scenario/source.ts';
import type { Occurrence, SymbolKind } from '../scenario/symbols.ts';
import { BUILT_IN_METRICS } from '../scenario/built-in-metrics.ts';
import { occurrenceAt, sameThing } from './occurrence-at.ts';

export type Renaming<T> = T | { readonly refused: string };

/** What a rename at a position would change: the name as it stands, or why it can't be changed, in a sentence. */
export function prepareRename(
  { document, model }: Pick<LoadedScenario, 'document' | 'model'>,
  position: SourcePosition,
): Renaming<{ readonly range: SourceRange; readonly name: string }> {
  const here = occurrenceAt(model.occurrences, position);
  if (!here) return { refused: 'Nothing that has a name of its own stands here.' };
  if (document.problems.length > 0) {
    return { refused: "The file can't be read to its end, so places would be missed; mend its syntax first." };
  }
  const outside = OUTSIDE[here.kind];
  if (outside !== undefined) return { refused: outside };
  const places = sameThing(model.occurrences, here);
  if (!places.some(({ role }) => role === 'definition')) {
    return { refused: `\`${here.name}\` is not defined in this file, so it can't be renamed from here.` };
  }
  const { lines, text } = document;
  // A request's name that is made of its method and path, for example, is written nowhere.
  const unwritten = places.some(({ range }) => {
    const written = text.slice(lines.offset(range.start), lines.offset(range.end));
    return written !== here.name && unescaped(written) !== here.name;
  });
  if (unwritten) {
    return { refused: `\`${here.name}\` is not written out everywhere it is meant; give it a name of its own first.` };
  }
  return { range: here.range, name: here.name };
}

/** The edits that give what stands at a position another name, or why not, in a sentence. */
export function rename(
  loaded: Pick<LoadedScenario, 'document' | 'model'>,
  position: SourcePosition,
  newName: string,
): Renaming<readonly TextEdit[]> {
  const prepared = prepareRename(loaded, position);
  if ('refused' in prepared) return prepared;
  const { document, model } = loaded;
  const here = occurrenceAt(model.occurrences, position);
  if (!here || newName === here.name) return [];
  const places = sameThing(model.occurrences, here);
  const objection = wrongName(here, newName) ?? unreadable(places, newName) ?? taken(model.occurrences, here, newName);
  if (objection !== null) return { refused: objection };
  const { lines, root } = document;
  const words = root ? wordsOf(root) : [];
  const byWord = new Map<ScalarNode | null, Span[]>();
  for (const { range } of places) {
    const span = { start: lines.offset(range.start), end: lines.offset(range.end) };
    const word = words.find((one) => one.span.start <= span.start && span.end <= one.span.end) ?? null;
    byWord.set(word, [...(byWord.get(word) ?? []), span]);
  }
  return [...byWord].flatMap(([word, parts]) => replaced(document, word, parts, newName));
}

/** Names that this file reads and that are given elsewhere. */
const OUTSIDE: Partial<Record<SymbolKind, string>> = {
  env: 'The environment decides what its variables are called; rename it where it is set, and then here.',
  secret:
    'Secrets are kept under their names outside of this file; store it under the new name, and then rename it here.',
  column: 'The data file decides what its columns are called; rename it there, and then here.',
};

/** What expressions read by name. */
const IDENTIFIERS: ReadonlySet<SymbolKind> = new Set(['variable', 'value', 'data', 'metric']);
function wrongName({ kind }: Occurrence, name: string): string | null {
  if (name.trim() === '') return 'A name has at least one character.';
  if (name !== name.trim()) return 'A name neither begins nor ends with a space.';
  if (/[\u0000-\u001f\u007f\u2028\u2029]/.test(name)) return 'A name stands on one line.';
  if (IDENTIFIERS.has(kind)) {
    if (!/^[A-Za-z_]\w*$/.test(name)) {
      return `\`${name}\` is no name that expressions can read: use letters, digits and _, and begin with a letter.`;
    }
    if (kind === 'value' && RESERVED_NAMES.has(name)) {
      return `\`${name}\` has a meaning of its own in expressions; take another name.`;
    }
    if (kind === 'metric' && BUILT_IN_METRICS.some((metric) => metric.name === name)) {
      return `\`${name}\` is a built-in metric; take another name.`;
    }
  }
  if (name.includes('${')) return 'A name is a fixed text; ${…} is not worked out in it.';
  if (kind === 'group' && name.includes('::'))
    return 'In a group’s name `::` would read as a path of groups; take another name.';
  return null;
}

/** Outside of expressions, names are referred to by `flow:` and `use:`, which take any, and by the tags of thresholds, which don't. */
function unreadable(places: readonly Occurrence[], name: string): string | null {
  const isTag = places.some(({ kind, role }) => role === 'reference' && kind !== 'flow' && kind !== 'environment');
  if (!isTag || !/,|^(["']).*\1$/.test(name)) return null;
  return `A threshold names this by its tag, where a comma or quotes would have a meaning of their own; \`${name}\` can't be told there.`;
}

function taken(occurrences: readonly Occurrence[], { kind, scope }: Occurrence, newName: string): string | null {
  // Several steps may share one name on purpose: a group, a request, a check, a stage.
  if (kind === 'group' || kind === 'request' || kind === 'check') return null;
  const other = occurrences.find(
    (one) => one.kind === kind && one.scope === scope && one.name === newName && one.role === 'definition',
  );
  return other ? `\`${newName}\` is taken already, in line ${other.range.start.line + 1}; take another name.` : null;
}

/** All keys and scalars of the file. */
function wordsOf(node: SourceNode): ScalarNode[] {
  switch (node.kind) {
    case 'scalar':
      return [node];
    case 'list':
      return node.items.flatMap(wordsOf);
    case 'map':
      return node.entries.flatMap(({ key, keySpan, value }) => [
        { kind: 'scalar', value: key, span: keySpan },
        ...wordsOf(value),
      ]);
  }
}

/** The name put in for parts of a key or scalar. What stands without quotes gets them where the name needs them. */
function replaced(document: SourceDocument, word: ScalarNode | null, parts: readonly Span[], name: string): TextEdit[] {
  const { text } = document;
  const isPlain = word !== null && !/^["'|>]/.test(text.charAt(word.span.start));
  if (!isPlain || /^[A-Za-z_]\w*$/.test(name)) {
    const edits = parts.map((at) => editOf({ kind: 'replace', at, value: name }, document));
    return edits.filter((edit) => edit !== null);
  }
  let value = '';
  let at = word.span.start;
  for (const { start, end } of parts) {
    value += text.slice(at, start) + name;
    at = end;
  }
  const edit = editOf({ kind: 'replace', at: word.span, value: value + text.slice(at, word.span.end) }, document);
  return edit ? [edit] : [];
}

function unescaped(written: string): string | null {
  try {
    const value: unknown = JSON.parse(`"${written}"`);
    if (typeof value === 'string') return value;
  } catch {
    // Not as JSON writes it: then perhaps as YAML does in single quotes.
  }
  return written.replaceAll("''", "'");
}
