import { NOTHING_DECLARED, type Declarations } from '../scenario/expressions/declarations.ts';
import type { Plan } from '../scenario/plan.ts';
import type { ScenarioModel } from '../scenario/index.ts';
import { contains, isBefore, type SourcePosition, type SourceRange } from '../scenario/range.ts';
import { LineIndex, type SourcePath } from '../scenario/source.ts';
import type { ExpressionPlace, Occurrence, SymbolKind } from '../scenario/symbols.ts';
import type { Known } from './known.ts';
import { isAboutResponse } from './step-path.ts';

/** What an expression at a place of the file may read, also where the file was not checked since it was written. */
export function declarationsAt(
  text: string,
  position: SourcePosition,
  path: SourcePath,
  { last }: Known,
): Declarations {
  const bareResponse = isAboutResponse(path);
  if (!last) return { ...NOTHING_DECLARED, bareResponse };
  const { expressions, occurrences, draft } = last.model;
  const there = positionIn(last.text, text, position);
  const inSetup = path[0] === 'setup';
  const holders = occurrences.flatMap(({ kind, role, extent }) =>
    (kind === 'scenario' || kind === 'flow') && role === 'definition' && extent ? [extent] : [],
  );
  const holder = holders.find((extent) => reaches(extent, there));
  const candidates = expressions.filter(
    ({ range, declarations }) =>
      (declarations.setupOwn !== null) === inSetup &&
      (holder ? reaches(holder, range.start) : !holders.some((extent) => contains(extent, range.start))),
  );
  const own = candidates.find(({ range }) => contains(range, there));
  if (own) return { ...own.declarations, bareResponse: bareResponse || own.declarations.bareResponse };
  const before = candidates.findLast(({ range }) => !isBefore(there, range.end));
  const after = candidates.find(({ range }) => !isBefore(range.start, there));
  const nearest = before ?? after;
  if (!nearest) return { ...NOTHING_DECLARED, ...draftNames(draft), bareResponse };
  const between = before ? namesBetween(occurrences, before, there) : [];
  const { declarations } = nearest;
  return {
    ...declarations,
    names: before ? [...new Set([...declarations.names, ...between])] : [],
    response: before === undefined ? bareResponse : true,
    bareResponse,
  };
}

/** Names that the file has of some kind, in the order in which they are defined. */
export function namesOf({ last }: Known, kind: SymbolKind, scope?: string): string[] {
  const found = (last?.model.occurrences ?? []).filter(
    (one) => one.kind === kind && one.role === 'definition' && (scope === undefined || one.scope === scope),
  );
  return [...new Set(found.map(({ name }) => name))];
}

/** Names that are read, whether the file defines them or not: environment variables, secrets. */
export function namesRead({ last }: Known, kind: SymbolKind): string[] {
  return [...new Set((last?.model.occurrences ?? []).filter((one) => one.kind === kind).map(({ name }) => name))];
}

/** A definition as it is written, `token: json.access_token`, with its line (from 0); null where there is none. */
export function definitionOf(
  { last }: Known,
  kind: SymbolKind,
  name: string,
  before?: SourcePosition,
): { readonly source: string; readonly line: number; readonly scope: string } | null {
  if (!last) return null;
  const all = thatCount(
    last.model,
    last.model.occurrences.filter((one) => one.kind === kind && one.name === name && one.role === 'definition'),
  );
  const definition = (before && all.findLast(({ range }) => isBefore(range.start, before))) ?? all[0];
  if (!definition) return null;
  const lines = new LineIndex(last.text);
  const { start, end } = definition.extent ?? definition.range;
  const source = last.text.slice(lines.offset(start), lines.offset(end)).trim();
  return { source, line: definition.range.start.line, scope: definition.scope };
}

/** Of what several environments and the file itself define: that of the environment that was picked, else the file's own. */
function thatCount({ occurrences, draft }: ScenarioModel, definitions: readonly Occurrence[]): readonly Occurrence[] {
  const environments = occurrences.flatMap(({ kind, role, name, extent }) =>
    kind === 'environment' && role === 'definition' && extent ? [{ name, extent }] : [],
  );
  const of = (wanted: string | null): Occurrence[] =>
    definitions.filter(
      ({ range }) => (environments.find(({ extent }) => contains(extent, range.start))?.name ?? null) === wanted,
    );
  return [of(draft?.environment ?? null), of(null), definitions].find((some) => some.length > 0) ?? [];
}

/** Where a position of the text of now stood in an older text: before and behind what was typed since, the same sign. */
function positionIn(older: string, text: string, position: SourcePosition): SourcePosition {
  if (older === text) return position;
  const most = Math.min(older.length, text.length);
  let same = 0;
  while (same < most && older.charCodeAt(same) === text.charCodeAt(same)) same++;
  let sameEnd = 0;
  while (
    sameEnd < most - same &&
    older.charCodeAt(older.length - 1 - sameEnd) === text.charCodeAt(text.length - 1 - sameEnd)
  )
    sameEnd++;
  const offset = new LineIndex(text).offset(position);
  const moved = offset <= same ? offset : offset >= text.length - sameEnd ? offset + older.length - text.length : same;
  return new LineIndex(older).position(Math.max(0, moved));
}

/** A scenario or flow with all of its last line: there its last step is typed. */
function reaches({ start, end }: SourceRange, position: SourcePosition): boolean {
  return !isBefore(position, start) && (isBefore(position, end) || position.line <= end.line);
}

function namesBetween(occurrences: readonly Occurrence[], place: ExpressionPlace, position: SourcePosition): string[] {
  return occurrences.flatMap(({ kind, role, name, range }) =>
    kind === 'value' &&
    role === 'definition' &&
    !isBefore(range.start, place.range.start) &&
    isBefore(range.start, position)
      ? [name]
      : [],
  );
}

function draftNames(draft: Plan | null): Partial<Declarations> {
  return draft ? { vars: draft.vars.map(([name]) => name) } : {};
}
