import assert from 'node:assert/strict';
import { startEngine, type EngineRun } from '../../src/engine/client.ts';
import type {
  DebugEvent,
  DebugOptions,
  DebugQuestion,
  DebugValue,
  EngineBreakpoint,
  StepKind,
} from '../../src/engine/debug/protocol.ts';
import type { RunOptions } from '../../src/engine/protocol.ts';
import { debugPlan, stepLabel, stepPlaces } from '../../src/scenario/debug.ts';
import { ENGINE, planOf } from './run-scenario.ts';

/** How a run is made that is debugged. */
export const DEBUG_OPTIONS: RunOptions = {
  runId: 'debug',
  workers: 1,
  seed: 1,
  journal: null,
  points: false,
  waiting: 'sleep',
  exchanges: 'whole',
  allowedHosts: null,
  allowEmptyThresholds: true,
  overrides: [],
};

type Stopped = Extract<DebugEvent, { kind: 'stopped' }>;

/** A scenario that is debugged in the real engine; its methods read as what a person does. */
export class DebugRun {
  readonly engine: EngineRun;
  readonly events: DebugEvent[] = [];
  readonly #places: ReturnType<typeof stepPlaces>;
  readonly #unread: DebugEvent[] = [];
  #wake: () => void = () => undefined;
  #over = false;
  #asked = 0;

  constructor(text: string, options: Partial<DebugOptions> = {}, secrets: Record<string, string> = {}) {
    const plan = debugPlan(planOf(text), null);
    this.#places = stepPlaces(plan);
    this.engine = startEngine(
      ENGINE,
      {
        plan,
        scenario: { file: 'test.load.yaml', text, folder: import.meta.dirname },
        secrets,
        env: {},
        options: DEBUG_OPTIONS,
        debug: { breakpoints: [], exceptions: [], stopOnEntry: false, ...options },
      },
      {
        onEvents: () => undefined,
        onDebug: (event) => {
          this.events.push(event);
          this.#unread.push(event);
          this.#wake();
        },
      },
    );
    void this.engine.finished.then(() => {
      this.#over = true;
      this.#wake();
    });
  }

  /** Where it stops next, e.g. `breakpoint GET /json`; `end` where it doesn't. */
  async stop(): Promise<string> {
    const stopped = await this.stopped();
    if (!stopped) return 'end';
    const place = this.#places.get(stopped.stepId);
    assert.ok(place);
    return `${stopped.reason.kind} ${stepLabel(place.step)}`;
  }

  async stopped(): Promise<Stopped | null> {
    const found = await this.#next((event): event is Stopped => event.kind === 'stopped');
    return found;
  }

  go(how: StepKind = 'continue'): Promise<string> {
    this.engine.debug({ kind: 'go', how });
    return this.stop();
  }

  async ask(question: DebugQuestion): Promise<readonly DebugValue[] | string> {
    const id = ++this.#asked;
    this.engine.debug({ kind: 'ask', id, question });
    type Answer = Extract<DebugEvent, { kind: 'answer' }>;
    const found = await this.#next((event): event is Answer => event.kind === 'answer' && event.id === id);
    if (!found) return 'The run is over.';
    return found.answer.kind === 'values' ? found.answer.values : found.answer.problem;
  }

  async evaluate(expression: string): Promise<string> {
    const answer = await this.ask({ kind: 'evaluate', expression, whole: false });
    return typeof answer === 'string' ? answer : (answer[0]?.text ?? '');
  }

  /** `name: value` of the members at a path of names, beginning with a scope. */
  async members(...path: readonly string[]): Promise<string[]> {
    let values = await this.ask({ kind: 'scopes' });
    for (const name of path) {
      assert.ok(typeof values !== 'string', 'There is nothing to see.');
      const found = values.find((value) => value.name === name);
      assert.ok(found, `${name} of ${values.map((value) => value.name).join(', ')}`);
      values = await this.ask({ kind: 'variables', reference: found.reference });
    }
    assert.ok(typeof values !== 'string', 'There is nothing to see.');
    return values.map(({ name, text }) => `${name}: ${text}`);
  }

  /** A breakpoint on a line (from 1). */
  breakpoint(line: number, more: Partial<EngineBreakpoint> = {}): EngineBreakpoint {
    const stepIds = [...this.#places.values()]
      .filter(({ step }) => step.range.start.line === line - 1)
      .map(({ step }) => step.id);
    assert.ok(stepIds.length > 0, `No step is on line ${line}.`);
    return { id: line, stepIds, condition: null, hits: null, log: null, ...more };
  }

  break(...breakpoints: readonly EngineBreakpoint[]): void {
    this.engine.debug({ kind: 'breakpoints', breakpoints });
  }

  /** What it wrote so far: log lines and exchanges. */
  get output(): string[] {
    return this.events.flatMap((event) => {
      if (event.kind === 'output')
        return [`${event.level} ${event.line === null ? '' : event.line + 1}: ${event.text}`];
      return event.kind === 'exchange' ? [`${event.sample.name} ${event.sample.response?.status ?? 0}`] : [];
    });
  }

  async #next<T extends DebugEvent>(wanted: (event: DebugEvent) => event is T): Promise<T | null> {
    for (;;) {
      const at = this.#unread.findIndex(wanted);
      const found = this.#unread[at];
      if (found && wanted(found)) {
        this.#unread.splice(at, 1);
        return found;
      }
      if (this.#over) return null;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
