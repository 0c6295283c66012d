import { ONCE_OVERRIDE } from '../run/events.ts';
import type { RunModel } from '../run/model.ts';
import { totalRow } from '../run/tables.ts';
import { headlineOf, type Tone } from './words.ts';

/** What lists of runs show of one, so that they need not read its journal. Plain JSON. */
export interface RunSummary {
  readonly runId: string;
  /** The scenario's title, its file's name, and where the file was (null: not noted). */
  readonly name: string;
  readonly file: string;
  readonly path: string | null;
  /** Unix time in ms. */
  readonly time: number;
  readonly tone: Tone;
  readonly headline: string;
  /** Whether its verdict is that of the scenario: not of one iteration, nor of a run that was stopped. */
  readonly judges: boolean;
  readonly elapsedMs: number;
  readonly requests: number;
  /** 0 to 1; null without requests. */
  readonly failed: number | null;
  readonly perSecond: number;
  readonly p95: number | null;
}

/** null: of an empty journal. */
export function summaryOf(run: RunModel): RunSummary | null {
  const { start } = run;
  if (!start) return null;
  const total = totalRow(run);
  const { tone, text } = headlineOf(run);
  const requests = total?.requests ?? 0;
  return {
    runId: start.runId,
    name: start.plan.name,
    file: start.scenario.file,
    path: start.scenario.path ?? null,
    time: start.time,
    tone,
    headline: text,
    judges: run.state === 'ended' && !start.options.overrides.includes(ONCE_OVERRIDE) && tone !== 'interrupted',
    elapsedMs: run.elapsedMs,
    requests,
    failed: total && requests > 0 ? total.failed / requests : null,
    perSecond: total?.perSecond ?? 0,
    p95: total?.duration.percentile(95) ?? null,
  };
}
