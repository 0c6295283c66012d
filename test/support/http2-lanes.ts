/** Requests over node's HTTP/2 or the engine's, against a server that answers with bytes as given, and what came of it. */
import { connect, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import type { AnswerHandler } from '../../src/engine/http/connection.ts';
import type { WireRequest } from '../../src/engine/http/exchange.ts';
import { violationFailure } from '../../src/engine/http/h2/http2-errors.ts';
import { Http2Session } from '../../src/engine/http/h2/http2-session.ts';
import { Http2Stream } from '../../src/engine/http/h2/http2-stream.ts';
import { DIAL, Listener, turns, type Verdict } from './http1-lanes.ts';
import { NodeHttp2Session } from './node-http2-session.ts';
import type { Http2Script, ScriptedHttp2Server } from './scripted-http2-server.ts';

export type Http2LaneName = 'node' | 'own';

interface Lane {
  /** It takes further requests, now or later. */
  readonly open: boolean;
  readonly free: boolean;
  request(request: WireRequest, handler: AnswerHandler): void;
  destroy(): void;
}

const ORIGIN = 'https://it';

/** Neither lane asks whether its socket is one of TLS: what is compared is above it. */
function openHttp2Lane(lane: Http2LaneName, socket: Socket): Lane {
  if (lane === 'node') return new NodeHttp2Session(ORIGIN, socket);
  const session = new Http2Session(
    ORIGIN,
    { socket, tcp: socket, protocol: null, connectingMs: 0, tlsMs: 0 },
    DIAL,
    () => undefined,
  );
  return {
    get open() {
      return session.open;
    },
    get free() {
      return session.free;
    },
    request: (request, handler) => session.request(new Http2Stream(), request, handler),
    destroy: () => session.destroy(),
  };
}

export interface Http2Course {
  /** Of each request, before the server ended the connection, where it had kept it; null: it was not let in. */
  readonly early: readonly (string | null)[];
  readonly verdicts: readonly Verdict[];
  /** Whether the connection takes more requests. */
  readonly open: boolean;
  /** What came of one more, where it does. */
  readonly next: string | null;
  /** What the server heard. */
  readonly heard: readonly string[];
}

const MOST_TURNS = 60;

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < MOST_TURNS && !holds(); i++) await turn();
}

/** Plays a script to one of the lanes, and says all that a client can tell. What never ends by itself is ended by the server. */
export async function http2CourseOf(
  lane: Http2LaneName,
  port: number,
  server: ScriptedHttp2Server,
  script: Http2Script,
): Promise<Http2Course> {
  server.reset();
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  const client = openHttp2Lane(lane, socket);
  const listeners: (Listener | null)[] = [];
  const under: Listener[] = [];
  const ask = async (request: WireRequest): Promise<void> => {
    if (!client.free) {
      listeners.push(null);
      return;
    }
    const listener = new Listener();
    listeners.push(listener);
    under.push(listener);
    client.request(request, listener);
    await until(() => server.requests >= under.length);
  };
  const [first, ...others] = script.requests;
  await ask(first);
  await server.play([script.begin], 'keep');
  await turns();
  for (const request of others) await ask(request);
  if (script.aborts) {
    under.shift()?.breaker?.abort(new Error('Broken off'));
    await turns();
  }
  await server.play(script.pieces, script.then);
  await until(() => under.every(({ outcome }) => outcome !== 'waiting'));
  const early = listeners.map((listener) => listener?.outcome ?? null);
  const { open } = client;
  let next: string | null = null;
  if (client.free && script.then === 'keep') {
    server.answers = true;
    const last = new Listener();
    client.request({ method: 'GET', path: '/next', headers: [], body: null }, last);
    await until(() => last.outcome !== 'waiting');
    next = last.outcome;
  }
  const { heard } = server;
  server.end();
  await until(() => under.every(({ outcome }) => outcome !== 'waiting'));
  client.destroy();
  socket.destroy();
  const verdicts = listeners.flatMap((listener) => listener?.verdict ?? []);
  const course = { early, verdicts, open, next, heard };
  return lane === 'node' ? withReasons(course) : course;
}

/**
 * Node does not tell whether it was the server that broke something off, or node, as the server did not keep to the protocol, and with which code. What
 * node told the server does.
 */
function withReasons(course: Http2Course): Http2Course {
  const codeOf = (pattern: RegExp): string | undefined =>
    course.heard.map((line) => pattern.exec(line)?.[1]).find((code) => code !== undefined);
  const goAway = codeOf(/^GOAWAY ([13-9]|1\d)$/);
  const told = (outcome: string, id: number): string => {
    const code = outcome.includes('RST_STREAM')
      ? codeOf(new RegExp(`^RST_STREAM (\\d+) on ${id}$`))
      : outcome.includes('does not keep to HTTP')
        ? goAway
        : undefined;
    if (code === undefined) return outcome;
    const { kind, code: errorCode, message } = violationFailure(ORIGIN, Number(code)).failure;
    return `${kind} ${errorCode} ${message}`;
  };
  return {
    ...course,
    early: course.early.map((outcome, index) => outcome && told(outcome, 2 * index + 1)),
    verdicts: course.verdicts.map((verdict, index) => ({ ...verdict, outcome: told(verdict.outcome, 2 * index + 1) })),
  };
}
