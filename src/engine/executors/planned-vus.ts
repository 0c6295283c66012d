import type { VUStep } from '../../scenario/schedule/index.ts';
import type { Timer } from '../clock.ts';
import { EndingLoad } from './ending-load.ts';
import type { IterationRunner } from './iteration-runner.ts';
import { shareOf } from './load.ts';

interface Loop {
  running: boolean;
  wanted: boolean;
  /** Counts how often the loop was wanted anew, so that an old cut-off does not hit it. */
  generation: number;
}

/**
 * Keeps as many VUs looping as are planned: `constant-vus` and `ramping-vus`. A VU that is no longer planned finishes its
 * iteration within `gracefulRampDown`; after the last step all finish within `gracefulStop`. A VU that is planned again while it
 * still finishes just goes on, as in k6.
 */
export class PlannedVUs extends EndingLoad {
  readonly #steps: readonly VUStep[];
  readonly #gracefulRampDownMs: number;
  readonly #loops: Loop[] = [];
  #stepTimer: Timer | null = null;
  #next = 0;

  constructor(runner: IterationRunner, steps: readonly VUStep[], gracefulRampDownMs: number, onDone: () => void) {
    super(runner, onDone);
    this.#steps = steps.map(({ atMs, vus }) => ({ atMs, vus: shareOf(vus, runner.share) }));
    this.#gracefulRampDownMs = gracefulRampDownMs;
  }

  start(): void {
    this.#wait();
  }

  #wait(): void {
    const step = this.#steps[this.#next];
    if (!step) this.end();
    else this.#stepTimer = this.runner.clock.at(this.runner.startMs + step.atMs, () => this.#step());
  }

  #step(): void {
    const elapsedMs = this.runner.clock.now() - this.runner.startMs;
    // Many steps may be due at once; only the last one counts.
    let planned: number | null = null;
    for (let step = this.#steps[this.#next]; step && step.atMs <= elapsedMs; step = this.#steps[++this.#next])
      planned = step.vus;
    if (planned !== null && this.#next < this.#steps.length) this.#plan(planned, this.#gracefulRampDownMs);
    this.#wait();
  }

  protected onOver(): void {
    this.#stepTimer?.cancel();
    for (const loop of this.#loops) loop.wanted = false;
  }

  #plan(vus: number, graceMs: number): void {
    for (let index = 0; index < vus; index++) {
      const loop = (this.#loops[index] ??= { running: false, wanted: false, generation: 0 });
      if (loop.wanted) continue;
      loop.wanted = true;
      loop.generation++;
      if (!loop.running) this.#begin(index, loop);
    }
    const finishing: { index: number; loop: Loop; generation: number }[] = [];
    for (const [index, loop] of this.#loops.entries()) {
      if (index < vus || !loop.wanted) continue;
      loop.wanted = false;
      finishing.push({ index, loop, generation: loop.generation });
    }
    if (finishing.length > 0) this.#cutOff(finishing, graceMs);
  }

  #cutOff(finishing: readonly { index: number; loop: Loop; generation: number }[], graceMs: number): void {
    this.runner.clock.at(this.runner.clock.now() + graceMs, () => {
      for (const { index, loop, generation } of finishing) {
        if (loop.running && loop.generation === generation) this.runner.interrupt(this.runner.vu(index));
      }
    });
  }

  #begin(index: number, loop: Loop): void {
    loop.running = true;
    this.runner.active++;
    this.#iterate(index, loop);
  }

  #iterate(index: number, loop: Loop): void {
    const vu = this.runner.vu(index);
    if (!loop.wanted) {
      loop.running = false;
      this.runner.active--;
      vu.closeConnections();
      this.checkDone();
      return;
    }
    this.runner.run(vu, null, this.runner.counter.next(), () => this.#iterate(index, loop));
  }
}
