import type { DebugProtocol } from '@vscode/debugprotocol';
import type { EngineBreakpoint, HitCondition } from '../../engine/debug/protocol.ts';
import { topLevelKeys } from '../../language/top-level-keys.ts';
import { createExpressionCompiler, ExpressionError } from '../../scenario/expression.ts';
import { digests } from '../../scenario/expressions/digests.ts';
import type { StepPlace } from '../../scenario/debug.ts';
import { inTextOrder, type SourceRange } from '../../scenario/range.ts';

/** A place of the file at which an iteration can stop: one step, or the same step of a flow that is used more than once. */
export interface StopPlace {
  readonly range: SourceRange;
  readonly stepIds: readonly number[];
}

interface Candidate extends StopPlace {
  /** Where the list's item begins, which may be above the key that says what the step is. */
  readonly fromLine: number;
  /** The key of the file's top that it stands under. */
  readonly section: string;
}

/** Which lines of a scenario breakpoints stand on. Lines and characters count from 0. */
export class StopPlaces {
  readonly #lines: readonly string[];
  readonly #sections: readonly (readonly [key: string, line: number])[];
  readonly #candidates: readonly Candidate[];

  constructor(text: string, places: Iterable<StepPlace>) {
    this.#lines = text.split(/\r\n|\r|\n/);
    this.#sections = [...topLevelKeys(text)].sort(([, a], [, b]) => a - b);
    const byPlace = new Map<string, { range: SourceRange; stepIds: number[] }>();
    for (const { step } of places) {
      const key = `${step.range.start.line}:${step.range.start.character}`;
      const known = byPlace.get(key);
      if (known) known.stepIds.push(step.id);
      else byPlace.set(key, { range: step.range, stepIds: [step.id] });
    }
    const inOrder = [...byPlace.values()].sort(inTextOrder);
    this.#candidates = inOrder.map((place, index) => ({
      ...place,
      fromLine: this.#itemLine(place.range.start.line, inOrder[index - 1]?.range.start.line ?? -1),
      section: this.#section(place.range.start.line),
    }));
  }

  /** All that begin on some lines. */
  between(from: number, to: number): readonly StopPlace[] {
    return this.#candidates.filter(({ range }) => range.start.line >= from && range.start.line <= to);
  }

  /** The place on a line, or the nearest one of the same part of the file: first the step that the line belongs to. */
  nearest(line: number, character: number | null): StopPlace | null {
    const onLine = this.between(line, line);
    if (onLine.length > 0) {
      const before = onLine.filter(({ range }) => character !== null && range.start.character <= character);
      return before.at(-1) ?? onLine[0] ?? null;
    }
    const section = this.#section(line);
    const own = this.#candidates.filter((candidate) => candidate.section === section);
    return own.filter(({ fromLine }) => fromLine <= line).at(-1) ?? own[0] ?? null;
  }

  #itemLine(line: number, after: number): number {
    for (let at = line; at > after; at--) if (/^\s*- /.test(this.#lines[at] ?? '')) return at;
    return line;
  }

  #section(line: number): string {
    return this.#sections.filter(([, from]) => from <= line).at(-1)?.[0] ?? '';
  }
}

/** What a client wrote beside a breakpoint, for the engine; or what is wrong with it. */
export function conditionsOf({
  condition,
  hitCondition,
  logMessage,
}: Pick<DebugProtocol.SourceBreakpoint, 'condition' | 'hitCondition' | 'logMessage'>):
  Pick<EngineBreakpoint, 'condition' | 'hits' | 'log'> | { readonly problem: string } {
  const expression = nonEmpty(condition);
  const problem = expression === null ? null : expressionProblem(expression);
  if (problem !== null) return { problem };
  const written = nonEmpty(hitCondition);
  const hits = written === null ? null : parseHits(written);
  if (written !== null && hits === null) {
    return { problem: `\`${written}\` is no hit count. Write a number, or one after >, >=, <, <= or % (every n-th).` };
  }
  return { condition: expression, hits, log: nonEmpty(logMessage) };
}

/** Why an expression can't be read; null where it can. Names are known only where the scenario stops. */
function expressionProblem(source: string): string | null {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  try {
    createExpressionCompiler({ random: () => 0, nowMs: () => 0, seq: () => 0 }, digests).compile({ source, range });
    return null;
  } catch (error) {
    if (error instanceof ExpressionError) return error.message;
    throw error;
  }
}

function parseHits(text: string): HitCondition | null {
  const [, operator = '==', count = ''] = /^\s*(==|>=|>|<=|<|%)?\s*(\d+)\s*$/.exec(text) ?? [];
  if (count === '') return null;
  const operators = ['==', '>=', '>', '<', '<=', '%'] as const;
  return { operator: operators.find((one) => one === operator) ?? '==', count: Number(count) };
}

function nonEmpty(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text.trim();
}
