/** What a comparison knows of a run's subjects over time, taken apart so far that it fits into a view and a report. */
import { BucketSums } from './bucket-sums.ts';
import { ownTrends, subjectKey, subjectsOf, type Subject } from './compared-blocks.ts';
import { encodeCounts } from './histogram-text.ts';
import type { RunModel } from './model.ts';
import type { SeriesHistory } from './series-history.ts';
import { RateSink } from './sinks.ts';

/** A subject column by column, one entry a point; all of them empty where there is nothing of the kind. */
export interface SubjectPoints {
  readonly requests: readonly number[];
  /** Without what the scenario tolerates. */
  readonly failed: readonly number[];
  readonly tolerated: readonly number[];
  /** Latencies, or values of a trend, as `encodeCounts` writes them: the percentiles of any stretch are exact. */
  readonly values: readonly string[];
}

/** Of all subjects of a run together: more would make a report too large to be sent around. */
const MOST_CELLS = 8000;

/** The length of the points of subjects: that of the charts' points, or as many times that as it takes to hold so many subjects. */
export function subjectStepMs(pointMs: number, runs: readonly RunModel[], subjects: number): number {
  const points = Math.max(...runs.map((run) => pointsOf(run, pointMs)));
  return pointMs * Math.max(1, Math.ceil((points * subjects) / MOST_CELLS));
}

/** How many points of a length a run has; half a second of what began is none. */
export function pointsOf({ elapsedMs }: RunModel, sizeMs: number): number {
  return Math.max(1, Math.ceil((elapsedMs - 500) / sizeMs));
}

interface Member {
  readonly history: SeriesHistory;
  readonly tolerated: boolean;
}

/** All requests of a run. */
export function totalPoints(run: RunModel, sizeMs: number): SubjectPoints {
  const [total] = pointsBySubject(run, sizeMs, ({ kind }) => kind === 'total').values();
  return total ?? { requests: [], failed: [], tolerated: [], values: [] };
}

/** All other subjects of a run, by `subjectKey`. */
export function subjectPoints(run: RunModel, sizeMs: number): Map<string, SubjectPoints> {
  return pointsBySubject(run, sizeMs, ({ kind }) => kind !== 'total');
}

function pointsBySubject(
  run: RunModel,
  sizeMs: number,
  isWanted: (subject: Subject) => boolean,
): Map<string, SubjectPoints> {
  const own = ownTrends(run);
  const members = new Map<string, Member[]>();
  for (const history of run.histories) {
    const { subjects, tolerated } = subjectsOf(history.definition, own);
    for (const subject of subjects.filter(isWanted)) {
      const key = subjectKey(subject);
      const known = members.get(key);
      if (known) known.push({ history, tolerated });
      else members.set(key, [{ history, tolerated }]);
    }
  }
  const length = pointsOf(run, sizeMs);
  const edges = Array.from({ length }, (_, at) =>
    run.indicesOf({
      fromMs: at * sizeMs,
      toMs: at === length - 1 ? Number.POSITIVE_INFINITY : (at + 1) * sizeMs,
    }),
  );
  return new Map([...members].map(([key, some]) => [key, pointsOfMembers(some, edges)]));
}

const sums = new BucketSums();

function pointsOfMembers(
  members: readonly Member[],
  edges: readonly (readonly [from: number, to: number])[],
): SubjectPoints {
  const outcomes = edges.map(([first, end]) => outcomesOf(members, first, end));
  const column = (count: (outcome: Outcomes) => number): readonly number[] => {
    const counts = outcomes.map(count);
    return counts.some((value) => value > 0) ? counts : [];
  };
  return {
    requests: column(({ requests }) => requests),
    failed: column(({ failed }) => failed),
    tolerated: column(({ tolerated }) => tolerated),
    values: edges.map(([first, end]) => {
      for (const { history } of members) {
        if (history.definition.kind === 'trend') history.addCounts(sums, history.entryAt(first), history.entryAt(end));
      }
      return encodeCounts(sums.drain());
    }),
  };
}

interface Outcomes {
  readonly requests: number;
  readonly failed: number;
  readonly tolerated: number;
}

function outcomesOf(members: readonly Member[], first: number, end: number): Outcomes {
  let [requests, failed, tolerated] = [0, 0, 0];
  for (const { history, tolerated: isTolerated } of members) {
    if (history.definition.kind !== 'rate') continue;
    const sink = new RateSink();
    history.addTo(sink, history.entryAt(first), history.entryAt(end));
    requests += sink.total;
    if (isTolerated) tolerated += sink.trues;
    else failed += sink.trues;
  }
  return { requests, failed, tolerated };
}
