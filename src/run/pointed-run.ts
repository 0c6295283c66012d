/** A window of a run whose points are all that is left of it: what a comparison in a view or a report reads. */
import { BucketSums } from './bucket-sums.ts';
import { addValues, nothingGathered, subjectKey, type Block, type Gathered, type Subject } from './compared-blocks.ts';
import { cutOnce, type ComparedSpan } from './compared-span.ts';
import { decodeCounts } from './histogram-text.ts';
import type { SparseCounts } from './histogram.ts';
import type { TimeWindow } from './model.ts';
import type { SubjectPoints } from './subject-points.ts';

/** What was measured of a subject, point by point. */
export interface PointedSubject {
  readonly subject: Subject;
  readonly points: SubjectPoints;
  readonly sizeMs: number;
}

/** The part of a window that whole points lie in, by their middles; a point at least. */
export function wholePoints({ fromMs, toMs }: TimeWindow, sizeMs: number): TimeWindow {
  const at = (ms: number): number => Math.max(0, Math.ceil(ms / sizeMs - 0.5 - 1e-9));
  const from = at(fromMs);
  return { fromMs: from * sizeMs, toMs: Math.max(from + 1, at(toMs)) * sizeMs };
}

/** Decodes what it is asked for, once. */
export class PointedRun {
  readonly #subjects: readonly PointedSubject[];
  readonly #elapsedMs: number;
  readonly #saturated: boolean;
  readonly #stepMs: number;
  readonly #decoded = new Map<SubjectPoints, readonly SparseCounts[]>();

  constructor(subjects: readonly PointedSubject[], elapsedMs: number, saturated: boolean) {
    this.#subjects = subjects;
    this.#elapsedMs = elapsedMs;
    this.#saturated = saturated;
    this.#stepMs = Math.max(...subjects.map(({ sizeMs }) => sizeMs));
  }

  /** Over a window that begins and ends with points. */
  span({ fromMs, toMs }: TimeWindow): ComparedSpan {
    const endMs = Math.min(toMs, this.#elapsedMs);
    const subjects = this.#subjects.flatMap((pointed) => {
      const figures = this.#gathered(pointed, fromMs, toMs);
      return figures.requests > 0 || figures.trend.count > 0 ? [{ subject: pointed.subject, figures }] : [];
    });
    return {
      ms: Math.max(0, endMs - fromMs),
      stepMs: this.#stepMs,
      saturated: this.#saturated,
      subjects: new Map(subjects.map((one) => [subjectKey(one.subject), one])),
      blocks: cutOnce(
        (ms, count) =>
          new Map(
            this.#subjects.map((pointed) => [
              subjectKey(pointed.subject),
              Array.from({ length: count }, (_, at) => this.#block(pointed, fromMs + at * ms, fromMs + (at + 1) * ms)),
            ]),
          ),
      ),
    };
  }

  #gathered(pointed: PointedSubject, fromMs: number, toMs: number): Gathered {
    const { points } = pointed;
    const [from, to] = indicesOf(pointed, fromMs, toMs);
    const figures = nothingGathered();
    figures.requests = sumOf(points.requests, from, to);
    figures.failed = sumOf(points.failed, from, to);
    figures.tolerated = sumOf(points.tolerated, from, to);
    for (const counts of this.#valuesOf(points).slice(from, to)) sums.add(counts);
    figures.trend.histogram.addSparse(sums.drain());
    // Exact ends are not known of a window, so that they cut nothing.
    figures.trend.extend(0, 0, Number.POSITIVE_INFINITY);
    return figures;
  }

  #block(pointed: PointedSubject, fromMs: number, toMs: number): Block | null {
    const { points } = pointed;
    const [from, to] = indicesOf(pointed, fromMs, toMs);
    const block: Block = {
      requests: sumOf(points.requests, from, to),
      failed: sumOf(points.failed, from, to),
      counts: new Map(),
    };
    for (const counts of this.#valuesOf(points).slice(from, to)) addValues(block.counts, counts);
    return block.requests > 0 || block.counts.size > 0 ? block : null;
  }

  #valuesOf(points: SubjectPoints): readonly SparseCounts[] {
    let values = this.#decoded.get(points);
    if (!values) this.#decoded.set(points, (values = points.values.map(decodeCounts)));
    return values;
  }
}

const sums = new BucketSums();

function indicesOf({ sizeMs }: PointedSubject, fromMs: number, toMs: number): readonly [from: number, to: number] {
  return [Math.round(fromMs / sizeMs), Math.round(toMs / sizeMs)];
}

function sumOf(column: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < Math.min(to, column.length); at++) sum += column[at] ?? 0;
  return sum;
}
