import type { FailedSample } from '../../run/events.ts';
import type { ErrorRow } from '../../run/tables.ts';
import { clockRange } from '../format.ts';
import type { RuleId } from './rule-ids.ts';

/** A part of a sentence: plain text, or evidence that a view can make a link of. */
export type Phrase =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  /** `line`: 0-based, in the scenario file; null where it stands in no file. */
  | { readonly kind: 'code'; readonly text: string; readonly line: number | null }
  | { readonly kind: 'window'; readonly fromMs: number; readonly toMs: number }
  /** A link to one failing exchange; `key` is the `errorKey` of its row. */
  | { readonly kind: 'exchange'; readonly text: string; readonly key: string };

/** What the numbers show, in a sentence or two. */
export interface Finding {
  /** Which rule found it: stable, and the name of its section in docs/diagnosis.md. */
  readonly rule: RuleId;
  readonly level: 'error' | 'warning' | 'info';
  readonly parts: readonly Phrase[];
}

/** What tells one row of the errors table from the others. */
export function errorKey(
  row: Pick<ErrorRow, 'method' | 'name' | 'kind' | 'status' | 'errorCode' | 'tolerated'>,
): string {
  return [row.method, row.name, row.kind, row.status, row.errorCode, row.tolerated].join(' ');
}

/** The key under which a failure of setup or teardown is shown. */
export function phaseKey(sample: FailedSample): string {
  return `${sample.phase} ${sample.request.method} ${sample.name} ${sample.response?.status ?? 0} ${sample.errorCode}`;
}

/** How the parts of a sentence are written in a form of text. */
export interface Marks {
  plain(text: string): string;
  strong(text: string): string;
  code(text: string): string;
}

const UNMARKED: Marks = { plain: (text) => text, strong: (text) => text, code: (text) => text };

/** A finding as text; `file` adds `(file:line)` behind code that has a line, the first time. */
export function findingText({ parts }: Pick<Finding, 'parts'>, file?: string, marks = UNMARKED): string {
  const seen = new Set<number>();
  return parts
    .map((part) => {
      if (typeof part === 'string') return marks.plain(part);
      switch (part.kind) {
        case 'strong':
          return marks.strong(part.text);
        case 'code':
          if (part.line === null || file === undefined || seen.has(part.line)) return marks.code(part.text);
          seen.add(part.line);
          return `${marks.code(part.text)} (${marks.plain(`${file}:${part.line + 1}`)})`;
        case 'window':
          return clockRange(part.fromMs, part.toMs);
        case 'exchange':
          return '';
      }
    })
    .join('')
    .trim();
}

/** A link to one exchange of these rows, where one was kept. */
export function exchangeLink(rows: readonly ErrorRow[], text = 'Show a failing exchange'): Phrase[] {
  const row = rows.find(({ samples }) => samples.length > 0);
  return row ? [' ', { kind: 'exchange', text, key: errorKey(row) }] : [];
}

export const strong = (text: string): Phrase => ({ kind: 'strong', text });
export const code = (text: string, line: number | null = null): Phrase => ({ kind: 'code', text, line });
