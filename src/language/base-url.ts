import { compileTemplate, createExpressionCompiler, textOf, type Scope } from '../scenario/expression.ts';
import type { Digests } from '../scenario/expressions/environment.ts';
import type { JsonValue, Plan, Template } from '../scenario/plan.ts';
import { expressionsIn } from '../scenario/templates.ts';

/** No base URL has a digest or a random part in it. */
const WITHOUT_DIGESTS: Digests = { base64: unknown, sha256: unknown, hmacSha256: unknown };

function unknown(): never {
  throw new Error('Only what is the same for every run is worked out here.');
}

/**
 * What `baseUrl` comes to with an environment; null where that is known only in a run. Nothing that depends on a secret is
 * ever worked out.
 */
export function resolvedBaseUrl(
  { baseUrl, vars }: Pick<Plan, 'baseUrl' | 'vars'>,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  if (!baseUrl || readsSecret(baseUrl)) return null;
  const compiler = createExpressionCompiler({ random: unknown, nowMs: unknown, seq: unknown }, WITHOUT_DIGESTS);
  const known: Record<string, JsonValue> = {};
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
  const scope: Scope = { env: set, vars: known };
  try {
    for (const [name, value] of vars) {
      if (!readsSecret(value) && mentions(baseUrl, name))
        known[name] = compileTemplate(value, compiler).evaluate(scope);
    }
    return textOf(compileTemplate(baseUrl, compiler).evaluate(scope));
  } catch {
    return null;
  }
}

function readsSecret(template: Template): boolean {
  return expressionsIn(template).some(({ source }) => /\bsecret\b/.test(source));
}

function mentions(template: Template, name: string): boolean {
  return expressionsIn(template).some(({ source }) => source.includes(name));
}
