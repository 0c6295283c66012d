import type { RequestStep } from '../../scenario/plan.ts';
import type { Sample, SampleResponse } from '../../run/events.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Lane } from '../lane.ts';
import type { RequestOutcome } from '../metrics/request-metrics.ts';
import type { ScenarioContext } from '../scenario-context.ts';
import { joined } from './answer-view.ts';
import type { Unmet } from './expectation.ts';
import { sampleValues, type CheckOutcome } from './sample-values.ts';

/**
 * Keeps an exchange for whoever looks at the run, unless there are enough of its kind. `checks`: only where all exchanges are kept, and null where
 * the answer was not the last one, of which nothing is taken.
 */
export function keepSample(
  step: RequestStep,
  scenario: ScenarioContext,
  { vu, exchange }: Lane,
  unmet: Unmet | null,
  outcome: RequestOutcome,
  checks: readonly CheckOutcome[] | null,
): void {
  const { request } = exchange;
  const key = `${step.id} ${outcome.status} ${outcome.kind ?? ''} ${outcome.errorCode}`;
  if (!request || !scenario.wantsSample(key)) return;
  const sample: Sample = {
    type: 'sample',
    atMs: scenario.sinceLoadStart(exchange.startedMs),
    phase: scenario.phase,
    scenario: scenario.name,
    name: step.name,
    stepId: step.id,
    vu: vu.id,
    iteration: vu.iterationIndex,
    kind: unmet?.kind ?? null,
    errorCode: unmet?.code ?? 0,
    message: unmet?.message ?? '',
    request: {
      method: request.method,
      url: exchange.origin + request.path,
      headers: pairs(request.headers),
      body: shownRequestBody(request.body, scenario.sampleBytes),
    },
    response: exchange.lost ? null : responseSample(exchange, scenario.sampleBytes),
    timings: { ...exchange.timings },
    ...(checks ? sampleValues(step, vu, scenario.compiler, checks) : {}),
  };
  scenario.keepSample(key, sample, vu);
}

function responseSample(exchange: Exchange, mostBytes: number): SampleResponse {
  const body = exchange.bodyText();
  return {
    status: exchange.status,
    headers: Object.entries(exchange.headers).map(([name, value]) => [name, joined(value)] as const),
    body: exchange.bodyBytes === 0 ? null : body.slice(0, mostBytes),
    bodyBytes: exchange.bodyBytes,
  };
}

/** Names and values in turn, as pairs. */
export function pairs(flat: readonly string[]): (readonly [string, string])[] {
  const result: (readonly [string, string])[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) result.push([flat[i] ?? '', flat[i + 1] ?? '']);
  return result;
}

/** Bytes that are no text would be unreadable. */
function shownRequestBody(body: string | Buffer | null, mostBytes: number): string | null {
  if (body === null || typeof body === 'string') return body?.slice(0, mostBytes) ?? null;
  const start = body.subarray(0, mostBytes);
  return start.includes(0) ? `(${body.length} bytes of binary data)` : start.toString('utf8');
}

/** How what was kept of a body begins, as a sentence; '' where nothing was. */
export function shownBody(exchange: Exchange): string {
  const line = exchange.bodyText().slice(0, 1000).replaceAll(/\s+/g, ' ').trim();
  if (line === '') return '';
  return ` The body starts with: ${line.length > 120 ? `${line.slice(0, 120)}…` : line}`;
}
