import { EVENTS_VERSION, type RunEvent } from './events.ts';
import { currentPlan } from './old-plan.ts';
import { RunModel } from './model.ts';

/** File names of journals end like this. */
export const JOURNAL_SUFFIX = '.run.jsonl';

export interface JournalReading {
  readonly events: readonly RunEvent[];
  /** What was wrong with the text, in words; null when all of it could be read. The last line of a killed run may be cut. */
  readonly problem: string | null;
}

/**
 * Reads a journal's text as far as it is valid. A last line that was cut in the middle of writing is left out without a
 * problem: the run was killed, and all before it is good.
 */
export function parseJournal(text: string): JournalReading {
  const events: RunEvent[] = [];
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const event = parseEvent(line);
    if (event === null) {
      const cut = index === lines.length - 1;
      return { events, problem: cut && events.length > 0 ? null : `Line ${index + 1} is not a run event.` };
    }
    const version: number = event.type === 'run-start' ? event.version : EVENTS_VERSION;
    if (version > EVENTS_VERSION) {
      return { events: [], problem: `This run was written by a newer Rampwright (format ${version}).` };
    }
    if (index === 0 && event.type !== 'run-start') return { events: [], problem: 'This is not the journal of a run.' };
    events.push(event.type === 'run-start' ? { ...event, plan: currentPlan(event.plan) } : event);
  }
  return { events, problem: events.length === 0 ? 'The journal is empty.' : null };
}

/** Folds a whole journal; a run without `run-end` is interrupted. */
export function readRun(text: string): { readonly run: RunModel; readonly problem: string | null } {
  const { events, problem } = parseJournal(text);
  const run = new RunModel();
  for (const event of events) run.apply(event);
  run.markInterrupted();
  return { run, problem };
}

function parseEvent(line: string): RunEvent | null {
  try {
    const value: unknown = JSON.parse(line);
    // A journal is our own writing: an object with a `type` is taken at its word.
    return typeof value === 'object' && value !== null && 'type' in value ? (value as RunEvent) : null;
  } catch {
    return null;
  }
}
