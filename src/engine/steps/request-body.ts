import { basename } from 'node:path';
import type { JsonValue, MultipartPart, NamedTemplate, RequestBody, Template } from '../../scenario/plan.ts';
import { compileTemplate, textOf, type CompiledTemplate } from '../../scenario/expression.ts';
import { isSettled } from '../../scenario/templates.ts';
import { contentTypeOf } from '../http/content-types.ts';
import { drawBoundary, multipartBody, type FormPart } from '../http/multipart.ts';
import type { ScenarioContext } from '../scenario-context.ts';
import { FileError } from '../sent-files.ts';
import { StepError, type Vu } from '../vu.ts';

/** A part of a request that is rendered anew each time, or once where it is the same all through a scenario. */
export interface Part<T> {
  readonly constant: boolean;
  readonly render: (vu: Vu) => T;
}

export interface Body {
  readonly content: string | Buffer | null;
  /** Unless the step's headers say otherwise; null: none. */
  readonly contentType: string | null;
  /** What must stand in the content type whoever wrote it, e.g. `boundary=…`; null: nothing. */
  readonly parameter: string | null;
}

const NO_BODY: Body = { content: null, contentType: null, parameter: null };
const JSON_TYPE = 'application/json';

/** A function that renders a step's body. `line` (from 0) is where its problems are shown. */
export function compileBody(body: RequestBody, scenario: ScenarioContext, line: number): Part<Body> {
  switch (body.kind) {
    case 'none':
      return { constant: true, render: () => NO_BODY };
    case 'json':
      return mapped(compileText(body.value, scenario, JSON.stringify), (content) => plain(content, JSON_TYPE));
    case 'text':
      return mapped(compileText(body.value, scenario, textOf), (content) => plain(content, null));
    case 'form':
      return mapped(compileFields(body.fields, scenario), (content) =>
        plain(content, 'application/x-www-form-urlencoded'),
      );
    case 'graphql':
      return mapped(compileGraphql(body, scenario), (content) => plain(content, JSON_TYPE));
    case 'file': {
      const file = compileFile(body.path, scenario, line);
      return mapped(file, ({ path, content }) => plain(content, contentTypeOf(path)));
    }
    case 'multipart':
      return compileMultipart(body.parts, scenario, line);
  }
}

/** Names and values in the form of a query string; a list gives its name once for each item. */
export function compileFields(fields: readonly NamedTemplate[], scenario: ScenarioContext): Part<string> {
  const templates = fields.map(
    ([name, value]) => [encodeURIComponent(name), compileTemplate(value, scenario.compiler)] as const,
  );
  const render = (vu: Vu): string => {
    const pairs: string[] = [];
    for (const [name, template] of templates) {
      const value = valueOf(vu, template);
      for (const item of Array.isArray(value) ? (value as readonly JsonValue[]) : [value]) {
        pairs.push(`${name}=${encodeURIComponent(textOf(item))}`);
      }
    }
    return pairs.join('&');
  };
  return { constant: fields.every(([, value]) => isSettled(value)), render };
}

function plain(content: string | Buffer, contentType: string | null): Body {
  return { content, contentType, parameter: null };
}

function mapped<T>(part: Part<T>, map: (value: T) => Body): Part<Body> {
  let once: Body | undefined;
  return {
    constant: part.constant,
    render: part.constant ? (vu) => (once ??= map(part.render(vu))) : (vu) => map(part.render(vu)),
  };
}

function compileText(template: Template, scenario: ScenarioContext, write: (value: JsonValue) => string): Part<string> {
  const value = compileTemplate(template, scenario.compiler);
  return { constant: isSettled(template), render: (vu) => write(valueOf(vu, value)) };
}

/** GraphQL over HTTP, section 5.4.1. */
function compileGraphql(
  { query, variables }: Extract<RequestBody, { kind: 'graphql' }>,
  scenario: ScenarioContext,
): Part<string> {
  const text = compileTemplate(query, scenario.compiler);
  const values = variables.map(([name, value]) => [name, compileTemplate(value, scenario.compiler)] as const);
  return {
    constant: isSettled(query) && variables.every(([, value]) => isSettled(value)),
    render: (vu) =>
      JSON.stringify({
        query: textOf(valueOf(vu, text)),
        ...(values.length > 0 && {
          variables: Object.fromEntries(values.map(([name, value]) => [name, valueOf(vu, value)])),
        }),
      }),
  };
}

function compileFile(
  template: Template,
  { compiler, files }: ScenarioContext,
  line: number,
): Part<{ readonly path: string; readonly content: Buffer }> {
  const compiled = compileTemplate(template, compiler);
  const { constant } = compiled;
  return {
    constant,
    render(vu) {
      const path = textOf(valueOf(vu, compiled));
      try {
        return { path, content: constant ? files.read(path) : files.readInside(path) };
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        throw new StepError(error.message, line);
      }
    },
  };
}

/** RFC 7578. The boundary is drawn from the VU's own randomness. */
function compileMultipart(parts: readonly MultipartPart[], scenario: ScenarioContext, line: number): Part<Body> {
  const compiled = parts.map((part) => compilePart(part, scenario, line));
  return {
    constant: false,
    render(vu) {
      const boundary = drawBoundary(() => vu.random.next());
      return {
        content: multipartBody(
          compiled.map((render) => render(vu)),
          boundary,
        ),
        contentType: 'multipart/form-data',
        parameter: `boundary=${boundary}`,
      };
    },
  };
}

function compilePart(part: MultipartPart, scenario: ScenarioContext, line: number): (vu: Vu) => FormPart {
  const { name } = part;
  if (part.kind === 'field') {
    const value = compileTemplate(part.value, scenario.compiler);
    return (vu) => ({ name, file: null, content: textOf(valueOf(vu, value)) });
  }
  const file = compileFile(part.path, scenario, line);
  const filename = part.filename && compileTemplate(part.filename, scenario.compiler);
  return (vu) => {
    const { path, content } = file.render(vu);
    const shown = filename ? textOf(valueOf(vu, filename)) : basename(path);
    return { name, file: { name: shown, contentType: part.contentType ?? contentTypeOf(path) }, content };
  };
}

function valueOf(vu: Vu, template: CompiledTemplate): JsonValue {
  return vu.evaluate(template.evaluate);
}
