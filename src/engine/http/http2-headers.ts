import { validateHeaderName, validateHeaderValue, type OutgoingHttpHeaders } from 'node:http';
import type { WireRequest } from './exchange.ts';
import { isRenderedOnce } from './raw/request-text.ts';

/** Of HTTP/1.1's connections; HTTP/2 forbids them (RFC 9113, 8.2.2), and Go's client leaves them out. */
const OF_CONNECTIONS: ReadonlySet<string> = new Set([
  'connection',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);
/** Their empty body has a length, as by HTTP/1.1 (RFC 9110, 8.6). */
const WITH_CONTENT: ReadonlySet<string> = new Set(['PATCH', 'POST', 'PUT']);

/** What a list of headers becomes. Node copies it for each request, so that the next one may have it as well. */
interface Fields {
  readonly sent: OutgoingHttpHeaders;
  /** The list itself says which authority is asked, or how long the body is. */
  readonly ownAuthority: boolean;
  readonly ownLength: boolean;
}

/** Of lists that are the same for each request. */
const known = new WeakMap<readonly string[], Fields>();

/** A request's headers as node wants them, until the next call. @throws where one cannot be sent */
export function http2Headers(origin: string, { method, path, headers, body }: WireRequest): OutgoingHttpHeaders {
  const { sent, ownAuthority, ownLength } = fieldsOf(headers);
  sent[':method'] = method;
  sent[':path'] = path;
  if (!ownAuthority) sent[':authority'] = origin.slice('https://'.length);
  if (!ownLength) {
    const length = body === null ? 0 : Buffer.byteLength(body);
    sent['content-length'] = length > 0 || WITH_CONTENT.has(method) ? length : undefined;
  }
  return sent;
}

function fieldsOf(headers: readonly string[]): Fields {
  let fields = known.get(headers);
  if (!fields) {
    fields = makeFields(headers);
    if (isRenderedOnce(headers)) known.set(headers, fields);
  }
  return fields;
}

function makeFields(headers: readonly string[]): Fields {
  const sent: OutgoingHttpHeaders = { ':method': '', ':scheme': 'https', ':authority': undefined, ':path': '' };
  for (let i = 0; i + 1 < headers.length; i += 2) {
    const name = headers[i] ?? '';
    const value = headers[i + 1] ?? '';
    validateHeaderName(name);
    validateHeaderValue(name, value);
    if (OF_CONNECTIONS.has(name)) continue;
    const key = name === 'host' ? ':authority' : name;
    const before = key.startsWith(':') ? undefined : sent[key];
    sent[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [String(before)]), value];
  }
  return { sent, ownAuthority: sent[':authority'] !== undefined, ownLength: sent['content-length'] !== undefined };
}
