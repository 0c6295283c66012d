/**
 * Why a run went as it did, in one to a few sentences. Each is a plain fact that the run's own figures prove; where none can
 * be proven, nothing is said.
 */
import type { Plan, RequestStep } from '../scenario/plan.ts';
import type { FailedSample, ThresholdResult } from '../run/events.ts';
import type { RunModel } from '../run/model.ts';
import { TrendSink } from '../run/sinks.ts';
import { endpointRows, errorRows, type EndpointRow, type ErrorRow } from '../run/tables.ts';
import { errorTitle } from './error-titles.ts';
import { clock, clockRange, count, duration, exact, percent, plural } from './format.ts';
import { SATURATED_DELAY_MS, saturatedShare, saturatedWindows } from './generator-health.ts';
import { allSteps, stepLists } from '../scenario/step-tree.ts';
import { bodyTemplates, expressionsIn } from '../scenario/templates.ts';
import { latencyCaveat, firstSentence } from './words.ts';

/** A part of a sentence: plain text, or evidence that a view can make a link of. */
export type Phrase =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  /** `line`: 0-based, in the scenario file; null where it stands in no file. */
  | { readonly kind: 'code'; readonly text: string; readonly line: number | null }
  | { readonly kind: 'window'; readonly fromMs: number; readonly toMs: number }
  /** A link to one failing exchange; `key` is the `errorKey` of its row. */
  | { readonly kind: 'exchange'; readonly text: string; readonly key: string };

export interface Finding {
  readonly level: 'error' | 'warning' | 'info';
  readonly parts: readonly Phrase[];
}

/** What tells one row of the errors table from the others. */
export function errorKey(
  row: Pick<ErrorRow, 'method' | 'name' | 'kind' | 'status' | 'errorCode' | 'tolerated'>,
): string {
  return [row.method, row.name, row.kind, row.status, row.errorCode, row.tolerated].join(' ');
}

/** The key under which a failure of setup or teardown is shown. */
export function phaseKey(sample: FailedSample): string {
  return `${sample.phase} ${sample.request.method} ${sample.name} ${sample.response?.status ?? 0} ${sample.errorCode}`;
}

/** All that can be said, most important first. */
export function diagnose(run: RunModel): Finding[] {
  const { plan } = run;
  if (!plan) return [];
  // Without load there is nothing else to say: a failed setup explains itself.
  if (run.state === 'ended' && !run.loadStarted) return setupFailure(run);
  return [
    ...failuresAlike(run, plan),
    ...latencyOfFailures(run, plan),
    ...throttling(run),
    ...neverRecorded(run, plan),
    ...saturation(run),
    ...withoutEnd(run),
  ];
}

/** A finding as plain text; `file` adds `(file:line)` behind code that has a line. */
export function findingText({ parts }: Finding, file?: string): string {
  const seen = new Set<number>();
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      switch (part.kind) {
        case 'strong':
          return part.text;
        case 'code':
          if (part.line === null || file === undefined || seen.has(part.line)) return part.text;
          seen.add(part.line);
          return `${part.text} (${file}:${part.line + 1})`;
        case 'window':
          return clockRange(part.fromMs, part.toMs);
        case 'exchange':
          return '';
      }
    })
    .join('')
    .trim();
}

// ── rules ──

function setupFailure(run: RunModel): Finding[] {
  const failed = run.failures.find((sample) => sample.phase === 'setup');
  if (!failed || run.end?.outcome !== 'aborted') return [];
  const { reason } = run.end;
  const more = reason.slice(firstSentence(reason).length).trim();
  const step = run.plan && allSteps(run.plan.setup).find(({ id }) => id === failed.stepId);
  return [
    {
      level: 'error',
      parts: [
        'Setup failed at ',
        { kind: 'code', text: failed.name, line: step?.range.start.line ?? null },
        ': ',
        { kind: 'strong', text: errorTitle(failureOf(failed)) },
        `. No load was made. ${more === '' ? '' : `${more} `}`,
        { kind: 'exchange', text: 'Show the failing exchange', key: phaseKey(failed) },
      ],
    },
  ];
}

/** One outcome is behind every failure; and where the failing endpoints are just those that send a captured value, that. */
function failuresAlike(run: RunModel, plan: Plan): Finding[] {
  const all = errorRows(run);
  const rows = all.filter((row) => !row.tolerated);
  const tolerated = all.reduce((sum, row) => sum + (row.tolerated ? row.count : 0), 0);
  const first = rows[0];
  const titles = new Set(rows.map(errorTitle));
  if (!first || titles.size !== 1) return [];
  const failures = rows.reduce((sum, row) => sum + row.count, 0);
  const endpoints = endpointRows(run);
  const failing = endpoints.filter((endpoint) => rows.some((row) => row.name === endpoint.name));
  const title: Phrase = { kind: 'strong', text: errorTitle(first) };
  const exchange: Phrase[] = rows.some((row) => row.samples.length > 0)
    ? [' ', { kind: 'exchange', text: 'Show a failing exchange', key: errorKey(rowWithSample(rows) ?? first) }]
    : [];
  const subject = failures === 1 ? 'the only failure is ' : `all ${count(failures)} failures are `;
  const apart = tolerated > 0 ? `apart from ${plural(tolerated, 'tolerated answer')}, ` : '';
  const lead: Phrase[] = [capitalised(apart + subject), title];
  // With tolerated failures on other endpoints, who is spared would take more than a sentence.
  const shared = tolerated > 0 ? null : sharedCause(plan, endpoints, failing);
  if (!shared) return [{ level: 'error', parts: [...lead, ...where(endpoints, failing), '.', ...exchange] }];

  const capture: Phrase = { kind: 'code', text: `\${setup.${shared.name}}`, line: shared.line };
  const rest = endpoints.filter((endpoint) => !failing.includes(endpoint));
  const on =
    failing.length === 1 ? 'the one endpoint that sends' : `the ${numeral(failing.length)} endpoints that send`;
  const spared: Phrase[] =
    rest.length === 1
      ? [' ', { kind: 'code', text: rest[0]?.name ?? '', line: null }, ', which sends none, has no failure.']
      : [` The ${numeral(rest.length)} others, which send none, have no failure.`];
  return [
    { level: 'error', parts: [...lead, `, on exactly ${on} `, capture, '.', ...spared, ...exchange] },
    ...setupFacts(plan, shared.name, failing, rows),
  ];
}

/** Says of a captured value whose every use failed that it was never accepted. */
function setupFacts(plan: Plan, name: string, failing: readonly EndpointRow[], rows: readonly ErrorRow[]): Finding[] {
  const step = requestsIn(plan.setup).find(({ captures }) => captures.some((capture) => capture.name === name));
  const capture = step?.captures.find((candidate) => candidate.name === name);
  if (!step || !capture || !rows.every((row) => row.status === 401 || row.status === 403)) return [];
  if (failing.some((endpoint) => endpoint.failed < endpoint.requests)) return [];
  const firstMs = Math.min(...rows.map((row) => row.firstMs));
  const status = rows[0]?.status ?? 401;
  return [
    {
      level: 'info',
      parts: [
        'Setup succeeded: ',
        { kind: 'code', text: step.name, line: step.range.start.line },
        ' captured ',
        { kind: 'code', text: name, line: capture.expression.range.start.line },
        `. The first ${status} came in second ${count(Math.floor(firstMs / 1000) + 1)} and no request with it ever passed: ` +
          `it was never accepted, so it did not expire.`,
      ],
    },
  ];
}

/** Passing latency requirements whose figure is of failed requests. */
function latencyOfFailures(run: RunModel, plan: Plan): Finding[] {
  const results = run.thresholds.filter(
    (result) => isGood(result) && latencyCaveat(run, thresholdOf(plan, result), result) !== '',
  );
  if (results.length === 0) return [];
  const rejected = endpointRows(run).filter((row) => row.requests > 0 && row.failed - row.tolerated === row.requests);
  const duration95 = new TrendSink();
  for (const row of rejected) duration95.merge(row.duration);
  const p95 = duration95.percentile(95);
  const answered = errorRows(run).every((row) => row.status > 0);
  const figure = rejected.length > 0 && p95 !== null ? ` (p95 ${duration(p95)})` : '';
  const which = rejected.length > 0 ? 'of these endpoints ' : '';
  const one = results.length === 1;
  return [
    {
      level: 'warning',
      parts: [
        `The latency figures ${which}measure ${answered ? 'rejections' : 'failures'}${figure}, not the work. ` +
          `The ${one ? 'passing requirement' : `${numeral(results.length)} passing requirements`} about them ` +
          `${one ? 'says' : 'say'} nothing about the service.`,
      ],
    },
  ];
}

/** From this share of throttled requests on, the rest of the figures is no longer of the load that was meant. */
const SPOILED_SHARE = 0.05;

function throttling(run: RunModel): Finding[] {
  const rows = errorRows(run).filter((row) => !row.tolerated);
  const limited = rows.filter((row) => row.status === 429);
  const first = limited[0];
  if (!first) return [];
  const answers = limited.reduce((sum, row) => sum + row.count, 0);
  const requests = endpointRows(run).reduce((sum, row) => sum + row.requests, 0);
  const spoiled =
    answers >= SPOILED_SHARE * requests
      ? `Of ${plural(requests, 'request')} it let ${count(requests - answers)} in (${percent(1 - answers / requests)}): ` +
        'this run measures its limit and not what it can do.'
      : '';
  if (limited.length === rows.length) {
    return spoiled === '' ? [] : [{ level: 'warning', parts: ['The server throttles. ', spoiled] }];
  }
  const exchange: Phrase[] =
    first.samples.length > 0 ? [{ kind: 'exchange', text: 'Show one', key: errorKey(first) }] : [];
  return [
    {
      level: 'info',
      parts: [
        `${plural(answers, 'answer was', 'answers were')} `,
        { kind: 'strong', text: errorTitle(first) },
        `: the server throttles. They count as failures. ${spoiled === '' ? '' : `${spoiled} `}`,
        ...exchange,
      ],
    },
  ];
}

function neverRecorded(run: RunModel, plan: Plan): Finding[] {
  if (run.state !== 'ended' || run.elapsedMs === 0) return [];
  const steps = stepLists(plan).flatMap(allSteps);
  const recorded = new Set(
    steps
      .flatMap((step) => (step.kind === 'record' ? step.values : 'record' in step ? step.record : []))
      .map(({ name }) => name),
  );
  const missing = run.thresholds
    .filter(({ verdict }) => verdict === 'no-data')
    .map((result) => thresholdOf(plan, result))
    .filter(({ metric }) => plan.metrics.some(({ name }) => name === metric) && !recorded.has(metric));
  const first = missing[0];
  if (!first) return [];
  return [
    {
      level: 'warning',
      parts: [
        { kind: 'code', text: first.metric, line: first.range.start.line },
        ' has no samples: no step of the scenario records it.',
      ],
    },
  ];
}

function saturation(run: RunModel): Finding[] {
  const share = saturatedShare(run);
  if (share <= 0) return [];
  const windows = saturatedWindows(run);
  const delayMs = Math.max(
    ...run.intervals.flatMap(({ health }) => health.map((worker) => worker.eventLoopDelayP99Ms)),
  );
  const [first] = windows;
  return [
    {
      level: 'warning',
      parts: [
        'The generator was the bottleneck for ',
        { kind: 'strong', text: `${clock(share * run.elapsedMs)} of ${clock(run.elapsedMs)}` },
        ` (${percent(share)}): event-loop delay p99 above ${duration(SATURATED_DELAY_MS, exact)}, up to ${duration(delayMs)}`,
        ...(first ? [windows.length === 1 ? ', ' : ', first ', { kind: 'window', ...first } as const] : []),
        '. Latencies in there include its own delay.',
      ],
    },
  ];
}

function withoutEnd(run: RunModel): Finding[] {
  if (run.state !== 'interrupted') return [];
  return [
    {
      level: 'info',
      parts: [
        `The run has no end: its engine was killed or lost. All that it measured up to ${clock(run.elapsedMs)} is here; ` +
          'nothing was judged for good.',
      ],
    },
  ];
}

// ── evidence ──

/**
 * The captured value of setup that exactly the failing endpoints send, while at least one endpoint that got requests sends
 * none; null where there is none.
 */
function sharedCause(
  plan: Plan,
  endpoints: readonly EndpointRow[],
  failing: readonly EndpointRow[],
): { readonly name: string; readonly line: number } | null {
  const steps = requestsIn(plan.scenarios.flatMap(({ steps }) => steps));
  const captured = requestsIn(plan.setup).flatMap(({ captures }) => captures.map(({ name }) => name));
  for (const name of captured) {
    const uses = new Map<string, { readonly line: number }>();
    for (const step of steps) {
      const line = lineOfUse(step, name);
      if (line !== null && !uses.has(step.name)) uses.set(step.name, { line });
    }
    // An endpoint that some step reaches with the value and another without proves nothing.
    if (steps.some((step) => uses.has(step.name) && lineOfUse(step, name) === null)) continue;
    const senders = endpoints.filter((endpoint) => uses.has(endpoint.name));
    const exact = senders.length === failing.length && senders.every((endpoint) => failing.includes(endpoint));
    const first = uses.get(failing[0]?.name ?? '');
    if (exact && senders.length < endpoints.length && first) return { name, line: first.line };
  }
  return null;
}

function lineOfUse(step: RequestStep, name: string): number | null {
  const reads = new RegExp(`\\bsetup\\.${name}\\b`);
  const templates = [
    step.url,
    ...step.headers.map(([, value]) => value),
    ...step.query.map(([, value]) => value),
    ...bodyTemplates(step.body),
  ];
  const use = templates.flatMap(expressionsIn).find(({ source }) => reads.test(source));
  return use ? use.range.start.line : null;
}

function requestsIn(steps: Parameters<typeof allSteps>[0]): RequestStep[] {
  return allSteps(steps).filter((step) => step.kind === 'request');
}

function where(endpoints: readonly EndpointRow[], failing: readonly EndpointRow[]): Phrase[] {
  if (endpoints.length < 2) return [];
  const [only] = failing;
  if (failing.length === 1 && only) return [', on ', { kind: 'code', text: only.name, line: null }, ' only'];
  if (failing.length === endpoints.length) return [`, on all ${numeral(endpoints.length)} endpoints`];
  return [`, on ${numeral(failing.length)} of ${numeral(endpoints.length)} endpoints`];
}

function rowWithSample(rows: readonly ErrorRow[]): ErrorRow | undefined {
  return rows.find((row) => row.samples.length > 0);
}

function failureOf(sample: FailedSample): Pick<ErrorRow, 'kind' | 'status' | 'errorCode'> {
  return { kind: sample.kind, status: sample.response?.status ?? 0, errorCode: sample.errorCode };
}

function isGood({ verdict }: ThresholdResult): boolean {
  return verdict === 'pass' || verdict === 'warn';
}

function thresholdOf(plan: Plan, result: ThresholdResult): Plan['thresholds'][number] {
  const threshold = plan.thresholds[result.id];
  if (!threshold) throw new RangeError(`The plan has no threshold ${result.id}`);
  return threshold;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const NUMERALS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

function numeral(n: number): string {
  return NUMERALS[n] ?? count(n);
}
