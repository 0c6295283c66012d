/** JSON Web Tokens signed with HMAC-SHA-256 (RFC 7519, `HS256` of RFC 7518), on nothing but node:crypto. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * @param {Record<string, unknown>} claims
 * @param {string} secret
 * @param {number} lifetimeS seconds from now until the token expires
 * @returns {string}
 */
export function signToken(claims, secret, lifetimeS) {
  const issuedAt = Math.floor(Date.now() / 1000);
  const content = [
    { alg: 'HS256', typ: 'JWT' },
    { ...claims, iat: issuedAt, exp: issuedAt + lifetimeS },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${content}.${signature(content, secret).toString('base64url')}`;
}

/**
 * @typedef {{ ok: true, claims: Record<string, unknown> } | { ok: false, reason: string }} Verification
 */

/**
 * @param {string} token
 * @param {string} secret
 * @returns {Verification}
 */
export function verifyToken(token, secret) {
  const [header, payload, signed, ...more] = token.split('.');
  if (!header || !payload || !signed || more.length > 0) return { ok: false, reason: 'malformed token' };
  const given = Buffer.from(signed, 'base64url');
  const expected = signature(`${header}.${payload}`, secret);
  // Nothing of an unsigned token is looked at, and how long this takes says nothing about the right signature.
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return { ok: false, reason: 'signature does not match' };
  }
  const { alg } = decode(header);
  if (alg !== 'HS256') return { ok: false, reason: 'unexpected algorithm' };
  const claims = decode(payload);
  if (typeof claims['exp'] !== 'number' || claims['exp'] <= Date.now() / 1000) {
    return { ok: false, reason: 'token expired' };
  }
  return { ok: true, claims };
}

/** @param {string} content @param {string} secret */
function signature(content, secret) {
  return createHmac('sha256', secret).update(content).digest();
}

/** @param {string} part @returns {Record<string, unknown>} */
function decode(part) {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}
