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
 * @typedef {Record<string, number | boolean>} Settings
 *
 * @typedef {object} StandIn
 * @property {string} url e.g. `http://127.0.0.1:3333`
 * @property {() => Record<string, number>} stats requests by `METHOD /route STATUS`, or `METHOD /route hangs`
 * @property {() => void} resetStats
 * @property {() => Promise<void>} close
 */

/**
 * Listens on the loopback. `GET /__stats` tells how many requests came in, `DELETE /__stats` starts from 0;
 * `POST /__control` changes settings.
 *
 * @param {object} options
 * @param {number} options.port 0 takes a free one
 * @param {Record<string, Route>} options.routes by `METHOD /path`; one part of a path may be `{id}`
 * @param {Settings} [options.settings] what may be changed while the server runs
 * @returns {Promise<StandIn>}
 */
export async function startStandIn({ port, routes, settings = {} }) {
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
      const read = await readJson(request);
      if (!read.ok) return { name, answer: read.answer };
      const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
      return { name, answer: await route({ id: match[1] ?? '', body: read.body, token }) };
    }
    return { name: asked, answer: { status: 404, body: { error: 'not_found', message: `There is no ${asked}.` } } };
  }

  /** @param {import('node:http').IncomingMessage} request @returns {Promise<Answer>} */
  async function control(request) {
    const read = await readJson(request);
    if (!read.ok) return read.answer;
    const wanted = Object.entries(read.body ?? {});
    const wrong = wanted.find(([name, value]) => !(name in settings) || typeof value !== typeof settings[name]);
    if (wrong)
      return { status: 400, body: { error: 'bad_setting', message: `No such setting: ${wrong[0]}.`, settings } };
    Object.assign(settings, Object.fromEntries(wanted));
    return { status: 200, body: settings };
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function handle(request, response) {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/__control') return send(response, await control(request));
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
 * Starts a stand-in where its module is the program, until Ctrl+C; does nothing where the module is imported. The port is
 * that of `--port`, else of the environment variable PORT, else its own; 0 takes a free one.
 *
 * @param {string} moduleUrl `import.meta.url`
 * @param {number} ownPort
 * @param {Record<string, { type: 'string' | 'boolean' }>} options of the command line, beside `--port`
 * @param {(port: number, values: Record<string, string | boolean | undefined>) => Promise<Pick<StandIn, 'url' | 'close'>>} start
 */
export async function runAsProgram(moduleUrl, ownPort, options, start) {
  if (process.argv[1] === undefined || realpathSync(process.argv[1]) !== fileURLToPath(moduleUrl)) return;
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, ...options } });
    const port = Number(values['port'] ?? process.env['PORT'] ?? ownPort);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('The port is a number from 0 to 65535.');
    const standIn = await start(port, values);
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

/**
 * Counts calls by the second; what is beyond the limit gets the 429 to answer with, what is within it null.
 *
 * @returns {(perSecond: number) => Answer | null}
 */
export function rateLimit() {
  let second = 0;
  let used = 0;
  return (perSecond) => {
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) [second, used] = [now, 0];
    used++;
    if (used <= perSecond) return null;
    const headers = {
      'retry-after': '1',
      'ratelimit-limit': String(perSecond),
      'ratelimit-remaining': '0',
      'ratelimit-reset': '1',
    };
    return { status: 429, body: { error: 'too_many_requests' }, headers };
  };
}

/**
 * What is done one after another: gives back how many ms from now a piece of work of `workMs` is done.
 *
 * @returns {(workMs: number) => number}
 */
export function queue() {
  let freeAt = 0;
  return (workMs) => {
    const now = performance.now();
    freeAt = Math.max(now, freeAt) + workMs;
    return freeAt - now;
  };
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
 * @returns {Promise<{ ok: true, body: unknown } | { ok: false, answer: Answer }>} the body; null where there is none
 */
async function readJson(request) {
  const { headers } = request;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) {
    return { ok: true, body: null };
  }
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    if (text.length <= MAX_BODY_BYTES) text += chunk;
  }
  if (text.length > MAX_BODY_BYTES) return { ok: false, answer: { status: 413, body: { error: 'too_large' } } };
  try {
    return { ok: true, body: text === '' ? null : JSON.parse(text) };
  } catch {
    return { ok: false, answer: { status: 400, body: { error: 'bad_json', message: 'The body is not JSON.' } } };
  }
}
