import { CookieJar } from 'tough-cookie';
import type { JsonValue, NamedTemplate, RequestBody, RequestStep, Template } from '../../scenario/plan.ts';
import { compileTemplate, textOf, type CompiledTemplate } from '../../scenario/expression.ts';
import { VERSION } from '../../run/version.ts';
import type { Outgoing, WireRequest } from '../http/exchange.ts';
import { appendQuery, resolveTarget, type Target } from '../http/url.ts';
import type { ScenarioContext } from '../scenario-context.ts';
import { StepError, type Vu } from '../vu.ts';

const USER_AGENT = `Rampwright/${VERSION}`;
const CONTENT_TYPES: Readonly<Partial<Record<RequestBody['kind'], string>>> = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
};

/**
 * A function that renders a step's request. Whatever needs no expression is rendered once; a step without any gives the same object
 * each time.
 */
export function compileRequest(step: RequestStep, scenario: ScenarioContext): (vu: Vu) => Outgoing {
  const target = compileTarget(step, scenario);
  const headers = compileHeaders(step, scenario);
  const body = compileBody(step.body, scenario);
  const render = (vu: Vu): Outgoing => {
    const { origin, path, authorization } = target.render(vu);
    const given = headers.render(vu);
    const asks = authorization !== null && !given.some((name, index) => index % 2 === 0 && name === 'authorization');
    const all = asks ? [...given, 'authorization', authorization] : given;
    return { origin, request: { method: step.method, path, headers: all, body: body.render(vu) } };
  };
  if (!target.constant || !headers.constant || !body.constant) return render;
  let constant: Outgoing | undefined;
  return (vu) => (constant ??= render(vu));
}

/** Adds the VU's cookies for this target, if it has any. The step's own `cookie` header comes first. */
export function withCookies({ origin, request }: Outgoing, jar: CookieJar | null): WireRequest {
  const cookies = jar?.getCookieStringSync(origin + request.path) ?? '';
  if (cookies === '') return request;
  const headers = [...request.headers];
  const own = headers.findIndex((name, index) => index % 2 === 0 && name === 'cookie');
  if (own >= 0) headers[own + 1] = `${headers[own + 1] ?? ''}; ${cookies}`;
  else headers.push('cookie', cookies);
  return { ...request, headers };
}

/** Keeps the cookies that an answer sets. What is not a valid cookie for this URL is ignored, as browsers do. */
export function keepCookies(vu: Vu, url: string, setCookie: string | readonly string[]): void {
  vu.jar ??= new CookieJar();
  for (const cookie of typeof setCookie === 'string' ? [setCookie] : setCookie) {
    vu.jar.setCookieSync(cookie, url, { ignoreError: true });
  }
}

interface Part<T> {
  readonly constant: boolean;
  readonly render: (vu: Vu) => T;
}

function compileTarget(step: RequestStep, scenario: ScenarioContext): Part<Target> {
  const line = step.range.start.line;
  const url = compileTemplate(step.url, scenario.compiler);
  const query = compileFields(step.query, scenario);
  const resolve = (vu: Vu): Target => {
    const text = stringOf(vu, url);
    try {
      const target = resolveTarget(scenario.base, text);
      return { ...target, path: appendQuery(target.path, query.render(vu)) };
    } catch {
      throw new StepError(
        `\`${text}\` is not a valid URL${scenario.base ? '' : ', and the file has no `baseUrl`'}.`,
        line,
      );
    }
  };
  if (!url.constant || !query.constant) return { constant: false, render: resolve };
  let target: Target | undefined;
  return { constant: true, render: (vu) => (target ??= resolve(vu)) };
}

function compileHeaders(step: RequestStep, scenario: ScenarioContext): Part<readonly string[]> {
  const templates = step.headers.map(
    ([name, value]) => [name.toLowerCase(), compileTemplate(value, scenario.compiler)] as const,
  );
  const given = new Set(templates.map(([name]) => name));
  const contentType = CONTENT_TYPES[step.body.kind];
  const defaults: string[] = [];
  if (!given.has('user-agent')) defaults.push('user-agent', USER_AGENT);
  if (contentType !== undefined && !given.has('content-type')) defaults.push('content-type', contentType);
  const render = (vu: Vu): readonly string[] => {
    const headers = [...defaults];
    for (const [name, value] of templates) headers.push(name, stringOf(vu, value));
    return headers;
  };
  const constant = templates.every(([, value]) => value.constant);
  let rendered: readonly string[] | undefined;
  return { constant, render: constant ? (vu) => (rendered ??= render(vu)) : render };
}

function compileBody(body: RequestBody, scenario: ScenarioContext): Part<string | null> {
  switch (body.kind) {
    case 'none':
      return { constant: true, render: () => null };
    case 'json':
      return compileText(body.value, scenario, (value) => JSON.stringify(value));
    case 'text':
      return compileText(body.value, scenario, textOf);
    case 'form':
      return compileFields(body.fields, scenario);
    case 'multipart':
    case 'file':
    case 'graphql':
      // `notRun` refuses these before a run.
      throw new Error(`The engine has no body ${body.kind}.`);
  }
}

function compileText(template: Template, scenario: ScenarioContext, write: (value: JsonValue) => string): Part<string> {
  const value = compileTemplate(template, scenario.compiler);
  const render = (vu: Vu): string => write(vu.evaluate((scope) => value.evaluate(scope)));
  let text: string | undefined;
  return { constant: value.constant, render: value.constant ? (vu) => (text ??= render(vu)) : render };
}

/** Names and values in the form of a query string; a list gives its name once for each item. */
function compileFields(fields: readonly NamedTemplate[], scenario: ScenarioContext): Part<string> {
  const templates = fields.map(
    ([name, value]) => [encodeURIComponent(name), compileTemplate(value, scenario.compiler)] as const,
  );
  const render = (vu: Vu): string => {
    const pairs: string[] = [];
    for (const [name, template] of templates) {
      const value = vu.evaluate((scope) => template.evaluate(scope));
      for (const item of Array.isArray(value) ? (value as readonly JsonValue[]) : [value]) {
        pairs.push(`${name}=${encodeURIComponent(textOf(item))}`);
      }
    }
    return pairs.join('&');
  };
  return { constant: templates.every(([, value]) => value.constant), render };
}

function stringOf(vu: Vu, template: CompiledTemplate): string {
  return textOf(vu.evaluate((scope) => template.evaluate(scope)));
}
