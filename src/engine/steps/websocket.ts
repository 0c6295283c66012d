import type { IncomingHttpHeaders } from 'node:http';
import type { JsonValue, WebsocketStep } from '../../scenario/plan.ts';
import { compileTemplate, ExpressionError, ResponseView, textOf } from '../../scenario/expression.ts';
import type { Timings } from '../../run/events.ts';
import type { Timer } from '../clock.ts';
import type { Failure } from '../http/errors.ts';
import type { Outgoing } from '../http/exchange.ts';
import { Socket, startWebSockets } from '../http/websocket.ts';
import { SessionMetrics } from '../metrics/session-metrics.ts';
import { isOfScenario, StepError, WAIT, type Activity, type Op, type Vu } from '../vu.ts';
import { headersOf, joined, timingsOf } from './answer-view.ts';
import { compileChecks } from './checks.ts';
import type { StepContext } from './program.ts';
import { compileRecords } from './record.ts';
import { notAgreed } from '../agreed-origins.ts';
import { pairs } from './request-sample.ts';
import { byTags } from './request-tags.ts';
import { compileRequest, keepCookies, withCookies } from './request-parts.ts';
import { sampleValues, type CheckOutcome } from './sample-values.ts';

/** How much of what was sent and came a kept sample shows. */
const SHOWN_MESSAGES = 20;
/** What a message takes in memory, however short it is. */
const LEAST_MESSAGE_BYTES = 8;
const GONE = new Set([1000, 1001, 1005]);

/**
 * A WebSocket session: opens a socket, sends its messages, and is done with the message that is expected, or after its duration. k6's metrics: each session
 * counts, also one that could not be opened; what fails adds to `errors`.
 */
export function websocketOp(step: WebsocketStep, context: StepContext, next: number): Op {
  startWebSockets();
  const { scenario } = context;
  const { compiler } = scenario;
  const condition = step.condition && compiler.compile(step.condition);
  const render = compileRequest({ ...step, method: 'GET', body: { kind: 'none' } }, scenario);
  const send = step.send.map((template) => compileTemplate(template, compiler));
  const expect = step.expect && compiler.compile(step.expect);
  const parts = {
    step,
    context,
    expect,
    readsJson: step.expect !== null && /\bjson\b/.test(step.expect.source),
    checks: compileChecks(step.checks, context),
    captures: step.captures.map(({ name, expression }) => ({
      name,
      line: expression.range.start.line,
      evaluate: compiler.compileCapture(expression),
    })),
  };
  const measuresFor = byTags(step, scenario, (own): SessionMeasures => {
    const tags = { ...own, name: step.name, group: context.group };
    return {
      metrics: new SessionMetrics(context, { ...scenario.tags, ...tags }),
      records: compileRecords(step.record, context, tags),
    };
  });
  return (vu) => {
    if (condition && vu.evaluate(condition) !== true) return next;
    const outgoing = render(vu);
    if (!scenario.mayLoad(outgoing.origin)) throw new StepError(notAgreed(outgoing.origin), step.range.start.line);
    const texts = send.map((template) => textOf(vu.evaluate((scope) => template.evaluate(scope))));
    const measures = measuresFor(vu);
    vu.resumeAt = next;
    try {
      vu.activity = new Session(vu, { ...parts, ...measures }, outgoing, texts);
    } catch (error) {
      // What no request can be made of, as a header with a line break in it.
      if (!(error instanceof TypeError) && !(error instanceof SyntaxError)) throw error;
      throw new StepError(`The WebSocket can't be opened: ${error.message}.`, step.range.start.line);
    }
    return WAIT;
  };
}

/** What a session adds to. */
interface SessionMeasures {
  readonly metrics: SessionMetrics;
  readonly records: readonly ((vu: Vu) => void)[];
}

interface SessionParts extends SessionMeasures {
  readonly step: WebsocketStep;
  readonly context: StepContext;
  readonly expect: ((scope: Vu['scope']) => JsonValue) | null;
  readonly readsJson: boolean;
  readonly checks: ReturnType<typeof compileChecks>;
  readonly captures: readonly {
    readonly name: string;
    readonly line: number;
    readonly evaluate: (scope: Vu['scope']) => JsonValue;
  }[];
}

class Session implements Activity {
  readonly #vu: Vu;
  readonly #parts: SessionParts;
  readonly #outgoing: Outgoing;
  readonly #sent: readonly string[];
  readonly #socket: Socket;
  readonly #startedMs: number;
  readonly #messages: string[] = [];
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #openMs: number | null = null;
  #bytes = 0;
  #timer: Timer | null = null;
  /** The expected message came. */
  #reached = false;
  #problem: string | null = null;
  /** The duration was over before. */
  #late = false;
  #tooMuch = false;

  constructor(vu: Vu, parts: SessionParts, outgoing: Outgoing, messages: readonly string[]) {
    this.#vu = vu;
    this.#parts = parts;
    this.#sent = messages;
    const { scenario } = parts.context;
    const request = withCookies(outgoing, vu.jar);
    this.#outgoing = { origin: outgoing.origin, request };
    this.#startedMs = scenario.clock.now();
    vu.set('messages', this.#messages);
    this.#socket = new Socket(
      this.#outgoing,
      { ...scenario.dial, maxBytes: scenario.http.maxBodyBytes },
      {
        onAnswer: (status, headers) => this.#answered(status, headers),
        onOpen: () => this.#opened(),
        onMessage: (text) => this.#received(text),
        onClose: (code, reason, failure) => this.#closed(code, reason, failure),
      },
    );
  }

  stop(): void {
    this.#socket.close();
  }

  cancel(): void {
    this.#timer?.cancel();
    this.#socket.destroy();
  }

  #answered(status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
    const setCookie = headers['set-cookie'];
    const { origin, request } = this.#outgoing;
    if (setCookie && this.#parts.context.scenario.http.cookies) keepCookies(this.#vu, origin + request.path, setCookie);
  }

  #opened(): void {
    const { step, metrics, context } = this.#parts;
    const { clock } = context.scenario;
    this.#openMs = clock.now();
    for (const text of this.#sent) {
      this.#socket.send(text);
      metrics.sent(clock.now());
    }
    this.#timer = clock.at(this.#openMs + step.durationMs, () => {
      this.#late = true;
      this.#socket.close();
    });
  }

  #received(text: string): void {
    if (this.#reached || this.#late || this.#tooMuch) return;
    const { expect, metrics, context } = this.#parts;
    metrics.received(context.scenario.clock.now());
    this.#messages.push(text);
    this.#bytes += text.length;
    if (this.#bytes + LEAST_MESSAGE_BYTES * this.#messages.length > context.scenario.http.maxBodyBytes) {
      this.#tooMuch = true;
      this.#socket.close();
      return;
    }
    if (!expect) return;
    this.#vu.set('message', text);
    if (this.#parts.readsJson) this.#vu.set('json', parsed(text));
    try {
      this.#problem = null;
      this.#reached = this.#vu.evaluate(expect) === true;
    } catch (error) {
      // A message of another form is not the one that is expected.
      if (!(error instanceof ExpressionError)) throw error;
      this.#problem = error.message;
    }
    this.#vu.set('message', undefined);
    this.#vu.set('json', undefined);
    if (this.#reached) this.#socket.close();
  }

  #closed(code: number, reason: string, broken: Failure | null): void {
    this.#timer?.cancel();
    const vu = this.#vu;
    const { step, context, metrics } = this.#parts;
    const { scenario } = context;
    const now = scenario.clock.now();
    const failure = broken ?? this.#judge(code, reason);
    metrics.session(
      { status: this.#status, failure },
      (this.#openMs ?? now) - this.#startedMs,
      now - this.#startedMs,
      now,
    );
    vu.set('response', this.#view(now));
    vu.activity = null;
    try {
      const checks = this.#parts.checks.map((check) => check(vu, now));
      const captureError = this.#capture(failure);
      if (failure || scenario.keepsAll) this.#keepSample(failure, now, checks);
      if (captureError) throw captureError;
      for (const record of this.#parts.records) record(vu);
      if (failure && scenario.phase !== 'load') {
        throw new StepError(`${step.name} failed: ${failure.message}`, step.range.start.line);
      }
    } catch (error) {
      if (!isOfScenario(error)) throw error;
      vu.fail(error, step.range.start.line);
      return;
    }
    vu.resume();
  }

  #judge(code: number, reason: string): Failure | null {
    const { step } = this.#parts;
    const expectation = (message: string): Failure => ({ kind: 'expectation', code: 0, message });
    if (this.#vu.stopping || this.#reached) return null;
    if (this.#tooMuch)
      return expectation('The messages are larger than `http.maxBodySize` together; the rest was not read.');
    const count = this.#messages.length === 1 ? '1 message' : `${this.#messages.length} messages`;
    const why = this.#problem === null ? '' : ` For the last one it could not be worked out: ${this.#problem}`;
    const waited = step.expect && `\`${step.expect.source}\` did not hold for any of ${count}.${why}`;
    if (this.#late) {
      if (waited === null) return null;
      return {
        kind: 'timeout',
        code: 0,
        message: `The session was open for ${step.durationMs / 1000} s, but ${waited}`,
      };
    }
    const how = `The server closed the session (code ${code}${reason === '' ? '' : `: ${reason}`})`;
    if (waited !== null) return expectation(`${how}, but ${waited}`);
    return GONE.has(code) ? null : { kind: 'protocol', code: 0, message: `${how}.` };
  }

  /** Sets what the step captures; the first capture that finds nothing is the error of the iteration. */
  #capture(failure: Failure | null): StepError | null {
    for (const { name, line, evaluate } of this.#parts.captures) {
      try {
        this.#vu.set(name, this.#vu.evaluate(evaluate));
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error;
        const why = failure ? ` The session had failed: ${failure.message}` : '';
        return new StepError(
          `\`${name}\` could not be captured from ${this.#parts.step.name}. ${error.message}${why}`,
          line,
        );
      }
    }
    return null;
  }

  #timings(now: number): Timings {
    const connectingMs = (this.#openMs ?? now) - this.#startedMs;
    const receivingMs = now - (this.#openMs ?? now);
    return {
      blockedMs: connectingMs,
      connectingMs,
      tlsMs: 0,
      sendingMs: 0,
      waitingMs: 0,
      receivingMs,
      durationMs: receivingMs,
    };
  }

  /** The answer that opened the socket, or refused to. */
  #view(now: number): ResponseView {
    const headers = this.#headers;
    return new ResponseView({
      status: this.#status,
      statusText: '',
      url: this.#outgoing.origin + this.#outgoing.request.path,
      proto: 'HTTP/1.1',
      timings: timingsOf(this.#timings(now)),
      headers: () => headersOf(headers),
      body: () => '',
      cookies: () => ({}),
    });
  }

  #keepSample(failure: Failure | null, now: number, checks: readonly CheckOutcome[]): void {
    const { step, context } = this.#parts;
    const { scenario } = context;
    const key = `${step.id} ${this.#status} ${failure?.kind ?? ''} ${failure?.code ?? 0}`;
    if (!scenario.wantsSample(key)) return;
    const { origin, request } = this.#outgoing;
    const shown = (messages: readonly string[]): string | null =>
      messages.length === 0 ? null : messages.slice(0, SHOWN_MESSAGES).join('\n').slice(0, scenario.sampleBytes);
    scenario.keepSample(
      key,
      {
        type: 'sample',
        atMs: scenario.sinceLoadStart(this.#startedMs),
        phase: scenario.phase,
        scenario: scenario.name,
        name: step.name,
        stepId: step.id,
        vu: this.#vu.id,
        iteration: this.#vu.iterationIndex,
        kind: failure?.kind ?? null,
        errorCode: failure?.code ?? 0,
        message: failure?.message ?? '',
        request: {
          method: 'GET',
          url: origin.replace(/^http/, 'ws') + request.path,
          headers: pairs(request.headers),
          body: shown(this.#sent),
        },
        response:
          this.#status === 0
            ? null
            : {
                status: this.#status,
                headers: Object.entries(this.#headers).map(([name, value]) => [name, joined(value)] as const),
                body: shown(this.#messages),
                bodyBytes: this.#bytes,
              },
        timings: this.#timings(now),
        ...(scenario.keepsAll ? sampleValues(step, this.#vu, scenario.compiler, checks) : {}),
      },
      this.#vu,
    );
  }
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
}
