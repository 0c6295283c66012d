import type { ChooseStep, HttpDefaults, JsonValue } from '../scenario/plan.ts';
import type { ExpressionCompiler, Scope } from '../scenario/expression.ts';
import type { Sample } from '../run/events.ts';
import type { Clock } from './clock.ts';
import type { DebugHook } from './debug/hook.ts';
import type { Deadlines } from './deadlines.ts';
import type { DialOptions } from './http/dial.ts';
import type { Base } from './http/url.ts';
import type { Recorder } from './metrics/recorder.ts';
import type { SentFiles } from './sent-files.ts';
import type { TagValues } from './tag-values.ts';
import type { Vu } from './vu.ts';

export type Phase = Sample['phase'];

/** What everything that a scenario does in one worker has in common. Setup and teardown are scenarios of one VU, too. */
export interface ScenarioContext {
  /** '' for setup and teardown. */
  readonly name: string;
  readonly phase: Phase;
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  readonly recorder: Recorder;
  readonly compiler: ExpressionCompiler;
  /** Whose turn it is: the functions of expressions draw from this VU's randomness. */
  readonly current: { vu: Vu | null };
  readonly http: HttpDefaults;
  readonly base: Base | null;
  readonly files: SentFiles;
  /** How its connections are made. */
  readonly dial: DialOptions;
  /** Whether load may be made on an origin. */
  readonly mayLoad: (origin: string) => boolean;
  /** The metric of custom `record`s. */
  readonly customMetrics: ReadonlyMap<string, 'counter' | 'gauge' | 'rate' | 'trend'>;
  /** env, secret, vars, setup: what every iteration starts with; `refresh` may replace setup's. */
  scope(): Scope;
  /** Tags of every sample of this scenario: `scenario` and its own. */
  readonly tags: Readonly<Record<string, string>>;
  /** Which values of tags that requests work out are told apart. */
  readonly tagValues: TagValues;
  /** Outermost group: `::setup` and `::teardown`, as in k6. */
  readonly group: string;
  /** The stage now; -1 for none. */
  stage(): number;
  stageName(stage: number): string | undefined;
  /** ms since the start of the load, of a moment of `clock`. */
  sinceLoadStart(clockMs: number): number;
  /** Only in a run that is debugged. */
  readonly debug: DebugHook | null;
  /** Whether samples are kept of exchanges that did not fail, too. */
  readonly keepsAll: boolean;
  /** How many bytes of a body a kept sample has. */
  readonly sampleBytes: number;
  /** Whether another sample of this failure would be kept. */
  wantsSample(key: string): boolean;
  /** Keeps it without what the VU's iteration captured of credentials. */
  keepSample(key: string, sample: Sample, vu: Vu): void;
  /** An iteration ended with an error; `line` (from 0) is of the step where it happened. */
  iterationFailed(vu: Vu, error: unknown, line: number | undefined): void;
  /** Which branch of an exact `choose` a pass takes. */
  deck(step: ChooseStep): () => number;
  /** Ends the whole run; `line` (from 0) is of the step that asked for it. */
  abort(reason: string, line: number): void;
  log(level: 'info' | 'warning' | 'error', message: string, line: number, vu: Vu): void;
}

/** Values as JSON objects hold them. */
export type JsonObject = Readonly<Record<string, JsonValue>>;
