import { RESPONSE_MEMBERS } from '../scenario/expressions/environment.ts';
import type { Declarations } from '../scenario/expressions/declarations.ts';
import type { JsonValue, Plan } from '../scenario/plan.ts';
import type { SourcePosition } from '../scenario/range.ts';
import { codeBlock, compactCode, cut } from './code-text.ts';
import type { Known } from './known.ts';
import { definitionOf, namesOf, namesRead } from './scope.ts';
import {
  OPTIONAL_METHODS,
  RESPONSE_ROOT,
  ROOTS,
  SIZE,
  TEXT_METHODS,
  WORDS,
  anyValue,
  functionNames,
  responseMembers,
  responseNames,
  type ExpressionName,
} from './expression-words.ts';

/** What may stand without a dot before it. */
export function rootNames(declarations: Declarations, known: Known, at: SourcePosition): ExpressionName[] {
  const own = [...declarations.names].map((name) => capturedName(name, known, at));
  const roots = ROOTS.filter(([name]) => name !== 'setup' || declarations.setupOwn === null);
  return [
    ...own,
    ...(declarations.bareResponse ? responseMembers() : []),
    ...roots.map(([name, documentation]): ExpressionName => ({ name, kind: 'variable', detail: '', documentation })),
    ...(declarations.response || declarations.bareResponse ? [RESPONSE_ROOT] : []),
    ...functionNames(declarations.bareResponse),
    ...WORDS,
  ];
}

/** What may follow a dot. */
export function memberNames(chain: readonly string[], declarations: Declarations, known: Known): ExpressionName[] {
  const [root = '', second, ...rest] = chain;
  if (root === 'response' || (declarations.bareResponse && Object.hasOwn(RESPONSE_MEMBERS, root))) {
    const inner = root === 'response' ? chain.slice(1) : chain;
    return responseNames(inner, root === 'response');
  }
  if (second === undefined) {
    switch (root) {
      case 'vars':
        return declarations.vars.map((name) => variableName(name, known));
      case 'setup':
        return declarations.setup.map((name) => capturedName(name, known, null));
      case 'env':
        return envNames(known);
      case 'secret':
        return secretNames(known);
      case 'data':
        return feeders(known).map((feeder) => ({
          name: feeder.name,
          kind: 'member',
          detail: feeder.source.kind === 'file' ? feeder.source.path : `${feeder.source.rows.length} rows`,
          documentation: feederText(feeder, known),
        }));
      case 'vu':
        return [
          { name: 'id', kind: 'member', detail: 'number', documentation: 'The VU, counting from 1.' },
          ...vuNames(known).map((name) => capturedName(name, known, null)),
        ];
      case 'iteration':
        return [
          {
            name: 'index',
            kind: 'member',
            detail: 'number',
            documentation: 'Iterations that this VU began before, from 0.',
          },
          {
            name: 'global',
            kind: 'member',
            detail: 'number',
            documentation: 'The same over all VUs of the scenario, from 0.',
          },
        ];
      default:
        return anyValue();
    }
  }
  if (root === 'data' && rest.length === 0) return columns(second, known);
  return root === 'env' || root === 'secret' ? [...OPTIONAL_METHODS, SIZE, ...TEXT_METHODS] : anyValue();
}

function variableName(name: string, known: Known): ExpressionName {
  const definition = definitionOf(known, 'variable', name);
  const source = definition ? firstLine(definition.source) : '';
  return {
    name,
    kind: 'member',
    detail: source.replace(/^\S+:\s*/, ''),
    documentation: definition ? `${codeBlock(definition.source)}\n\nDeclared in line ${definition.line + 1}.` : '',
  };
}

function capturedName(name: string, known: Known, at: SourcePosition | null): ExpressionName {
  const definition = definitionOf(known, 'value', name, at ?? undefined);
  const value = known.lastValue(name);
  const from = definition ? firstLine(definition.source).replace(/^\S+:\s*/, '') : '';
  return {
    name,
    kind: 'variable',
    detail: from === '' ? 'captured' : from,
    documentation: [
      ...(definition ? [`${codeBlock(definition.source)}\n\nCaptured or set in line ${definition.line + 1}.`] : []),
      ...(value === null ? [] : [`In the last run: ${compactCode(value)}`]),
    ].join('\n\n'),
  };
}

function envNames(known: Known): ExpressionName[] {
  const set = known.env();
  const names = [...new Set([...namesRead(known, 'env'), ...Object.keys(set)])];
  return names.map((name) => ({
    name,
    kind: 'member',
    detail: 'environment variable',
    documentation: set[name] === undefined ? 'Not set here.' : `Here it is ${compactCode(set[name])}.`,
  }));
}

function secretNames(known: Known): ExpressionName[] {
  const kept = known.secrets();
  return [...new Set([...namesRead(known, 'secret'), ...kept])].map((name) => ({
    name,
    kind: 'member',
    detail: 'secret',
    documentation: kept.includes(name) ? 'Kept by the editor; masked everywhere.' : 'Masked everywhere.',
  }));
}

type Feeder = Plan['data'][number];

function feeders({ last }: Known): readonly Feeder[] {
  return last?.model.draft?.data ?? [];
}

function feederText(feeder: Feeder, known: Known): string {
  const names = columns(feeder.name, known).map(({ name }) => `\`${name}\``);
  const held = names.length === 0 ? '' : ` Columns: ${names.join(', ')}.`;
  return `Rows are picked ${feeder.pick === 'sequential' ? 'in order' : feeder.pick === 'random' ? 'at random' : 'uniquely'}, a new one for each ${feeder.per === 'vu' ? 'VU' : 'iteration'}.${held}`;
}

function columns(name: string, known: Known): ExpressionName[] {
  const feeder = feeders(known).find((one) => one.name === name);
  if (!feeder) return namesOf(known, 'column', name).map((column) => columnName(column, undefined));
  if (feeder.source.kind === 'values') {
    const [first] = feeder.source.rows;
    const row =
      typeof first === 'object' && first !== null && !Array.isArray(first) ? Object.entries<JsonValue>(first) : [];
    return row.map(([column, value]) => columnName(column, value));
  }
  const facts = known.facts(feeder.source.path);
  if (!facts?.exists || !facts.data) return [];
  const { columns: found, firstRow } = facts.data;
  return found.map((column) => columnName(column, firstRow?.[column]));
}

function columnName(name: string, value: JsonValue | undefined): ExpressionName {
  const shown = value === undefined ? '' : JSON.stringify(value);
  return {
    name,
    kind: 'member',
    detail: shown === '' ? 'column' : cut(shown),
    documentation: shown === '' ? '' : `In the first row: ${compactCode(shown)}`,
  };
}

function vuNames({ last }: Known): string[] {
  const found = last?.model.occurrences ?? [];
  return [
    ...new Set(
      found.flatMap(({ kind, role, scope, name }) =>
        kind === 'value' && role === 'definition' && scope.startsWith('vu ') ? [name] : [],
      ),
    ),
  ];
}

function firstLine(source: string): string {
  return cut(source.split('\n', 1)[0] ?? '');
}
