/**
 * The plan: what a checked scenario means, with every default filled in and every unit settled. It is plain JSON, so
 * that it crosses process and thread borders and is kept in a run's journal. It holds no secret: expressions that
 * read `secret.X` stay expressions until a VU evaluates them.
 *
 * All durations are milliseconds, all sizes bytes, all ratios 0 to 1.
 */
import type { SourceRange } from './range.ts';

/** Grows with each change of the plan's shape that an older reader would misread. */
export const PLAN_VERSION = 1;

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A CEL expression as written (without `${` and `}`), parsed and type-checked already. */
export interface Expression {
  readonly source: string;
  readonly range: SourceRange;
}

/** A value with `${…}` in it, taken apart once when the scenario is compiled. */
export type Template =
  | { readonly kind: 'literal'; readonly value: JsonValue }
  /** The whole string was one `${…}`: the value keeps its type. */
  | { readonly kind: 'expression'; readonly expression: Expression }
  /** Text and expressions in turn; the result is always a string. */
  | { readonly kind: 'text'; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'list'; readonly items: readonly Template[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [key: string, value: Template])[] };

export type NamedTemplate = readonly [name: string, value: Template];

export type MetricKind = 'counter' | 'gauge' | 'rate' | 'trend';
/** `time` values are ms, `data` values bytes; `default` values are plain numbers (k6's `contains`). */
export type MetricContains = 'default' | 'time' | 'data';

export interface CustomMetric {
  readonly name: string;
  readonly kind: MetricKind;
  readonly contains: MetricContains;
}

// ── steps ──

interface StepBase {
  /** Unique in the plan, counting from 0 in file order; the same step used by two scenarios has two ids. */
  readonly id: number;
  readonly range: SourceRange;
}

export type RequestBody =
  | { readonly kind: 'none' }
  /** Sent as JSON with `content-type: application/json` unless the step says otherwise. */
  | { readonly kind: 'json'; readonly value: Template }
  /** Sent as `application/x-www-form-urlencoded`. */
  | { readonly kind: 'form'; readonly fields: readonly NamedTemplate[] }
  | { readonly kind: 'text'; readonly value: Template };

/** A status as `expect` names it: 200, 2xx or 200-299 are all inclusive ranges. */
export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

/** What counts as not failed. */
export interface Expectation {
  readonly status: readonly StatusRange[];
  /** Each value is compared with the whole header value, or as a regular expression. */
  readonly headers: readonly { readonly name: string; readonly match: HeaderMatch }[];
  readonly json: Expression | null;
  readonly bodyContains: Template | null;
  readonly maxDurationMs: number | null;
  /** Outcomes that are real but by design: failed in the raw rate, left out of the adjusted one. */
  readonly tolerate: readonly StatusRange[];
}

export type HeaderMatch =
  { readonly kind: 'equals'; readonly value: Template } | { readonly kind: 'regex'; readonly pattern: string };

export interface NamedExpression {
  readonly name: string;
  readonly expression: Expression;
}

export interface RequestStep extends StepBase {
  readonly kind: 'request';
  /** Upper case. */
  readonly method: string;
  /** As written; a path is resolved against `Plan.baseUrl`. */
  readonly url: Template;
  /** The tag `name`: as given, or `METHOD /path` with ids and expressions folded to `{…}`. */
  readonly name: string;
  readonly query: readonly NamedTemplate[];
  /** The scenario's `http.headers`, the step's own `headers` and what `auth` makes of itself, merged; names in lower case. */
  readonly headers: readonly NamedTemplate[];
  readonly body: RequestBody;
  /** For the whole request, redirects included one by one. */
  readonly timeoutMs: number;
  /** How many redirects to follow; 0 follows none. */
  readonly redirects: number;
  readonly expect: Expectation;
  readonly checks: readonly NamedExpression[];
  readonly captures: readonly NamedExpression[];
  readonly record: readonly NamedExpression[];
  /** Custom tags of this request's samples. */
  readonly tags: Readonly<Record<string, string>>;
  /** Skipped when this evaluates to false. */
  readonly condition: Expression | null;
}

export type ThinkTime =
  | { readonly kind: 'constant'; readonly ms: Template }
  | { readonly kind: 'uniform'; readonly minMs: number; readonly maxMs: number }
  /** Never negative: draws below 0 count as 0. */
  | { readonly kind: 'normal'; readonly meanMs: number; readonly sdMs: number };

export interface ThinkStep extends StepBase {
  readonly kind: 'think';
  readonly time: ThinkTime;
}

export interface ChooseStep extends StepBase {
  readonly kind: 'choose';
  /** Any positive weights; one branch per pass, with likelihood weight / sum of weights. */
  readonly branches: readonly { readonly weight: number; readonly steps: readonly Step[] }[];
}

export interface GroupStep extends StepBase {
  readonly kind: 'group';
  readonly name: string;
  readonly steps: readonly Step[];
}

export interface SetStep extends StepBase {
  readonly kind: 'set';
  readonly values: readonly NamedTemplate[];
}

export interface RecordStep extends StepBase {
  readonly kind: 'record';
  readonly values: readonly NamedExpression[];
}

/** The steps that this version runs. All other kinds of the format are refused when the scenario is checked. */
export type Step = RequestStep | ThinkStep | ChooseStep | GroupStep | SetStep | RecordStep;

// ── scenarios ──

export interface Stage {
  readonly durationMs: number;
  /** VUs for `ramping-vus`, iterations per `timeUnitMs` for `ramping-arrival-rate`. */
  readonly target: number;
  /** The tag `stage`: as given, or `stage 1`, `stage 2`, …. */
  readonly name: string;
}

/** How a scenario's load is made; fields, defaults and meaning are k6 v2's, with `rate`s allowed to be fractional. */
export type Executor =
  | { readonly kind: 'constant-vus'; readonly vus: number; readonly durationMs: number }
  | {
      readonly kind: 'ramping-vus';
      readonly startVUs: number;
      readonly stages: readonly Stage[];
      readonly gracefulRampDownMs: number;
    }
  | {
      readonly kind: 'constant-arrival-rate';
      readonly rate: number;
      readonly timeUnitMs: number;
      readonly durationMs: number;
      readonly preAllocatedVUs: number;
      readonly maxVUs: number;
    }
  | {
      readonly kind: 'ramping-arrival-rate';
      readonly startRate: number;
      readonly timeUnitMs: number;
      readonly stages: readonly Stage[];
      readonly preAllocatedVUs: number;
      readonly maxVUs: number;
    }
  /** `iterations` are shared by all VUs. */
  | {
      readonly kind: 'shared-iterations';
      readonly vus: number;
      readonly iterations: number;
      readonly maxDurationMs: number;
    }
  /** Each VU runs `iterations`. */
  | {
      readonly kind: 'per-vu-iterations';
      readonly vus: number;
      readonly iterations: number;
      readonly maxDurationMs: number;
    };

export interface ScenarioPlan {
  readonly name: string;
  /** Where the scenario's key stands, or `steps:` of the shorthand form. */
  readonly range: SourceRange;
  readonly executor: Executor;
  readonly startTimeMs: number;
  readonly gracefulStopMs: number;
  readonly tags: Readonly<Record<string, string>>;
  /** Override the plan's `vars` for this scenario. */
  readonly vars: readonly NamedTemplate[];
  readonly steps: readonly Step[];
}

// ── thresholds ──

export type ThresholdMethod = 'count' | 'rate' | 'value' | 'avg' | 'min' | 'max' | 'med' | 'percentile';
export type ThresholdOperator = '<' | '<=' | '>' | '>=' | '==' | '!=';

export interface Condition {
  /** As written, e.g. `p(95) < 500ms`. */
  readonly source: string;
  readonly method: ThresholdMethod;
  /** 0 to 100; only with `percentile`. */
  readonly percentile: number | null;
  readonly operator: ThresholdOperator;
  /** In the metric's own unit: ms for time, bytes for data, 0 to 1 for rates of a Rate, per second for rates of a Counter. */
  readonly limit: number;
  /** The unit that the author wrote, to show figures in: `ms`, `s`, `m`, `h`, `%`, `/s`, `/min`, `/h`, `B`, `kB`, `MB`, or '' for none. */
  readonly unit: string;
}

export interface Threshold {
  /** Index in `Plan.thresholds`. */
  readonly id: number;
  readonly metric: string;
  /** All must match; empty: every sample of the metric. */
  readonly tags: Readonly<Record<string, string>>;
  /** Metric and tags as written, e.g. `http_req_duration{name:me}`. */
  readonly selector: string;
  /** The target. */
  readonly condition: Condition;
  /** Where only this holds, the verdict is `warn` and the run still passes. */
  readonly acceptable: Condition | null;
  /** The requirement's title in the verdict table. */
  readonly name: string | null;
  /** Must hold in every window of this length, not only over the whole run. */
  readonly windowMs: number | null;
  readonly abortOnFail: boolean;
  readonly delayAbortEvalMs: number;
  /** Of the expression in the file. */
  readonly range: SourceRange;
}

// ── the whole ──

export interface HttpDefaults {
  readonly connectTimeoutMs: number;
  /** `vu`: kept alive over a VU's life; `iteration`: closed after each iteration. */
  readonly reuseConnections: 'vu' | 'iteration';
  readonly cookies: boolean;
  /** Cookies survive from one iteration to the next (k6's `noCookiesReset`). */
  readonly keepCookies: boolean;
  readonly maxBodyBytes: number;
  readonly verifyTls: boolean;
}

export interface Plan {
  readonly version: typeof PLAN_VERSION;
  /** `name:` of the file, else the file name without `.load.yaml`. */
  readonly name: string;
  /** Base name, e.g. `checkout.load.yaml`. */
  readonly file: string;
  readonly baseUrl: Template | null;
  readonly http: HttpDefaults;
  /** Evaluated once, in order, before setup. */
  readonly vars: readonly NamedTemplate[];
  readonly metrics: readonly CustomMetric[];
  readonly setup: readonly Step[];
  readonly teardown: readonly Step[];
  readonly setupTimeoutMs: number;
  readonly teardownTimeoutMs: number;
  readonly scenarios: readonly ScenarioPlan[];
  readonly thresholds: readonly Threshold[];
  /** Names of `secret.X` and `env.X` that the file reads; `required` ones have no default. */
  readonly secrets: readonly string[];
  readonly env: readonly { readonly name: string; readonly required: boolean }[];
}
