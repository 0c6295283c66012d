import type * as vscode from 'vscode';
import type { LoadLevel, RunEvent } from '../run/events.ts';
import type { RunModel } from '../run/model.ts';

/** A run as views show it: one that is on, or one that a journal holds. */
export interface ShownRun {
  readonly id: string;
  /** The scenario file, as far as it is known. */
  readonly scenario: vscode.Uri | null;
  readonly model: RunModel;
  /** New events came, and are in the model; none, when it was found that no more will. */
  readonly onDidReceive: vscode.Event<readonly RunEvent[]>;
  readonly journal: vscode.Uri;
  /** New events will come. */
  readonly live: boolean;
  /** One iteration of each scenario, which says nothing about the file's thresholds. */
  readonly once: boolean;
  /** Changes the load from now on; only there for a run that this window started. */
  change?(level: Partial<LoadLevel>): void;
}
