import type { LoadLevel } from '../../run/events.ts';
import type { Timer } from '../clock.ts';
import type { IterationRunner } from './iteration-runner.ts';
import type { Load } from './load.ts';

/** How every load ends: no new iterations, those under way may finish within the graceful stop, then it is done. */
export abstract class EndingLoad implements Load {
  protected readonly runner: IterationRunner;
  readonly #onDone: () => void;
  /** Those to come, in order. */
  readonly #changes: { readonly level: LoadLevel; readonly atMs: number }[] = [];
  #cutOff: Timer | null = null;
  #over = false;
  #done = false;

  /** `onDone` is called once, when the last iteration has ended. */
  constructor(runner: IterationRunner, onDone: () => void) {
    this.runner = runner;
    this.#onDone = onDone;
  }

  /** How many VUs it begins with. */
  protected abstract get firstVUs(): number;

  build(): void {
    if (this.firstVUs > 0) this.runner.vu(this.firstVUs - 1);
  }

  abstract start(): void;

  stop(): void {
    this.end();
    this.runner.stopAll();
  }

  interrupt(): void {
    this.end();
    this.runner.interruptAll();
  }

  change(level: LoadLevel, atMs: number): void {
    if (this.#over) return;
    const change = { level, atMs };
    this.#changes.push(change);
    this.runner.clock.at(atMs, () => this.#changeUpTo(change));
  }

  /** Timers for almost the same moment may come in any order; what was asked for last has to hold. */
  #changeUpTo(last: { readonly level: LoadLevel; readonly atMs: number }): void {
    const due = this.#changes.splice(0, this.#changes.indexOf(last) + 1);
    if (this.#over) return;
    for (const { level, atMs } of due) this.onChange(level, atMs - this.runner.startMs);
  }

  /** Whether no iteration may begin any more. */
  protected get over(): boolean {
    return this.#over;
  }

  /** `sinceStartMs`: before 0 where the scenario is still to start. */
  protected abstract onChange(level: LoadLevel, sinceStartMs: number): void;

  /** What an executor has to take back when its time is over: timers, plans. */
  protected abstract onOver(): void;

  protected end(): void {
    if (this.#over) return;
    this.#over = true;
    this.onOver();
    const { clock, scenario } = this.runner;
    this.#cutOff = clock.at(clock.now() + scenario.gracefulStopMs, () => this.runner.interruptAll());
    this.runner.releaseWaiting();
    this.checkDone();
  }

  /** To be called whenever a VU has become idle. */
  protected checkDone(): void {
    if (!this.#over || this.#done || this.runner.active > 0) return;
    this.#done = true;
    this.#cutOff?.cancel();
    for (const vu of this.runner.vus) vu.closeConnections();
    this.#onDone();
  }
}
