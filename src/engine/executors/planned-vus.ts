import type { LoadLevel } from '../../run/events.ts';
import { scaledVUs, type VUStep } from '../../scenario/schedule/index.ts';
import type { Timer } from '../clock.ts';
import type { Vu } from '../vu.ts';
import { EndingLoad } from './ending-load.ts';
import type { Ended, IterationRunner } from './iteration-runner.ts';
import { shareOf } from './load.ts';

interface Loop {
  readonly vu: Vu;
  /** Begins the next iteration, and goes on after one; made once, as an iteration is to make nothing of its own. */
  readonly iterate: () => void;
  readonly onEnd: (ended: Ended) => void;
  running: boolean;
  wanted: boolean;
  /** Can run no iteration, however much it is wanted: its `onStart` failed, or there is no data for it. */
  barren: boolean;
  /** Counts how often the loop was wanted anew, so that an old cut-off does not hit it. */
  generation: number;
}

const BEGINNINGS_AT_A_TIME = 32;

/**
 * Keeps as many VUs looping as are planned: `constant-vus` and `ramping-vus`. A VU that is no longer planned finishes its
 * iteration within `gracefulRampDown`; after the last step all finish within `gracefulStop`. A VU that is planned again while it
 * still finishes just goes on, as in k6.
 */
export class PlannedVUs extends EndingLoad {
  readonly #steps: readonly VUStep[];
  readonly #graceMs: number;
  readonly #loops: Loop[] = [];
  /** Thousands that begin at once would keep each other's first answers waiting. */
  readonly #beginSome = (): void => {
    const some = this.#toBegin.splice(0, BEGINNINGS_AT_A_TIME);
    // Asked for before they begin: one that comes to an empty list meanwhile asks for its own turn.
    if (this.#toBegin.length > 0) this.runner.clock.soon(this.#beginSome);
    for (const loop of some) this.#beginNow(loop);
  };
  #stepTimer: Timer | null = null;
  #next = 0;
  /** What the plan says now, and how many times of it there are to be. */
  #planned = 0;
  #factor = 1;
  /** Those that are planned, and whose turn is still to come. */
  readonly #toBegin: Loop[] = [];

  /** `graceMs`: how long a VU that is no longer planned may take to finish its iteration. */
  constructor(runner: IterationRunner, steps: readonly VUStep[], graceMs: number, onDone: () => void) {
    super(runner, onDone);
    this.#steps = steps;
    this.#graceMs = graceMs;
  }

  protected get firstVUs(): number {
    return this.#wanted(this.#steps.reduce((most, { vus }) => Math.max(most, vus), 0));
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
    const { clock, startMs } = this.runner;
    const nowMs = clock.now();
    // Many steps may be due at once; only the last one counts. Compared as the timer was set, as a difference may be a trifle less.
    let planned: number | null = null;
    for (let step = this.#steps[this.#next]; step && startMs + step.atMs <= nowMs; step = this.#steps[++this.#next])
      planned = step.vus;
    if (planned !== null && this.#next < this.#steps.length) {
      this.#planned = planned;
      this.#plan(this.#wanted(planned));
    }
    this.#wait();
  }

  /** Of this worker. */
  #wanted(planned: number): number {
    return shareOf(scaledVUs(planned, this.#factor), this.runner.share);
  }

  protected onChange({ paused, factor }: LoadLevel): void {
    this.#factor = factor;
    this.runner.pause(paused);
    this.#plan(this.#wanted(this.#planned));
  }

  protected onOver(): void {
    this.#stepTimer?.cancel();
    for (const loop of this.#loops) loop.wanted = false;
  }

  #plan(vus: number): void {
    for (let index = 0; index < vus; index++) {
      const loop = (this.#loops[index] ??= this.#loop(index));
      if (loop.wanted || loop.barren) continue;
      loop.wanted = true;
      loop.generation++;
      if (!loop.running) this.#begin(loop);
    }
    const finishing: { loop: Loop; generation: number }[] = [];
    for (const [index, loop] of this.#loops.entries()) {
      if (index < vus) continue;
      loop.barren = false;
      if (!loop.wanted) continue;
      loop.wanted = false;
      finishing.push({ loop, generation: loop.generation });
      this.runner.releaseWaiting(loop.vu);
    }
    if (finishing.length > 0) this.#cutOff(finishing);
  }

  #cutOff(finishing: readonly { loop: Loop; generation: number }[]): void {
    this.runner.clock.at(this.runner.clock.now() + this.#graceMs, () => {
      for (const { loop, generation } of finishing) {
        if (loop.running && loop.generation === generation) this.runner.interrupt(loop.vu);
      }
    });
  }

  #loop(index: number): Loop {
    const loop: Loop = {
      vu: this.runner.vu(index),
      iterate: () => this.#iterate(loop),
      onEnd: (ended) => {
        if (ended === 'more') this.#iterate(loop);
        else this.runner.end(loop.vu, () => this.#ended(loop, true));
      },
      running: false,
      wanted: false,
      barren: false,
      generation: 0,
    };
    return loop;
  }

  #begin(loop: Loop): void {
    loop.running = true;
    this.runner.active++;
    this.#toBegin.push(loop);
    // Those that are planned at the same moment come together.
    if (this.#toBegin.length === 1) this.runner.clock.soon(this.#beginSome);
  }

  #beginNow(loop: Loop): void {
    // It was planned for less than that.
    if (!loop.wanted) {
      this.#ended(loop, false);
      return;
    }
    this.runner.begin(loop.vu, (beginning) => {
      if (beginning === 'ready') this.#iterate(loop);
      else this.#ended(loop, beginning !== 'interrupted');
    });
  }

  #iterate(loop: Loop): void {
    if (!loop.wanted) this.runner.end(loop.vu, () => this.#ended(loop, false));
    else if (!this.runner.holds(loop.vu, loop.iterate) && !this.runner.paces(loop.vu, loop.iterate))
      this.runner.run(loop.vu, null, this.runner.counter.next(), loop.onEnd);
  }

  #ended(loop: Loop, barren: boolean): void {
    loop.running = false;
    loop.barren = barren;
    this.runner.active--;
    // It may have been planned again while its onStop ran.
    if (loop.wanted && !barren) this.#begin(loop);
    loop.wanted &&= !barren;
    // With VUs that can do nothing any more, and no others to come, there is no load.
    if (barren && this.runner.active === 0 && this.#noMoreToCome()) this.end();
    this.checkDone();
  }

  #noMoreToCome(): boolean {
    return this.#steps.slice(this.#next).every(({ vus }) => this.#wanted(vus) <= this.#loops.length);
  }
}
