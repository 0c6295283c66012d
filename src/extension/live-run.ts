import * as vscode from 'vscode';
import { startEngine, type EngineRun } from '../engine/client.ts';
import type { RunRequest } from '../engine/protocol.ts';
import { TrackedLines } from '../language/tracked-lines.ts';
import type { LoadLevel, RunEvent } from '../run/events.ts';
import { createMask } from '../run/mask.ts';
import { RunModel } from '../run/model.ts';
import type { Plan } from '../scenario/plan.ts';
import type { PreparedRun } from './run-preparation.ts';
import type { ShownRun } from './shown-run.ts';

/** After a graceful stop was asked for, an engine that is still there this much later than it may take is ended. */
const PATIENCE_MS = 10_000;

/** A run of a scenario document, from its start on; when it has ended, it is the file's last run. */
export class LiveRun implements ShownRun {
  readonly id: string;
  readonly scenario: vscode.Uri;
  readonly journal: vscode.Uri;
  readonly model = new RunModel();
  readonly startedAt = new Date();
  /** Where the lines that ran are now. */
  readonly lines: TrackedLines;
  /** E.g. `run once`; '' for the whole file. */
  readonly label: string;
  /** One iteration of each scenario, which says nothing about the file's thresholds. */
  readonly once: boolean;
  /** When the engine has gone; never rejects. */
  readonly finished: Promise<void>;

  readonly #request: RunRequest;
  readonly #engine: EngineRun;
  readonly #didReceive = new vscode.EventEmitter<readonly RunEvent[]>();
  #live = true;
  #stopping = false;
  #problem: string | null = null;
  #patience: NodeJS.Timeout | undefined;

  readonly onDidReceive = this.#didReceive.event;

  constructor(engineEntry: string, scenario: vscode.Uri, { request, journal, label, once }: PreparedRun) {
    this.id = request.options.runId;
    this.scenario = scenario;
    this.journal = journal;
    this.label = label;
    this.once = once;
    this.lines = new TrackedLines(request.scenario.text);
    this.#request = request;
    this.#engine = startEngine(engineEntry, request, { onEvents: (events) => this.#receive(events) });
    this.finished = this.#engine.finished.then(({ end, problem }) => this.#finish(end !== null, problem));
  }

  get live(): boolean {
    return this.#live;
  }

  get stopping(): boolean {
    return this.#stopping && this.#live;
  }

  /** A person asked it to stop. */
  get stopped(): boolean {
    return this.#stopping;
  }

  /** Why the engine went away before the run's end; null where it didn't. */
  get problem(): string | null {
    return this.#problem;
  }

  get plan(): Plan {
    return this.#request.plan;
  }

  /** The text that runs. */
  get text(): string {
    return this.#request.scenario.text;
  }

  /** Of the engine. */
  get pid(): number | undefined {
    return this.#engine.pid;
  }

  /** The first time gracefully, the second time at once. Who doesn't end then is ended. */
  stop(): void {
    if (!this.#live) return;
    const again = this.#stopping;
    this.#stopping = true;
    this.#engine.stop();
    const graceMs = again
      ? 0
      : Math.max(0, ...this.#request.plan.scenarios.map(({ gracefulStopMs }) => gracefulStopMs));
    clearTimeout(this.#patience);
    this.#patience = setTimeout(
      () => this.#engine.kill(),
      graceMs + this.#request.plan.teardownTimeoutMs + PATIENCE_MS,
    );
    this.#didReceive.fire([]);
  }

  /** Changes the load from now on; the answer is a `load-change` among the events. */
  change(level: Partial<LoadLevel>): void {
    if (this.#live && !this.#stopping) this.#engine.change(level);
  }

  kill(): void {
    this.#engine.kill();
  }

  #receive(events: readonly RunEvent[]): void {
    for (const event of events) this.model.apply(event);
    this.#didReceive.fire(events);
  }

  #finish(ended: boolean, problem: string | null): void {
    clearTimeout(this.#patience);
    this.#live = false;
    if (!ended) {
      this.model.markInterrupted();
      this.#problem = createMask(Object.values(this.#request.secrets))(problem ?? 'The load engine has gone.');
    }
    this.#didReceive.fire([]);
    this.#didReceive.dispose();
  }
}
