import { formatDuration } from '../scenario/units.ts';

/** A clock that is corrected by less than this is just kept right. */
const LEAST_MS = 2000;

/**
 * Watches the machine's time of day beside the clock that the run goes by, which nobody sets: whoever compares a run with logs of the server
 * has to know where the two part.
 */
export class WallClock {
  /** Time of day less the run's clock; null before the first look. */
  #offsetMs: number | null = null;

  /** A sentence where the time of day has jumped since the last look, else null. */
  look(nowMs: number, unixMs: number): string | null {
    const offsetMs = unixMs - nowMs;
    const jumpMs = this.#offsetMs === null ? 0 : offsetMs - this.#offsetMs;
    if (this.#offsetMs === null || Math.abs(jumpMs) >= LEAST_MS) this.#offsetMs = offsetMs;
    if (Math.abs(jumpMs) < LEAST_MS) return null;
    const by = formatDuration(Math.round(Math.abs(jumpMs) / 1000) * 1000);
    const what = jumpMs > 0 ? `was set forward by ${by}, or the machine slept so long` : `was set back by ${by}`;
    return `The clock of this machine ${what}. Nothing that is measured goes by it; times of day in this run go on from its start.`;
  }
}
