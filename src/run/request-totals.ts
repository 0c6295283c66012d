import type { SeriesDefinition } from './events.ts';
import type { SeriesHistory } from './series-history.ts';
import { RateSink, TrendSink } from './sinks.ts';

/** Whether requests with these tags are of the choice. */
export type RequestChoice = (tags: SeriesDefinition['tags']) => boolean;

/** Whether a series tells of requests: how long they took, or how they came out. */
export function isOfRequests({ metric }: SeriesDefinition): boolean {
  return metric === 'http_req_duration' || metric === 'http_req_failed';
}

interface Member {
  readonly history: SeriesHistory;
  /** The entries before this one are in the totals. */
  next: number;
}

/** Latencies and outcomes of some requests, added up over several series. */
export class RequestTotals {
  /** http_req_duration, ms. The same sink each time: it grows with the run. */
  duration = new TrendSink();
  /** http_req_failed. */
  outcomes = new RateSink();
  /** Of the failed ones, those that the scenario tolerates. */
  tolerated = 0;
  readonly #choice: RequestChoice;
  readonly #intervals: readonly [from: number, to: number] | null;
  readonly #members: Member[] = [];
  /** How many series were asked for. */
  #asked = 0;

  /** `intervals`: the indices of those that count; null: all of them, those to come as well. */
  constructor(choice: RequestChoice, intervals: readonly [from: number, to: number] | null) {
    this.#choice = choice;
    this.#intervals = intervals;
  }

  /** Adds what came since the last call. Without histories (`kept`), it adds up whole series anew. */
  update(series: ReadonlyMap<number, SeriesHistory>, kept: boolean): void {
    this.#take(series);
    if (!kept) {
      this.duration = new TrendSink();
      this.outcomes = new RateSink();
      this.tolerated = 0;
    }
    for (const member of this.#members) {
      const { history, next } = member;
      const end = this.#intervals ? history.entryAt(this.#intervals[1]) : history.length;
      const outcomes = history.definition.metric === 'http_req_failed';
      const before = this.outcomes.trues;
      if (!kept) {
        const { sink } = history;
        if (sink instanceof TrendSink) this.duration.merge(sink);
        if (sink instanceof RateSink) this.outcomes.merge(sink);
      } else if (next < end) {
        history.addTo(outcomes ? this.outcomes : this.duration, next, end);
        member.next = end;
      }
      if (history.definition.tags['tolerated'] === 'true') this.tolerated += this.outcomes.trues - before;
    }
  }

  /** Entries that it had added up have become one. */
  onRolledUp(): void {
    for (const member of this.#members) member.next = member.history.length;
  }

  #take(series: ReadonlyMap<number, SeriesHistory>): void {
    if (this.#asked === series.size) return;
    let index = 0;
    for (const history of series.values()) {
      if (index++ < this.#asked) continue;
      const { definition } = history;
      if (!isOfRequests(definition) || !this.#choice(definition.tags)) continue;
      this.#members.push({ history, next: this.#intervals ? history.entryAt(this.#intervals[0]) : 0 });
    }
    this.#asked = series.size;
  }
}
