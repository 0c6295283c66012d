import type { Declarations } from './expressions/declarations.ts';
import type { SourceRange } from './range.ts';

/**
 * What a scenario file names. `value` is what a step captures or sets, `variable` an entry of `vars`, `request` the tag
 * `name` of requests, `env` and `secret` what is read from outside (these have no definition in the file).
 */
export type SymbolKind =
  | 'variable'
  | 'value'
  | 'data'
  | 'column'
  | 'environment'
  | 'flow'
  | 'scenario'
  | 'stage'
  | 'group'
  | 'request'
  | 'check'
  | 'metric'
  | 'secret'
  | 'env';

/** A place in the file where something is named. */
export interface Occurrence {
  readonly kind: SymbolKind;
  readonly name: string;
  /**
   * Which of several of that name: two occurrences mean the same thing where kind, name and scope are equal. '' for what the whole
   * file shares; for captured values the steps that see each other's (`setup`, `scenario users`); for columns their feeder.
   */
  readonly scope: string;
  readonly role: 'definition' | 'reference';
  /** The name alone, without quotes or what stands around it: what a rename replaces. */
  readonly range: SourceRange;
  /** Of a definition: all of it, key and value. */
  readonly extent?: SourceRange;
}

/** A text of the file in which expressions are read, whether it has one yet or not. */
export interface ExpressionPlace {
  readonly range: SourceRange;
  /** The whole text is an expression, without `${` and `}`. */
  readonly bare: boolean;
  /** What is known there. */
  readonly declarations: Declarations;
}

/** Values that samples of this file can be tagged with, by tag; null where the file cannot say. */
export type TagValues = Readonly<Record<string, readonly string[] | null>>;
