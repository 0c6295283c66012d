/** A request's target, as HTTP needs it. */
export interface Target {
  /** e.g. `http://127.0.0.1:3000` */
  readonly origin: string;
  /** Path and query, percent-encoded. */
  readonly path: string;
  /** What `http://user:password@host` asks for: an `authorization` header for Basic authentication. null: nothing. */
  readonly authorization: string | null;
}

const PLAIN_PATH = /^\/[\w\-.~!$&'()*+,;=:@%/?]*$/;
const ABSOLUTE = /^(?:http|ws)s?:\/\//i;

/** A base URL taken apart once. `prefix` is its path without a slash at the end. */
export interface Base {
  readonly origin: string;
  readonly prefix: string;
  /** As of a target. */
  readonly authorization: string | null;
}

/** @throws TypeError (`ERR_INVALID_URL`) for anything but an http or https URL. */
export function parseBase(text: string): Base {
  const url = parseHttpUrl(text);
  return { origin: url.origin, prefix: url.pathname.replace(/\/+$/, ''), authorization: basic(url) };
}

/**
 * Resolves what a step says against the base URL: an absolute URL stands for itself, anything else is appended to the base, its path
 * included (`https://host/api` + `/users` → `/api/users`).
 *
 * @throws TypeError (`ERR_INVALID_URL`)
 */
export function resolveTarget(base: Base | null, text: string): Target {
  if (base !== null && PLAIN_PATH.test(text)) {
    return { origin: base.origin, path: base.prefix + text, authorization: base.authorization };
  }
  if (base === null || ABSOLUTE.test(text)) {
    const url = parseHttpUrl(text);
    return { origin: url.origin, path: url.pathname + url.search, authorization: basic(url) };
  }
  const url = new URL(`${base.origin}${base.prefix}${text.startsWith('/') || text.startsWith('?') ? '' : '/'}${text}`);
  return { origin: url.origin, path: url.pathname + url.search, authorization: base.authorization };
}

/** Where a connection goes. */
export interface Address {
  /** A name, or an IP address without brackets. */
  readonly host: string;
  readonly port: number;
  /** By TLS. */
  readonly secure: boolean;
}

export function addressOf(origin: string): Address {
  const { protocol, hostname, port } = new URL(origin);
  const secure = protocol === 'https:';
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (secure ? 443 : 80), secure };
}

export function appendQuery(path: string, query: string): string {
  if (query === '') return path;
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}

/** RFC 7617. */
function basic({ username, password }: URL): string | null {
  if (username === '' && password === '') return null;
  const credentials = `${decoded(username)}:${decoded(password)}`;
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

/** A `%` that encodes nothing stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parseHttpUrl(text: string): URL {
  // A WebSocket begins as an HTTP request (RFC 6455, section 4).
  const url = new URL(text.replace(/^ws(?=s?:)/i, 'http'));
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw Object.assign(new TypeError(`${url.protocol}// is not http:// or https://`), { code: 'ERR_INVALID_URL' });
  }
  return url;
}
