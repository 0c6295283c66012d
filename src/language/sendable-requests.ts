import type { SourceDocument } from '../scenario/document.ts';
import type { LoadedScenario } from '../scenario/index.ts';
import type { Problem } from '../scenario/problem.ts';
import { sendPlan, type SendPlan } from '../scenario/send.ts';
import { sendableSteps, type SendableStep } from '../scenario/sendable-steps.ts';
import { entryOf, type SourceNode, type Span } from '../scenario/source.ts';
import { stepLists } from './step-lists.ts';

/** What makes a load of a scenario's steps, and has no part in sending one of them. */
const LOAD_KEYS = [
  'executor',
  'vus',
  'duration',
  'iterations',
  'maxDuration',
  'stages',
  'rate',
  'timeUnit',
  'startRate',
  'startVUs',
  'spawnRate',
  'startTime',
  'maxVUs',
  'preAllocatedVUs',
  'pacing',
  'gracefulStop',
  'gracefulRampDown',
];

/**
 * The requests that can be sent although the file may have errors: those that no error concerns. null where errors of syntax leave it
 * open what belongs to what.
 */
export function sendableRequests(loaded: LoadedScenario): readonly SendableStep[] | null {
  const { draft } = loaded.model;
  if (loaded.plan) return sendableSteps(loaded.plan);
  if (!draft || hasSyntaxErrors(loaded)) return null;
  return sendableSteps(draft).filter((step) => {
    const sent = sendPlan(draft, step.id);
    return sent !== null && errorsOf(sent, loaded).length === 0;
  });
}

/** The file's errors that concern a request: those of its own steps, and of whatever counts for all steps. */
export function errorsOf(sent: SendPlan, { document, problems }: LoadedScenario): readonly Problem[] {
  const places = [sent.step, ...sent.before].map(({ range }) => document.lines.offset(range.start));
  const apart = spansApart(document, places);
  return problems.filter(({ severity, range }) => {
    const at = document.lines.offset(range.start);
    return severity === 'error' && !apart.some(({ start, end }) => start <= at && at < end);
  });
}

export function hasSyntaxErrors({ problems }: Pick<LoadedScenario, 'problems'>): boolean {
  return problems.some(({ code }) => code === 'yaml-syntax' || code === 'json-syntax');
}

/** The parts of the file that have nothing to do with the steps at these offsets: requirements, the load, and other steps. */
function spansApart({ root }: SourceDocument, places: readonly number[]): readonly Span[] {
  if (!root) return [];
  const scenarios = entryOf(root, 'scenarios')?.value;
  const bodies = [root, ...(scenarios?.kind === 'map' ? scenarios.entries.map(({ value }) => value) : [])];
  const steps = stepLists(root)
    .flatMap(({ list }) => list.items)
    .filter(({ span }) => !places.some((place) => span.start <= place && place < span.end));
  return [
    ...bodies.flatMap((body) => entriesNamed(body, LOAD_KEYS)),
    ...entriesNamed(root, ['thresholds']),
    ...steps.map(({ span }) => span),
  ];
}

function entriesNamed(body: SourceNode, keys: readonly string[]): readonly Span[] {
  return keys.flatMap((key) => {
    const entry = entryOf(body, key);
    return entry ? [{ start: entry.keySpan.start, end: Math.max(entry.keySpan.end, entry.value.span.end) }] : [];
  });
}
