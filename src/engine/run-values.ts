import type { JsonValue, NamedTemplate, Template } from '../scenario/plan.ts';
import { compileTemplate, textOf, type ExpressionCompiler } from '../scenario/expression.ts';
import { overriddenOrigin } from '../scenario/host-overrides.ts';
import { hostnameOf, isLoopback } from '../scenario/loopback.ts';
import { parseProxy, type Proxy } from './http/proxy.ts';
import { parseBase, type Base } from './http/url.ts';
import type { JsonObject } from './scenario-context.ts';
import { lineOf, problemOf } from './step-problem.ts';
import { notAgreed } from './agreed-origins.ts';
import { isOfScenario, StepError } from './vu.ts';
import type { RunContext, WorkerInit } from './worker-protocol.ts';

type Given = Pick<WorkerInit, 'plan' | 'env' | 'secrets' | 'allowedHosts'>;

/** What is the same for all VUs of a run: its variables, base URL and proxy, and the hosts that it may send to. */
export class RunValues {
  readonly #given: Given;
  readonly #compiler: ExpressionCompiler;

  constructor(given: Given, compiler: ExpressionCompiler) {
    this.#given = given;
    this.#compiler = compiler;
  }

  /** The variables of the plan and of its scenarios. Whatever is made of them is made once, so that it fails before the load. @throws ExpressionError, StepError */
  evaluate(): RunContext {
    const { plan } = this.#given;
    const vars = this.#vars(plan.vars, {});
    const scenarioVars = plan.scenarios.map((scenario) => this.#vars(scenario.vars, vars));
    for (const own of [vars, ...scenarioVars]) this.base(own);
    this.proxy(vars);
    return { vars, scenarioVars, setup: {} };
  }

  /** @throws ExpressionError, StepError */
  base(vars: JsonObject): Base | null {
    const { baseUrl } = this.#given.plan;
    if (baseUrl === null) return null;
    const text = this.#text(baseUrl, vars);
    try {
      return parseBase(text);
    } catch {
      throw new StepError(`\`baseUrl\` is \`${text}\`, which is not an http or https URL.`, 0);
    }
  }

  /** One for the whole run: a scenario's own variables are not for it. @throws ExpressionError, StepError */
  proxy(vars: JsonObject): Proxy | null {
    const { proxy: url } = this.#given.plan.http;
    if (url === null) return null;
    let proxy: Proxy;
    try {
      proxy = parseProxy(this.#text(url, vars));
    } catch (error) {
      if (isOfScenario(error)) throw error;
      // It may hold a password, so that it is not shown.
      const message = '`http.proxy` is not the URL of a proxy: it begins with http:// or https:// and a host.';
      throw new StepError(message, lineOf(url));
    }
    if (!this.mayLoad(proxy.origin)) throw new StepError(notAgreed(proxy.origin), lineOf(url));
    return proxy;
  }

  mayLoad(origin: string): boolean {
    const { allowedHosts, plan } = this.#given;
    if (allowedHosts === null) return true;
    const address = overriddenOrigin(plan.http.hosts, origin);
    // Of a name that leads elsewhere both have to be agreed to.
    return [origin, ...(address === null ? [] : [address])].every(
      (one) => isLoopback(one) || allowedHosts.includes(hostnameOf(one)),
    );
  }

  /** In order: a later one sees the earlier ones. @throws StepError */
  #vars(values: readonly NamedTemplate[], start: JsonObject): JsonObject {
    const vars: Record<string, JsonValue> = { ...start };
    const { env, secrets: secret } = this.#given;
    for (const [name, value] of values) {
      try {
        vars[name] = compileTemplate(value, this.#compiler).evaluate({ env, secret, vars });
      } catch (error) {
        throw new StepError(`\`vars.${name}\` could not be worked out. ${problemOf(error).message}`, lineOf(value));
      }
    }
    return vars;
  }

  #text(template: Template, vars: JsonObject): string {
    const { env, secrets: secret } = this.#given;
    return textOf(compileTemplate(template, this.#compiler).evaluate({ env, secret, vars }));
  }
}
