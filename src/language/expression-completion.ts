import { CompletionItemKind, MarkupKind, type CompletionItem } from 'vscode-languageserver-types';
import { FUNCTIONS } from '../scenario/expressions/environment.ts';
import type { Plan, Step } from '../scenario/plan.ts';
import type { SourcePosition } from '../scenario/range.ts';
import { allSteps } from '../scenario/step-tree.ts';

/** What every expression may read, with what it is. */
const SCOPE: Readonly<Record<string, string>> = {
  env: 'Environment variables: `env.NAME`, or `env.?NAME.orValue("default")`.',
  secret: 'Secrets, kept by the editor or taken from the environment; masked everywhere.',
  vars: 'What `vars` at the top of the file declares.',
  setup: 'What the steps of `setup` captured.',
  vu: 'This virtual user: `vu.id`, counting from 1.',
  iteration: '`iteration.index` of this VU, `iteration.global` over all of them.',
  response: 'The last response: `status`, `headers`, `body`, `json`, `timings`, `proto`.',
};

const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  vu: ['id'],
  iteration: ['index', 'global'],
  response: ['status', 'headers', 'body', 'json', 'timings', 'proto'],
};

/** The expression that the position is in, from behind its `${` to the position; null outside of `${…}`. */
export function expressionAt(text: string, { line, character }: SourcePosition): string | null {
  const before = (text.split(/\r?\n/)[line] ?? '').slice(0, character);
  const start = before.lastIndexOf('${');
  if (start < 0) return null;
  const inside = before.slice(start + 2);
  // Braces inside are map literals; one more that closes than opens ends the expression.
  let depth = 0;
  for (const sign of inside.replace(/"[^"]*"|'[^']*'/g, '')) {
    if (sign === '{') depth++;
    else if (sign === '}' && --depth < 0) return null;
  }
  return inside;
}

/** Names, members and functions for an expression. `plan` knows what the file declares. */
export function completeExpression(text: string, position: SourcePosition, plan: Plan | null): CompletionItem[] {
  const inside = expressionAt(text, position);
  if (inside === null) return [];
  const member = /(?:^|[^\w.])([A-Za-z_]\w*)\.\??(\w*)$/.exec(inside);
  if (member) return membersOf(member[1] ?? '', plan).map((name) => named(name, CompletionItemKind.Field, ''));
  if (/[.\d]\w*$/.test(inside)) return [];
  return [
    ...Object.entries(SCOPE).map(([name, meaning]) => named(name, CompletionItemKind.Variable, meaning)),
    ...capturedNames(plan).map((name) => named(name, CompletionItemKind.Variable, 'Captured by a step of this file.')),
    ...FUNCTIONS.map(({ signature, description }): CompletionItem => {
      const name = signature.slice(0, signature.indexOf('('));
      return {
        ...named(name, CompletionItemKind.Function, description),
        detail: signature,
        insertText: signature.endsWith('()') ? signature : `${name}(`,
      };
    }),
  ];
}

function membersOf(name: string, plan: Plan | null): readonly string[] {
  switch (name) {
    case 'vars':
      return plan?.vars.map(([variable]) => variable) ?? [];
    case 'secret':
      return plan?.secrets ?? [];
    case 'env':
      return plan?.env.map((variable) => variable.name) ?? [];
    case 'setup':
      return captures(plan?.setup ?? []);
    default:
      return MEMBERS[name] ?? [];
  }
}

function capturedNames(plan: Plan | null): string[] {
  return captures(plan?.scenarios.flatMap((scenario) => scenario.steps) ?? []);
}

function captures(steps: readonly Step[]): string[] {
  const names = allSteps(steps).flatMap((step) => {
    if (step.kind === 'request') return step.captures.map(({ name }) => name);
    return step.kind === 'set' ? step.values.map(([name]) => name) : [];
  });
  return [...new Set(names)];
}

function named(label: string, kind: CompletionItemKind, meaning: string): CompletionItem {
  return meaning === ''
    ? { label, kind }
    : { label, kind, documentation: { kind: MarkupKind.Markdown, value: meaning } };
}
