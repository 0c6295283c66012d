import type { SourceDocument } from './document.ts';
import type { Problem } from './problem.ts';
import type { SourceNode } from './source.ts';
import type { Structure } from './structure.ts';

/** Problems of something that is not there: where a part of the file could not be read, it may well have been in there. */
const ABSENCES: ReadonlySet<string> = new Set([
  'missing-key',
  'missing-load',
  'nothing-to-run',
  'vus-without-load',
  'too-few-iterations',
  'zero-duration',
]);

/** Problems of a name that is used without being made, or made without being used. */
const NAMES = /^(undefined|unknown|unused|never-|used-before)/;

/**
 * The problems of the parts that could be read, without those that are there only because other parts could not: a misspelt step
 * captures nothing, so that what it would have captured is not to be called undefined.
 */
export function withoutConsequences(
  problems: readonly Problem[],
  { problems: structure, valid }: Structure,
  { root, text, lines }: SourceDocument,
): readonly Problem[] {
  if (structure.length === 0 || !root) return problems;
  // How often each word stands in what could not be read.
  const lost = new Map<string, number>();
  gatherWords(root, (word) => lost.set(word, (lost.get(word) ?? 0) + 1));
  if (valid) gatherWords(valid, (word) => lost.set(word, (lost.get(word) ?? 0) - 1));
  const isLost = (word: string): boolean => (lost.get(word) ?? 0) > 0;
  return problems.filter(({ code, range }) => {
    if (ABSENCES.has(code)) return false;
    if (!NAMES.test(code)) return true;
    const about = text.slice(lines.offset(range.start), lines.offset(range.end));
    return !(about.match(/[\w-]+/g) ?? []).some(isLost);
  });
}

/** Keys, and the words of texts. */
function gatherWords(node: SourceNode, add: (word: string) => void): void {
  switch (node.kind) {
    case 'scalar':
      for (const word of typeof node.value === 'string' ? (node.value.match(/[\w-]+/g) ?? []) : []) add(word);
      return;
    case 'list':
      for (const item of node.items) gatherWords(item, add);
      return;
    case 'map':
      for (const entry of node.entries) {
        add(entry.key);
        gatherWords(entry.value, add);
      }
  }
}
