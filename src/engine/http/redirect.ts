import type { Exchange, Outgoing } from './exchange.ts';
import { resolveTarget } from './url.ts';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Not sent on to another origin (as Go's client, and so k6, does). */
const CREDENTIALS: ReadonlySet<string> = new Set(['authorization', 'cookie', 'www-authenticate']);
const BODY_HEADERS: ReadonlySet<string> = new Set(['content-type', 'content-length', 'transfer-encoding']);

/**
 * Where an answer redirects to, as the next request; a text where it names a place that no request can go to; null where it does not. After 301, 302 and 303 a
 * GET follows (a HEAD stays one), after 307 and 308 the same request again (RFC 9110 section 15.4 and what clients do).
 */
export function redirectOf(exchange: Exchange): Outgoing | string | null {
  if (!REDIRECTS.has(exchange.status)) return null;
  const { location } = exchange.headers;
  const { request } = exchange;
  // An empty one names no place; Go's client, and so k6, takes the answer as it is.
  if (!location || request === null) return null;
  let target;
  try {
    target = resolveTarget(null, new URL(location, exchange.origin + request.path).href);
  } catch {
    return location;
  }
  const same =
    exchange.status === 307 || exchange.status === 308 || request.method === 'HEAD' || request.method === 'GET';
  const headers: string[] = [];
  for (let i = 0; i + 1 < request.headers.length; i += 2) {
    const name = request.headers[i] ?? '';
    // Cookies are looked up anew for the new target.
    if (name === 'cookie') continue;
    if (target.origin !== exchange.origin && (CREDENTIALS.has(name) || name === 'host')) continue;
    if (!same && BODY_HEADERS.has(name)) continue;
    headers.push(name, request.headers[i + 1] ?? '');
  }
  if (target.authorization !== null && !headers.includes('authorization')) {
    headers.push('authorization', target.authorization);
  }
  return {
    origin: target.origin,
    request: { method: same ? request.method : 'GET', path: target.path, headers, body: same ? request.body : null },
  };
}
