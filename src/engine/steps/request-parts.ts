import { CookieJar } from 'tough-cookie';
import type { NamedTemplate, RequestBody, Template } from '../../scenario/plan.ts';
import type { SourceRange } from '../../scenario/range.ts';
import { compileTemplate, textOf, type CompiledTemplate } from '../../scenario/expression.ts';
import { isSettled } from '../../scenario/templates.ts';
import { VERSION } from '../../run/version.ts';
import type { Outgoing, WireRequest } from '../http/exchange.ts';
import { renderOnce } from '../http/raw/request-text.ts';
import { appendQuery, resolveTarget, type Target } from '../http/url.ts';
import type { ScenarioContext } from '../scenario-context.ts';
import { StepError, type Vu } from '../vu.ts';
import { compileBody, compileFields, type Body, type Part } from './request-body.ts';

const USER_AGENT = `Rampwright/${VERSION}`;
/** What requests of all kinds have. */
export interface RequestLike {
  readonly range: SourceRange;
  readonly method: string;
  readonly url: Template;
  readonly query: readonly NamedTemplate[];
  readonly headers: readonly NamedTemplate[];
  readonly body: RequestBody;
}

/**
 * A function that renders a step's request. Whatever is the same all through a scenario is rendered once; a step that is gives the same
 * object each time.
 */
export function compileRequest(step: RequestLike, scenario: ScenarioContext): (vu: Vu) => Outgoing {
  const target = compileTarget(step, scenario);
  const headers = compileHeaders(step, scenario);
  const body = compileBody(step.body, scenario, step.range.start.line);
  const { method } = step;
  const complete = headers.constant ? completedOnce() : completed;
  const render = (vu: Vu): Outgoing => {
    const { origin, path, authorization } = target.render(vu);
    const { content, contentType, parameter } = body.render(vu);
    const all = complete(headers.render(vu), { contentType, parameter, authorization });
    return { origin, request: { method, path, headers: all, body: content } };
  };
  if (!target.constant || !headers.constant || !body.constant) return render;
  let constant: Outgoing | undefined;
  return (vu) => (constant ??= render(vu));
}

/** What the body and the URL ask for of the headers. */
interface Asked extends Omit<Body, 'content'> {
  readonly authorization: string | null;
}

/** Adds what is asked for, where the headers don't have it. */
function completed(given: readonly string[], asked: Asked): readonly string[] {
  const { authorization } = asked;
  const typed = withContentType(given, asked);
  const asks = authorization !== null && !typed.some((name, index) => index % 2 === 0 && name === 'authorization');
  return asks ? [...typed, 'authorization', authorization] : typed;
}

/** The same for headers that are always the same: what is asked for again is rendered only once. */
function completedOnce(): typeof completed {
  let last: { readonly asked: Asked; readonly all: readonly string[] } | null = null;
  return (given, asked) => {
    const { contentType, parameter, authorization } = asked;
    if (contentType === null && authorization === null) return given;
    if (parameter !== null) return completed(given, asked);
    if (last?.asked.contentType !== contentType || last.asked.authorization !== authorization) {
      last = { asked, all: renderOnce(completed(given, asked)) };
    }
    return last.all;
  };
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

function compileTarget(step: RequestLike, scenario: ScenarioContext): Part<Target> {
  const line = step.range.start.line;
  const url = compileTemplate(step.url, scenario.compiler);
  const query = compileFields(step.query, scenario);
  const resolve = (vu: Vu): Target => {
    const text = stringOf(vu, url);
    try {
      const target = resolveTarget(scenario.base, text);
      const search = query.render(vu);
      return search === '' ? target : { ...target, path: appendQuery(target.path, search) };
    } catch {
      throw new StepError(
        `\`${text}\` is not a valid URL${scenario.base ? '' : ', and the file has no `baseUrl`'}.`,
        line,
      );
    }
  };
  if (!isSettled(step.url) || !query.constant) return { constant: false, render: resolve };
  let target: Target | undefined;
  return { constant: true, render: (vu) => (target ??= resolve(vu)) };
}

function compileHeaders(step: RequestLike, scenario: ScenarioContext): Part<readonly string[]> {
  const templates = step.headers.map(
    ([name, value]) => [name.toLowerCase(), compileTemplate(value, scenario.compiler)] as const,
  );
  const given = new Set(templates.map(([name]) => name));
  const defaults: string[] = [];
  if (!given.has('user-agent')) defaults.push('user-agent', USER_AGENT);
  const render = (vu: Vu): readonly string[] => {
    const headers = [...defaults];
    for (const [name, value] of templates) headers.push(name, stringOf(vu, value));
    return headers;
  };
  const constant = step.headers.every(([, value]) => isSettled(value));
  let rendered: readonly string[] | undefined;
  return { constant, render: constant ? (vu) => (rendered ??= renderOnce(render(vu))) : render };
}

/** The body's own content type, unless the step's headers have one; a parameter that the body needs is added to either. */
function withContentType(
  headers: readonly string[],
  { contentType, parameter }: Omit<Body, 'content'>,
): readonly string[] {
  if (contentType === null) return headers;
  const own = headers.findIndex((name, index) => index % 2 === 0 && name === 'content-type');
  if (own >= 0 && parameter === null) return headers;
  const type = own >= 0 ? (headers[own + 1] ?? contentType) : contentType;
  const full = parameter === null || type.includes('boundary=') ? type : `${type}; ${parameter}`;
  return own >= 0 ? headers.with(own + 1, full) : [...headers, 'content-type', full];
}

function stringOf(vu: Vu, template: CompiledTemplate): string {
  return textOf(vu.evaluate(template.evaluate));
}
