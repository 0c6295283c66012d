/**
 * The stand-in for an API gateway with one service behind it.
 *
 *     node server.mjs [--port 3370] [--recovery 400] [--leak]
 *
 * With more than 150 requests at once its caches are lost: for --recovery milliseconds after the last of such moments every
 * answer takes 30 ms longer. With --leak an answer takes a millisecond longer for every 2,000 requests that came before it.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { between, runAsProgram, startStandIn } from '../stand-in.mjs';

const CROWDED = 150;
const COLD_MS = 30;
const LEAK_MS = 1 / 2000;

/** @param {{ port?: number, recoveryMs?: number, leak?: boolean }} [options] */
export function startServer({ port = 3370, recoveryMs = 400, leak = false } = {}) {
  let running = 0;
  let served = 0;
  let coldUntil = 0;
  return startStandIn({
    port,
    routes: {
      'GET /api/items/{id}': async ({ id }) => {
        const now = performance.now();
        running++;
        served++;
        if (running > CROWDED) coldUntil = now + recoveryMs;
        await delay(between(1, 3) + (now < coldUntil ? COLD_MS : 0) + (leak ? served * LEAK_MS : 0));
        running--;
        return { status: 200, body: { id, name: `Item ${id}`, inStock: true } };
      },
    },
  });
}

await runAsProgram(
  import.meta.url,
  {
    port: { type: 'string', default: '3370' },
    recovery: { type: 'string', default: '400' },
    leak: { type: 'boolean', default: false },
  },
  ({ port, recovery, leak }) => startServer({ port: Number(port), recoveryMs: Number(recovery), leak: leak === true }),
);
