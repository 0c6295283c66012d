/**
 * The stand-in for an API gateway with one service behind it.
 *
 *     node server.mjs [--port 3370] [--recovery 400] [--leak 0.5]
 *
 * With more than 150 requests at once its caches are lost: for --recovery milliseconds after the last of such moments every
 * answer takes 30 ms longer. With --leak an answer takes that many milliseconds longer for every 1,000 requests that came
 * before it. Both can be changed while the server runs:
 *
 *     curl -d '{"leakMs":0.5,"recoveryMs":60000}' http://127.0.0.1:3370/__control
 */
import { setTimeout as delay } from 'node:timers/promises';
import { between, runAsProgram, startStandIn } from '../stand-in.mjs';

const PORT = 3370;
const CROWDED = 150;
const COLD_MS = 30;

/** @param {{ port?: number, recoveryMs?: number, leakMs?: number }} [options] port 0 takes a free one */
export function startServer({ port = PORT, recoveryMs = 400, leakMs = 0 } = {}) {
  const settings = { recoveryMs, leakMs };
  let running = 0;
  let leakedMs = 0;
  let coldUntil = 0;
  return startStandIn({
    port,
    settings,
    routes: {
      'GET /api/items/{id}': async ({ id }) => {
        const now = performance.now();
        running++;
        leakedMs = settings.leakMs > 0 ? leakedMs + settings.leakMs / 1000 : 0;
        if (running > CROWDED) coldUntil = now + settings.recoveryMs;
        await delay(between(1, 3) + (now < coldUntil ? COLD_MS : 0) + leakedMs);
        running--;
        return { status: 200, body: { id, name: `Item ${id}`, inStock: true } };
      },
    },
  });
}

await runAsProgram(
  import.meta.url,
  PORT,
  { recovery: { type: 'string' }, leak: { type: 'string' } },
  (port, { recovery, leak }) => startServer({ port, recoveryMs: Number(recovery ?? 400), leakMs: Number(leak ?? 0) }),
);
