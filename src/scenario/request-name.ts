import type { Template } from './plan.ts';
import { literalText } from './template.ts';

const ID = /^(\d+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,})$/i;

/**
 * The default tag `name` of a request: method and path, with everything folded that differs from call to call, so
 * that an endpoint is one row in results: `GET /users/{id}`.
 */
export function defaultRequestName(method: string, url: Template): string {
  return `${method} ${foldedPath(url)}`;
}

function foldedPath(url: Template): string {
  let text = '';
  if (url.kind === 'literal') text = literalText(url.value);
  else if (url.kind === 'expression') text = placeholder(url.expression.source);
  else if (url.kind === 'text') {
    text = url.parts
      .map((part, index) =>
        typeof part === 'string' ? part : (basePart(url.parts[index + 1], index) ?? placeholder(part.source)),
      )
      .join('');
  }
  const withoutQuery = text.split(/[?#]/)[0] ?? '';
  const path = withoutQuery.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  const folded = path
    .split('/')
    .map((segment) => (ID.test(segment) ? '{id}' : segment))
    .join('/');
  return folded === '' ? '/' : folded;
}

/** An expression right before a path is where a service stands, not a part of its endpoint. */
function basePart(next: unknown, index: number): string | null {
  return index === 0 && typeof next === 'string' && next.startsWith('/') ? '' : null;
}

/** `vars.userId` → `{userId}`; anything longer `{…}`. */
function placeholder(source: string): string {
  const name = /^(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*)$/.exec(source.trim())?.[1];
  return `{${name ?? '…'}}`;
}
