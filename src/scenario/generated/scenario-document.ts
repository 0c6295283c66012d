/** Made by scripts/generate.mjs from schemas/scenario.schema.json; do not edit. */

/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "duration".
 */
export type Duration = string;
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "size".
 */
export type Size = number | string;
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "statuses".
 */
export type Statuses = Status | Status[];
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "status".
 */
export type Status = number | string;
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "metric".
 */
export type Metric =
  | ('counter' | 'gauge' | 'rate' | 'trend')
  | {
      type: 'counter' | 'gauge' | 'rate' | 'trend';
      unit?: 'ms' | 'B';
    };
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "step".
 */
export type Step =
  | RequestStep
  | ThinkStep
  | SetStep
  | ChooseStep
  | GroupStep
  | UseStep
  | RecordStep
  | RepeatStep
  | WhileStep
  | ForEachStep
  | IfStep
  | ParallelStep
  | PollStep
  | GraphqlStep
  | SseStep
  | WebsocketStep
  | LogStep
  | FailStep
  | AbortStep;
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "auth".
 */
export type Auth =
  | {
      bearer: string;
    }
  | {
      basic: {
        username: string;
        password: string;
      };
    };
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "think".
 */
export type Think =
  | string
  | {
      min: Duration;
      max: Duration;
    }
  | {
      mean: Duration;
      sd: Duration;
    };
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "branch".
 */
export type Branch = RequestStep | StepsBranch | UseStep;
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "steps".
 */
export type Steps = Step[];
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "rate".
 */
export type Rate = number | string;
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "threshold".
 */
export type Threshold = Condition | Requirement | (Condition | Requirement)[];
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "condition".
 */
export type Condition = string;

export interface ScenarioDocument {
  $schema?: string;
  name?: string;
  description?: string;
  baseUrl?: string;
  vars?: Vars;
  data?: {
    [k: string]: {
      file?: string;
      values?: unknown[];
      pick?: 'sequential' | 'random' | 'unique';
      per?: 'iteration' | 'vu';
      atEnd?: 'recycle' | 'stop' | 'fail';
    };
  };
  environments?: {
    [k: string]: {};
  };
  http?: Http;
  metrics?: {
    [k: string]: Metric;
  };
  refresh?: {
    every: Duration;
    steps: Steps;
  };
  setup?: Steps;
  setupTimeout?: Duration;
  teardown?: Steps;
  teardownTimeout?: Duration;
  flows?: {
    [k: string]: Steps;
  };
  vus?: number;
  iterations?: number;
  duration?: Duration;
  /**
   * @minItems 1
   */
  stages?: Stage[];
  steps?: Steps;
  flow?: string;
  scenarios?: {
    [k: string]: Scenario;
  };
  thresholds?: {
    [k: string]: Threshold;
  };
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "vars".
 */
export interface Vars {
  [k: string]: unknown;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "http".
 */
export interface Http {
  headers?: Headers;
  timeout?: Duration;
  connectTimeout?: Duration;
  redirects?: number;
  http2?: boolean;
  reuseConnections?: true | 'perIteration';
  cookies?: boolean;
  keepCookies?: boolean;
  maxBodySize?: Size;
  proxy?: string;
  tls?: {
    verify?: boolean;
    ca?: string;
    cert?: string;
    key?: string;
    minVersion?: 'TLSv1.2' | 'TLSv1.3';
  };
  expect?: Expect;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "headers".
 */
export interface Headers {
  [k: string]: string | number | boolean;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "expect".
 */
export interface Expect {
  status?: Statuses;
  header?: {
    [k: string]: string | number | boolean;
  };
  json?: string | boolean | number;
  bodyContains?: string;
  maxDuration?: Duration;
  tolerate?: Statuses;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "requestStep".
 */
export interface RequestStep {
  get?: string;
  post?: string;
  put?: string;
  patch?: string;
  delete?: string;
  head?: string;
  options?: string;
  request?: {
    method: string;
    url: string;
  };
  name?: string;
  query?: {
    [k: string]: string | number | boolean;
  };
  headers?: Headers;
  json?: unknown;
  form?: {
    [k: string]: string | number | boolean;
  };
  multipart?: {
    [k: string]: unknown;
  };
  body?: string;
  bodyFile?: string;
  auth?: Auth;
  timeout?: Duration;
  redirects?: number;
  expect?: Expect;
  check?: {
    [k: string]: string | boolean | number;
  };
  capture?: {
    [k: string]: string | boolean | number;
  };
  record?: {
    [k: string]: string | boolean | number;
  };
  tags?: Tags;
  if?: string | boolean | number;
  retry?: {
    max?: number;
    /**
     * @minItems 1
     */
    on?: (string | number | boolean)[];
    backoff?: Duration;
  };
  weight?: number;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "tags".
 */
export interface Tags {
  [k: string]: string | number | boolean;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "thinkStep".
 */
export interface ThinkStep {
  think: Think;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "setStep".
 */
export interface SetStep {
  set: {
    [k: string]: unknown;
  };
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "chooseStep".
 */
export interface ChooseStep {
  /**
   * @minItems 1
   */
  choose: Branch[];
  exact?: boolean;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "stepsBranch".
 */
export interface StepsBranch {
  weight?: number;
  steps: Steps;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "useStep".
 */
export interface UseStep {
  use: string;
  weight?: number;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "groupStep".
 */
export interface GroupStep {
  group: string;
  steps: Steps;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "recordStep".
 */
export interface RecordStep {
  record: {
    [k: string]: string | boolean | number;
  };
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "repeatStep".
 */
export interface RepeatStep {
  repeat: string | boolean | number;
  steps: Steps;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "whileStep".
 */
export interface WhileStep {
  while: string | boolean | number;
  limit?: number;
  steps: Steps;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "forEachStep".
 */
export interface ForEachStep {
  forEach: string | boolean | number;
  as?: string;
  limit?: number;
  steps: Steps;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "ifStep".
 */
export interface IfStep {
  if: string | boolean | number;
  then: Steps;
  else?: Steps;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "parallelStep".
 */
export interface ParallelStep {
  /**
   * @minItems 1
   */
  parallel: RequestStep[];
  connections?: number;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "pollStep".
 */
export interface PollStep {
  poll: {
    [k: string]: unknown;
  };
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "graphqlStep".
 */
export interface GraphqlStep {
  graphql: {
    url: string;
    query: string;
    variables?: {
      [k: string]: unknown;
    };
  };
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "sseStep".
 */
export interface SseStep {
  sse: {
    url: string;
    until?: string | boolean | number;
    maxEvents?: number;
    timeout?: Duration;
  };
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "websocketStep".
 */
export interface WebsocketStep {
  websocket: {
    url: string;
    send?: string | string[];
    expect?: string | boolean | number;
    duration?: Duration;
  };
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "logStep".
 */
export interface LogStep {
  log: string;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "failStep".
 */
export interface FailStep {
  fail: string;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "abortStep".
 */
export interface AbortStep {
  abort: string;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "stage".
 */
export interface Stage {
  duration: Duration;
  target: number;
  name?: string;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "scenario".
 */
export interface Scenario {
  executor?:
    | 'constant-vus'
    | 'ramping-vus'
    | 'constant-arrival-rate'
    | 'ramping-arrival-rate'
    | 'shared-iterations'
    | 'per-vu-iterations';
  vus?: number;
  iterations?: number;
  duration?: Duration;
  /**
   * @minItems 1
   */
  stages?: Stage[];
  rate?: Rate;
  startRate?: number;
  timeUnit?: Duration;
  preAllocatedVUs?: number;
  maxVUs?: number;
  startVUs?: number;
  spawnRate?: number;
  maxDuration?: Duration;
  startTime?: Duration;
  gracefulStop?: Duration;
  gracefulRampDown?: Duration;
  pacing?: Duration;
  onStart?: Steps;
  onStop?: Steps;
  flow?: string;
  steps?: Steps;
  tags?: Tags;
  vars?: Vars;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "requirement".
 */
export interface Requirement {
  expect: Condition;
  acceptable?: Condition;
  name?: string;
  window?: Duration;
  abortOnFail?: boolean;
  delayAbortEval?: Duration;
}
