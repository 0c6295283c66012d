/**
 * The stand-in for three services: calls, voice and video, on three ports.
 *
 *     node server.mjs [--port 3350] [--open 700]
 *
 * --port is that of calls; voice and video listen on the two after it. A few calls hang until the client gives up. Voice
 * throttles what is more than 110 requests a second. Video renders 12 videos at once, what is more waits; with 50 videos to
 * do, its circuit opens and answers 502 to every new one, for --open milliseconds, and after that stays closed for at least
 * four times as long. 700 ms are right for a run of 30 s; the 21 minutes of the published test had 30 s. Both can be
 * changed while the server runs:
 *
 *     curl -d '{"openMs":30000,"mostRenders":10}' http://127.0.0.1:3352/__control
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { between, queue, rateLimit, runAsProgram, startStandIn } from '../stand-in.mjs';

const PORT = 3350;
const VOICE_PER_S = 110;
const RENDERERS = 12;

/** @typedef {import('../stand-in.mjs').Route} Route */

/** @param {{ port?: number, openMs?: number, mostRenders?: number }} [options] port 0 takes free ones */
export async function startServer({ port = PORT, openMs = 700, mostRenders = 50 } = {}) {
  const settings = { openMs, mostRenders };
  const at = (/** @type {number} */ offset) => (port === 0 ? 0 : port + offset);
  const [calls, voice, video] = await Promise.all([
    startStandIn({ port: at(0), routes: { ...healthRoute('calls'), ...callRoutes() } }),
    startStandIn({ port: at(1), routes: { ...healthRoute('voice'), ...voiceRoutes() } }),
    startStandIn({ port: at(2), routes: { ...healthRoute('video'), ...videoRoutes(settings) }, settings }),
  ]);
  const services = { calls, voice, video };
  return {
    url: [calls.url, voice.url, video.url].join(', '),
    services,
    close: async () => {
      await Promise.all(Object.values(services).map((service) => service.close()));
    },
  };
}

/** @param {string} service @returns {Record<string, Route>} */
function healthRoute(service) {
  return {
    'GET /health': async () => {
      await delay(between(20, 30));
      const timestamp = new Date().toISOString();
      return { status: 200, body: { status: 'ok', service, uptime: process.uptime(), timestamp } };
    },
  };
}

/** @returns {Record<string, Route>} */
function callRoutes() {
  return {
    'GET /calls': async () => {
      const luck = Math.random();
      if (luck < 0.04) return 'hang';
      await delay(between(40, 260));
      if (luck < 0.042) return { status: 500, body: { error: 'internal' } };
      return { status: 200, body: { calls: [{ id: 'call-1', seconds: 312 }] } };
    },
  };
}

/** @returns {Record<string, Route>} */
function voiceRoutes() {
  const overLimit = rateLimit();
  return {
    'POST /speech': async () => {
      const refusal = overLimit(VOICE_PER_S);
      await delay(refusal ? 23 : between(80, 280));
      return refusal ?? { status: 200, body: { audio: 'UklGRiQAAABXQVZF', ms: 850 } };
    },
  };
}

/** @param {{ openMs: number, mostRenders: number }} settings @returns {Record<string, Route>} */
function videoRoutes(settings) {
  const untilDone = queue();
  /** @type {Map<string, number>} when each is done, in ms of `performance.now()` */
  const renders = new Map();
  let openUntil = 0;
  let closedUntil = 0;
  return {
    'POST /renders': async () => {
      const now = performance.now();
      if (now >= closedUntil && [...renders.values()].filter((doneAt) => doneAt > now).length >= settings.mostRenders) {
        openUntil = now + settings.openMs;
        closedUntil = openUntil + 4 * settings.openMs;
      }
      if (now < openUntil) {
        await delay(23);
        return { status: 502, body: { error: 'circuit_open' } };
      }
      const id = randomUUID();
      const workMs = between(500, 1500);
      // Renderers take their turns: each is done with a twelfth of what waits, and then with this one.
      renders.set(id, now + untilDone(workMs / RENDERERS) + workMs);
      await delay(between(60, 160));
      return { status: 202, body: { id, state: 'queued' } };
    },
    'GET /renders/{id}': async ({ id }) => {
      await delay(between(20, 60));
      const doneAt = renders.get(id);
      if (doneAt === undefined) return { status: 404, body: { error: 'no_such_render' } };
      const done = performance.now() >= doneAt;
      return { status: 200, body: { id, state: done ? 'done' : 'rendering' } };
    },
  };
}

await runAsProgram(import.meta.url, PORT, { open: { type: 'string' } }, (port, { open }) =>
  startServer({ port, openMs: Number(open ?? 700) }),
);
