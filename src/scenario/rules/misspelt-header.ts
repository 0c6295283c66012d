import { HEADER_NAMES } from '../http-headers.ts';
import type { Problem } from '../problem.ts';
import { changeTo, problemOf } from '../repair.ts';
import type { SourceEntry, SourceNode } from '../source.ts';
import { isOneSlip } from '../suggestion.ts';
import type { RuleContext } from './rule.ts';

/** Shorter names that differ by a letter are as likely two headers. */
const SHORTEST_NAME = 5;
const KNOWN: ReadonlySet<string> = new Set(HEADER_NAMES.map(({ name }) => name));
/** Below these keys stands data of the author's own, in which `headers` is a word like any other. */
const OF_THE_AUTHOR: ReadonlySet<string> = new Set([
  'json',
  'form',
  'multipart',
  'vars',
  'data',
  'tags',
  'set',
  'variables',
]);

/** A header that is a well-known one but for one letter: servers pass over what they do not know. */
export function misspeltHeaders({ document, written }: RuleContext): Problem[] {
  if (!document.root) return [];
  return headersIn(document.root).flatMap(({ key, keySpan }) => {
    const name = key.toLowerCase();
    if (KNOWN.has(name) || name.length < SHORTEST_NAME) return [];
    const meant = [...KNOWN].find((known) => known.length >= SHORTEST_NAME && isSlip(name, known));
    if (meant === undefined) return [];
    const message = `No header of this name is known. Did you mean \`${meant}\`?`;
    const repairs = [changeTo(keySpan, meant)];
    return [problemOf({ code: 'misspelt-header', severity: 'warning', message, at: keySpan, repairs }, written)];
  });
}

/** `x-request-id2` is a second one. */
function isSlip(name: string, known: string): boolean {
  return name.replaceAll(/\d/g, '') !== known.replaceAll(/\d/g, '') && isOneSlip(name, known);
}

/** The entries of every `headers`, and of `header` in `expect`. */
function headersIn(node: SourceNode, isHeaders = false): SourceEntry[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'list') return node.items.flatMap((item) => headersIn(item));
  if (isHeaders) return [...node.entries];
  return node.entries.flatMap(({ key, value }) =>
    OF_THE_AUTHOR.has(key) ? [] : headersIn(value, key === 'headers' || key === 'header'),
  );
}
