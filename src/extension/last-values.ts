import type * as vscode from 'vscode';
import type { LastValues } from './authoring-help.ts';
import type { Runs } from './runs.ts';
import type { ShownRun } from './shown-run.ts';

/** What was captured in a run so far, masked, as its journal has it. */
interface Captured {
  /** How many samples were looked through. */
  seen: number;
  readonly values: Map<string, string>;
}

/** The values that names had in the last run of their scenario. */
export function lastValuesOf(runs: Runs): LastValues {
  const known = new WeakMap<ShownRun, Captured>();
  return (scenario: vscode.Uri, name: string) => {
    const run = runs.last(scenario);
    if (!run) return null;
    const captured = known.get(run) ?? { seen: 0, values: new Map<string, string>() };
    known.set(run, captured);
    for (const { captures } of run.model.samples.slice(captured.seen)) {
      for (const [captureName, json] of captures ?? []) captured.values.set(captureName, json);
    }
    captured.seen = run.model.samples.length;
    return captured.values.get(name) ?? null;
  };
}
