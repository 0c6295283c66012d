import type { Declarations } from '../expressions/declarations.ts';
import type { Sse, Websocket } from '../generated/scenario-document.ts';
import type { SseStep, StreamStep, Template, WebsocketStep } from '../plan.ts';
import { defaultRequestName } from '../request-name.ts';
import type { SourcePath } from '../source.ts';
import { declarations, type StepsContext } from './context.ts';
import { compileExpectation } from './expectation.ts';
import {
  checkUrl,
  compileAnswer,
  compileBody,
  compileHeaders,
  compileTags,
  repeated,
  type SharedKeys,
} from './request-parts.ts';
import { stepHead } from './step-head.ts';

const DEFAULT_SESSION_MS = 10_000;
/** What an event of a stream has; its data is `json` where it is JSON. */
const EVENT_MEMBERS = ['type', 'data', 'id', 'json'];

/** Reads an event stream: `event` is the one that `until` is asked about, `events` what came. */
export function compileSse(sse: Sse, stepPath: SourcePath, context: StepsContext): SseStep {
  const { compilation, defaults } = context;
  const path = [...stepPath, 'sse'];
  const before = declarations(context, false);
  const head = stepHead(stepPath, 'sse', compilation);
  const body = compileBody(sse, path, before, context);
  const method = (sse.method ?? (body.kind === 'none' ? 'GET' : 'POST')).toUpperCase();
  const request = {
    ...opening(sse, path, context, (url) => defaultRequestName(method, url), ['http', 'https']),
    method,
    body,
    timeoutMs: compilation.positiveDuration(sse.timeout, defaults.timeoutMs, [...path, 'timeout']),
    maxEvents: sse.maxEvents ?? null,
  };
  const until =
    sse.until === undefined
      ? null
      : compilation.expression([...path, 'until'], withLocals(before, { event: EVENT_MEMBERS }), 'bool');
  received('events', context);
  const expect = sse.expect
    ? compileExpectation(sse.expect, [...path, 'expect'], declarations(context, true), defaults.expect, compilation)
    : defaults.expect;
  return { ...head, kind: 'sse', ...request, until, expect, ...answer(path, context) };
}

/** A WebSocket session: `message` is the text that `expect` is asked about and `json` its JSON, `messages` what came. */
export function compileWebsocket(websocket: Websocket, stepPath: SourcePath, context: StepsContext): WebsocketStep {
  const { compilation } = context;
  const path = [...stepPath, 'websocket'];
  const before = declarations(context, false);
  const head = stepHead(stepPath, 'websocket', compilation);
  const request = opening(websocket, path, context, (url) => defaultRequestName('WS', url), [
    'ws',
    'wss',
    'http',
    'https',
  ]);
  const send = messages(websocket.send, [...path, 'send'], before, context);
  const expect =
    websocket.expect === undefined
      ? null
      : compilation.expression([...path, 'expect'], withLocals(before, { message: null, json: null }), 'bool');
  const durationMs = compilation.duration(websocket.duration, DEFAULT_SESSION_MS);
  if (durationMs === 0) {
    compilation.report('zero-duration', '`duration` must be above 0.', compilation.range([...path, 'duration']));
  }
  received('messages', context);
  return { ...head, kind: 'websocket', ...request, send, expect, durationMs, ...answer(path, context) };
}

type OpeningKeys = SharedKeys & Pick<Sse, 'query'>;

function opening(
  stream: OpeningKeys,
  path: SourcePath,
  context: StepsContext,
  defaultName: (url: Template) => string,
  schemes: readonly string[],
): Pick<StreamStep, 'url' | 'name' | 'query' | 'headers' | 'tags' | 'tagTemplates' | 'condition'> {
  const { compilation } = context;
  const before = declarations(context, false);
  const url = compilation.template([...path, 'url'], before);
  checkUrl(url, [...path, 'url'], context, schemes);
  return {
    url,
    name:
      stream.name === undefined ? defaultName(url) : compilation.fixedText([...path, 'name'], 'The name of a request'),
    query: stream.query ? repeated(compilation.namedTemplates([...path, 'query'], before, 'text')) : [],
    headers: compileHeaders(stream, path, before, context),
    ...compileTags(stream, path, before, context),
    condition: stream.if === undefined ? null : compilation.expression([...path, 'if'], before, 'bool'),
  };
}

function answer(path: SourcePath, context: StepsContext): Pick<StreamStep, 'checks' | 'captures' | 'record'> {
  return compileAnswer(path, context, () => declarations(context, true));
}

/** Behind a stream what came is there as a list, and `response` is the answer that opened it. */
function received(list: string, context: StepsContext): void {
  context.names.add(list);
  context.progress.requestSeen = true;
}

function withLocals(known: Declarations, locals: NonNullable<Declarations['locals']>): Declarations {
  return { ...known, locals };
}

function messages(
  send: unknown,
  path: SourcePath,
  before: Declarations,
  { compilation }: StepsContext,
): readonly Template[] {
  if (send === undefined) return [];
  if (!Array.isArray(send)) return [compilation.template(path, before)];
  return send.map((_, index) => compilation.template([...path, index], before));
}
