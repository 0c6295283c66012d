/** The figures of compared runs over a window, judged anew by what lies in it. */
import type { ComparedSubject, RunsComparison } from '../../src/report/comparison-model.ts';
import { comparedFigures } from '../../src/report/compared-subjects.ts';
import { TOTAL } from '../../src/run/compared-blocks.ts';
import { judgeChanges, type JudgedChanges } from '../../src/run/judged-changes.ts';
import type { TimeWindow } from '../../src/run/model.ts';
import { PointedRun, wholePoints } from '../../src/run/pointed-run.ts';

export interface WindowedChanges {
  /** What of the window the figures are of: it begins and ends with points. */
  readonly window: TimeWindow;
  readonly subjects: readonly ComparedSubject[];
  /** Each of the other runs against the baseline. */
  readonly judged: readonly JudgedChanges[];
}

export class ComparedWindow {
  readonly #comparison: RunsComparison;
  #runs: readonly PointedRun[] | null = null;

  constructor(comparison: RunsComparison) {
    this.#comparison = comparison;
  }

  over(window: TimeWindow): WindowedChanges {
    const { runs, baselines, pairs, subjects, stepMs } = this.#comparison;
    const whole = wholePoints(window, stepMs);
    const spans = this.#pointed().map((run) => run.span(whole));
    const baseline = spans.filter((_, index) => runs[index]?.role === 'baseline');
    const judged = spans
      .slice(baselines)
      .map((span, index) =>
        judgeChanges(baseline, span, pairs[index]?.sameLoad ?? false, { tolerance: pairs[index]?.tolerance ?? 0 }),
      );
    return {
      window: whole,
      subjects: subjects.map((row) => ({ ...row, figures: comparedFigures(row.subject, spans, baselines, judged) })),
      judged,
    };
  }

  /** Decoded when the first window is looked at. */
  #pointed(): readonly PointedRun[] {
    const { runs, subjects, pointMs, stepMs } = this.#comparison;
    return (this.#runs ??= runs.map(
      ({ points, elapsedMs, generator }, index) =>
        new PointedRun(
          [
            { subject: TOTAL, points: points.total, sizeMs: pointMs },
            ...subjects.flatMap(({ subject, points: byRun }) => {
              const own = byRun[index];
              return own ? [{ subject, points: own, sizeMs: stepMs }] : [];
            }),
          ],
          elapsedMs,
          generator?.trust === 'saturated',
        ),
    ));
  }
}
