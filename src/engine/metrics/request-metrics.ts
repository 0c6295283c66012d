import type { Timings } from '../../run/events.ts';
import type { ErrorKind } from '../../run/metrics.ts';
import type { CounterCell, RateCell, Recorder, Tags, TrendCell } from './recorder.ts';

/** What a request's metrics are tagged by, besides its step and stage. */
export interface RequestOutcome {
  /** 0: no answer. */
  readonly status: number;
  /** `HTTP/1.1` or `HTTP/2.0`. */
  readonly proto: string;
  readonly failed: boolean;
  readonly tolerated: boolean;
  readonly kind: ErrorKind | null;
  /** 0: none. */
  readonly errorCode: number;
}

interface Cells {
  readonly requests: CounterCell;
  readonly duration: TrendCell;
  readonly blocked: TrendCell;
  readonly connecting: TrendCell;
  readonly tls: TrendCell;
  readonly sending: TrendCell;
  readonly waiting: TrendCell;
  readonly receiving: TrendCell;
  readonly failed: RateCell;
  readonly errors: CounterCell | null;
}

/** The HTTP metrics of one request step. Cells are looked up once per distinct outcome and stage. */
export class RequestMetrics {
  readonly #recorder: Recorder;
  readonly #tags: Tags;
  readonly #stageName: (stage: number) => string | undefined;
  readonly #byOutcome = new Map<string, Cells>();
  /** Nearly every request is a success as the one before: found without a key. */
  #lastSuccess: {
    readonly stage: number;
    readonly status: number;
    readonly proto: string;
    readonly cells: Cells;
  } | null = null;

  /** `tags`: name, method, scenario, group and the step's own. */
  constructor(recorder: Recorder, tags: Tags, stageName: (stage: number) => string | undefined) {
    this.#recorder = recorder;
    this.#tags = tags;
    this.#stageName = stageName;
  }

  record(stage: number, outcome: RequestOutcome, timings: Timings, atMs: number): void {
    this.#record(this.#cells(stage, outcome), outcome.failed, timings, atMs);
  }

  /** A request whose answer was as expected. */
  recordSuccess(stage: number, status: number, proto: string, timings: Timings, atMs: number): void {
    let last = this.#lastSuccess;
    if (last?.status !== status || last.stage !== stage || last.proto !== proto) {
      const outcome = { status, proto, failed: false, tolerated: false, kind: null, errorCode: 0 };
      last = this.#lastSuccess = { stage, status, proto, cells: this.#cells(stage, outcome) };
    }
    this.#record(last.cells, false, timings, atMs);
  }

  #record(cells: Cells, failed: boolean, timings: Timings, atMs: number): void {
    const recorder = this.#recorder;
    recorder.add(cells.requests, 1, atMs);
    recorder.record(cells.duration, timings.durationMs, atMs);
    recorder.record(cells.blocked, timings.blockedMs, atMs);
    recorder.record(cells.connecting, timings.connectingMs, atMs);
    recorder.record(cells.tls, timings.tlsMs, atMs);
    recorder.record(cells.sending, timings.sendingMs, atMs);
    recorder.record(cells.waiting, timings.waitingMs, atMs);
    recorder.record(cells.receiving, timings.receivingMs, atMs);
    recorder.count(cells.failed, failed, atMs);
    if (cells.errors) recorder.add(cells.errors, 1, atMs);
  }

  #cells(stage: number, outcome: RequestOutcome): Cells {
    const { status, proto, failed, errorCode, kind, tolerated } = outcome;
    const key = `${stage} ${status} ${proto} ${failed} ${errorCode} ${kind ?? ''} ${tolerated}`;
    const known = this.#byOutcome.get(key);
    if (known) return known;
    const recorder = this.#recorder;
    const tags: Tags = {
      ...this.#tags,
      status: String(outcome.status),
      proto: outcome.status > 0 ? outcome.proto : undefined,
      expected_response: String(!outcome.failed),
      error_code: outcome.errorCode > 0 ? String(outcome.errorCode) : undefined,
      stage: this.#stageName(stage),
      // The step's own tag of this name stays: `http_req_duration{kind:read}` has failed requests, too.
      kind: this.#tags['kind'] ?? outcome.kind ?? undefined,
      tolerated: String(outcome.tolerated),
    };
    const cells: Cells = {
      requests: recorder.counter('http_reqs', tags),
      duration: recorder.trend('http_req_duration', tags),
      blocked: recorder.trend('http_req_blocked', tags),
      connecting: recorder.trend('http_req_connecting', tags),
      tls: recorder.trend('http_req_tls_handshaking', tags),
      sending: recorder.trend('http_req_sending', tags),
      waiting: recorder.trend('http_req_waiting', tags),
      receiving: recorder.trend('http_req_receiving', tags),
      failed: recorder.rate('http_req_failed', tags),
      errors: outcome.failed ? recorder.counter('errors', { ...tags, kind: outcome.kind ?? undefined }) : null,
    };
    this.#byOutcome.set(key, cells);
    return cells;
  }
}
