import type { TimeWindow } from '../../run/model.ts';
import type { ErrorRow } from '../../run/tables.ts';
import type { EndpointTimeline, Moment, Reading } from '../../run/timeline.ts';
import { errorTitle } from '../error-titles.ts';
import { clock, duration, percent, plural } from '../format.ts';
import type { Evidence } from './evidence.ts';
import { code, exchangeLink, strong, type Finding, type Phrase } from './finding.ts';
import { numeral } from './numerals.ts';
import type { Rule } from './rule.ts';
import { median } from './statistics.ts';

/** Of the requests of a moment, so many fail in a block, and at most so many outside of it. */
const BLOCK_SHARE = 0.9;
const OUTSIDE_SHARE = 0.2;
/** Fewer moments or requests than this are no block. */
const LEAST_MOMENTS = 3;
const LEAST_REQUESTS = 10;
/** A circuit that is half open lets a request through now and then: blocks this close together are one. */
const JOIN_MS = 2500;
/** An endpoint that fails nearly all the time has no block, it is broken. */
const MOST_OF_THE_TIME = 0.8;

/** A window in which one endpoint failed as a block. */
export interface Block extends TimeWindow {
  moments: number;
  requests: number;
  failed: number;
  throttled: number;
  readonly failedMs: number[];
}

/** One endpoint that failed as a block while the others went on. */
export interface Circuit {
  readonly endpoint: EndpointTimeline;
  /** At least one. */
  readonly blocks: readonly Block[];
  /** How long all blocks lasted together, and their share of the time in which the endpoint was asked. */
  readonly blockedMs: number;
  readonly share: number;
  readonly usualMs: number;
  readonly others: { readonly requests: number; readonly failed: number };
  /** Its failures. */
  readonly rows: readonly ErrorRow[];
}

/** One endpoint fails as a block while the others go on: in which windows, how much, and whether it was answered quickly. */
export const openCircuit: Rule = {
  id: 'open-circuit',
  unless: ['machine-limits'],
  find: (evidence) => openCircuits(evidence).map(finding),
};

/** In the order of the endpoints' first request. */
export function openCircuits(evidence: Evidence): Circuit[] {
  return evidence.timeline.endpoints.flatMap((endpoint) => circuitOf(evidence, endpoint) ?? []);
}

function circuitOf(evidence: Evidence, endpoint: EndpointTimeline): Circuit | null {
  const { moments } = evidence.timeline;
  const blocks = failingBlocks(moments, endpoint);
  if (blocks.length === 0) return null;
  const inside = sum(blocks);
  if (inside.throttled * 2 > inside.failed) return null;
  let firstMs = Number.POSITIVE_INFINITY;
  let lastMs = 0;
  const outside = { requests: 0, failed: 0 };
  const usualMs: number[] = [];
  const others = { requests: 0, failed: 0 };
  for (const [index, moment] of moments.entries()) {
    const reading = endpoint.readings[index];
    const within = blocks.some((block) => moment.fromMs >= block.fromMs && moment.toMs <= block.toMs);
    if (reading) {
      firstMs = Math.min(firstMs, moment.fromMs);
      lastMs = moment.toMs;
    }
    if (within) {
      others.requests += moment.total.requests - (reading?.requests ?? 0);
      others.failed += moment.total.failed - (reading?.failed ?? 0);
    } else if (reading) {
      outside.requests += reading.requests;
      outside.failed += reading.failed;
      if (reading.answered > 0) usualMs.push(reading.p50);
    }
  }
  const blockedMs = blocks.reduce((ms, { fromMs, toMs }) => ms + toMs - fromMs, 0);
  const share = blockedMs / (lastMs - firstMs);
  if (outside.requests < LEAST_REQUESTS || outside.failed > OUTSIDE_SHARE * outside.requests) return null;
  if (share > MOST_OF_THE_TIME || others.failed > OUTSIDE_SHARE * others.requests) return null;
  const rows = evidence.failures.filter((row) => row.name === endpoint.name && row.method === endpoint.method);
  const [row] = rows;
  // A refusal has a reason of its own, such as a token that expired.
  if (row?.kind === '4xx' || row?.kind === 'expectation') return null;
  return { endpoint, blocks, blockedMs, share, usualMs: median(usualMs), others, rows };
}

function finding({ endpoint, blocks, blockedMs, share, usualMs, others, rows }: Circuit): Omit<Finding, 'rule'> {
  const [row] = rows;
  const inside = sum(blocks);
  const failedMs = median(blocks.flatMap((block) => block.failedMs));
  const quick = failedMs < usualMs / 2;
  const outcome: Phrase[] = row ? [rows.length === 1 ? ', ' : ', mostly ', strong(errorTitle(row))] : [];
  const speed = quick
    ? ` within ${duration(failedMs)} (median) instead of ${duration(usualMs)}, as an open circuit answers.`
    : `, after ${duration(failedMs)} (median).`;
  return {
    level: 'warning',
    parts: [
      code(endpoint.name),
      ' failed as a block in ',
      ...windows(blocks),
      `, ${clock(blockedMs)} in total or ${percent(share)} of its time: ${percent(inside.failed / inside.requests)} of ` +
        plural(inside.requests, 'request'),
      ...outcome,
      speed,
      others.requests > 0 ? ' The other endpoints went on.' : '',
      ...exchangeLink(rows),
    ],
  };
}

/** As many windows as a sentence bears. */
function windows(blocks: readonly TimeWindow[]): Phrase[] {
  const shown = blocks.slice(0, 3).flatMap(({ fromMs, toMs }, index): Phrase[] => {
    const between = index === 0 ? '' : index === blocks.length - 1 ? ' and ' : ', ';
    return [between, { kind: 'window', fromMs, toMs }];
  });
  return blocks.length > 3 ? [...shown, ` and ${numeral(blocks.length - 3)} more`] : shown;
}

function failingBlocks(moments: readonly Moment[], { readings }: EndpointTimeline): Block[] {
  const runs: Block[] = [];
  let open: Block | null = null;
  for (const [index, { fromMs, toMs }] of moments.entries()) {
    const reading = readings[index];
    if (!reading) continue;
    if (reading.failed < BLOCK_SHARE * reading.requests) {
      open = null;
      continue;
    }
    const last: Block | undefined = open ?? runs.at(-1);
    if (last && (open || fromMs - last.toMs < JOIN_MS)) {
      runs[runs.length - 1] = open = extended(last, reading, toMs);
    } else {
      open = extended({ fromMs, toMs, moments: 0, requests: 0, failed: 0, throttled: 0, failedMs: [] }, reading, toMs);
      runs.push(open);
    }
  }
  return runs.filter(({ moments: n, requests }) => n >= LEAST_MOMENTS && requests >= LEAST_REQUESTS);
}

function extended(block: Block, { requests, failed, throttled, failedP50 }: Reading, toMs: number): Block {
  return {
    fromMs: block.fromMs,
    toMs,
    moments: block.moments + 1,
    requests: block.requests + requests,
    failed: block.failed + failed,
    throttled: block.throttled + throttled,
    failedMs: Number.isNaN(failedP50) ? block.failedMs : [...block.failedMs, failedP50],
  };
}

function sum(blocks: readonly Block[]): Pick<Block, 'requests' | 'failed' | 'throttled'> {
  const all = { requests: 0, failed: 0, throttled: 0 };
  for (const { requests, failed, throttled } of blocks) {
    all.requests += requests;
    all.failed += failed;
    all.throttled += throttled;
  }
  return all;
}
