/** A header field, with what it is for. */
export interface HeaderName {
  readonly name: string;
  readonly meaning: string;
  /** Values that people write, the commonest first. */
  readonly values?: readonly string[];
}

/** They say how the body and the connection are, which nobody but the client that sends them knows: why no step gives them. */
export const HEADERS_OF_THE_CLIENT: ReadonlyMap<string, string> = new Map([
  ['content-length', 'is worked out from the body'],
  ['transfer-encoding', 'says how the body is sent, which is by its length'],
  ['expect', 'asks for an answer before the body, which is sent at once'],
  ['keep-alive', 'is a word of servers; `http.reuseConnections` says how connections are used'],
  ['upgrade', 'is sent by `websocket`'],
]);

/** Media types that APIs speak (IANA's registry of media types); the commonest first. */
const MEDIA_TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
  'text/html',
  'text/csv',
  'text/event-stream',
  'application/xml',
  'application/octet-stream',
  'application/problem+json',
  'application/merge-patch+json',
  'application/json-patch+json',
  'application/vnd.api+json',
  'application/x-ndjson',
  'application/graphql-response+json',
  'application/soap+xml',
  'application/pdf',
  'image/png',
  'image/jpeg',
];

const header = (name: string, meaning: string, values?: readonly string[]): HeaderName => ({
  name,
  meaning,
  ...(values && { values }),
});

/** Header fields of requests and answers as APIs use them: RFC 9110 to 9112, RFC 6265, 6585, 7239, 8594, W3C Trace Context. */
export const HEADER_NAMES: readonly HeaderName[] = [
  header('accept', 'Media types that the answer may have.', ['application/json', '*/*', ...MEDIA_TYPES.slice(3)]),
  header('accept-encoding', 'Compressions that the answer may have.', ['gzip', 'gzip, deflate, br', 'identity']),
  header('accept-language', 'Languages that the answer may have.', ['en', 'en-GB,en;q=0.9', 'de-DE,de;q=0.9']),
  header('age', 'Seconds that the answer was in a cache.'),
  header('allow', 'Methods that the resource has.'),
  header('authorization', 'Credentials; `auth:` writes it.', ['Bearer ${setup.token}', 'Bearer ${secret.TOKEN}']),
  header('cache-control', 'How caches may keep this.', ['no-cache', 'no-store', 'max-age=0']),
  header('connection', 'Whether the connection stays open.', ['keep-alive', 'close']),
  header('content-disposition', 'How the content is to be shown.'),
  header('content-encoding', "The content's compression.", ['gzip', 'br', 'deflate']),
  header('content-language', "The content's language."),
  header('content-length', "The content's length in bytes; set by itself."),
  header('content-security-policy', 'What a page may load.'),
  header('content-type', "The content's media type; `json:` and `form:` set it by themselves.", MEDIA_TYPES),
  header('cookie', 'Cookies; a jar for each VU sends them by itself.'),
  header('date', 'When the message was made.'),
  header('etag', "The content's version."),
  header('expect', 'What the server has to meet.', ['100-continue']),
  header('forwarded', 'For whom a proxy forwards this.'),
  header('host', 'The host that is meant; set by itself.'),
  header('idempotency-key', 'Makes a repeated request count once.', ['${uuid()}']),
  header('if-match', 'Only if the version is still this one.'),
  header('if-modified-since', 'Only if it was changed since.'),
  header('if-none-match', 'Only if the version is not this one.'),
  header('last-modified', 'When the content was changed last.'),
  header('link', 'Links to related resources, such as the next page.'),
  header('location', 'Where to go on.'),
  header('origin', 'The origin that asks, for CORS.'),
  header('prefer', 'How the server may answer.', ['respond-async', 'return=minimal', 'return=representation']),
  header('range', 'The part of the content that is wanted.', ['bytes=0-1023']),
  header('ratelimit-remaining', 'How many requests are left.'),
  header('referer', 'The page that the request comes from.'),
  header('retry-after', 'How long to wait.'),
  header('server', 'The software that answers.'),
  header('server-timing', "The server's own measurements."),
  header('set-cookie', 'A cookie to keep.'),
  header('strict-transport-security', 'Only over TLS from now on.'),
  header('tracestate', 'Vendor data of a distributed trace.'),
  header('traceparent', 'The place in a distributed trace.'),
  header('transfer-encoding', 'How the content is sent.', ['chunked']),
  header('user-agent', 'Who asks.'),
  header('vary', 'Headers of the request that the answer depends on.'),
  header('via', 'Proxies on the way.'),
  header('www-authenticate', 'Which credentials are wanted.'),
  header('x-api-key', 'A key of an API.', ['${secret.API_KEY}']),
  header('x-correlation-id', 'An id to find this in logs by.', ['${uuid()}']),
  header('x-forwarded-for', 'Addresses that the request came through.'),
  header('x-forwarded-proto', 'The protocol that the client spoke.', ['https', 'http']),
  header('x-request-id', 'An id to find this in logs by.', ['${uuid()}']),
  header('x-requested-with', 'A mark of requests that scripts make.', ['XMLHttpRequest']),
];
