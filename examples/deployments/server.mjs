/**
 * The stand-in for a deployment API.
 *
 *     node server.mjs [--port 3360] [--throttle 50]
 *
 * It knows its own 200 deployments and those that were made; approval of any other is answered by 404. With --throttle it
 * answers 429 to everything beyond that many requests a second.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { between, runAsProgram, startStandIn } from '../stand-in.mjs';

const KNOWN = 200;

/** @param {{ port?: number, throttle?: number }} [options] `throttle`: requests per second; none by default */
export function startServer({ port = 3360, throttle = Infinity } = {}) {
  /** @type {Map<string, { id: string, service: string, state: string }>} */
  const deployments = new Map();
  /** @param {string} service */
  const add = (service) => {
    const deployment = { id: randomUUID(), service, state: 'waiting' };
    // The oldest go: a stand-in runs as long as one likes.
    if (deployments.size >= 10 * KNOWN) deployments.delete(deployments.keys().next().value ?? '');
    deployments.set(deployment.id, deployment);
    return deployment;
  };
  for (let n = 0; n < KNOWN; n++) add(`service-${n % 12}`);

  let second = 0;
  let used = 0;
  /** @param {import('../stand-in.mjs').Route} answer @returns {import('../stand-in.mjs').Route} */
  const limited = (answer) => async (call) => {
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) [second, used] = [now, 0];
    used++;
    if (used > throttle) return { status: 429, body: { error: 'throttled' }, headers: { 'retry-after': '1' } };
    await delay(Math.random() < 0.9 ? between(1, 6) : between(8, 30));
    return answer(call);
  };

  return startStandIn({
    port,
    routes: {
      'GET /deployments': limited(() => ({ status: 200, body: { items: [...deployments.values()].slice(-20) } })),
      'POST /deployments': limited(({ body }) => {
        const { service } = /** @type {Record<string, unknown>} */ (body ?? {});
        if (typeof service !== 'string') return { status: 400, body: { error: 'service must be given' } };
        return { status: 201, body: add(service) };
      }),
      'GET /deployments/{id}': limited(({ id }) => {
        const deployment = deployments.get(id);
        return deployment ? { status: 200, body: deployment } : { status: 404, body: { error: 'no_such_deployment' } };
      }),
      'POST /deployments/{id}/approve': limited(({ id }) => {
        const deployment = deployments.get(id);
        if (!deployment) return { status: 404, body: { error: 'no_such_deployment' } };
        deployment.state = 'approved';
        return { status: 200, body: deployment };
      }),
    },
  });
}

await runAsProgram(
  import.meta.url,
  { port: { type: 'string', default: '3360' }, throttle: { type: 'string', default: 'Infinity' } },
  ({ port, throttle }) => startServer({ port: Number(port), throttle: Number(throttle) }),
);
