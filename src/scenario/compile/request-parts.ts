import type { ExpectedType } from '../expressions/check.ts';
import type { Declarations } from '../expressions/declarations.ts';
import type { MultipartPart as PartDocument, RequestStep as RequestDocument } from '../generated/scenario-document.ts';
import type {
  JsonValue,
  MultipartPart,
  NamedExpression,
  NamedTemplate,
  RequestBody,
  RequestStep,
  Template,
} from '../plan.ts';
import type { SourcePath } from '../source.ts';
import { suggestion } from '../suggestion.ts';
import { literalText } from '../template.ts';
import { expressionsIn } from '../templates.ts';
import type { Compilation } from './compilation.ts';
import { declare, type StepsContext } from './context.ts';
import { checkFile } from './files.ts';
import { sentHeaders } from './headers.ts';

/** What a request and a stream take alike. */
export type SharedKeys = Pick<
  RequestDocument,
  'name' | 'headers' | 'auth' | 'check' | 'capture' | 'record' | 'tags' | 'if'
>;

/** The bodies that a request can have, of which it has one at most. */
export type BodyKeys = Pick<RequestDocument, 'json' | 'form' | 'body' | 'multipart' | 'bodyFile'>;

/** Reports an address that can't be used with these `schemes`, or a path without a `baseUrl`. */
export function checkUrl(
  url: Template,
  path: SourcePath,
  { defaults, compilation }: StepsContext,
  schemes: readonly string[] = ['http', 'https'],
): void {
  const [first = ''] = url.kind === 'text' ? url.parts : url.kind === 'literal' ? [literalText(url.value)] : [];
  if (typeof first !== 'string' || first === '') return;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(first)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    if (!schemes.includes(scheme)) {
      const possible = `${schemes.slice(0, -1).join(', ')} or ${schemes.at(-1) ?? ''}`;
      const message = `Requests are made over ${possible}, not ${scheme}.`;
      compilation.report('wrong-value', message, compilation.range(path));
    }
  } else if (!defaults.baseUrl) {
    compilation.report(
      'relative-url',
      `\`${first}\` is a path, and the file has no \`baseUrl\` to put before it.`,
      compilation.range(path),
      { repairs: compilation.addition([], 'baseUrl', 'http://localhost:3000', 'first') },
    );
  }
}

/** Those of the file, of `auth` and of the step, each overriding the ones before. */
export function compileHeaders(
  step: Pick<SharedKeys, 'auth' | 'headers'>,
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
  for (const [name, value] of sentHeaders([...path, 'headers'], before, compilation)) headers.set(name, value);
  if (step.auth && step.headers && Object.keys(step.headers).some((name) => name.toLowerCase() === 'authorization')) {
    const message = '`auth` and the header `authorization` say the same thing twice; keep one of them.';
    const header = Object.keys(step.headers).find((name) => name.toLowerCase() === 'authorization') ?? '';
    compilation.report('keys-exclude-each-other', message, compilation.keyRange([...path, 'auth']), {
      repairs: compilation.removal([...path, 'auth'], [...path, 'headers', header]),
    });
  }
  return [...headers];
}

/** A request's own tags. One that would show a secret in every report is an error. */
export function compileTags(
  { tags }: Pick<SharedKeys, 'tags'>,
  path: SourcePath,
  before: Declarations,
  { compilation }: StepsContext,
): Pick<RequestStep, 'tags' | 'tagTemplates'> {
  if (!tags) return { tags: {} };
  const all = compilation.namedTemplates([...path, 'tags'], before);
  const fixed = all.flatMap(([name, { kind, ...rest }]): [string, string][] =>
    kind === 'literal' && 'value' in rest ? [[name, literalText(rest.value)]] : [],
  );
  const templates = all.filter(([, { kind }]) => kind !== 'literal');
  for (const { source, range } of templates.flatMap(([, template]) => expressionsIn(template))) {
    if (READS_SECRET.test(source)) {
      const message = 'A tag stands in every report, so it must not hold a secret.';
      compilation.report('expression-not-allowed', message, range);
    }
  }
  return { tags: Object.fromEntries(fixed), ...(templates.length > 0 && { tagTemplates: templates }) };
}

const READS_SECRET = /(?<![.\w])secret\s*[.[]/;

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

/** Of a map of parameters: a list stands for its parameter once an item. */
export function repeated(fields: readonly NamedTemplate[]): NamedTemplate[] {
  return fields.flatMap(([name, value]): NamedTemplate[] => {
    if (value.kind === 'list') return value.items.map((item) => [name, item] as const);
    if (value.kind !== 'literal' || !isList(value.value)) return [[name, value]];
    return value.value.map((item) => [name, { kind: 'literal', value: item }] as const);
  });
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Reports a second body. */
export function compileBody(
  step: BodyKeys,
  path: SourcePath,
  before: Declarations,
  context: StepsContext,
): RequestBody {
  const { compilation } = context;
  const bodies = (['json', 'form', 'body', 'multipart', 'bodyFile'] as const).filter((key) => key in step);
  const [first, second] = bodies;
  if (first !== undefined && second !== undefined) {
    const message = `A request has one body: \`${first}\` and \`${second}\` exclude each other.`;
    compilation.report('keys-exclude-each-other', message, compilation.keyRange([...path, second]), {
      repairs: compilation.removal([...path, second], [...path, first]),
    });
  }
  switch (first) {
    case 'json':
      return { kind: 'json', value: compilation.template([...path, 'json'], before) };
    case 'form':
      return { kind: 'form', fields: repeated(compilation.namedTemplates([...path, 'form'], before, 'text')) };
    case 'body':
      return { kind: 'text', value: compilation.template([...path, 'body'], before) };
    case 'multipart':
      return { kind: 'multipart', parts: compileParts(step.multipart ?? {}, [...path, 'multipart'], before, context) };
    case 'bodyFile':
      return { kind: 'file', path: compileFile([...path, 'bodyFile'], before, context) };
    default:
      return { kind: 'none' };
  }
}

function compileParts(
  parts: NonNullable<BodyKeys['multipart']>,
  path: SourcePath,
  before: Declarations,
  context: StepsContext,
): MultipartPart[] {
  const part = (name: string, written: PartDocument, at: SourcePath): MultipartPart => {
    if (typeof written !== 'object') return { kind: 'field', name, value: context.compilation.template(at, before) };
    return {
      kind: 'file',
      name,
      path: compileFile([...at, 'file'], before, context),
      filename: written.filename === undefined ? null : context.compilation.template([...at, 'filename'], before),
      contentType:
        written.contentType === undefined
          ? null
          : context.compilation.fixedText([...at, 'contentType'], 'The media type of a part'),
    };
  };
  return Object.entries(parts).flatMap(([name, written]) =>
    Array.isArray(written)
      ? written.map((item, index) => part(name, item, [...path, name, index]))
      : [part(name, written, [...path, name])],
  );
}

/** The path of a file beside the scenario; one that is not there is reported. */
function compileFile(path: SourcePath, before: Declarations, { compilation, files }: StepsContext): Template {
  const template = compilation.template(path, before);
  if (template.kind === 'literal') checkFile(literalText(template.value), path, files, compilation);
  return template;
}

/** `check` and `capture`: expressions by name. */
function namedExpressions(
  path: SourcePath,
  known: Declarations,
  compilation: Compilation,
  expected: ExpectedType = 'any',
): NamedExpression[] {
  const node = compilation.node(path);
  if (node?.kind !== 'map') return [];
  return node.entries.map(({ key }) => ({
    name: key,
    expression: compilation.expression([...path, key], known, expected),
  }));
}

/** What an answer is looked at for, in the order in which it happens: checks, captures, and records, which see what was captured. */
export function compileAnswer(
  path: SourcePath,
  context: StepsContext,
  known: () => Declarations,
): { checks: NamedExpression[]; captures: NamedExpression[]; record: NamedExpression[] } {
  const { compilation } = context;
  const checks = namedExpressions([...path, 'check'], known(), compilation, 'bool');
  const captures = namedExpressions([...path, 'capture'], known(), compilation);
  for (const { name } of captures) declare(name, [...path, 'capture', name], context);
  return { checks, captures, record: recordings([...path, 'record'], known(), context) };
}

/** `record`: expressions by custom metric. */
export function recordings(path: SourcePath, known: Declarations, context: StepsContext): NamedExpression[] {
  const node = context.compilation.node(path);
  if (node?.kind !== 'map') return [];
  return node.entries.map(({ key }) => {
    if (!context.customMetrics.has(key)) {
      const meant = suggestion(key, context.customMetrics);
      const message = `There is no custom metric \`${key}\`.${meant === null ? ' Declare it under `metrics`.' : ` Did you mean \`${meant}\`?`}`;
      const { compilation } = context;
      const declare = compilation.node(['metrics'])
        ? compilation.addition(['metrics'], key, 'trend')
        : compilation.addition([], 'metrics', { [key]: 'trend' });
      const repairs = declare.map((repair) => ({ ...repair, title: `Declare \`${key}\` under \`metrics\`` }));
      compilation.report('undefined-metric', message, compilation.keyRange([...path, key]), { meant, repairs });
    }
    // A rate takes true and false as well as numbers, so the type is left open.
    return { name: key, expression: context.compilation.expression([...path, key], known) };
  });
}
