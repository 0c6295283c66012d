/**
 * The stand-in for an AI proxy's gateway: a login that hands out a JWT, and endpoints that want it.
 *
 *     node server.mjs [--port 3333] [--wrong-secret]
 *
 * With --wrong-secret, tokens are signed with another secret than the one that they are verified with: the login still
 * answers 200 and everything behind it answers 401. It can be switched while the server runs:
 *
 *     curl -d '{"wrongSecret":true}' http://127.0.0.1:3333/__control
 *
 * GET /__stats tells how many requests came in, by method, path and status; DELETE /__stats starts from 0.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { between, runAsProgram, startStandIn } from '../stand-in.mjs';
import { signToken, verifyToken } from './jwt.mjs';

/** The one password that the login takes, with any e-mail address. A stand-in has no secrets. */
export const PASSWORD = 'correct-horse';

const PORT = 3333;
const TOKEN_LIFETIME_S = 3600;

/**
 * @typedef {import('../stand-in.mjs').Answer} Answer
 * @typedef {import('../stand-in.mjs').Route} Route
 * @typedef {import('../stand-in.mjs').StandIn & { setWrongSecret: (wrong: boolean) => void }} ExampleServer
 */

/**
 * @param {{ port?: number, wrongSecret?: boolean }} [options] port 0 takes a free one
 * @returns {Promise<ExampleServer>}
 */
export async function startServer({ port = PORT, wrongSecret = false } = {}) {
  const settings = { wrongSecret };
  const secret = randomBytes(32).toString('hex');
  const signingSecret = () => (settings.wrongSecret ? 'the secret of another environment' : secret);

  /**
   * A route that wants a token.
   *
   * @param {number} minMs how long it takes at least
   * @param {number} maxMs and at most
   * @param {(email: string) => unknown} body
   * @returns {Route}
   */
  const secured =
    (minMs, maxMs, body) =>
    async ({ token }) => {
      await delay(between(minMs, maxMs));
      if (token === '') return unauthorized('missing_token', 'no bearer token');
      const verified = verifyToken(token, secret);
      if (!verified.ok) return unauthorized('invalid_token', verified.reason);
      return { status: 200, body: body(String(verified.claims['sub'])) };
    };

  const standIn = await startStandIn({
    port,
    settings,
    routes: {
      'GET /health': async () => {
        await delay(between(1, 3));
        return { status: 200, body: { status: 'ok', service: 'ai-proxy', uptime: Math.round(process.uptime()) } };
      },
      'POST /auth/login': async ({ body }) => {
        await delay(between(8, 20));
        const { email, password } = /** @type {Record<string, unknown>} */ (body ?? {});
        if (typeof email !== 'string' || typeof password !== 'string') {
          return { status: 400, body: { error: 'bad_request', message: 'email and password must be given.' } };
        }
        if (!samePassword(password)) return unauthorized('invalid_credentials', 'wrong e-mail or password');
        const token = signToken({ sub: email }, signingSecret(), TOKEN_LIFETIME_S);
        return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: TOKEN_LIFETIME_S } };
      },
      'GET /auth/me': secured(1, 6, (email) => ({ email, plan: 'team', roles: ['member'] })),
      'GET /usage': secured(3, 12, () => ({
        items: ['gpt-large', 'gpt-small', 'embedding'].map((model, i) => ({
          model,
          requests: 120 * (i + 1),
          tokens: 48_000 * (i + 1),
        })),
      })),
      'GET /usage/summary': secured(5, 18, () => ({
        requests: 720,
        tokens: 288_000,
        cost: { amount: 12.96, currency: 'EUR' },
      })),
      'GET /billing/subscription': secured(2, 10, () => ({ plan: 'team', seats: 12, renewsOn: '2030-01-01' })),
      'GET /billing/invoices': secured(4, 20, () => ({
        items: [1, 2, 3].map((n) => ({ id: `INV-${n}`, amount: 240, currency: 'EUR', paid: true })),
      })),
    },
  });
  return {
    ...standIn,
    setWrongSecret: (wrong) => {
      settings.wrongSecret = wrong;
    },
  };
}

/** @param {string} error @param {string} reason @returns {Answer} */
function unauthorized(error, reason) {
  const headers = { 'www-authenticate': `Bearer error="${error}"` };
  return { status: 401, body: { error, message: `Not authorized: ${reason}.` }, headers };
}

/** @param {string} given */
function samePassword(given) {
  /** @param {string} text */
  const digest = (text) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(PASSWORD));
}

await runAsProgram(import.meta.url, PORT, { 'wrong-secret': { type: 'boolean' } }, (port, values) =>
  startServer({ port, wrongSecret: values['wrong-secret'] === true }),
);
