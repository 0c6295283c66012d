import type { Failure } from '../http/errors.ts';
import type { StepContext } from '../steps/program.ts';
import { perStage } from './per-stage.ts';
import type { CounterCell, Tags } from './recorder.ts';

/** k6's WebSocket metrics of one step. */
export class SessionMetrics {
  readonly #context: StepContext;
  readonly #tags: Tags;
  readonly #messages: () => { readonly sent: CounterCell; readonly received: CounterCell };

  constructor(context: StepContext, tags: Tags) {
    const { recorder } = context.scenario;
    this.#context = context;
    this.#tags = tags;
    this.#messages = perStage(context.scenario, (stage) => ({
      sent: recorder.counter('ws_msgs_sent', { ...tags, stage }),
      received: recorder.counter('ws_msgs_received', { ...tags, stage }),
    }));
  }

  sent(atMs: number): void {
    this.#context.scenario.recorder.add(this.#messages().sent, 1, atMs);
  }

  received(atMs: number): void {
    this.#context.scenario.recorder.add(this.#messages().received, 1, atMs);
  }

  session(
    { status, failure }: { readonly status: number; readonly failure: Failure | null },
    connectingMs: number,
    durationMs: number,
    atMs: number,
  ): void {
    const { scenario } = this.#context;
    const { recorder } = scenario;
    const tags: Tags = {
      ...this.#tags,
      status: String(status),
      stage: scenario.stageName(scenario.stage()),
      kind: failure?.kind,
      error_code: failure && failure.code > 0 ? String(failure.code) : undefined,
    };
    recorder.add(recorder.counter('ws_sessions', tags), 1, atMs);
    recorder.record(recorder.trend('ws_connecting', tags), connectingMs, atMs);
    recorder.record(recorder.trend('ws_session_duration', tags), durationMs, atMs);
    if (failure) recorder.add(recorder.counter('errors', tags), 1, atMs);
  }
}
