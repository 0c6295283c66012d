/**
 * The stand-in for a deployment API.
 *
 *     node server.mjs [--port 3360] [--throttle 50]
 *
 * It knows its own 200 deployments and those that were made; approval of any other is answered by 404. With --throttle it
 * answers 429 to everything beyond that many requests a second. The limit can be changed while the server runs, 0 is none:
 *
 *     curl -d '{"throttle":50}' http://127.0.0.1:3360/__control
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { between, rateLimit, runAsProgram, startStandIn } from '../stand-in.mjs';

const PORT = 3360;
const KNOWN = 200;

/** @param {{ port?: number, throttle?: number }} [options] `throttle`: requests per second; 0, the default, is no limit */
export function startServer({ port = PORT, throttle = 0 } = {}) {
  const settings = { throttle };
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
  const latest = Array.from({ length: KNOWN }, (_, n) => add(`service-${n % 12}`)).slice(-20);

  const overLimit = rateLimit();
  /** @param {import('../stand-in.mjs').Route} answer @returns {import('../stand-in.mjs').Route} */
  const limited = (answer) => async (call) => {
    const refusal = settings.throttle > 0 ? overLimit(settings.throttle) : null;
    if (refusal) return refusal;
    await delay(Math.random() < 0.9 ? between(1, 6) : between(8, 30));
    return answer(call);
  };

  return startStandIn({
    port,
    settings,
    routes: {
      'GET /deployments': limited(() => ({ status: 200, body: { items: latest } })),
      'POST /deployments': limited(({ body }) => {
        const { service } = /** @type {Record<string, unknown>} */ (body ?? {});
        if (typeof service !== 'string') return { status: 400, body: { error: 'service must be given' } };
        const deployment = add(service);
        latest.shift();
        latest.push(deployment);
        return { status: 201, body: deployment };
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

await runAsProgram(import.meta.url, PORT, { throttle: { type: 'string' } }, (port, { throttle }) =>
  startServer({ port, throttle: Number(throttle ?? 0) }),
);
