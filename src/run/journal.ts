import { EVENTS_VERSION, type RunEvent } from './events.ts';
import { currentPlan } from './old-plan.ts';
import { RunModel } from './model.ts';

export interface JournalReading {
  readonly events: readonly RunEvent[];
  /** What was wrong with the text, in words; null when all of it could be read. The last line of a killed run may be cut. */
  readonly problem: string | null;
}

/** Reads a journal's text as it comes, in parts that may end anywhere, as far as it is valid. */
export class JournalParser {
  #rest = '';
  #line = 0;
  #problem: string | null = null;

  /** What is wrong with the text so far, in words; nothing after that is read. A last line that is not whole yet is no problem. */
  get problem(): string | null {
    return this.#problem ?? (this.#line === 0 && this.#rest === '' ? 'The journal is empty.' : null);
  }

  /** The events of all lines that are whole now and were not before. */
  push(text: string): RunEvent[] {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#event(line));
  }

  /**
   * The event of a last line without its end, where it is one. A line that was cut in the middle of writing is left out without a
   * problem: the run was killed, and all before it is good.
   */
  end(): RunEvent[] {
    const rest = this.#rest;
    this.#rest = '';
    if (this.#line > 0 && parseEvent(rest) === null) return [];
    return this.#event(rest);
  }

  #event(line: string): RunEvent[] {
    if (this.#problem !== null || line === '') return [];
    this.#line++;
    const event = parseEvent(line);
    if (event === null) {
      this.#problem = `Line ${this.#line} is not a run event.`;
      return [];
    }
    const version: number = event.type === 'run-start' ? event.version : EVENTS_VERSION;
    if (version > EVENTS_VERSION) {
      this.#problem = `This run was written by a newer Rampwright (format ${version}).`;
      return [];
    }
    if (this.#line === 1 && event.type !== 'run-start') {
      this.#problem = 'This is not the journal of a run.';
      return [];
    }
    return [event.type === 'run-start' ? { ...event, plan: currentPlan(event.plan) } : event];
  }
}

/** Reads a journal's text as far as it is valid. */
export function parseJournal(text: string): JournalReading {
  const parser = new JournalParser();
  const events = [...parser.push(text), ...parser.end()];
  return { events, problem: parser.problem };
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
