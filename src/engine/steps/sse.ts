import type { JsonValue, RequestStep, SseStep } from '../../scenario/plan.ts';
import { ExpressionError } from '../../scenario/expression.ts';
import { EventStream, type StreamEvent } from '../http/event-stream.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Lane } from '../lane.ts';
import { perStage } from '../metrics/per-stage.ts';
import type { CounterCell, TrendCell } from '../metrics/recorder.ts';
import { WAIT, type Op, type Vu } from '../vu.ts';
import { inRanges, type Unmet } from './expectation.ts';
import type { StepContext } from './program.ts';
import { besides, RequestRunner } from './request.ts';

/** k6's most redirects; a stream has no setting of its own. */
const MOST_REDIRECTS = 10;

/** What an event takes in memory, however short it is. */
const LEAST_EVENT_BYTES = 64;

/** What a stream's events add to. */
interface StreamCells {
  readonly first: TrendCell;
  readonly gap: TrendCell;
  readonly events: CounterCell;
}

/** A stream that a VU reads. */
interface Reading {
  readonly stream: EventStream;
  readonly events: JsonValue[];
  lastMs: number;
  /** `until` held. */
  reached: boolean;
  /** Why `until` could not be worked out the last time. */
  problem: string | null;
}

/**
 * Reads an event stream until its condition holds, it has had enough events, or its time is over. It is a request as any other; besides, the first event
 * is timed from the beginning of the sending, and the others from the one before.
 */
export function sseOp(step: SseStep, context: StepContext, next: number): Op {
  const { scenario } = context;
  const { recorder, clock } = scenario;
  const until = step.until && scenario.compiler.compile(step.until);
  const readsJson = step.until !== null && /\bjson\b/.test(step.until.source);
  const readings = new WeakMap<Vu, Reading>();
  const mostEvents = Math.ceil(scenario.http.maxBodyBytes / LEAST_EVENT_BYTES);
  const ofStream = besides((tags) =>
    perStage(scenario, (stage): StreamCells => ({
      first: recorder.trend('sse_first_event', { ...tags, stage }),
      gap: recorder.trend('sse_event_gap', { ...tags, stage }),
      events: recorder.counter('sse_events', { ...tags, stage }),
    })),
  );

  const request: RequestStep = { ...step, kind: 'request', redirects: MOST_REDIRECTS, retry: null };
  const runner = new RequestRunner(request, context, {
    done({ vu }, error) {
      vu.set('event', undefined);
      if (error) vu.fail(error, step.range.start.line);
      else vu.resume();
    },
    onChunk({ vu, exchange, measures }, chunk) {
      const reading = readings.get(vu);
      if (!reading || !measures || !isStream(exchange)) return false;
      const cells = ofStream(measures)();
      for (const event of reading.stream.push(chunk)) {
        measure(reading, cells, exchange);
        reading.events.push(valueOf(event, true));
        if (holds(vu, reading, event) || reading.events.length === step.maxEvents) return true;
        if (reading.events.length === mostEvents) return true;
      }
      return false;
    },
    judge,
  });

  function isStream({ status, headers }: Exchange): boolean {
    const type = headers['content-type'] ?? '';
    return inRanges(step.expect.status, status) && /^text\/event-stream\b/i.test(type) && !headers['content-encoding'];
  }

  function measure(reading: Reading, { first, gap, events }: StreamCells, exchange: Exchange): void {
    const now = clock.now();
    if (reading.events.length === 0) recorder.record(first, now - exchange.sendingMs, now);
    else recorder.record(gap, now - reading.lastMs, now);
    recorder.add(events, 1, now);
    reading.lastMs = now;
  }

  function holds(vu: Vu, reading: Reading, event: StreamEvent): boolean {
    if (!until) return false;
    vu.set('event', valueOf(event, readsJson));
    try {
      reading.problem = null;
      reading.reached = vu.evaluate(until) === true;
    } catch (error) {
      // An event of another form is not the one that is waited for.
      if (!(error instanceof ExpressionError)) throw error;
      reading.problem = error.message;
    }
    return reading.reached;
  }

  function judge({ vu, exchange }: Lane): Unmet | null {
    const reading = readings.get(vu);
    if (!isStream(exchange)) {
      const type = exchange.headers['content-type'] ?? 'nothing that it names';
      const how = exchange.headers['content-encoding'] ? ', and compressed' : '';
      return { kind: 'expectation', code: 0, message: `The answer is no event stream, but ${type}${how}.` };
    }
    if (!reading || reading.reached || vu.stopping) return null;
    if (reading.events.length === mostEvents && step.maxEvents !== mostEvents) {
      const message = `The stream has more events than \`http.maxBodySize\` has room for; it was left after ${mostEvents} of them.`;
      return { kind: 'expectation', code: 0, message };
    }
    if (!step.until) return null;
    const count = reading.events.length === 1 ? '1 event' : `${reading.events.length} events`;
    const why = reading.problem === null ? '' : ` For the last one it could not be worked out: ${reading.problem}`;
    const waited = `\`${step.until.source}\` did not hold for any of ${count}.${why}`;
    return exchange.left && reading.events.length !== step.maxEvents
      ? { kind: 'timeout', code: 0, message: `The stream was read for ${step.timeoutMs / 1000} s, but ${waited}` }
      : { kind: 'expectation', code: 0, message: `The stream ended, but ${waited}` };
  }

  return (vu) => {
    if (!runner.wanted(vu)) return next;
    const reading: Reading = {
      stream: new EventStream(),
      events: [],
      lastMs: 0,
      reached: false,
      problem: null,
    };
    readings.set(vu, reading);
    vu.set('events', reading.events);
    vu.resumeAt = next;
    runner.send(vu.lane);
    return WAIT;
  };
}

/** `json`: the data as JSON where it is that, else null. */
function valueOf({ type, data, id }: StreamEvent, withJson: boolean): JsonValue {
  return { type, data, id, ...(withJson && { json: parsed(data) }) };
}

function parsed(text: string): JsonValue {
  // Parsing throws, which is slow; most of what is no JSON can be told by its beginning.
  if (!/^\s*[[{"\d\-tfn]/.test(text)) return null;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
}
