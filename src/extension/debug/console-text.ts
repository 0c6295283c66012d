import type { DebugEvent } from '../../engine/debug/protocol.ts';
import { duration } from '../../report/format.ts';
import { statusTitle } from '../../report/words.ts';
import type { Sample } from '../../run/events.ts';

/** A line of the debug console. */
export interface ConsoleText {
  readonly category: 'stdout' | 'stderr' | 'console';
  readonly text: string;
}

/** `✓ GET /health  200 OK  3 ms`, or `✗ …` with why. */
export function exchangeText({ name, kind, message, response, timings }: Sample): ConsoleText {
  const status = response ? statusTitle(response.status) : 'no response';
  const why = message === '' ? '' : `  ${message}`;
  return {
    category: kind === null ? 'stdout' : 'stderr',
    text: `${kind === null ? '✓' : '✗'} ${name}  ${status}  ${duration(timings.durationMs)}${why}`,
  };
}

const CATEGORIES = { info: 'stdout', warning: 'stderr', error: 'stderr', logpoint: 'console' } as const;

/** What the scenario logs, and what the engine says of it. */
export function outputText({ level, text }: Extract<DebugEvent, { kind: 'output' }>): ConsoleText {
  return { category: CATEGORIES[level], text };
}
