import type { SourceDocument } from '../scenario/document.ts';
import { editOf } from '../scenario/edits.ts';
import type { Problem, TextEdit } from '../scenario/problem.ts';
import { contains, type SourceRange } from '../scenario/range.ts';
import { spanWithin, type ScalarNode, type SourceNode, type Span } from '../scenario/source.ts';

/** A text of the file that can become a secret. */
export interface SecretPlace {
  /** What is to be kept secret. */
  readonly value: string;
  /** What to call it, by the key that it stands under: `PASSWORD`. */
  readonly name: string;
  /** Puts `${secret.NAME}` in its place; null where the text's shape does not allow it. */
  moved(name: string): TextEdit | null;
}

/** What names of secrets look like. */
export const SECRET_NAME = /^[A-Za-z_]\w*$/;

/**
 * What a problem at the range (or the cursor) takes for a secret, else what is selected of a value, else the whole value. Null where
 * there is no value in plain text.
 */
export function secretPlaceAt(
  document: SourceDocument,
  problems: readonly Problem[],
  range: SourceRange,
): SecretPlace | null {
  const { root, lines } = document;
  const at: Span = { start: lines.offset(range.start), end: lines.offset(range.end) };
  const found = root && scalarAround(root, '', at);
  if (!found) return null;
  const spans = problems
    .filter(({ code }) => code === 'plain-text-secret')
    .map((problem) => ({ start: lines.offset(problem.range.start), end: lines.offset(problem.range.end) }));
  const reported = spans.find(({ start, end }) => start <= at.start && at.end <= end);
  const { node } = found;
  const part = reported ?? (at.start < at.end ? at : node.span);
  const whole = part.start <= node.span.start && node.span.end <= part.end;
  const value = whole ? String(node.value) : valueOfPart(document.text, node, part);
  if (value === null || value === '' || value.includes('${')) return null;
  return {
    value,
    name: nameOf(problems, range, found.key),
    moved: (name) => editOf({ kind: 'replace', at: whole ? node.span : part, value: `\${secret.${name}}` }, document),
  };
}

interface FoundScalar {
  readonly node: ScalarNode;
  readonly key: string;
}

function scalarAround(node: SourceNode, key: string, at: Span): FoundScalar | null {
  if (at.start < node.span.start || at.end > node.span.end) return null;
  if (node.kind === 'scalar') return node.value === null ? null : { node, key };
  const children: readonly (readonly [string, SourceNode])[] =
    node.kind === 'list'
      ? node.items.map((item) => [key, item] as const)
      : node.entries.map((entry) => [entry.key, entry.value] as const);
  for (const [name, child] of children) {
    const found = scalarAround(child, name, at);
    if (found) return found;
  }
  return null;
}

/** The characters of the value that stand at a part of its text, which may write them with escapes. */
function valueOfPart(text: string, node: ScalarNode, part: Span): string | null {
  const value = String(node.value);
  for (let start = 0; start < value.length; start++) {
    if (spanWithin(text, node, { start, end: value.length }).start !== part.start) continue;
    for (let end = value.length; end > start; end--) {
      if (spanWithin(text, node, { start, end }).end === part.end) return value.slice(start, end);
    }
  }
  return null;
}

/** As the problem calls it, else as its key does: `apiKey` → `API_KEY`. */
function nameOf(problems: readonly Problem[], { start, end }: SourceRange, key: string): string {
  const problem = problems.find(
    ({ code, range }) => code === 'plain-text-secret' && contains(range, start) && contains(range, end),
  );
  const suggested = /\$\{secret\.(\w+)\}/.exec(problem?.message ?? '')?.[1];
  if (suggested !== undefined) return suggested;
  const words = key
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/\W+/g, '_')
    .toUpperCase();
  return SECRET_NAME.test(words) ? words : `SECRET${words === '' ? '' : `_${words}`}`;
}
