import type { WireRequest } from '../exchange.ts';

/** Those whose requests are like any other; for undici HEAD is not, and ends the connection. `true`: a body is meant to be there, if only an empty one. */
const METHODS: Readonly<Record<string, boolean>> = {
  GET: false,
  HEAD: false,
  OPTIONS: false,
  DELETE: false,
  POST: true,
  PUT: true,
  PATCH: true,
};

/** Headers that say something about the connection or the body: what undici makes of them is its own. */
const UNUSUAL_HEADERS =
  /^(?:host|content-length|transfer-encoding|connection|keep-alive|upgrade|expect|proxy-connection)$/i;
const PATH = /^\/[\x21-\xff]*$/;
const NAME = /^[!#$%&'*+\-.^_`|~\w]+$/;
/** No line break, so that nothing can be put behind it (RFC 9110, 5.5). */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Names that were looked at, and whether they are as usual: scenarios have few. */
const usualNames = new Map<string, boolean>();
/** Headers that are the same for each request, as they are sent. */
interface Rendered {
  readonly lines: string;
  /** What is between path and body, to this host; made when it is first asked for. */
  host: string;
  rest: string;
}
/** Of lists that are used again and again; null: unusual. */
const renderedHeaders = new WeakMap<readonly string[], Rendered | null>();

/** Renders headers once that are the same for each request. @returns them, not to be changed any more */
export function renderOnce(headers: readonly string[]): readonly string[] {
  const lines = render(headers);
  renderedHeaders.set(headers, lines === null ? null : { lines, host: '', rest: '' });
  return headers;
}

/** Whether a list is the same for each request. */
export function isRenderedOnce(headers: readonly string[]): boolean {
  return renderedHeaders.has(headers);
}

/**
 * A request up to the blank line that ends its head, as undici writes it, to be sent as latin1. null: it is unusual, or not to be sent at all, and for
 * undici to judge. A body of ASCII text is part of it, any other is to be sent behind it.
 */
export function requestText({ method, path, headers, body }: WireRequest, host: string): string | null {
  const expectsBody = METHODS[method];
  const hasBody = body !== null && body.length > 0;
  if (expectsBody === undefined || (hasBody && !expectsBody) || !PATH.test(path)) return null;
  const rest = restOf(headers, host);
  if (rest === null) return null;
  if (!expectsBody) return `${method} ${path}${rest}\r\n`;
  const text = isAscii(body);
  const length = text ? body.length : hasBody ? Buffer.byteLength(body) : 0;
  const head = `${method} ${path}${rest}content-length: ${length}\r\n\r\n`;
  return text ? head + body : head;
}

/** The head from behind the path on, but for the blank line. */
function restOf(headers: readonly string[], host: string): string | null {
  const known = renderedHeaders.get(headers);
  if (known === undefined) {
    const lines = render(headers);
    return lines === null ? null : restWith(lines, host);
  }
  if (known === null) return null;
  if (known.host !== host) {
    // In one piece, as it is copied for each request: a text that was put together is copied part by part.
    known.rest = Buffer.from(restWith(known.lines, host), 'latin1').toString('latin1');
    known.host = host;
  }
  return known.rest;
}

function restWith(lines: string, host: string): string {
  return ` HTTP/1.1\r\nhost: ${host}\r\nconnection: keep-alive\r\n${lines}`;
}

/** What is to be sent behind the text. */
export function separateBody(body: WireRequest['body']): Buffer | null {
  if (body === null || isAscii(body)) return null;
  return typeof body === 'string' ? Buffer.from(body) : body;
}

function isAscii(body: WireRequest['body']): body is string {
  return typeof body === 'string' && Buffer.byteLength(body) === body.length;
}

function render(headers: readonly string[]): string | null {
  let lines = '';
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] ?? '';
    const value = headers[i + 1] ?? '';
    if (!isUsual(name) || !VALUE.test(value)) return null;
    lines += `${name}: ${value}\r\n`;
  }
  return lines;
}

function isUsual(name: string): boolean {
  let usual = usualNames.get(name);
  if (usual === undefined) usualNames.set(name, (usual = NAME.test(name) && !UNUSUAL_HEADERS.test(name)));
  return usual;
}
