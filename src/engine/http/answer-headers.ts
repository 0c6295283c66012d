import type { IncomingHttpHeaders } from 'node:http';

type AnswerHeaders = Record<string, string | string[]> & IncomingHttpHeaders;

/** Without a prototype: a server chooses the names. */
export function noHeaders(): AnswerHeaders {
  return Object.create(null) as AnswerHeaders;
}

/** One that comes more than once has a list, as undici gives it. `name`: in lower case */
export function addHeader(headers: AnswerHeaders, name: string, value: string): void {
  const before: string | string[] | undefined = headers[name];
  if (before === undefined) headers[name] = value;
  else if (typeof before === 'string') headers[name] = [before, value];
  else before.push(value);
}
