/** What the examples' stand-in servers share: routes with answers, and counts that a run's own can be compared with. */
import { realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const MAX_BODY_BYTES = 64 * 1024;

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {unknown} body sent as JSON
 * @property {Record<string, string>} [headers]
 *
 * @typedef {object} Call
 * @property {string} id what stands in the path where the route has `{id}`
 * @property {unknown} body of JSON; null where there is none
 * @property {string} token of `authorization: Bearer …`; empty without one
 *
 * @typedef {(call: Call) => Answer | 'hang' | Promise<Answer | 'hang'>} Route `hang` never answers
 *
 * @typedef {object} StandIn
 * @property {string} url e.g. `http://127.0.0.1:3333`
 * @property {() => Record<string, number>} stats requests by `METHOD /route STATUS`, or `METHOD /route hangs`
 * @property {() => void} resetStats
 * @property {() => Promise<void>} close
 */

/**
 * Listens on the loopback. GET /__stats tells how many requests came in, DELETE /__stats starts from 0.
 *
 * @param {object} options
 * @param {number} options.port 0 takes a free one
 * @param {Record<string, Route>} options.routes by `METHOD /path`; one part of a path may be `{id}`
 * @returns {Promise<StandIn>}
 */
export async function startStandIn({ port, routes }) {
  const patterns = Object.entries(routes).map(([name, route]) => {
    const pattern = new RegExp(`^${name.replace('{id}', '([^/]+)')}$`);
    return { name, route, pattern };
  });
  /** @type {Map<string, number>} */
  const counts = new Map();
  const stats = () => Object.fromEntries([...counts].sort());

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {string} asked `METHOD /path`
   * @returns {Promise<{ name: string, answer: Answer | 'hang' }>}
   */
  async function answerTo(request, asked) {
    for (const { name, route, pattern } of patterns) {
      const match = pattern.exec(asked);
      if (!match) continue;
      const body = await readJson(request);
      if (body === undefined) return { name, answer: { status: 400, body: { error: 'bad_request' } } };
      const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
      return { name, answer: await route({ id: match[1] ?? '', body, token }) };
    }
    return { name: asked, answer: { status: 404, body: { error: 'not_found', message: `There is no ${asked}.` } } };
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function handle(request, response) {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/__stats') {
      if (request.method === 'DELETE') counts.clear();
      return send(response, { status: 200, body: stats() });
    }
    const { name, answer } = await answerTo(request, `${request.method} ${path}`);
    // Counted before it is sent: whoever has the answer finds it counted.
    const outcome = `${name} ${answer === 'hang' ? 'hangs' : answer.status}`;
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    if (answer !== 'hang') send(response, answer);
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
    server.listen({ port, host: '127.0.0.1', backlog: 4096 }, () => resolve(undefined));
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`,
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
 * Starts a stand-in where its module is the program, until Ctrl+C; does nothing where the module is imported.
 *
 * @template {Record<string, { type: 'string' | 'boolean', default?: string | boolean }>} Options
 * @param {string} moduleUrl `import.meta.url`
 * @param {Options} options of the command line
 * @param {(values: Record<string, string | boolean | undefined>) => Promise<{ url: string, close: () => Promise<void> }>} start
 */
export async function runAsProgram(moduleUrl, options, start) {
  if (process.argv[1] === undefined || realpathSync(process.argv[1]) !== fileURLToPath(moduleUrl)) return;
  try {
    const standIn = await start(parseArgs({ options }).values);
    console.log(`Listening on ${standIn.url}`);
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.once(signal, () => void standIn.close().then(() => process.exit()));
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const taken = 'code' in error && error.code === 'EADDRINUSE';
    console.error(
      taken ? 'This port is taken. Choose another with --port, or --port 0 for a free one.' : error.message,
    );
    process.exitCode = 1;
  }
}

/** @param {number} min @param {number} max */
export function between(min, max) {
  return min + Math.random() * (max - min);
}

/** @param {import('node:http').ServerResponse} response @param {Answer} answer */
function send(response, { status, body, headers }) {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<unknown>} undefined where it is too long or not JSON
 */
async function readJson(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    if (text.length <= MAX_BODY_BYTES) text += chunk;
  }
  try {
    return text === '' ? null : text.length > MAX_BODY_BYTES ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
