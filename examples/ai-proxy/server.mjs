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
import { realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { signToken, verifyToken } from './jwt.mjs';

/** The one password that the login takes, with any e-mail address. A stand-in has no secrets. */
export const PASSWORD = 'correct-horse';

const DEFAULT_PORT = 3333;
const TOKEN_LIFETIME_S = 3600;
const MAX_BODY_BYTES = 64 * 1024;

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {unknown} body
 * @property {Record<string, string>} [headers]
 *
 * @typedef {object} Endpoint
 * @property {number} minMs how long it takes at least
 * @property {number} maxMs and at most
 * @property {boolean} needsToken
 * @property {(call: { body: unknown, email: string }) => Answer} answer
 *
 * @typedef {object} ExampleServer
 * @property {string} url e.g. `http://127.0.0.1:3333`
 * @property {(wrong: boolean) => void} setWrongSecret
 * @property {() => Record<string, number>} stats requests by `METHOD /path STATUS`
 * @property {() => void} resetStats
 * @property {() => Promise<void>} close
 */

/**
 * @param {object} [options]
 * @param {number} [options.port] 0 takes a free one
 * @param {string} [options.host]
 * @param {boolean} [options.wrongSecret]
 * @returns {Promise<ExampleServer>}
 */
export async function startServer({ port = DEFAULT_PORT, host = '127.0.0.1', wrongSecret = false } = {}) {
  const secret = randomBytes(32).toString('hex');
  let signingSecret = secret;
  /** @param {boolean} wrong */
  const setWrongSecret = (wrong) => {
    signingSecret = wrong ? 'the secret of another environment' : secret;
  };
  setWrongSecret(wrongSecret);

  /** @type {Map<string, number>} */
  const counts = new Map();
  const stats = () => Object.fromEntries([...counts].sort());

  const endpoints = endpointsOf((email) => signToken({ sub: email }, signingSecret, TOKEN_LIFETIME_S));

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {string} path
   * @returns {Promise<Answer>}
   */
  async function answer(request, path) {
    const endpoint = endpoints[`${request.method} ${path}`];
    if (!endpoint)
      return { status: 404, body: { error: 'not_found', message: `There is no ${request.method} ${path}.` } };
    const read = await readJson(request);
    if (!read.ok) return read.answer;
    await delay(endpoint.minMs + Math.random() * (endpoint.maxMs - endpoint.minMs));
    if (!endpoint.needsToken) return endpoint.answer({ body: read.body, email: '' });
    const [scheme = '', token = ''] = (request.headers.authorization ?? '').split(' ');
    if (scheme.toLowerCase() !== 'bearer' || token === '') return unauthorized('missing_token', 'no bearer token');
    const verified = verifyToken(token, secret);
    if (!verified.ok) return unauthorized('invalid_token', verified.reason);
    return endpoint.answer({ body: read.body, email: String(verified.claims['sub']) });
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {string} path
   * @returns {Promise<Answer>}
   */
  async function control(request, path) {
    if (!isLoopback(request.socket.remoteAddress)) return { status: 403, body: { error: 'loopback_only' } };
    if (path === '/__stats' && request.method === 'DELETE') counts.clear();
    if (path === '/__stats') return { status: 200, body: stats() };
    const read = await readJson(request);
    if (!read.ok) return read.answer;
    const wrong =
      read.body !== null && typeof read.body === 'object' && 'wrongSecret' in read.body && read.body.wrongSecret;
    if (typeof wrong !== 'boolean') return { status: 400, body: { error: 'wrongSecret must be true or false' } };
    setWrongSecret(wrong);
    return { status: 200, body: { wrongSecret: wrong } };
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function handle(request, response) {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const ours = path === '/__stats' || path === '/__control';
    const { status, body, headers } = await (ours ? control(request, path) : answer(request, path));
    // Counted before it is sent: whoever has the answer finds it counted.
    if (!ours) {
      const outcome = `${request.method} ${path} ${status}`;
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    }
    const text = JSON.stringify(body);
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      ...headers,
    });
    response.end(text);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      // A client that went away in the middle of its request wants no answer.
      if (!request.destroyed) console.error(error);
      response.destroy();
    });
  });
  // A load test keeps connections open over think times; Node's default of 5 s would close them under its requests.
  server.keepAliveTimeout = 120_000;

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: 4096 }, () => resolve(undefined));
  });
  const address = server.address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host}:${boundPort}`,
    setWrongSecret,
    stats,
    resetStats: () => counts.clear(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {(email: string) => string} issueToken
 * @returns {Record<string, Endpoint>}
 */
function endpointsOf(issueToken) {
  return {
    'GET /health': {
      minMs: 1,
      maxMs: 3,
      needsToken: false,
      answer: () => ({
        status: 200,
        body: { status: 'ok', service: 'ai-proxy', uptime: Math.round(process.uptime()) },
      }),
    },
    'POST /auth/login': {
      minMs: 8,
      maxMs: 20,
      needsToken: false,
      answer: ({ body }) => {
        const { email, password } = /** @type {Record<string, unknown>} */ (body ?? {});
        if (typeof email !== 'string' || typeof password !== 'string') {
          return { status: 400, body: { error: 'bad_request', message: 'email and password must be given.' } };
        }
        if (!samePassword(password)) return unauthorized('invalid_credentials', 'wrong e-mail or password');
        return {
          status: 200,
          body: { access_token: issueToken(email), token_type: 'Bearer', expires_in: TOKEN_LIFETIME_S },
        };
      },
    },
    'GET /auth/me': {
      minMs: 1,
      maxMs: 6,
      needsToken: true,
      answer: ({ email }) => ({ status: 200, body: { email, plan: 'team', roles: ['member'] } }),
    },
    'GET /usage': {
      minMs: 3,
      maxMs: 12,
      needsToken: true,
      answer: () => ({
        status: 200,
        body: {
          items: ['gpt-large', 'gpt-small', 'embedding'].map((model, i) => ({
            model,
            requests: 120 * (i + 1),
            tokens: 48_000 * (i + 1),
          })),
        },
      }),
    },
    'GET /usage/summary': {
      minMs: 5,
      maxMs: 18,
      needsToken: true,
      answer: () => ({
        status: 200,
        body: { requests: 720, tokens: 288_000, cost: { amount: 12.96, currency: 'EUR' } },
      }),
    },
    'GET /billing/subscription': {
      minMs: 2,
      maxMs: 10,
      needsToken: true,
      answer: () => ({ status: 200, body: { plan: 'team', seats: 12, renewsOn: '2030-01-01' } }),
    },
    'GET /billing/invoices': {
      minMs: 4,
      maxMs: 20,
      needsToken: true,
      answer: () => ({
        status: 200,
        body: { items: [1, 2, 3].map((n) => ({ id: `INV-${n}`, amount: 240, currency: 'EUR', paid: true })) },
      }),
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

/** @param {string | undefined} address */
function isLoopback(address) {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<{ ok: true, body: unknown } | { ok: false, answer: Answer }>} the body; null where there is none
 */
async function readJson(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    text += chunk;
    if (text.length > MAX_BODY_BYTES) {
      return { ok: false, answer: { status: 413, body: { error: 'too_large' }, headers: { connection: 'close' } } };
    }
  }
  try {
    return { ok: true, body: text === '' ? null : JSON.parse(text) };
  } catch {
    return { ok: false, answer: { status: 400, body: { error: 'bad_json', message: 'The body is not JSON.' } } };
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      host: { type: 'string', default: '127.0.0.1' },
      'wrong-secret': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  const server = await startServer({ port, host: values.host, wrongSecret: values['wrong-secret'] });
  console.log(`AI proxy stand-in on ${server.url}`);
  // Where a script forked us it wants the address, and we end with it.
  process.send?.({ url: server.url });
  process.once('disconnect', () => process.exit());
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void server.close().then(() => process.exit()));
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    console.error(taken ? 'This port is taken. Choose another with --port, or --port 0 for a free one.' : error);
    process.exit(1);
  }
}
