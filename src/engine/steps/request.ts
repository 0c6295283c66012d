import type { Expression, RequestStep } from '../../scenario/plan.ts';
import { expressionNeeds, type Evaluate } from '../../scenario/expression.ts';
import { AgreedOrigins, notAgreed } from '../agreed-origins.ts';
import type { ExchangeOptions, Outgoing } from '../http/exchange.ts';
import { redirectOf } from '../http/redirect.ts';
import type { Lane } from '../lane.ts';
import { perStage } from '../metrics/per-stage.ts';
import type { CounterCell, Tags } from '../metrics/recorder.ts';
import { RequestMetrics, type RequestOutcome } from '../metrics/request-metrics.ts';
import { isOfScenario, StepError, type ScenarioError, WAIT, type Op, type Vu } from '../vu.ts';
import { keptAnswer } from './answer-view.ts';
import { compileCaptures } from './captures.ts';
import { compileChecks } from './checks.ts';
import { compileExpectation, inRanges, readsBody, type Unmet } from './expectation.ts';
import type { StepContext } from './program.ts';
import { compileRecords } from './record.ts';
import { compileRequest, keepCookies, withCookies } from './request-parts.ts';
import { keepSample, shownBody } from './request-sample.ts';
import { byTags } from './request-tags.ts';
import type { CheckOutcome } from './sample-values.ts';

/** Sends a request, judges its answer, measures it, and takes from it what the scenario wants. */
export function requestOp(step: RequestStep, context: StepContext, next: number): Op {
  const request = new RequestRunner(step, context, {
    done({ vu }, error) {
      if (error) vu.fail(error, step.range.start.line);
      else vu.resume();
    },
  });
  return (vu) => {
    if (!request.wanted(vu)) return next;
    vu.resumeAt = next;
    request.send(vu.lane);
    return WAIT;
  };
}

/** What a request's answer is for. */
export interface RequestUse {
  /** Called once when the request is over, redirects and retries included. */
  readonly done: (lane: Lane, error: ScenarioError | null) => void;
  /**
   * Asked before anything is taken from an answer. Not null: it is only measured, then the function is called and sees to how it goes on;
   * `done` is not called.
   */
  readonly goesOn?: (lane: Lane, unmet: Unmet | null) => (() => void) | null;
  /** Gets the body as it comes; where it returns true, the rest is left. */
  readonly onChunk?: (lane: Lane, chunk: Buffer) => boolean;
  /** What is wrong with an answer that is as expected otherwise. */
  readonly judge?: (lane: Lane) => Unmet | null;
  /** Expressions that read the answer, besides the step's own. */
  readonly reads?: readonly Expression[];
}

/** What a request adds to. */
export interface RequestMeasures {
  /** Of its metrics; what is worked out of them is worked out once for each request. */
  readonly tags: Tags;
  readonly metrics: RequestMetrics;
  readonly retries: () => CounterCell;
  readonly records: readonly ((vu: Vu) => void)[];
}

/** What a step adds to besides, by the tags that its request has; made once for each set of them. */
export function besides<T>(make: (tags: Tags) => T): (measures: RequestMeasures) => T {
  const made = new WeakMap<RequestMeasures, T>();
  return (measures) => {
    const one = made.get(measures) ?? make(measures.tags);
    made.set(measures, one);
    return one;
  };
}

/** Runs one request step for all VUs: of a step of its own, in `parallel` and in `poll`. */
export class RequestRunner {
  readonly #step: RequestStep;
  readonly #context: StepContext;
  readonly #use: RequestUse;
  readonly #condition: Evaluate | null;
  readonly #render: (vu: Vu) => Outgoing;
  readonly #judge: ReturnType<typeof compileExpectation>;
  /** What a request adds to that is made of what the VU has now. @throws ExpressionError */
  readonly measuresFor: (vu: Vu) => RequestMeasures;
  readonly #checks: ReturnType<typeof compileChecks>;
  readonly #capture: ReturnType<typeof compileCaptures>;
  readonly #options: ExchangeOptions;
  readonly #needsView: boolean;
  /** Some expression reads the answer when the exchange may have the next one already. */
  readonly #keepsView: boolean;
  readonly #needsBody: boolean;
  /** What of an answer is kept for later. */
  readonly #asked: { readonly headers: boolean; readonly body: boolean };
  readonly #agreed: AgreedOrigins;
  readonly #done = (lane: Lane): void => this.#answered(lane);

  constructor(step: RequestStep, context: StepContext, use: RequestUse) {
    const { scenario } = context;
    this.#step = step;
    this.#context = context;
    this.#use = use;
    this.#condition = step.condition && scenario.compiler.compile(step.condition);
    this.#agreed = new AgreedOrigins(scenario.mayLoad);
    this.#render = compileRequest(step, scenario);
    this.#judge = compileExpectation(step.expect, scenario.compiler, step.body.kind);
    this.measuresFor = byTags(step, scenario, (own): RequestMeasures => {
      const ofStep = { ...own, name: step.name, method: step.method, group: context.group };
      const tags = { ...scenario.tags, ...ofStep };
      return {
        tags,
        metrics: new RequestMetrics(scenario.recorder, tags, (stage) => scenario.stageName(stage)),
        retries: perStage(scenario, (stage) => scenario.recorder.counter('retries', { ...tags, stage })),
        records: compileRecords(step.record, context, ofStep),
      };
    });
    this.#checks = compileChecks(step.checks, context);
    this.#capture = compileCaptures(step.name, step.captures, context);

    const own = [...step.checks, ...step.captures, ...step.record].map(({ expression }) => expression);
    if (step.expect.json) own.push(step.expect.json);
    own.push(...(use.reads ?? []));
    const needs = own.map(expressionNeeds);
    this.#needsView = own.length > 0 || context.responseIsReadLater;
    this.#keepsView = context.responseIsReadLater;
    this.#needsBody =
      context.bodyIsReadLater || readsBody(step.expect, step.body.kind) || needs.some(({ body }) => body);
    this.#asked = { headers: context.responseIsReadLater, body: this.#needsBody };
    this.#options = {
      timeoutMs: step.timeoutMs,
      maxBodyBytes: scenario.http.maxBodyBytes,
      keepBody: this.#needsBody,
      previewBytes: (status) => (inRanges(step.expect.status, status) && !scenario.keepsAll ? 0 : scenario.sampleBytes),
    };
  }

  /** Whether its `if` holds. @throws ExpressionError */
  wanted(vu: Vu): boolean {
    return this.#condition === null || vu.evaluate(this.#condition) === true;
  }

  /**
   * `timeoutMs`: less than the step's own, where there is less time. `measures`: those of an earlier try.
   *
   * @throws ExpressionError, StepError where the request cannot be made of what the VU has
   */
  send(lane: Lane, timeoutMs = this.#step.timeoutMs, measures: RequestMeasures | null = null): void {
    const outgoing = this.#render(lane.vu);
    if (!this.#agreed.has(outgoing.origin))
      throw new StepError(notAgreed(outgoing.origin), this.#step.range.start.line);
    lane.outgoing = outgoing;
    lane.measures = measures ?? this.measuresFor(lane.vu);
    lane.redirectsLeft = this.#step.redirects;
    lane.retries = 0;
    lane.timeoutMs = timeoutMs;
    lane.spentMs = 0;
    this.#start(lane, outgoing);
  }

  #start(lane: Lane, outgoing: Outgoing): void {
    const { vu } = lane;
    lane.onExchangeDone = this.#done;
    const request = vu.jar ? withCookies(outgoing, vu.jar) : outgoing.request;
    const { onChunk } = this.#use;
    lane.exchange.start(
      lane.connection(outgoing.origin),
      request,
      this.#options,
      lane.timeoutMs,
      onChunk ? (chunk) => onChunk(lane, chunk) : null,
      lane.spentMs,
    );
  }

  #answered(lane: Lane): void {
    const { exchange, vu } = lane;
    const { scenario } = this.#context;
    const { setCookie } = exchange;
    if (setCookie !== undefined && scenario.http.cookies) {
      keepCookies(vu, exchange.origin + (exchange.request?.path ?? ''), setCookie);
    }
    if (this.#follow(lane)) return;
    let goesOn: (() => void) | null = null;
    try {
      goesOn = this.#conclude(lane);
    } catch (error) {
      if (!isOfScenario(error)) throw error;
      this.#use.done(lane, error);
      return;
    }
    if (goesOn) goesOn();
    else this.#use.done(lane, null);
  }

  /** What sends the same request again; null where it is not to be retried after this. */
  #retry(lane: Lane, unmet: Unmet | null): (() => void) | null {
    const { retry } = this.#step;
    const { exchange, outgoing } = lane;
    if (!retry || !unmet || !outgoing || lane.retries >= retry.max || lane.vu.stopping) return null;
    const asked = retry.kinds.includes(unmet.kind) || (!exchange.lost && inRanges(retry.statuses, exchange.status));
    if (!asked) return null;
    const again = (): void => {
      if (lane.vu.stopping) {
        this.#use.done(lane, null);
        return;
      }
      const { recorder, clock } = this.#context.scenario;
      recorder.add(this.#measuresOf(lane).retries(), 1, clock.now());
      lane.retries++;
      lane.redirectsLeft = this.#step.redirects;
      lane.spentMs = 0;
      this.#start(lane, outgoing);
    };
    return () => lane.pause(retry.backoffMs * 2 ** lane.retries, again);
  }

  /** Each redirect is a request of its own, as expected as can be. */
  #follow(lane: Lane): boolean {
    const { vu, exchange } = lane;
    const most = this.#step.redirects;
    if (most === 0 || exchange.failure) return false;
    const redirect = redirectOf(exchange);
    if (redirect === null) return false;
    if (typeof redirect === 'string') {
      this.#context.scenario.log(
        'warning',
        `${this.#step.name} was redirected to \`${redirect}\`, which is no http address, and was not followed: the redirect is its answer.`,
        this.#step.range.start.line,
        vu,
      );
      return false;
    }
    if (lane.redirectsLeft === 0) {
      this.#context.scenario.log(
        'warning',
        `${this.#step.name} was redirected more than ${most} ${most === 1 ? 'time' : 'times'}, and no further: its last answer counts. \`http.redirects\` sets how many are followed.`,
        this.#step.range.start.line,
        vu,
      );
      return false;
    }
    if (!this.#agreed.has(redirect.origin)) {
      this.#context.scenario.log(
        'warning',
        `A redirect was not followed. ${notAgreed(redirect.origin)}`,
        this.#step.range.start.line,
        vu,
      );
      return false;
    }
    lane.redirectsLeft--;
    const { scenario } = this.#context;
    const { status, proto, endedMs, timings } = exchange;
    lane.spentMs += endedMs - exchange.startedMs;
    this.#measuresOf(lane).metrics.recordSuccess(scenario.stage(), status, proto, timings, endedMs);
    if (scenario.keepsAll) {
      const outcome = { status, proto, failed: false, tolerated: false, kind: null, errorCode: 0 };
      keepSample(this.#step, scenario, lane, null, outcome, null);
    }
    this.#start(lane, redirect);
    return true;
  }

  /** @returns how it goes on where the answer was not the last; null: the request is over */
  #conclude(lane: Lane): (() => void) | null {
    const { exchange, vu } = lane;
    const { scenario } = this.#context;
    if (this.#needsBody && !exchange.failure) exchange.checkEncoding();
    const { timings, endedMs, status, proto } = exchange;
    if (this.#keepsView) vu.set('response', keptAnswer(exchange, this.#asked));
    else if (this.#needsView) vu.set('response', lane.response());

    // Of an answer that failed by its status already, its unusable body is not the news.
    const byStatus = !exchange.lost && !inRanges(this.#step.expect.status, status);
    const judged = byStatus || !exchange.failure ? this.#judge(vu, exchange, timings.durationMs) : null;
    const unexpected = judged ?? exchange.failure ?? this.#use.judge?.(lane) ?? null;
    const goesOn = this.#retry(lane, unexpected) ?? this.#use.goesOn?.(lane, unexpected) ?? null;
    const captureError = goesOn ? null : this.#capture(lane, unexpected);
    const unmet: Unmet | null =
      unexpected ?? (captureError && { kind: 'expectation', code: 0, message: captureError.message });

    const { metrics, records } = this.#measuresOf(lane);
    const checks: CheckOutcome[] | null = goesOn || !scenario.keepsAll ? null : [];
    if (unmet || scenario.keepsAll) {
      const outcome: RequestOutcome = {
        status: exchange.lost ? 0 : status,
        proto,
        failed: unmet !== null,
        tolerated: unmet !== null && !exchange.lost && inRanges(this.#step.expect.tolerate, status),
        kind: unmet?.kind ?? null,
        errorCode: unmet?.code ?? 0,
      };
      metrics.record(scenario.stage(), outcome, timings, endedMs);
      if (!goesOn) this.#check(vu, endedMs, checks);
      keepSample(this.#step, scenario, lane, unmet, outcome, checks);
    } else {
      metrics.recordSuccess(scenario.stage(), status, proto, timings, endedMs);
      if (!goesOn) this.#check(vu, endedMs, null);
    }
    if (goesOn) return goesOn;
    for (const record of records) record(vu);
    // Nobody can run on a setup that failed.
    if (unexpected && scenario.phase !== 'load') {
      throw new StepError(
        `${this.#step.name} failed: ${unexpected.message}${shownBody(exchange)}`,
        this.#step.range.start.line,
      );
    }
    if (captureError) throw captureError;
    return null;
  }

  #measuresOf({ measures, vu }: Lane): RequestMeasures {
    return measures ?? this.measuresFor(vu);
  }

  #check(vu: Vu, atMs: number, outcomes: CheckOutcome[] | null): void {
    for (const check of this.#checks) {
      const outcome = check(vu, atMs);
      outcomes?.push(outcome);
    }
  }
}
