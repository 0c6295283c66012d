import type { PointSink } from './metrics/recorder.ts';
import type { PointBatch } from './protocol.ts';
import { toUnixMs } from './clock.ts';

/** Every single sample between two drains, for outputs that want them. */
export class Points implements PointSink {
  #series: number[] = [];
  #times: number[] = [];
  #values: number[] = [];

  push(series: number, atMs: number, value: number): void {
    this.#series.push(series);
    this.#times.push(toUnixMs(atMs));
    this.#values.push(value);
  }

  drain(): PointBatch {
    const batch = { series: this.#series, times: this.#times, values: this.#values };
    this.#series = [];
    this.#times = [];
    this.#values = [];
    return batch;
  }
}
