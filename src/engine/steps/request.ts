import { Cookie } from 'tough-cookie';
import type { RequestStep } from '../../scenario/plan.ts';
import { ExpressionError, expressionNeeds, ResponseView, type Evaluate } from '../../scenario/expression.ts';
import type { Sample, SampleResponse, Timings } from '../../run/events.ts';
import type { Exchange, ExchangeOptions, Outgoing } from '../http/exchange.ts';
import { redirectOf } from '../http/redirect.ts';
import { perStage } from '../metrics/per-stage.ts';
import type { RateCell } from '../metrics/recorder.ts';
import { RequestMetrics, type RequestOutcome } from '../metrics/request-metrics.ts';
import { StepError, WAIT, type Op, type Vu } from '../vu.ts';
import { compileExpectation, inRanges, readsBody, type Unmet } from './expectation.ts';
import type { StepContext } from './program.ts';
import { compileRecords } from './record.ts';
import { compileRequest, keepCookies, withCookies } from './request-parts.ts';

/** How much of a body a kept sample shows. */
const PREVIEW_BYTES = 4096;

/** Sends a request, judges its answer, measures it, and takes from it what the scenario wants. */
export function requestOp(step: RequestStep, context: StepContext, next: number): Op {
  const request = new RequestRunner(step, context);
  const condition = step.condition && context.scenario.compiler.compile(step.condition);
  return (vu) => {
    if (condition && vu.evaluate(condition) !== true) return next;
    vu.resumeAt = next;
    request.send(vu);
    return WAIT;
  };
}

interface Check {
  readonly name: string;
  readonly line: number;
  readonly evaluate: Evaluate;
  readonly cell: () => RateCell;
}

class RequestRunner {
  readonly #step: RequestStep;
  readonly #context: StepContext;
  readonly #render: (vu: Vu) => Outgoing;
  readonly #judge: ReturnType<typeof compileExpectation>;
  readonly #metrics: RequestMetrics;
  readonly #checks: readonly Check[];
  readonly #captures: readonly { readonly name: string; readonly line: number; readonly evaluate: Evaluate }[];
  readonly #records: readonly ((vu: Vu) => void)[];
  readonly #options: ExchangeOptions;
  readonly #needsView: boolean;
  readonly #needsBody: boolean;
  /** Redirects that the VU's request may still follow. */
  readonly #redirectsLeft = new WeakMap<Vu, number>();
  readonly #mayLoadOrigin = new Map<string, boolean>();
  readonly #done = (vu: Vu): void => this.#answered(vu);

  constructor(step: RequestStep, context: StepContext) {
    const { scenario } = context;
    this.#step = step;
    this.#context = context;
    this.#render = compileRequest(step, scenario);
    this.#judge = compileExpectation(step.expect, scenario.compiler);
    const tags = { ...scenario.tags, ...step.tags, name: step.name, method: step.method, group: context.group };
    this.#metrics = new RequestMetrics(scenario.recorder, tags, (stage) => scenario.stageName(stage));
    this.#checks = step.checks.map(({ name, expression }) => ({
      name,
      line: expression.range.start.line,
      evaluate: scenario.compiler.compile(expression),
      cell: perStage(scenario, (stage) =>
        scenario.recorder.rate('checks', { ...scenario.tags, group: context.group, check: name, stage }),
      ),
    }));
    this.#captures = step.captures.map(({ name, expression }) => ({
      name,
      line: expression.range.start.line,
      evaluate: scenario.compiler.compileCapture(expression),
    }));
    this.#records = compileRecords(step.record, context, {
      ...step.tags,
      name: step.name,
      method: step.method,
      group: context.group,
    });

    const own = [...step.checks, ...step.captures, ...step.record].map(({ expression }) => expression);
    if (step.expect.json) own.push(step.expect.json);
    this.#needsView = own.length > 0 || context.responseIsReadLater;
    this.#needsBody =
      context.bodyIsReadLater || readsBody(step.expect) || own.some((expression) => expressionNeeds(expression).body);
    this.#options = {
      timeoutMs: step.timeoutMs,
      maxBodyBytes: scenario.http.maxBodyBytes,
      keepBody: this.#needsBody,
      previewBytes: (status) => (inRanges(step.expect.status, status) && !scenario.keepsAll ? 0 : PREVIEW_BYTES),
    };
  }

  /** @throws ExpressionError, StepError where the request cannot be made of what the VU has */
  send(vu: Vu): void {
    if (this.#step.redirects > 0) this.#redirectsLeft.set(vu, this.#step.redirects);
    const outgoing = this.#render(vu);
    if (!this.#mayLoad(outgoing.origin)) throw new StepError(notAgreed(outgoing.origin), this.#step.range.start.line);
    this.#start(vu, outgoing);
  }

  #start(vu: Vu, outgoing: Outgoing): void {
    vu.onExchangeDone = this.#done;
    const request = vu.jar ? withCookies(outgoing, vu.jar) : outgoing.request;
    vu.exchange.start(vu.connection(outgoing.origin), request, this.#options);
  }

  #answered(vu: Vu): void {
    const { exchange } = vu;
    const { scenario } = this.#context;
    const setCookie = exchange.headers['set-cookie'];
    if (setCookie !== undefined && scenario.http.cookies) {
      keepCookies(vu, exchange.origin + (exchange.request?.path ?? ''), setCookie);
    }
    if (this.#follow(vu)) return;
    try {
      this.#conclude(vu);
    } catch (error) {
      if (!(error instanceof ExpressionError) && !(error instanceof StepError)) throw error;
      vu.fail(error, this.#step.range.start.line);
      return;
    }
    vu.resume();
  }

  #mayLoad(origin: string): boolean {
    let may = this.#mayLoadOrigin.get(origin);
    if (may === undefined) this.#mayLoadOrigin.set(origin, (may = this.#context.scenario.mayLoad(origin)));
    return may;
  }

  /** Each redirect is a request of its own, as expected as can be. */
  #follow(vu: Vu): boolean {
    const most = this.#step.redirects;
    if (most === 0 || vu.exchange.failure) return false;
    const redirect = redirectOf(vu.exchange);
    if (!redirect) return false;
    const left = this.#redirectsLeft.get(vu) ?? 0;
    if (left === 0) {
      this.#context.scenario.log(
        'warning',
        `${this.#step.name} was redirected more than ${most} ${most === 1 ? 'time' : 'times'}, and no further: its last answer counts. \`http.redirects\` sets how many are followed.`,
        this.#step.range.start.line,
        vu,
      );
      return false;
    }
    if (!this.#mayLoad(redirect.origin)) {
      this.#context.scenario.log(
        'warning',
        `A redirect was not followed. ${notAgreed(redirect.origin)}`,
        this.#step.range.start.line,
        vu,
      );
      return false;
    }
    this.#redirectsLeft.set(vu, left - 1);
    const { status, endedMs, timings } = vu.exchange;
    this.#metrics.record(
      this.#context.scenario.stage(),
      { status, failed: false, tolerated: false, kind: null, errorCode: 0 },
      timings,
      endedMs,
    );
    this.#start(vu, redirect);
    return true;
  }

  #conclude(vu: Vu): void {
    const { exchange } = vu;
    const { scenario } = this.#context;
    if (this.#needsBody && !exchange.failure) exchange.checkEncoding();
    const { timings, endedMs, status } = exchange;
    if (this.#needsView) vu.set('response', viewOf(exchange, timings));

    // Of an answer that failed by its status already, its unusable body is not the news.
    const byStatus = !exchange.lost && !inRanges(this.#step.expect.status, status);
    const judged = byStatus || !exchange.failure ? this.#judge(vu, exchange, timings.durationMs) : null;
    const unexpected = judged ?? exchange.failure;
    const captureError = this.#capture(vu, unexpected);
    const unmet: Unmet | null =
      unexpected ?? (captureError && { kind: 'expectation', code: 0, message: captureError.message });

    const outcome: RequestOutcome = {
      status: exchange.lost ? 0 : status,
      failed: unmet !== null,
      tolerated: unmet !== null && !exchange.lost && inRanges(this.#step.expect.tolerate, status),
      kind: unmet?.kind ?? null,
      errorCode: unmet?.code ?? 0,
    };
    this.#metrics.record(scenario.stage(), outcome, timings, endedMs);
    if (unmet || scenario.keepsAll) this.#keepSample(vu, unmet, outcome, timings);
    for (const check of this.#checks) this.#check(vu, check);
    for (const record of this.#records) record(vu);
    // Nobody can run on a setup that failed.
    if (unexpected && scenario.phase !== 'load') {
      throw new StepError(
        `${this.#step.name} failed: ${unexpected.message}${shownBody(exchange)}`,
        this.#step.range.start.line,
      );
    }
    if (captureError) throw captureError;
  }

  /** Sets what the step captures; the first capture that finds nothing is the error of the iteration. */
  #capture(vu: Vu, unmet: Unmet | null): StepError | null {
    for (const { name, line, evaluate } of this.#captures) {
      if (vu.exchange.failure) {
        return new StepError(
          `\`${name}\` could not be captured, as ${this.#step.name} failed: ${vu.exchange.failure.message}`,
          line,
        );
      }
      try {
        vu.set(name, vu.evaluate(evaluate));
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error;
        const why = unmet ? ` The request had failed: ${unmet.message}` : '';
        const shown = shownBody(vu.exchange);
        return new StepError(
          `\`${name}\` could not be captured from ${this.#step.name}. ${error.message}${why}${shown}`,
          line,
        );
      }
    }
    return null;
  }

  #check(vu: Vu, { name, line, evaluate, cell }: Check): void {
    const { scenario } = this.#context;
    let holds = false;
    try {
      holds = vu.evaluate(evaluate) === true;
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      scenario.log(
        'warning',
        `The check “${name}” could not be worked out and counts as failed. ${error.message}`,
        line,
        vu,
      );
    }
    scenario.recorder.count(cell(), holds, vu.exchange.endedMs);
  }

  #keepSample(vu: Vu, unmet: Unmet | null, outcome: RequestOutcome, timings: Timings): void {
    const { exchange } = vu;
    const { scenario } = this.#context;
    const { request } = exchange;
    const key = `${this.#step.id} ${outcome.status} ${outcome.kind ?? ''} ${outcome.errorCode}`;
    if (!request || !scenario.wantsSample(key)) return;
    const sample: Sample = {
      type: 'sample',
      atMs: scenario.sinceLoadStart(exchange.startedMs),
      phase: scenario.phase,
      scenario: scenario.name,
      name: this.#step.name,
      stepId: this.#step.id,
      vu: vu.id,
      iteration: vu.iterationIndex,
      kind: unmet?.kind ?? null,
      errorCode: unmet?.code ?? 0,
      message: unmet?.message ?? '',
      request: {
        method: request.method,
        url: exchange.origin + request.path,
        headers: pairs(request.headers),
        body: request.body === null ? null : request.body.slice(0, PREVIEW_BYTES),
      },
      response: exchange.lost ? null : responseSample(exchange),
      timings,
    };
    scenario.keepSample(key, sample, vu);
  }
}

function notAgreed(origin: string): string {
  return `Load on ${origin} was not agreed to: the file does not say before the run that it goes there.`;
}

function viewOf(exchange: Exchange, timings: Timings): ResponseView {
  const { headers } = exchange;
  const url = exchange.origin + (exchange.request?.path ?? '');
  return new ResponseView({
    status: exchange.lost ? 0 : exchange.status,
    statusText: exchange.statusText,
    url,
    proto: 'HTTP/1.1',
    timings: {
      duration: timings.durationMs,
      blocked: timings.blockedMs,
      connecting: timings.connectingMs,
      tls: timings.tlsMs,
      sending: timings.sendingMs,
      waiting: timings.waitingMs,
      receiving: timings.receivingMs,
    },
    headers: () => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, joined(value)])),
    body: exchange.failure ? () => '' : lazily(exchange),
    cookies: () => cookiesOf(headers['set-cookie']),
  });
}

/** The exchange is used again by the VU's next request, so a body that someone may read later is read now. */
function lazily(exchange: Exchange): () => string {
  const body = exchange.bodyText();
  return () => body;
}

function cookiesOf(setCookie: readonly string[] | undefined): Record<string, string> {
  const cookies = (setCookie ?? [])
    .map((text) => Cookie.parse(text, { loose: true }))
    .filter((cookie) => cookie !== undefined);
  return Object.fromEntries(cookies.map((cookie) => [cookie.key, cookie.value]));
}

function responseSample(exchange: Exchange): SampleResponse {
  const body = exchange.bodyText();
  return {
    status: exchange.status,
    headers: Object.entries(exchange.headers).map(([name, value]) => [name, joined(value)] as const),
    body: exchange.bodyBytes === 0 ? null : body.slice(0, PREVIEW_BYTES),
    bodyBytes: exchange.bodyBytes,
  };
}

function pairs(flat: readonly string[]): (readonly [string, string])[] {
  const result: (readonly [string, string])[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) result.push([flat[i] ?? '', flat[i + 1] ?? '']);
  return result;
}

function joined(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : (value ?? []).join(', ');
}

/** How what was kept of a body begins, as a sentence; '' where nothing was. */
function shownBody(exchange: Exchange): string {
  const line = exchange.bodyText().replaceAll(/\s+/g, ' ').trim();
  if (line === '') return '';
  return ` The body starts with: ${line.length > 120 ? `${line.slice(0, 120)}…` : line}`;
}
