/** The figures of compared runs, side by side. */
import { subjectKey, type Subject } from '../run/compared-blocks.ts';
import { figuresOf, figureValue, type ComparedFigure } from '../run/compared-figures.ts';
import type { ComparedSpan } from '../run/compared-span.ts';
import type { FigureChange, Judgement, JudgedChanges, NotJudged } from '../run/judged-changes.ts';

/** One figure of a subject. */
export interface ComparedFigures {
  /** What the others are judged against: of several repeats their mean. */
  readonly baseline: number | null;
  /** How far a repeat is from that at most; null: there is only one. */
  readonly spread: number | null;
  /** By run. */
  readonly values: readonly ComparedValue[];
}

export interface ComparedValue {
  readonly value: number | null;
  /** null: of a run of the baseline. */
  readonly judgement: Judgement | null;
  /** Of what is not judged. */
  readonly why: NotJudged | null;
}

/** By figure. A metric has no rate and no failures. */
export type SubjectFigures = Readonly<Partial<Record<ComparedFigure, ComparedFigures>>>;

/**
 * @param spans of all runs, the baseline's first
 * @param judged each of the others against the baseline
 */
export function comparedFigures(
  subject: Subject,
  spans: readonly ComparedSpan[],
  baselines: number,
  judged: readonly JudgedChanges[],
): SubjectFigures {
  const key = subjectKey(subject);
  const changes = judged.map(
    ({ subjects }) => subjects.find((candidate) => subjectKey(candidate.subject) === key)?.changes ?? [],
  );
  return Object.fromEntries(
    figuresOf(subject.kind).map((figure): [ComparedFigure, ComparedFigures] => {
      const own = changes.map((some): FigureChange | undefined => some.find((change) => change.figure === figure));
      // What the baseline has is in every comparison with it.
      const told = own.find((change) => change !== undefined);
      const values = spans.map((span, index): ComparedValue => {
        const change = own[index - baselines];
        if (index >= baselines)
          return {
            value: change?.after ?? null,
            judgement: change?.judgement ?? 'too-little',
            why: change?.why ?? null,
          };
        const figures = span.subjects.get(key)?.figures;
        return { value: figures ? figureValue(figure, figures, span.ms) : null, judgement: null, why: null };
      });
      return [figure, { baseline: told?.before ?? null, spread: told?.spread ?? null, values }];
    }),
  );
}
