import { suggestion } from '../suggestion.ts';
import type { ExpressionProblem, ExpressionRepair } from './expression-problem.ts';
import type { Declarations } from './declarations.ts';
import { FUNCTION_NAMES, RESPONSE_NAMES, ROOTS } from './built-in-names.ts';
import { meantName, writtenNames } from './known-names.ts';
import { functionHere, moduleHere, nameHere, otherSyntax } from './other-languages.ts';

const ROOT_NAMES = Object.keys(ROOTS);

/** What to write in place of a name that is not known, or not known so; null where nothing is near. */
export function expressionRepair(
  { code, start, end, repair = null }: ExpressionProblem,
  source: string,
  known: Declarations,
): ExpressionRepair | null {
  const marked = source.slice(start, end);
  const [, before = '', member = ''] = /^(.*\.\??)([A-Za-z_]\w*)$/s.exec(marked) ?? [];
  const toMember = (candidates: readonly string[]): ExpressionRepair | null => {
    const meant = member === '' ? null : suggestion(member, candidates);
    return meant === null ? null : { start: start + before.length, end, text: meant };
  };
  switch (code) {
    case 'expression-syntax':
      return otherSyntax(source, { start, end })?.repair ?? null;
    case 'undefined-variable':
      return toMember(known.vars);
    case 'undefined-setup-value':
      // What setup captures stands for itself in it.
      return known.names.includes(member) && (known.setupOwn || known.phase === 'refresh')
        ? { start, end, text: member }
        : toMember(known.setup);
    case 'undefined-vu-value':
      return known.phase === 'on-start' && known.names.includes(member)
        ? { start, end, text: member }
        : toMember(['id', ...(known.vu ?? [])]);
    case 'undefined-data':
      return toMember(Object.keys(known.data ?? {}));
    case 'undefined-column': {
      const feeder = /^data\.\??(\w+)/.exec(marked)?.[1] ?? '';
      return toMember(known.data?.[feeder] ?? []);
    }
    case 'response-not-here':
      return known.response && /^\w+/.test(marked) ? { start, end: start, text: 'response.' } : null;
    case 'undefined-name':
      return repair ?? nameRepair(marked, start, known);
    default:
      return repair;
  }
}

function nameRepair(marked: string, start: number, known: Declarations): ExpressionRepair | null {
  const name = /^[A-Za-z_]\w*/.exec(marked)?.[0] ?? '';
  const end = start + name.length;
  if (name === '') return null;
  const [upTo, header] = /^(?:response\.)?headers(?:\.|\[["'])([\w-]+)/.exec(marked) ?? [];
  if (upTo !== undefined && header !== undefined) {
    const from = start + upTo.length - header.length;
    return { start: from, end: from + header.length, text: header.toLowerCase() };
  }
  const isCall = marked.slice(name.length).trimStart().startsWith('(');
  if (isCall) return replaced(start, end, functionHere(name) ?? suggestion(name, FUNCTION_NAMES));
  if (name !== marked || moduleHere(name) !== null) return null;
  const members = known.bareResponse ? RESPONSE_NAMES : [];
  const meant = writtenNames(known).get(name) ?? nameHere(name) ?? meantName(name, known, [...ROOT_NAMES, ...members]);
  return replaced(start, end, meant);
}

function replaced(start: number, end: number, text: string | null): ExpressionRepair | null {
  return text === null ? null : { start, end, text };
}
