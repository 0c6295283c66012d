import { isWithin } from '../edits.ts';
import type { ProblemCode } from '../problem-codes.ts';
import type { Problem } from '../problem.ts';
import type { SourceEntry, SourceNode, Span } from '../source.ts';
import type { Occurrence } from '../symbols.ts';
import { expressionSources, readsWhole } from './plan-expressions.ts';
import { problemOf } from '../repair.ts';
import type { RuleContext } from './rule.ts';

/** Captured values, variables, feeders and metrics that nothing reads. */
export function unusedNames(context: RuleContext): Problem[] {
  const { document, written, plan, occurrences, known, isWhole } = context;
  // A misspelt name is one slip, not two.
  if (!isWhole) return [];
  const misspelt = known.some(({ code }) => code === 'undefined-metric') ? 'metric' : null;
  const used = new Set(occurrences.filter(({ role }) => role === 'reference').map(identity));
  const defined = occurrences.filter((one) => one.role === 'definition' && !used.has(identity(one)));
  const candidates = defined.filter(({ kind }) => kind in KINDS && kind !== misspelt);
  if (candidates.length === 0) return [];
  // Most files read names alone; that is seen at a glance.
  const sources = /\b(vars|setup|vu|data)\b(?!\s*[.:])/.test(document.text) ? expressionSources(plan) : [];
  const whole = new Set(['vars', 'setup', 'vu', 'data'].filter((root) => sources.some((one) => readsWhole(one, root))));
  return candidates.flatMap((occurrence) => {
    const kind = KINDS[occurrence.kind];
    const at = {
      start: document.lines.offset(occurrence.range.start),
      end: document.lines.offset(occurrence.range.end),
    };
    const found = document.root ? entryWithKey(document.root, at, '') : null;
    if (!kind || !found || whole.has(rootOf(occurrence))) return [];
    const { code, message } = kind(occurrence.name, found.section);
    const keySpan = found.entry.keySpan;
    const repairs = [{ title: `Remove \`${occurrence.name}\``, changes: [{ kind: 'remove', keySpan } as const] }];
    return [problemOf({ code, severity: 'hint', message, at, repairs }, written)];
  });
}

interface Unused {
  readonly code: ProblemCode;
  readonly message: string;
}

const KINDS: Partial<Record<Occurrence['kind'], (name: string, section: string) => Unused>> = {
  value: (name, section) => ({
    code: 'unused-capture',
    message:
      section === 'set'
        ? `\`${name}\` is set, and nothing reads it.`
        : `\`${name}\` is captured, and nothing reads it. Read it in an expression, or leave it out.`,
  }),
  variable: (name) => ({
    code: 'unused-variable',
    message: `Nothing reads the variable \`${name}\`. Read it as vars.${name}, or leave it out.`,
  }),
  data: (name) => ({
    code: 'unused-data',
    message: `Nothing reads the rows of \`${name}\`. Read them as data.${name}.COLUMN, or leave it out.`,
  }),
  metric: (name) => ({
    code: 'unused-metric',
    message: `Nothing records the metric \`${name}\`, and no threshold asks for it. Add \`record: { ${name}: … }\` to a step, or leave it out.`,
  }),
};

function identity({ kind, name, scope }: Occurrence): string {
  return `${kind} ${scope} ${name}`;
}

/** The name under which expressions reach the occurrence as a member, if they do. */
function rootOf({ kind, scope }: Occurrence): string {
  if (kind === 'variable') return 'vars';
  if (kind === 'data') return 'data';
  return scope === 'setup' ? 'setup' : scope.startsWith('vu') ? 'vu' : '';
}

/** The entry whose key is at a place, with the key of the map that it is in. */
function entryWithKey(node: SourceNode, at: Span, section: string): { entry: SourceEntry; section: string } | null {
  if (node.kind === 'scalar' || !isWithin(at, node.span)) return null;
  if (node.kind === 'list') {
    for (const item of node.items) {
      const found = entryWithKey(item, at, section);
      if (found) return found;
    }
    return null;
  }
  for (const entry of node.entries) {
    if (entry.keySpan.start <= at.start && at.end <= entry.keySpan.end) return { entry, section };
    const found = entryWithKey(entry.value, at, entry.key);
    if (found) return found;
  }
  return null;
}
