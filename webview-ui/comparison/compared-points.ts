/** The numbers behind the charts of a comparison: every run's points on one time axis. */
import type { Points } from '../chart-data.ts';
import type { RunsComparison } from '../../src/report/comparison-model.ts';
import type { RunPoints } from '../../src/report/comparison-points.ts';
import { decodeCounts } from '../../src/run/histogram-text.ts';
import { Histogram } from '../../src/run/histogram.ts';
import type { TimeWindow } from '../../src/run/model.ts';

type Column = readonly (number | null)[];

/** A run's columns, one entry a point; null where nothing was measured. */
export interface RunColumns {
  /** VUs, or iterations a second. */
  readonly load: Column;
  readonly rate: Column;
  /** Share of failures, 0 to 1. */
  readonly failed: Column;
  /** The percentile that was asked for, ms. */
  readonly latency: Column;
}

export interface ComparedBins extends Points {
  readonly runs: readonly RunColumns[];
}

/** A run's figures over a window. */
export interface RunFigures {
  readonly load: number | null;
  readonly rate: number | null;
  readonly failed: number | null;
  readonly latencies: Histogram;
}

const TIMES = [1, 2, 3, 4, 6, 12, 24, 60, 120];
/** A p99 of fewer samples is only a maximum; but no chart gets coarser than this for the sake of it. */
const WANTED_SAMPLES = 100;
const FEWEST_POINTS = 60;

export class ComparedPoints {
  readonly endMs: number;
  readonly #pointMs: number;
  readonly #arrivals: boolean;
  readonly #runs: readonly { readonly points: RunPoints; readonly latencies: readonly Uint32Array[] }[];

  constructor({ runs, pointMs, loadUnit }: RunsComparison) {
    this.#pointMs = pointMs;
    this.#arrivals = loadUnit === 'iterations/s';
    this.#runs = runs.map(({ points }) => ({
      points,
      latencies: points.total.values.map((text) => Uint32Array.from(decodeCounts(text))),
    }));
    this.endMs = Math.max(1000, ...runs.map(({ elapsedMs }) => elapsedMs));
  }

  /** The smallest points that are at most `most` in number and hold enough samples for a percentile. */
  bins({ fromMs, toMs }: TimeWindow, most: number, percentile: number): ComparedBins {
    const count = Math.max(1, (toMs - fromMs) / this.#pointMs);
    const samples = Math.min(...this.#runs.map(({ points }) => this.#samplesOf(points, { fromMs, toMs })));
    const forSamples = samples > 0 ? Math.min((WANTED_SAMPLES * count) / samples, count / FEWEST_POINTS) : 1;
    const wanted = Math.max(count / Math.max(10, most), forSamples);
    const sizeMs = this.#pointMs * (TIMES.find((times) => times >= wanted) ?? Math.ceil(wanted));
    const length = Math.max(1, Math.ceil((toMs - fromMs) / sizeMs - 1e-9));
    const runs = this.#runs.map((_, run) => this.#columns(run, fromMs, sizeMs, length, percentile));
    return {
      sizeMs,
      fromMs,
      t: Array.from({ length }, (_, index) => (fromMs + (index + 0.5) * sizeMs) / 1000),
      measured: Array.from({ length }, (_, index) => runs.some(({ load }) => (load[index] ?? null) !== null)),
      runs,
    };
  }

  /** Of a run over a window. */
  over(run: number, { fromMs, toMs }: TimeWindow): RunFigures {
    const within = this.#indices(run, fromMs, toMs);
    const figures = this.#figures(run, within);
    const latencies = new Histogram();
    for (const at of within) latencies.addSparse(this.#runs[run]?.latencies[at] ?? new Uint32Array());
    return { ...figures, latencies };
  }

  #samplesOf(points: RunPoints, { fromMs, toMs }: TimeWindow): number {
    return points.total.requests.reduce((sum, n, at) => (this.#isWithin(at, fromMs, toMs) ? sum + n : sum), 0);
  }

  #columns(run: number, fromMs: number, sizeMs: number, length: number, percentile: number): RunColumns {
    const groups = Array.from({ length }, (_, index) =>
      this.#indices(run, fromMs + index * sizeMs, fromMs + (index + 1) * sizeMs),
    );
    const figures = groups.map((group) => this.#figures(run, group));
    return {
      load: figures.map(({ load }) => load),
      rate: figures.map(({ rate }) => rate),
      failed: figures.map(({ failed }) => failed),
      latency: groups.map((group) => this.#percentile(run, group, percentile)),
    };
  }

  #figures(run: number, within: readonly number[]): Omit<RunFigures, 'latencies'> {
    const points = this.#runs[run]?.points;
    const sum = (column: readonly number[] | undefined): number =>
      within.reduce((total, at) => total + (column?.[at] ?? 0), 0);
    const seconds = sum(points?.measuredMs) / 1000;
    if (!points || seconds === 0) return { load: null, rate: null, failed: null };
    const requests = sum(points.total.requests);
    return {
      load: this.#arrivals
        ? sum(points.iterations) / seconds
        : within.reduce((most, at) => Math.max(most, points.vus[at] ?? 0), 0),
      rate: requests / seconds,
      failed: requests === 0 ? null : sum(points.total.failed) / requests,
    };
  }

  #percentile(run: number, within: readonly number[], percentile: number): number | null {
    scratch.reset();
    for (const at of within) scratch.addSparse(this.#runs[run]?.latencies[at] ?? new Uint32Array());
    return scratch.count === 0 ? null : scratch.percentile(percentile);
  }

  /** The points whose middles are in a stretch of time. */
  #indices(run: number, fromMs: number, toMs: number): number[] {
    const length = this.#runs[run]?.points.measuredMs.length ?? 0;
    const from = Math.max(0, Math.ceil(fromMs / this.#pointMs - 0.5 - 1e-9));
    const to = Math.min(length, Math.ceil(toMs / this.#pointMs - 0.5 - 1e-9));
    return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  }

  #isWithin(at: number, fromMs: number, toMs: number): boolean {
    const middleMs = (at + 0.5) * this.#pointMs;
    return middleMs >= fromMs && middleMs < toMs;
  }
}

const scratch = new Histogram();
