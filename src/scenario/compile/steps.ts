import type { Declarations } from '../expressions/check.ts';
import type {
  Branch,
  Expect,
  RequestStep as RequestDocument,
  Step as StepDocument,
} from '../generated/scenario-document.ts';
import type {
  Expectation,
  HeaderMatch,
  NamedExpression,
  NamedTemplate,
  RequestBody,
  RequestStep,
  StatusRange,
  Step,
  Template,
  ThinkTime,
} from '../plan.ts';
import type { SourceRange } from '../range.ts';
import { defaultRequestName } from '../request-name.ts';
import { entryOf, type SourcePath } from '../source.ts';
import { suggestion } from '../suggestion.ts';
import { literalText } from '../template.ts';
import { formatDuration, parseDuration, parseStatus } from '../units.ts';
import type { Compilation } from './compilation.ts';

/** A `use` of flows within flows could double with each level; no scenario comes near this. */
const MOST_STEPS = 20_000;
const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const;

/** What holds for all requests of the file. */
export interface RequestDefaults {
  readonly headers: readonly NamedTemplate[];
  readonly timeoutMs: number;
  readonly redirects: number;
  readonly expect: Expectation;
  readonly baseUrl: Template | null;
}

export const DEFAULT_EXPECTATION: Expectation = {
  status: [{ from: 200, to: 399 }],
  headers: [],
  json: null,
  bodyContains: null,
  maxDurationMs: null,
  tolerate: [],
};

/** What a list of steps is compiled with. */
export interface StepsContext {
  readonly compilation: Compilation;
  readonly defaults: RequestDefaults;
  readonly flows: Readonly<Record<string, readonly StepDocument[]>>;
  readonly customMetrics: ReadonlySet<string>;
  readonly vars: readonly string[];
  readonly setup: readonly string[];
  /** What was captured or set so far; grows. */
  readonly names: Set<string>;
  /** What is captured or set anywhere here. */
  readonly later: ReadonlySet<string>;
  readonly progress: { requestSeen: boolean };
  /** Flows that are being put in, outermost first. */
  readonly within: readonly string[];
  readonly group: string;
  /** In setup, captured values stand for themselves; `setup.X` begins after it. */
  readonly isSetup: boolean;
}

export function compileSteps(steps: readonly StepDocument[], path: SourcePath, context: StepsContext): Step[] {
  return steps.flatMap((step, index) => compileStep(step, [...path, index], context));
}

/** A flow's steps with the names of the place that uses it. */
export function compileFlow(name: string, namePath: SourcePath, context: StepsContext): Step[] {
  const { compilation } = context;
  const range = compilation.range(namePath);
  const flow = Object.hasOwn(context.flows, name) ? context.flows[name] : undefined;
  if (!flow) {
    const meant = suggestion(name, Object.keys(context.flows));
    compilation.report(
      'undefined-flow',
      `There is no flow \`${name}\`.${meant === null ? '' : ` Did you mean \`${meant}\`?`}`,
      range,
    );
    return [];
  }
  if (context.within.includes(name)) {
    const circle = [...context.within.slice(context.within.indexOf(name)), name].join(' → ');
    compilation.report('flow-cycle', `A flow cannot use itself: ${circle}.`, range);
    return [];
  }
  return compileSteps(flow, ['flows', name], { ...context, within: [...context.within, name] });
}

/** The names that steps capture or set, flows included. */
export function namesMade(
  steps: readonly (StepDocument | Branch)[],
  flows: StepsContext['flows'],
  within: readonly string[] = [],
): Set<string> {
  const names = new Set<string>();
  const add = (more: Iterable<string>): void => {
    for (const name of more) names.add(name);
  };
  for (const step of steps) {
    if ('use' in step) {
      const flow = Object.hasOwn(flows, step.use) ? flows[step.use] : undefined;
      if (flow && !within.includes(step.use)) add(namesMade(flow, flows, [...within, step.use]));
    } else if ('choose' in step) add(namesMade(step.choose, flows, within));
    else if ('set' in step) add(Object.keys(step.set));
    else if ('steps' in step) add(namesMade(step.steps, flows, within));
    else if ('capture' in step) add(Object.keys(step.capture));
  }
  return names;
}

function compileStep(step: StepDocument, path: SourcePath, context: StepsContext): Step[] {
  const { compilation } = context;
  if (compilation.stepCount >= MOST_STEPS) {
    if (compilation.stepCount === MOST_STEPS) {
      compilation.nextStepId();
      compilation.report(
        'too-large',
        `The flows grow to more than ${MOST_STEPS} steps when they are put in.`,
        compilation.range(path),
      );
    }
    return [];
  }
  if ('weight' in step && !isBranch(path)) {
    compilation.report(
      'weight-outside-choose',
      '`weight` counts only in the branches of `choose`.',
      compilation.keyRange([...path, 'weight']),
    );
  }
  const base = (key: string): { id: number; range: SourceRange } => ({
    id: compilation.nextStepId(),
    range: headRange(path, key, compilation),
  });
  if ('think' in step)
    return [{ ...base('think'), kind: 'think', time: thinkTime(step.think, [...path, 'think'], context) }];
  if ('set' in step) {
    const values = compilation.namedTemplates([...path, 'set'], declarations(context, false));
    for (const [name] of values) declare(name, [...path, 'set', name], context);
    return [{ ...base('set'), kind: 'set', values }];
  }
  if ('choose' in step) {
    const head = base('choose');
    const branches = step.choose.map((branch, index) => {
      const branchPath = [...path, 'choose', index];
      const steps = isSteps(branch)
        ? compileSteps(branch.steps, [...branchPath, 'steps'], context)
        : compileStep(branch, branchPath, context);
      return { weight: branch.weight ?? 1, steps };
    });
    return [{ ...head, kind: 'choose', branches, exact: step.exact ?? false }];
  }
  if ('group' in step) {
    const name = compilation.fixedText([...path, 'group'], 'The name of a group');
    const group = `${context.group}::${name}`;
    return [
      {
        ...base('group'),
        kind: 'group',
        name,
        steps: compileSteps(step.steps, [...path, 'steps'], { ...context, group }),
      },
    ];
  }
  if ('use' in step) {
    return [{ ...base('use'), kind: 'flow', name: step.use, steps: compileFlow(step.use, [...path, 'use'], context) }];
  }
  const head = METHODS.find((method) => method in step) ?? ('request' in step ? 'request' : null);
  if (head !== null && isRequest(step)) return [{ ...base(head), ...compileRequest(step, head, path, context) }];
  if ('record' in step) {
    return [
      {
        ...base('record'),
        kind: 'record',
        values: recordings([...path, 'record'], declarations(context, context.progress.requestSeen), context),
      },
    ];
  }
  // Every other kind was reported as not supported yet.
  return [];
}

/** The key that says what a step is, with its value where that stands on the same line. */
function headRange(path: SourcePath, key: string, compilation: Compilation): SourceRange {
  const entry = entryOf(compilation.node(path), key);
  if (!entry) return compilation.range(path);
  const range = compilation.lines.range({
    start: entry.keySpan.start,
    end: Math.max(entry.keySpan.end, entry.value.span.end),
  });
  return entry.value.kind === 'scalar' && range.start.line === range.end.line
    ? range
    : compilation.lines.range(entry.keySpan);
}

function isBranch(path: SourcePath): boolean {
  return path.at(-2) === 'choose';
}

function isSteps(branch: Branch): branch is Extract<Branch, { steps: unknown }> {
  return 'steps' in branch;
}

function isRequest(step: object): step is RequestDocument {
  return METHODS.some((method) => method in step) || 'request' in step;
}

function declarations(context: StepsContext, bareResponse: boolean): Declarations {
  const names = [...context.names];
  return {
    vars: context.vars,
    setup: context.setup,
    setupOwn: context.isSetup ? names : null,
    names,
    later: [...context.later].filter((name) => !context.names.has(name)),
    response: context.progress.requestSeen,
    bareResponse,
  };
}

function declare(name: string, path: SourcePath, context: StepsContext): void {
  context.compilation.checkName(path, name);
  context.names.add(name);
}

function thinkTime(
  think: string | { min: string; max: string } | { mean: string; sd: string },
  path: SourcePath,
  context: StepsContext,
): ThinkTime {
  const { compilation } = context;
  if (typeof think === 'string') {
    const ms = parseDuration(think);
    return {
      kind: 'constant',
      ms: ms === null ? compilation.template(path, declarations(context, false)) : { kind: 'literal', value: ms },
    };
  }
  if ('min' in think) {
    const minMs = compilation.duration(think.min, 0);
    const maxMs = compilation.duration(think.max, 0);
    if (maxMs < minMs) {
      const message = `The longest pause (${formatDuration(maxMs)}) is shorter than the shortest (${formatDuration(minMs)}).`;
      compilation.report('wrong-value', message, compilation.range([...path, 'max']));
    }
    return { kind: 'uniform', minMs, maxMs };
  }
  return { kind: 'normal', meanMs: compilation.duration(think.mean, 0), sdMs: compilation.duration(think.sd, 0) };
}

type RequestHead = (typeof METHODS)[number] | 'request';

function compileRequest(
  step: RequestDocument,
  head: RequestHead,
  path: SourcePath,
  context: StepsContext,
): Omit<RequestStep, 'id' | 'range'> {
  const { compilation, defaults } = context;
  const before = declarations(context, false);
  const method = (head === 'request' ? (step.request?.method ?? 'GET') : head).toUpperCase();
  const urlPath = head === 'request' ? [...path, 'request', 'url'] : [...path, head];
  const url = compilation.template(urlPath, before);
  checkUrl(url, urlPath, defaults, compilation);
  const name =
    step.name === undefined
      ? defaultRequestName(method, url)
      : compilation.fixedText([...path, 'name'], 'The name of a request');
  const tags = step.tags ? compilation.fixedTexts([...path, 'tags'], 'A tag') : {};
  const condition = step.if === undefined ? null : compilation.expression([...path, 'if'], before, 'bool');
  const request = {
    kind: 'request' as const,
    method,
    url,
    name,
    query: step.query ? compilation.namedTemplates([...path, 'query'], before) : [],
    headers: compileHeaders(step, path, before, context),
    body: compileBody(step, path, before, compilation),
    timeoutMs: compilation.duration(step.timeout, defaults.timeoutMs),
    redirects: step.redirects ?? defaults.redirects,
    tags,
    condition,
    retry: null,
  };
  context.progress.requestSeen = true;
  // From here on `response` is this request's own.
  const after = declarations(context, true);
  const named = (key: 'check' | 'capture'): NamedExpression[] =>
    Object.keys(step[key] ?? {}).map((entry) => ({
      name: entry,
      expression: compilation.expression([...path, key, entry], after, key === 'check' ? 'bool' : 'any'),
    }));
  const expect = step.expect
    ? compileExpectation(step.expect, [...path, 'expect'], after, defaults.expect, compilation)
    : defaults.expect;
  const checks = named('check');
  const captures = named('capture');
  for (const capture of captures) declare(capture.name, [...path, 'capture', capture.name], context);
  // What a request captured may be recorded by it as well.
  const record = step.record ? recordings([...path, 'record'], declarations(context, true), context) : [];
  return { ...request, expect, checks, captures, record };
}

function checkUrl(url: Template, path: SourcePath, defaults: RequestDefaults, compilation: Compilation): void {
  const [first = ''] = url.kind === 'text' ? url.parts : url.kind === 'literal' ? [literalText(url.value)] : [];
  if (typeof first !== 'string' || first === '') return;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(first)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    if (scheme !== 'http' && scheme !== 'https') {
      compilation.report(
        'wrong-value',
        `Requests are made over http or https, not ${scheme}.`,
        compilation.range(path),
      );
    }
  } else if (!defaults.baseUrl) {
    compilation.report(
      'relative-url',
      `\`${first}\` is a path, and the file has no \`baseUrl\` to put before it.`,
      compilation.range(path),
    );
  }
}

function compileHeaders(
  step: RequestDocument,
  path: SourcePath,
  before: Declarations,
  context: StepsContext,
): NamedTemplate[] {
  const { compilation, defaults } = context;
  const headers = new Map(defaults.headers);
  if (step.auth) {
    if ('bearer' in step.auth)
      headers.set('authorization', prefixed('Bearer ', compilation.template([...path, 'auth', 'bearer'], before)));
    else headers.set('authorization', basicCredentials([...path, 'auth', 'basic'], before, compilation));
  }
  for (const [name, value] of lowerCased(compilation.namedTemplates([...path, 'headers'], before)))
    headers.set(name, value);
  if (step.auth && step.headers && Object.keys(step.headers).some((name) => name.toLowerCase() === 'authorization')) {
    const message = '`auth` and the header `authorization` say the same thing twice; keep one of them.';
    compilation.report('keys-exclude-each-other', message, compilation.keyRange([...path, 'auth']));
  }
  return [...headers];
}

export function lowerCased(headers: readonly NamedTemplate[]): NamedTemplate[] {
  return headers.map(([name, value]) => [name.toLowerCase(), value] as const);
}

function prefixed(prefix: string, value: Template): Template {
  switch (value.kind) {
    case 'expression':
      return { kind: 'text', parts: [prefix, value.expression] };
    case 'text':
      return { kind: 'text', parts: [prefix, ...value.parts] };
    default:
      return { kind: 'literal', value: prefix + (value.kind === 'literal' ? literalText(value.value) : '') };
  }
}

/** RFC 7617: `Basic ` and base64 of `username:password`, as one expression. */
function basicCredentials(path: SourcePath, before: Declarations, compilation: Compilation): Template {
  const part = (key: string): string => sourceOf(compilation.template([...path, key], before));
  const range = compilation.range(path);
  const source = `base64(${part('username')} + ":" + ${part('password')})`;
  return { kind: 'text', parts: ['Basic ', { source, range }] };
}

/** A template as an expression that gives its text. */
function sourceOf(template: Template): string {
  switch (template.kind) {
    case 'literal':
      return JSON.stringify(literalText(template.value));
    case 'expression':
      return `string(${template.expression.source})`;
    case 'text':
      return template.parts
        .map((part) => (typeof part === 'string' ? JSON.stringify(part) : `string(${part.source})`))
        .join(' + ');
    default:
      return '""';
  }
}

function compileBody(
  step: RequestDocument,
  path: SourcePath,
  before: Declarations,
  compilation: Compilation,
): RequestBody {
  const bodies = (['json', 'form', 'body', 'multipart', 'bodyFile'] as const).filter((key) => key in step);
  const [first, second] = bodies;
  if (first !== undefined && second !== undefined) {
    const message = `A request has one body: \`${first}\` and \`${second}\` exclude each other.`;
    compilation.report('keys-exclude-each-other', message, compilation.keyRange([...path, second]));
  }
  switch (first) {
    case 'json':
      return { kind: 'json', value: compilation.template([...path, 'json'], before) };
    case 'form':
      return { kind: 'form', fields: compilation.namedTemplates([...path, 'form'], before) };
    case 'body':
      return { kind: 'text', value: compilation.template([...path, 'body'], before) };
    default:
      return { kind: 'none' };
  }
}

/** What a request expects; where it names no status, the file's statuses hold. */
export function compileExpectation(
  expect: Expect,
  path: SourcePath,
  after: Declarations,
  defaults: Expectation,
  compilation: Compilation,
): Expectation {
  const headers = expect.header ? compilation.namedTemplates([...path, 'header'], after) : null;
  return {
    status: expect.status === undefined ? defaults.status : statuses(expect.status, [...path, 'status'], compilation),
    headers:
      headers?.map(([name, value]) => ({
        name: name.toLowerCase(),
        match: headerMatch(value, [...path, 'header', name], compilation),
      })) ?? defaults.headers,
    json: expect.json === undefined ? defaults.json : compilation.expression([...path, 'json'], after, 'bool'),
    bodyContains:
      expect.bodyContains === undefined
        ? defaults.bodyContains
        : compilation.template([...path, 'bodyContains'], after),
    maxDurationMs:
      expect.maxDuration === undefined ? defaults.maxDurationMs : compilation.duration(expect.maxDuration, 0),
    tolerate:
      expect.tolerate === undefined ? defaults.tolerate : statuses(expect.tolerate, [...path, 'tolerate'], compilation),
  };
}

function statuses(
  written: string | number | (string | number)[],
  path: SourcePath,
  compilation: Compilation,
): StatusRange[] {
  return (Array.isArray(written) ? written : [written]).flatMap((item, index) => {
    const range = parseStatus(item);
    if (!range) return [];
    if (range.to < range.from) {
      const place = Array.isArray(written) ? [...path, index] : path;
      compilation.report(
        'wrong-value',
        `A range of statuses begins with the lower one: ${range.to}-${range.from}.`,
        compilation.range(place),
      );
    }
    return [range];
  });
}

function headerMatch(value: Template, path: SourcePath, compilation: Compilation): HeaderMatch {
  const text = value.kind === 'literal' ? literalText(value.value) : '';
  const pattern = /^\/(.+)\/$/s.exec(text)?.[1];
  if (pattern === undefined)
    return { kind: 'equals', value: value.kind === 'literal' ? { kind: 'literal', value: text } : value };
  try {
    new RegExp(pattern);
  } catch {
    compilation.report('invalid-regex', `\`/${pattern}/\` is not a regular expression.`, compilation.range(path));
  }
  return { kind: 'regex', pattern };
}

function recordings(path: SourcePath, known: Declarations, context: StepsContext): NamedExpression[] {
  const node = context.compilation.node(path);
  if (node?.kind !== 'map') return [];
  return node.entries.map(({ key }) => {
    if (!context.customMetrics.has(key)) {
      const meant = suggestion(key, context.customMetrics);
      const message = `There is no custom metric \`${key}\`.${meant === null ? ' Declare it under `metrics`.' : ` Did you mean \`${meant}\`?`}`;
      context.compilation.report('undefined-metric', message, context.compilation.keyRange([...path, key]));
    }
    // A rate takes true and false as well as numbers, so the type is left open.
    return { name: key, expression: context.compilation.expression([...path, key], known) };
  });
}
