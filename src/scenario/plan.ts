/**
 * The plan: what a checked scenario means, with every default filled in and every unit settled. It is plain JSON, so
 * that it crosses process and thread borders and is kept in a run's journal. It holds no secret: expressions that
 * read `secret.X` stay expressions until a VU evaluates them.
 *
 * All durations are milliseconds, all sizes bytes, all ratios 0 to 1.
 */
import type { SourceRange } from './range.ts';

/** Grows with each change of the plan's shape that an older reader would misread. */
export const PLAN_VERSION = 2;

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
  | { readonly kind: 'text'; readonly value: Template }
  /** RFC 7578, `multipart/form-data`. */
  | { readonly kind: 'multipart'; readonly parts: readonly MultipartPart[] }
  /** The file's bytes as they are; the path is relative to the scenario file. */
  | { readonly kind: 'file'; readonly path: Template }
  /** GraphQL over HTTP: sent as JSON; a non-empty `errors` in the answer is a failure of kind `expectation`. */
  | { readonly kind: 'graphql'; readonly query: Template; readonly variables: readonly NamedTemplate[] };

export type MultipartPart =
  | { readonly kind: 'field'; readonly name: string; readonly value: Template }
  | {
      readonly kind: 'file';
      readonly name: string;
      /** Relative to the scenario file. */
      readonly path: Template;
      /** As the receiver sees it; by default the last part of `path`. */
      readonly filename: Template | null;
      /** By default from the file's ending, else `application/octet-stream`. */
      readonly contentType: string | null;
    };

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

/** When to send a request again. Every attempt is a request in the metrics; `retries` counts those after the first. */
export interface Retry {
  /** Attempts after the first. */
  readonly max: number;
  readonly statuses: readonly StatusRange[];
  /** Kinds of failure, as the tag `kind` has them: `timeout`, `connect`, `reset`, …. */
  readonly kinds: readonly string[];
  /** Before the first retry; doubled before each further one. */
  readonly backoffMs: number;
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
  /** Custom tags of this request's samples that are the same for all of them. */
  readonly tags: Readonly<Record<string, string>>;
  /** Custom tags whose values are worked out before each request; absent where there are none. */
  readonly tagTemplates?: readonly NamedTemplate[];
  /** Skipped when this evaluates to false. */
  readonly condition: Expression | null;
  readonly retry: Retry | null;
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
  /** Branches are dealt like cards over all VUs of the scenario: the mix is exact, not only likely. */
  readonly exact: boolean;
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

/** `use: NAME`: the steps of a flow, put in. */
export interface FlowStep extends StepBase {
  readonly kind: 'flow';
  readonly name: string;
  readonly steps: readonly Step[];
}

export interface RepeatStep extends StepBase {
  readonly kind: 'repeat';
  /** Gives a whole number of 0 or more. */
  readonly times: Expression;
  readonly steps: readonly Step[];
}

export interface WhileStep extends StepBase {
  readonly kind: 'while';
  /** Worked out before each pass. */
  readonly condition: Expression;
  /** Passes after which the iteration ends with an error. */
  readonly limit: number;
  readonly steps: readonly Step[];
}

export interface ForEachStep extends StepBase {
  readonly kind: 'for-each';
  /** Gives a list. */
  readonly items: Expression;
  /** The name under which each pass sees its item. */
  readonly as: string;
  /** Longer lists end the iteration with an error. */
  readonly limit: number;
  readonly steps: readonly Step[];
}

export interface IfStep extends StepBase {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: readonly Step[];
  readonly else: readonly Step[];
}

/**
 * k6's `http.batch`: all requests at once, over at most `connections` connections. None sees what another captures; behind
 * them `response` is that of the last request of the list.
 */
export interface ParallelStep extends StepBase {
  readonly kind: 'parallel';
  readonly requests: readonly RequestStep[];
  readonly connections: number;
}

/**
 * Sends a request again and again until a condition on its answer holds; records `poll_duration`. Where the request's
 * `condition` is false there is no poll; its checks, captures and records are of the answer that ended the poll.
 */
export interface PollStep extends StepBase {
  readonly kind: 'poll';
  readonly request: RequestStep;
  readonly until: Expression;
  readonly everyMs: number;
  /** From the first try; when it is over the poll has failed. */
  readonly timeoutMs: number;
}

/** What a request to a stream and a plain one have in common. */
export interface StreamStep extends StepBase {
  readonly url: Template;
  readonly name: string;
  readonly query: readonly NamedTemplate[];
  readonly headers: readonly NamedTemplate[];
  readonly checks: readonly NamedExpression[];
  readonly captures: readonly NamedExpression[];
  readonly record: readonly NamedExpression[];
  readonly tags: Readonly<Record<string, string>>;
  readonly tagTemplates?: readonly NamedTemplate[];
  readonly condition: Expression | null;
}

/** Reads an event stream (WHATWG HTML, 9.2); `event` (`type`, `data`, `id`, `json`) is in scope of `until`, `events` (a list) of what follows. */
export interface SseStep extends StreamStep {
  readonly kind: 'sse';
  readonly method: string;
  readonly body: RequestBody;
  readonly expect: Expectation;
  /** The stream is left after the event for which this holds. */
  readonly until: Expression | null;
  readonly maxEvents: number | null;
  /** For the whole stream. */
  readonly timeoutMs: number;
}

/** `message` (a text) and its JSON as `json` are in scope of `expect`, `messages` (a list of texts) of what follows. */
export interface WebsocketStep extends StreamStep {
  readonly kind: 'websocket';
  /** Sent in turn once the socket is open. */
  readonly send: readonly Template[];
  /** The session is done with the message for which this holds; where none does until `durationMs`, it has failed. */
  readonly expect: Expression | null;
  /** The socket is closed after this at the latest. */
  readonly durationMs: number;
}

export interface LogStep extends StepBase {
  readonly kind: 'log';
  readonly text: Template;
}

/** Ends the iteration as failed. */
export interface FailStep extends StepBase {
  readonly kind: 'fail';
  readonly text: Template;
}

/** Ends the run, exit code 108. */
export interface AbortStep extends StepBase {
  readonly kind: 'abort';
  readonly text: Template;
}

export type Step =
  | RequestStep
  | ThinkStep
  | ChooseStep
  | GroupStep
  | SetStep
  | RecordStep
  | FlowStep
  | RepeatStep
  | WhileStep
  | ForEachStep
  | IfStep
  | ParallelStep
  | PollStep
  | SseStep
  | WebsocketStep
  | LogStep
  | FailStep
  | AbortStep;

// ── data ──

/** A feeder: rows of test data, and who gets which. */
export interface DataFeeder {
  readonly name: string;
  /** Of the key under `data`. */
  readonly range: SourceRange;
  readonly source:
    | { readonly kind: 'values'; readonly rows: readonly JsonValue[] }
    /** Relative to the scenario file. */
    | { readonly kind: 'file'; readonly path: string; readonly format: 'csv' | 'json' | 'ndjson' };
  /** `unique`: no two VUs or iterations of the whole run share a row. */
  readonly pick: 'sequential' | 'random' | 'unique';
  /** A new row for each iteration, or one for a VU's whole life. */
  readonly per: 'iteration' | 'vu';
  /** After the last row: begin again, let the VU stop, or end the run as failed. */
  readonly atEnd: 'recycle' | 'stop' | 'fail';
}

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
  /** An iteration starts at most every so often per VU (Locust's constant_pacing). */
  readonly pacingMs: number | null;
  /** Once per VU before its first iteration; its captures are `vu.*` from then on. */
  readonly onStart: readonly Step[];
  /** Once per VU when it ends. */
  readonly onStop: readonly Step[];
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
  /** HTTP/2 where the server agrees to it by ALPN. */
  readonly http2: boolean;
  /** URL of an http or https proxy. */
  readonly proxy: Template | null;
  /** In the file's order. */
  readonly hosts: readonly HostOverride[];
  readonly dns: DnsOptions;
  readonly tls: TlsOptions;
}

/** Where connections to a host go, instead of to what its name server says. */
export interface HostOverride {
  /** Lower case; `*.example.test` is all names below. */
  readonly host: string;
  /** Of the URL; null: any. */
  readonly port: number | null;
  /** IPv4 or IPv6. */
  readonly address: string;
  /** null: the URL's. */
  readonly addressPort: number | null;
}

/** k6's `dns` option. */
export interface DnsOptions {
  readonly ttlMs: number;
  readonly select: 'first' | 'random' | 'roundRobin';
  readonly policy: 'preferIPv4' | 'preferIPv6' | 'onlyIPv4' | 'onlyIPv6' | 'any';
}

/** Paths are relative to the scenario file; the files are PEM. */
export interface TlsOptions {
  readonly ca: string | null;
  readonly cert: string | null;
  readonly key: string | null;
  readonly minVersion: 'TLSv1.2' | 'TLSv1.3';
}

/** Steps that are run beside the load on a schedule, off every metric; their captures replace setup's. */
export interface Refresh {
  readonly everyMs: number;
  readonly steps: readonly Step[];
}

export interface Plan {
  readonly version: typeof PLAN_VERSION;
  /** `name:` of the file, else the file name without `.load.yaml`. */
  readonly name: string;
  /** Base name, e.g. `checkout.load.yaml`. */
  readonly file: string;
  /** The one of `environments` whose values are in this plan; null: those of the file's top. */
  readonly environment: string | null;
  readonly baseUrl: Template | null;
  readonly http: HttpDefaults;
  readonly data: readonly DataFeeder[];
  /** Evaluated once, in order, before setup. */
  readonly vars: readonly NamedTemplate[];
  readonly metrics: readonly CustomMetric[];
  readonly setup: readonly Step[];
  readonly teardown: readonly Step[];
  readonly refresh: Refresh | null;
  readonly setupTimeoutMs: number;
  readonly teardownTimeoutMs: number;
  readonly scenarios: readonly ScenarioPlan[];
  readonly thresholds: readonly Threshold[];
  /** Names of `secret.X` and `env.X` that the file reads; `required` ones have no default. */
  readonly secrets: readonly string[];
  readonly env: readonly { readonly name: string; readonly required: boolean }[];
}
