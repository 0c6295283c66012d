import type { Expression, RequestBody, Template } from './plan.ts';

/** The expressions in a template, in the order of the text. */
export function expressionsIn(template: Template): readonly Expression[] {
  switch (template.kind) {
    case 'literal':
      return [];
    case 'expression':
      return [template.expression];
    case 'text':
      return template.parts.filter((part) => typeof part !== 'string');
    case 'list':
      return template.items.flatMap(expressionsIn);
    case 'map':
      return template.entries.flatMap(([, value]) => expressionsIn(value));
  }
}

const SETTLED = /^\s*(?:vars|env|secret)(?:\.\w+)+\s*$/;

/** Whether a template gives the same all through a scenario: it reads nothing but variables, the environment and secrets, if anything. */
export function isSettled(template: Template): boolean {
  return expressionsIn(template).every(({ source }) => SETTLED.test(source));
}

/** Every template that a body is made of. */
export function bodyTemplates(body: RequestBody): readonly Template[] {
  switch (body.kind) {
    case 'none':
      return [];
    case 'json':
    case 'text':
      return [body.value];
    case 'form':
      return body.fields.map(([, value]) => value);
    case 'multipart':
      return body.parts.flatMap((part) =>
        part.kind === 'field' ? [part.value] : [part.path, ...(part.filename ? [part.filename] : [])],
      );
    case 'file':
      return [body.path];
    case 'graphql':
      return [body.query, ...body.variables.map(([, value]) => value)];
  }
}
