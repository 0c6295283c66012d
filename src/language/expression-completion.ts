import type { CompletionItem } from 'vscode-languageserver-types';
import type { Declarations } from '../scenario/expressions/declarations.ts';
import type { SourcePosition } from '../scenario/range.ts';
import { ItemKind, itemAt } from './completion-item.ts';
import { nameAt, textAt, type ExpressionAt } from './expression-at.ts';
import { memberNames, rootNames } from './expression-names.ts';
import { anyValue } from './expression-words.ts';
import type { ExpressionName } from './expression-words.ts';
import { HEADER_NAMES } from '../scenario/http-headers.ts';
import type { Known } from './known.ts';
import { declarationsAt } from './scope.ts';

/** Names, members and functions that an expression may go on with. */
export function completeExpression(
  text: string,
  position: SourcePosition,
  expression: ExpressionAt,
  known: Known,
): CompletionItem[] {
  const { source, offset, column, line, path } = expression;
  const at = (start: number, end: number): readonly [SourcePosition, SourcePosition] => [
    { line, character: column + start },
    { line, character: column + end },
  ];
  const quoted = textAt(source, offset);
  if (quoted) {
    if (!/\bheader\(\s*\\?$/.test(quoted.before)) return [];
    const [start, end] = at(quoted.start, quoted.start + quoted.text.length);
    return HEADER_NAMES.map(({ name, meaning }) =>
      itemAt({ label: name, kind: ItemKind.Value, documentation: meaning }, start, position, end),
    );
  }
  const name = nameAt(source, offset);
  if (!name) return [];
  const declarations = declarationsAt(text, position, path, known);
  const [start, end] = at(name.start, name.end);
  const called = /^\s*\(/.test(source.slice(name.end));
  return namesAt(name, source, declarations, known, position).map((one, index) => {
    const { snippet } = one;
    const call = snippet !== undefined && !called;
    return itemAt(
      {
        label: one.name,
        kind: KINDS[one.kind],
        detail: one.detail,
        documentation: one.documentation,
        sort: String(index).padStart(3, '0'),
        ...(call ? { text: snippet, snippet: true } : {}),
        // A dot goes on with what a name has.
        ...(one.kind === 'variable' ? { commit: ['.'] } : {}),
      },
      start,
      position,
      end,
    );
  });
}

function namesAt(
  name: NonNullable<ReturnType<typeof nameAt>>,
  source: string,
  declarations: Declarations,
  known: Known,
  position: SourcePosition,
): readonly ExpressionName[] {
  if (name.ofValue) return anyValue();
  if (name.chain.length > 0) return memberNames(name.chain, declarations, known);
  return [...boundNames(source, name.start), ...rootNames(declarations, known, position)];
}

/** Names that macros around an offset have bound: `list.map(x, …)`. */
function boundNames(source: string, offset: number): ExpressionName[] {
  const names = new Set<string>();
  for (const found of source.matchAll(/\.(map|filter|all|exists|exists_one)\(\s*([A-Za-z_]\w*)\s*,/g)) {
    const inside = source.slice(found.index + found[0].length, offset);
    const depth = inside.split('(').length - inside.split(')').length;
    if (found.index + found[0].length <= offset && depth >= 0) names.add(found[2] ?? '');
  }
  return [...names].map((name) => ({ name, kind: 'variable', detail: 'item', documentation: 'The item at hand.' }));
}

const KINDS: Readonly<Record<ExpressionName['kind'], ItemKind>> = {
  variable: ItemKind.Variable,
  member: ItemKind.Field,
  function: ItemKind.Function,
  method: ItemKind.Method,
  keyword: ItemKind.Keyword,
};
