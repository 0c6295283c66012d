import type { Graphql, Poll, RequestStep as RequestDocument } from '../generated/scenario-document.ts';
import type { PollStep, RequestBody, RequestStep, Retry, Template } from '../plan.ts';
import { defaultRequestName } from '../request-name.ts';
import type { SourcePath } from '../source.ts';
import { literalText } from '../template.ts';
import { parseStatus } from '../units.ts';
import { declarations, type StepsContext } from './context.ts';
import { compileExpectation, statuses } from './expectation.ts';
import {
  checkUrl,
  compileAnswer,
  compileBody,
  compileHeaders,
  compileTags,
  repeated,
  type BodyKeys,
  type SharedKeys,
} from './request-parts.ts';
import { stepHead } from './step-head.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const;
const DEFAULT_RETRIES = 3;
const DEFAULT_BACKOFF_MS = 1000;
const DEFAULT_POLL_EVERY_MS = 1000;
const DEFAULT_POLL_TIMEOUT_MS = 30_000;

type Heads = Pick<RequestDocument, (typeof METHODS)[number] | 'request'>;

export function isRequest(step: object): step is RequestDocument {
  return METHODS.some((method) => method in step) || 'request' in step;
}

export function compileRequest(step: RequestDocument, path: SourcePath, context: StepsContext): RequestStep {
  const { compilation, defaults } = context;
  return plainRequest(
    step,
    path,
    compilation.positiveDuration(step.timeout, defaults.timeoutMs, [...path, 'timeout']),
    context,
  );
}

/** A request that is repeated until its answer says that something is done. */
export function compilePoll(poll: Poll, stepPath: SourcePath, context: StepsContext): PollStep {
  const { compilation } = context;
  const path = [...stepPath, 'poll'];
  const head = stepHead(stepPath, 'poll', compilation);
  // Before what the last answer is captured into.
  const until = compilation.expression([...path, 'until'], declarations(context, true), 'bool');
  return {
    ...head,
    kind: 'poll',
    request: plainRequest(poll, path, context.defaults.timeoutMs, context),
    until,
    everyMs: compilation.positiveDuration(poll.every, DEFAULT_POLL_EVERY_MS, [...path, 'every']),
    timeoutMs: compilation.positiveDuration(poll.timeout, DEFAULT_POLL_TIMEOUT_MS, [...path, 'timeout']),
  };
}

/** A POST with the query and its variables as JSON. */
export function compileGraphql(graphql: Graphql, stepPath: SourcePath, context: StepsContext): RequestStep {
  const { compilation } = context;
  const path = [...stepPath, 'graphql'];
  const before = declarations(context, false);
  const query = compilation.template([...path, 'query'], before);
  const variables = compilation.namedTemplates([...path, 'variables'], before);
  const operation =
    query.kind === 'literal' ? /\b(?:query|mutation)\s+([A-Za-z_]\w*)/.exec(literalText(query.value))?.[1] : undefined;
  const defaultName = (method: string, url: Template): string =>
    [defaultRequestName(method, url), ...(operation === undefined ? [] : [operation])].join(' ');
  const timeoutMs = compilation.positiveDuration(graphql.timeout, context.defaults.timeoutMs, [...path, 'timeout']);
  const opening = { method: 'POST', url: [...path, 'url'], defaultName, timeoutMs };
  return {
    ...stepHead(stepPath, 'graphql', compilation),
    ...requestOf(graphql, path, opening, context, () => ({ query: [], body: { kind: 'graphql', query, variables } })),
  };
}

/** A method, an address and what is sent to it. */
interface Opening {
  readonly method: string;
  /** Where the address stands. */
  readonly url: SourcePath;
  readonly defaultName: (method: string, url: Template) => string;
  readonly timeoutMs: number;
}

function plainRequest(
  step: Heads & RequestKeys & BodyKeys & Pick<RequestDocument, 'query'>,
  path: SourcePath,
  timeoutMs: number,
  context: StepsContext,
): RequestStep {
  const before = declarations(context, false);
  const key = METHODS.find((method) => step[method] !== undefined);
  const opening = {
    method: (key ?? step.request?.method ?? 'GET').toUpperCase(),
    url: key === undefined ? [...path, 'request', 'url'] : [...path, key],
    defaultName: defaultRequestName,
    timeoutMs,
  };
  return {
    ...stepHead(path, key ?? 'request', context.compilation),
    ...requestOf(step, path, opening, context, () => ({
      query: step.query ? repeated(context.compilation.namedTemplates([...path, 'query'], before, 'text')) : [],
      body: compileBody(step, path, before, context),
    })),
  };
}

type RequestKeys = SharedKeys & Pick<RequestDocument, 'redirects' | 'expect' | 'retry'>;

function requestOf(
  step: RequestKeys,
  path: SourcePath,
  { method, url: urlPath, defaultName, timeoutMs }: Opening,
  context: StepsContext,
  content: () => { readonly query: RequestStep['query']; readonly body: RequestBody },
): Omit<RequestStep, 'id' | 'range'> {
  const { compilation, defaults } = context;
  const before = declarations(context, false);
  const url = compilation.template(urlPath, before);
  checkUrl(url, urlPath, context);
  const request = {
    kind: 'request' as const,
    method,
    url,
    name:
      step.name === undefined
        ? defaultName(method, url)
        : compilation.fixedText([...path, 'name'], 'The name of a request'),
    ...content(),
    headers: compileHeaders(step, path, before, context),
    timeoutMs,
    redirects: step.redirects ?? defaults.redirects,
    ...compileTags(step, path, before, context),
    condition: step.if === undefined ? null : compilation.expression([...path, 'if'], before, 'bool'),
    retry: step.retry ? compileRetry(step.retry, [...path, 'retry'], context) : null,
  };
  context.progress.requestSeen = true;
  // From here on `response` is this request's own.
  const after = declarations(context, true);
  const expect = step.expect
    ? compileExpectation(step.expect, [...path, 'expect'], after, defaults.expect, compilation)
    : defaults.expect;
  return { ...request, expect, ...compileAnswer(path, context, () => declarations(context, true)) };
}

/** By default what another try may well mend: the server's errors and a connection that broke. */
function compileRetry(
  retry: NonNullable<RequestDocument['retry']>,
  path: SourcePath,
  { compilation }: StepsContext,
): Retry {
  const on = retry.on ?? ['5xx', 'timeout', 'connect', 'reset'];
  const causes = Array.isArray(on) ? on : [on];
  return {
    max: retry.max ?? DEFAULT_RETRIES,
    statuses: statuses(causes, [...path, 'on'], compilation),
    kinds: causes.filter((cause) => parseStatus(cause) === null).map(String),
    backoffMs: compilation.duration(retry.backoff, DEFAULT_BACKOFF_MS),
  };
}
