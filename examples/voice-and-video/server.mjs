/**
 * The stand-in for three services: calls, voice and video, on three ports.
 *
 *     node server.mjs [--port 3350] [--open 500]
 *
 * --port is that of calls; voice and video listen on the two after it. Voice throttles what is more than 110 requests a
 * second, video renders in jobs of a few seconds. Above 20 jobs at once its circuit opens and answers 502 to every new job,
 * for --open milliseconds: the 30 s of the published test are right for its 21 minutes, half a second for a run of 20 s. Then
 * it lets 3 s pass before it opens again.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { between, runAsProgram, startStandIn } from '../stand-in.mjs';

const VOICE_PER_S = 110;
const MOST_JOBS = 20;
const CLOSED_AT_LEAST_MS = 3000;

/** @param {{ port?: number, openMs?: number }} [options] */
export async function startServer({ port = 3350, openMs = 500 } = {}) {
  /** @param {number} offset @param {string} service @param {Record<string, import('../stand-in.mjs').Route>} routes */
  const start = (offset, service, routes) =>
    startStandIn({ port: port === 0 ? 0 : port + offset, routes: { 'GET /health': health(service), ...routes } });
  const calls = await start(0, 'calls', callRoutes());
  const voice = await start(1, 'voice', voiceRoutes());
  const video = await start(2, 'video', videoRoutes(openMs));
  const services = { calls, voice, video };
  return {
    url: [calls.url, voice.url, video.url].join(', '),
    services,
    close: async () => {
      await Promise.all(Object.values(services).map((service) => service.close()));
    },
  };
}

/** @param {string} service @returns {import('../stand-in.mjs').Route} */
function health(service) {
  return async () => {
    await delay(between(20, 30));
    const timestamp = new Date().toISOString();
    return { status: 200, body: { status: 'ok', service, uptime: process.uptime(), timestamp } };
  };
}

/** @returns {Record<string, import('../stand-in.mjs').Route>} */
function callRoutes() {
  return {
    'GET /calls': async () => {
      const luck = Math.random();
      if (luck < 0.03) return 'hang';
      await delay(between(40, 260));
      if (luck < 0.032) return { status: 500, body: { error: 'internal' } };
      return { status: 200, body: { calls: [{ id: 'call-1', seconds: 312 }] } };
    },
  };
}

/** @returns {Record<string, import('../stand-in.mjs').Route>} */
function voiceRoutes() {
  let second = 0;
  let used = 0;
  return {
    'POST /speech': async () => {
      const now = Math.floor(performance.now() / 1000);
      if (now !== second) [second, used] = [now, 0];
      used++;
      if (used > VOICE_PER_S) {
        await delay(20);
        const headers = {
          'retry-after': '1',
          'ratelimit-limit': String(VOICE_PER_S),
          'ratelimit-remaining': '0',
          'ratelimit-reset': '1',
        };
        return { status: 429, body: { error: 'too_many_requests' }, headers };
      }
      await delay(between(80, 300));
      return { status: 200, body: { audio: 'UklGRiQAAABXQVZF', ms: 850 } };
    },
  };
}

/** @param {number} openMs @returns {Record<string, import('../stand-in.mjs').Route>} */
function videoRoutes(openMs) {
  /** @type {Map<string, number>} when each job is done, in ms of `performance.now()` */
  const jobs = new Map();
  let openUntil = 0;
  let closedUntil = 0;
  return {
    'POST /renders': async () => {
      const now = performance.now();
      if (now >= closedUntil && [...jobs.values()].filter((doneAt) => doneAt > now).length >= MOST_JOBS) {
        openUntil = now + openMs;
        closedUntil = openUntil + CLOSED_AT_LEAST_MS;
      }
      if (now < openUntil) return { status: 502, body: { error: 'circuit_open' } };
      await delay(between(60, 160));
      const id = randomUUID();
      jobs.set(id, now + (Math.random() < 0.9 ? between(900, 3000) : between(4000, 7000)));
      return { status: 202, body: { id, state: 'queued' } };
    },
    'GET /renders/{id}': async ({ id }) => {
      await delay(between(20, 60));
      const doneAt = jobs.get(id);
      if (doneAt === undefined) return { status: 404, body: { error: 'no_such_render' } };
      const done = performance.now() >= doneAt;
      return { status: 200, body: { id, state: done ? 'done' : 'rendering' } };
    },
  };
}

await runAsProgram(
  import.meta.url,
  { port: { type: 'string', default: '3350' }, open: { type: 'string', default: '500' } },
  ({ port, open }) => startServer({ port: Number(port), openMs: Number(open) }),
);
