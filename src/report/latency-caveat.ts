import type { Plan, Threshold } from '../scenario/plan.ts';
import type { ThresholdResult } from '../run/events.ts';
import { metricDefinition } from '../run/metrics.ts';
import type { RunModel } from '../run/model.ts';
import { percent } from './format.ts';
import { recordedBy } from './recording-requests.ts';

/** More failures than this among a latency's samples, and its figure is about failures. */
const MOSTLY = 0.5;

/**
 * What a latency requirement's figure really measured: `failed requests only`, `mostly failed requests (67.0 %)`, or '' where
 * at least half of its samples are of requests that did not fail. A fast rejection is no fast service.
 */
export function latencyCaveat(run: RunModel, threshold: Threshold, result: ThresholdResult): string {
  const share = failedShare(run, threshold, result);
  if (share <= MOSTLY) return '';
  return share >= 1 ? 'failed requests only' : `mostly failed requests (${percent(share)})`;
}

/**
 * Of a latency's samples, the share that failed requests have at least: those beyond the number of requests that passed.
 * What the scenario tolerates is asked for and counts as passed. 0 for what is no latency of requests.
 */
function failedShare(run: RunModel, threshold: Threshold, { samples }: ThresholdResult): number {
  const { plan } = run;
  if (!plan || samples === 0) return 0;
  const metric = metricDefinition(threshold.metric, plan.metrics);
  if (metric?.kind !== 'trend' || metric.contains !== 'time' || threshold.condition.method === 'count') return 0;
  const passed = passedRequests(run, plan, threshold);
  return passed === null ? 0 : Math.max(0, samples - passed) / samples;
}

function passedRequests(run: RunModel, plan: Plan, threshold: Threshold): number | null {
  const recorded = recordedBy(plan, threshold.metric);
  if (recorded === null && !threshold.metric.startsWith('http_req_')) return null;
  const names = recorded ? [...new Set(recorded.map((step) => step.name))] : [undefined];
  let passed = 0;
  for (const name of names) {
    const tags = name === undefined ? threshold.tags : { ...threshold.tags, name };
    const failures = run.total('http_req_failed', tags);
    const tolerated = run.total('http_req_failed', { ...tags, tolerated: 'true' });
    if (failures?.kind === 'rate') passed += failures.total - failures.trues;
    if (tolerated?.kind === 'rate') passed += tolerated.trues;
  }
  return passed;
}
