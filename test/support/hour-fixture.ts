/** A soak of an hour, as a journal would hold it: a million requests to twenty endpoints, a stage and a failure now and then. */
import type { Plan, RequestStep } from '../../src/scenario/plan.ts';
import { FixtureWriter, fixturePlan, random, runEnd, runStart } from './run-fixture.ts';
import type { RunEvent } from '../../src/run/events.ts';

export interface HourOptions {
  readonly seconds?: number;
  readonly endpoints?: number;
  readonly requestsPerSecond?: number;
}

/** The events up to `run-end`, or without it where `ended` is false: as far as the run has come. */
export function hourFixture(
  { seconds = 3600, endpoints = 20, requestsPerSecond = 280 }: HourOptions = {},
  ended = true,
): RunEvent[] {
  const plan = planOf(3600, endpoints);
  const next = random(11);
  const writer = new FixtureWriter(plan);
  const { events } = writer;
  events.push(runStart(plan), { type: 'load-start', time: 0 });
  const each = Math.round(requestsPerSecond / endpoints);
  const stages = ['ramp up', 'sustained', 'ramp down'];
  for (let second = 0; second < seconds; second++) {
    const stage = stages[second < 300 ? 0 : second < 3300 ? 1 : 2] ?? '';
    const load = second < 300 ? (second + 1) / 300 : second < 3300 ? 1 : (3600 - second) / 300;
    for (let endpoint = 0; endpoint < endpoints; endpoint++) {
      const name = nameOf(endpoint);
      const base = { name, method: 'GET', scenario: 'default', stage };
      for (let i = 0; i < Math.ceil(each * load); i++) {
        const failed = endpoint === 7 && second % 600 > 560 && next() < 0.6;
        const ms = (8 + 6 * endpoint) * (1 + load / 2) * Math.exp((next() + next() + next() - 1.5) * 0.9);
        const tags = { ...base, status: failed ? '503' : '200', expected_response: String(!failed) };
        const failure = { kind: '5xx', error_code: '1503', tolerated: 'false' };
        writer.count('http_reqs', tags);
        writer.time('http_req_duration', tags, ms);
        writer.rate('http_req_failed', failed ? { ...tags, ...failure } : tags, failed);
        if (failed) writer.count('errors', { ...tags, ...failure });
        writer.time('http_req_waiting', tags, ms * 0.95);
        writer.time('http_req_receiving', tags, ms * 0.03);
      }
      writer.count('iterations', { scenario: 'default' }, each);
    }
    writer.interval(second, Math.round(200 * load), 2 + next(), second % 10 === 9);
  }
  if (ended) events.push(runEnd(events, seconds * 1000));
  return events;
}

function nameOf(endpoint: number): string {
  return `GET /api/v1/resource-${String(endpoint).padStart(2, '0')}/items`;
}

function planOf(seconds: number, endpoints: number): Plan {
  const [scenario] = fixturePlan().scenarios;
  const [choose] = scenario?.steps ?? [];
  const template = choose?.kind === 'choose' ? choose.branches[0]?.steps[0] : undefined;
  if (!scenario || template?.kind !== 'request') throw new TypeError('The fixture has no request to copy');
  const steps = Array.from({ length: endpoints }, (_, id): RequestStep => ({ ...template, id, name: nameOf(id) }));
  const stages = [
    { durationMs: 300_000, target: 200, name: 'ramp up' },
    { durationMs: (seconds - 600) * 1000, target: 200, name: 'sustained' },
    { durationMs: 300_000, target: 0, name: 'ramp down' },
  ];
  return {
    ...fixturePlan({ name: 'Soak of an hour' }, stages),
    scenarios: [
      { ...scenario, steps, executor: { kind: 'ramping-vus', startVUs: 0, stages, gracefulRampDownMs: 30_000 } },
    ],
  };
}
