/**
 * A small real HTTP server for tests of the engine. It counts what reaches it, so that a test can compare an engine's
 * figures with the server's own.
 */
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

export interface TargetCounts {
  /** Requests whose headers arrived, answered or not. */
  readonly requests: number;
  /** TCP connections accepted. */
  readonly connections: number;
  /** By `METHOD /path STATUS`, e.g. `GET /ok 200`; the status is 0 where the server closed the socket instead of answering. */
  readonly byOutcome: Readonly<Record<string, number>>;
}

export interface TargetServer {
  /** E.g. `http://127.0.0.1:41234`, without a slash at its end. */
  readonly url: string;
  readonly port: number;
  counts(): TargetCounts;
  /** The last requests, oldest first; at most `keepRequests` of them. */
  received(): readonly ReceivedRequest[];
  reset(): void;
  /** Closes all connections, open ones too. */
  close(): Promise<void>;
}

export interface ReceivedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface TargetOptions {
  /** How many requests `received()` keeps; 100 by default. */
  readonly keepRequests?: number;
  /** Serves HTTPS with this key and certificate (PEM). */
  readonly tls?: Pick<TlsOptions, 'ca' | 'requestCert' | 'rejectUnauthorized' | 'maxVersion'> & {
    readonly key: string;
    readonly cert: string;
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Writes status line and headers, and counts the outcome. */
  readonly head: (status: number, headers: OutgoingHttpHeaders) => ServerResponse;
  readonly body: string;
  readonly url: URL;
  /** What stands behind the route's own segment: `['503']` for `/status/503`. */
  readonly rest: readonly string[];
}

type Route = (exchange: Exchange) => void | Promise<void>;

/**
 * Routes:
 *
 * | path | answer |
 * | --- | --- |
 * | `/ok` | 200 `ok` |
 * | `/json` | 200 `{"id":7,"name":"Ada","items":[{"id":1},{"id":2}],"token":"abc"}` |
 * | `/echo` | 200 JSON of method, url, headers and body as they arrived |
 * | `/status/CODE` | that status, with an empty JSON object as its body (204 and 304: none) |
 * | `/delay/MS` | 200 `ok` after that time |
 * | `/reset` | no answer: the socket is reset |
 * | `/redirect/N` | 302 to `/redirect/N-1`, at 0 to `/ok` |
 * | `/slow-body` | 200, first half of the body at once, the second after 50 ms (`?ms=` sets the pause) |
 * | `/stall` | 200 headers and half of the body, then nothing |
 * | `/big/BYTES` | 200 with a body of that many bytes |
 * | `/cookie` | 200 JSON of the cookies that arrived; sets `visits` to one more than it was |
 * | `/drip` | 200, ten chunks of one byte, 5 ms apart |
 */
export async function startTargetServer(options: TargetOptions = {}): Promise<TargetServer> {
  const keepRequests = options.keepRequests ?? 100;
  const sockets = new Set<Socket>();
  const kept: ReceivedRequest[] = [];
  const byOutcome = new Map<string, number>();
  const closing = new AbortController();
  let requests = 0;
  let connections = 0;

  const listener: RequestListener = (request, response) => {
    requests++;
    const { method = 'GET', url: target = '/' } = request;
    const url = new URL(target, 'http://127.0.0.1');
    const count = (status: number): void => {
      const outcome = `${method} ${url.pathname} ${status}`;
      byOutcome.set(outcome, (byOutcome.get(outcome) ?? 0) + 1);
    };
    // Counted before the answer leaves, so that whoever has the answer finds it counted.
    const head = (status: number, headers: OutgoingHttpHeaders): ServerResponse => {
      count(status);
      return response.writeHead(status, headers);
    };
    response.once('close', () => {
      if (!response.headersSent) count(0);
    });
    void answer({ request, response, head, url }).catch((error: unknown) => {
      // A client that goes away in the middle is part of the tests; everything else is a mistake in here.
      if (!request.socket.destroyed && !closing.signal.aborted) throw error;
    });
  };

  async function answer(incoming: Omit<Exchange, 'body' | 'rest'>): Promise<void> {
    const { request, url } = incoming;
    const body = await readText(request);
    kept.push({ method: request.method ?? 'GET', url: request.url ?? '/', headers: request.headers, body });
    if (kept.length > keepRequests) kept.shift();
    const [name = '', ...rest] = url.pathname.slice(1).split('/');
    const route = routes(closing.signal)[name];
    const exchange = { ...incoming, body, rest };
    if (route === undefined) send(exchange, 404, { error: `no route ${url.pathname}` });
    else await route(exchange);
  }

  const server = options.tls === undefined ? createServer(listener) : createTlsServer(options.tls, listener);
  server.on('connection', (socket: Socket) => {
    connections++;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const { port } = address;

  return {
    url: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    counts: () => ({ requests, connections, byOutcome: Object.fromEntries([...byOutcome].sort()) }),
    received: () => [...kept],
    reset: () => {
      requests = 0;
      connections = 0;
      byOutcome.clear();
      kept.length = 0;
    },
    close: async () => {
      closing.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function routes(closing: AbortSignal): Readonly<Record<string, Route>> {
  const wait = (ms: number): Promise<void> => delay(ms, undefined, { signal: closing, ref: false });
  return {
    ok: (exchange) => sendText(exchange, 'ok'),
    json: (exchange) => send(exchange, 200, { id: 7, name: 'Ada', items: [{ id: 1 }, { id: 2 }], token: 'abc' }),
    echo: (exchange) => {
      const { method, url, headers } = exchange.request;
      send(exchange, 200, { method, url, headers, body: exchange.body });
    },
    status: (exchange) => send(exchange, numberIn(exchange), {}),
    delay: async (exchange) => {
      await wait(numberIn(exchange));
      sendText(exchange, 'ok');
    },
    reset: ({ request }) => {
      request.socket.resetAndDestroy();
    },
    redirect: (exchange) => {
      const left = numberIn(exchange);
      exchange.head(302, { location: left > 0 ? `/redirect/${left - 1}` : '/ok', 'content-length': 0 }).end();
    },
    'slow-body': async ({ head, url }) => {
      const response = head(200, { 'content-type': 'text/plain', 'content-length': 10 });
      response.write('first');
      await wait(Number(url.searchParams.get('ms') ?? 50));
      response.end('after');
    },
    stall: ({ head }) => {
      head(200, { 'content-type': 'text/plain', 'content-length': 10 }).write('first');
    },
    big: (exchange) => {
      const length = numberIn(exchange);
      const response = exchange.head(200, { 'content-type': 'application/octet-stream', 'content-length': length });
      response.end(Buffer.alloc(length, 'x'));
    },
    cookie: (exchange) => {
      const sent = (exchange.request.headers.cookie ?? '').split('; ').filter((pair) => pair !== '');
      const cookies = new Map(
        sent.map((pair): [string, string] => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']),
      );
      exchange.response.setHeader('set-cookie', `visits=${Number(cookies.get('visits') ?? 0) + 1}; Path=/`);
      send(exchange, 200, Object.fromEntries(cookies));
    },
    drip: async ({ head }) => {
      const response = head(200, { 'content-type': 'text/plain' });
      for (let i = 0; i < 10; i++) {
        response.write('.');
        await wait(5);
      }
      response.end();
    },
  };
}

function numberIn({ rest }: Exchange): number {
  return Number(rest[0] ?? 0);
}

function sendText({ head }: Exchange, body: string): void {
  head(200, { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(body) }).end(body);
}

function send({ head }: Exchange, status: number, body: unknown): void {
  // These have no body by definition (RFC 9110, 6.4.1).
  if (status === 204 || status === 304) {
    head(status, {}).end();
    return;
  }
  const json = JSON.stringify(body);
  head(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }).end(json);
}

/** One for all tests of a suite: it is started before them, knows nothing of the tests before, and is closed after them. */
export function useTargetServer(options?: TargetOptions): TargetServer {
  let server: TargetServer | null = null;
  const started = (): TargetServer => {
    if (!server) throw new Error('The server is started before the first test: read it there.');
    return server;
  };
  before(async () => {
    server = await startTargetServer(options);
  });
  beforeEach(() => started().reset());
  after(() => started().close());
  return {
    get url() {
      return started().url;
    },
    get port() {
      return started().port;
    },
    counts: () => started().counts(),
    received: () => started().received(),
    reset: () => started().reset(),
    close: () => started().close(),
  };
}
