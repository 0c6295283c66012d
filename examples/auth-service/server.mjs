/**
 * The stand-in for an auth service: log in, verify the token, log out.
 *
 *     node server.mjs [--port 3340] [--processes 1]
 *
 * An account has one session: who logs in again revokes the token of before, and with it verify and logout are answered
 * by 401, as they should be. A process does 1,400 requests a second, what is more waits; where it waits long, some
 * connections get no answer at all. With --processes 4 there are four of them behind a load balancer, each with its own
 * memory for sessions: a token that one has issued is unknown to the other three. Their number can be changed while the
 * server runs:
 *
 *     curl -d '{"processes":4}' http://127.0.0.1:3340/__control
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { between, queue, runAsProgram, startStandIn } from '../stand-in.mjs';

/** The one password of all accounts. A stand-in has no secrets. */
export const PASSWORD = 'correct-horse';

const PORT = 3340;
const SERVICE_MS = 1 / 1.4;
/** From this wait on connections are lost. */
const OVERLOADED_MS = 600;
const LOST_SHARE = 0.04;

/**
 * @typedef {object} Process
 * @property {(workMs: number) => number} untilDone
 * @property {Map<string, string>} sessions tokens by account
 * @property {Map<string, string>} issued accounts by token, also of tokens that were revoked
 *
 * @typedef {import('../stand-in.mjs').Answer} Answer
 * @typedef {import('../stand-in.mjs').Call} Call
 */

/** @param {{ port?: number, processes?: number }} [options] port 0 takes a free one */
export function startServer({ port = PORT, processes = 1 } = {}) {
  const settings = { processes };
  /** @type {Process[]} */
  const pool = [];
  let turn = 0;
  /** @returns {Process} */
  const nextProcess = () => {
    const index = turn++ % settings.processes;
    return (pool[index] ??= { untilDone: queue(), sessions: new Map(), issued: new Map() });
  };

  /**
   * A route of one of the processes, in its turn.
   *
   * @param {(process: Process, call: Call) => Answer} answer
   * @returns {import('../stand-in.mjs').Route}
   */
  const route = (answer) => async (call) => {
    const process = nextProcess();
    const waitMs = process.untilDone(SERVICE_MS);
    if (waitMs > OVERLOADED_MS && Math.random() < LOST_SHARE) return 'hang';
    await delay(waitMs + workMs());
    return answer(process, call);
  };

  return startStandIn({
    port,
    settings,
    routes: {
      'POST /login': route(({ sessions, issued }, { body }) => {
        const { username, password } = /** @type {Record<string, unknown>} */ (body ?? {});
        if (typeof username !== 'string' || password !== PASSWORD) {
          return { status: 403, body: { error: 'invalid_credentials' } };
        }
        const token = randomUUID();
        sessions.set(username, token);
        issued.set(token, username);
        return { status: 200, body: { token } };
      }),
      'GET /verify': route((process, { token }) => {
        const account = accountOf(process, token);
        return account === null ? refused(process, token) : { status: 200, body: { account } };
      }),
      'POST /logout': route((process, { token }) => {
        const account = accountOf(process, token);
        if (account === null) return refused(process, token);
        process.sessions.delete(account);
        return { status: 200, body: { loggedOut: true } };
      }),
    },
  });
}

/** @param {Process} process @param {string} token */
function accountOf({ sessions, issued }, token) {
  const account = issued.get(token);
  return account !== undefined && sessions.get(account) === token ? account : null;
}

/** @param {Process} process @param {string} token */
function refused({ issued }, token) {
  return { status: 401, body: { error: issued.has(token) ? 'token_revoked' : 'token_unknown' } };
}

/** Mostly quick, now and then a cold cache or a slow disk. */
function workMs() {
  const luck = Math.random();
  return luck < 0.94 ? between(8, 20) : luck < 0.988 ? between(100, 260) : between(1500, 2500);
}

await runAsProgram(import.meta.url, PORT, { processes: { type: 'string' } }, (port, { processes }) =>
  startServer({ port, processes: Number(processes ?? 1) }),
);
