import { compileTemplate, createExpressionCompiler, textOf, type Scope } from './expression.ts';
import type { Digests } from './expressions/environment.ts';
import { overriddenOrigin } from './host-overrides.ts';
import { innerSteps } from './step-tree.ts';
import type { JsonValue, Plan, Step, Template } from './plan.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** No host has a digest in its name; and they take Node, while hosts are asked for in browsers, too. */
const WITHOUT_DIGESTS: Digests = { base64: unknown, sha256: unknown, hmacSha256: unknown };

/** Stands in a URL for what is not known. */
const NOT_KNOWN = 'not-known-yet';

function unknown(): never {
  throw new Error('Digests are not worked out here.');
}

/**
 * The origins (`http://localhost:3000`, `ws://localhost:3000`) that a plan will send requests to, as far as they are known before it runs:
 * from text, variables of the environment and `vars`, and the addresses that `http.hosts` has for them. What depends on secrets, setup or captured
 * values is left out.
 */
export function planHosts(plan: Plan, env: Environment): string[] {
  const { scope, vars, evaluate, define } = knownBefore(plan, env);
  const origins = new Set<string>();
  const base = plan.baseUrl ? originOf(knownStart(plan.baseUrl, scope, evaluate)) : null;
  const visit = (steps: readonly Step[], names: Scope): void => {
    for (const step of steps) {
      if (step.kind === 'request' || step.kind === 'sse' || step.kind === 'websocket') {
        const start = knownStart(step.url, names, evaluate);
        const origin = originOf(start) ?? (/^[a-z][a-z0-9+.-]*:|^$/i.test(start) ? null : base);
        if (origin !== null) origins.add(origin);
      } else for (const inner of innerSteps(step)) visit(inner, names);
    }
  };
  visit(plan.setup, scope);
  visit(plan.refresh?.steps ?? [], scope);
  for (const scenario of plan.scenarios) {
    const own = { ...vars };
    const names: Scope = { ...scope, vars: own };
    define(own, scenario.vars, names);
    for (const steps of [scenario.onStart, scenario.steps, scenario.onStop]) visit(steps, names);
  }
  visit(plan.teardown, scope);
  const addresses = [...origins].flatMap((origin) => overriddenOrigin(plan.http.hosts, origin) ?? []);
  return [...new Set([...origins, ...addresses])];
}

/**
 * The origin of a plan's proxy, to which all requests go first. Its user and password may be secrets: only the host has to be known. null: it has none, or
 * it is not known before the plan runs.
 */
export function planProxy(plan: Plan, env: Environment): string | null {
  const { proxy } = plan.http;
  if (!proxy) return null;
  const { scope, evaluate } = knownBefore(plan, env);
  const parts = proxy.kind === 'text' ? proxy.parts : [];
  const texts = parts.map((part) => {
    const value = typeof part === 'string' ? part : evaluate({ kind: 'expression', expression: part }, scope);
    return textOf(value ?? NOT_KNOWN);
  });
  const origin = originOf(proxy.kind === 'text' ? texts.join('') : textOf(evaluate(proxy, scope) ?? ''));
  return origin?.includes(NOT_KNOWN) ? null : origin;
}

/** What can be worked out before a plan runs: variables of the environment, and `vars` of them. */
function knownBefore(plan: Plan, env: Environment) {
  const compiler = createExpressionCompiler({ random: () => 0, nowMs: () => 0, seq: () => 0 }, WITHOUT_DIGESTS);
  const vars: Record<string, JsonValue> = {};
  const scope: Scope = { env: withoutUndefined(env), vars };
  const evaluate = (template: Template, names: Scope): JsonValue | undefined => {
    try {
      return compileTemplate(template, compiler).evaluate(names);
    } catch {
      return undefined;
    }
  };
  const define = (into: Record<string, JsonValue>, values: Plan['vars'], names: Scope): void => {
    for (const [name, template] of values) {
      const value = evaluate(template, names);
      if (value !== undefined) into[name] = value;
    }
  };
  define(vars, plan.vars, scope);
  return { scope, vars, evaluate, define };
}

/** A text up to the first expression that cannot be evaluated yet. */
function knownStart(
  template: Template,
  scope: Scope,
  evaluate: (template: Template, scope: Scope) => JsonValue | undefined,
): string {
  if (template.kind !== 'text') {
    const value = evaluate(template, scope);
    return value === undefined || value === null ? '' : textOf(value);
  }
  let text = '';
  for (const part of template.parts) {
    const value = typeof part === 'string' ? part : evaluate({ kind: 'expression', expression: part }, scope);
    // The host may go on in what is not known, so that only a host that has ended counts.
    if (value === undefined || value === null)
      return /^(https?|wss?):\/\/[^/?#]+[/?#]/i.test(text) || !/^(https?|wss?):/i.test(text) ? text : '';
    text += textOf(value);
  }
  return text;
}

function originOf(url: string): string | null {
  if (!/^(https?|wss?):\/\//i.test(url)) return null;
  try {
    return new URL(url).origin;
  } catch {
    return null;
  }
}

function withoutUndefined(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
