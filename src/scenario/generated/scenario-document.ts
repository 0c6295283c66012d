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
 * via the `definition` "scalarOrList".
 */
export type ScalarOrList = (string | number | boolean) | (string | number | boolean)[];
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "multipartPart".
 */
export type MultipartPart = (string | number | boolean) | MultipartFile;
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
 * via the `definition` "retryCause".
 */
export type RetryCause = Status | ('timeout' | 'connect' | 'reset' | 'dns' | 'tls' | 'protocol' | 'expectation');
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
 * @minItems 1
 *
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "stages".
 */
export type Stages = Stage[];
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
  data?: Data;
  environments?: Environments;
  http?: Http;
  metrics?: Metrics;
  refresh?: Refresh;
  setup?: Steps;
  setupTimeout?: Duration;
  teardown?: Steps;
  teardownTimeout?: Duration;
  flows?: Flows;
  vus?: number;
  iterations?: number;
  duration?: Duration;
  stages?: Stages;
  steps?: Steps;
  flow?: string;
  scenarios?: Scenarios;
  thresholds?: Thresholds;
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
 * via the `definition` "data".
 */
export interface Data {
  [k: string]: Feeder;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "feeder".
 */
export interface Feeder {
  file?: string;
  /**
   * @minItems 1
   */
  values?: unknown[];
  pick?: 'sequential' | 'random' | 'unique';
  per?: 'iteration' | 'vu';
  atEnd?: 'recycle' | 'stop' | 'fail';
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "environments".
 */
export interface Environments {
  [k: string]: Environment;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "environment".
 */
export interface Environment {
  name?: string;
  description?: string;
  baseUrl?: string;
  vars?: Vars;
  data?: Data;
  http?: Http;
  metrics?: Metrics;
  refresh?: Refresh;
  setup?: Steps;
  setupTimeout?: Duration;
  teardown?: Steps;
  teardownTimeout?: Duration;
  flows?: Flows;
  vus?: number;
  iterations?: number;
  duration?: Duration;
  stages?: Stages;
  steps?: Steps;
  flow?: string;
  scenarios?: Scenarios;
  thresholds?: Thresholds;
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
  hosts?: {
    [k: string]: string;
  };
  dns?: {
    ttl?: Duration;
    select?: 'first' | 'random' | 'roundRobin';
    policy?: 'preferIPv4' | 'preferIPv6' | 'onlyIPv4' | 'onlyIPv6' | 'any';
  };
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
 * via the `definition` "metrics".
 */
export interface Metrics {
  [k: string]: Metric;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "refresh".
 */
export interface Refresh {
  every: Duration;
  steps: Steps;
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
    [k: string]: ScalarOrList;
  };
  headers?: Headers;
  json?: unknown;
  form?: {
    [k: string]: ScalarOrList;
  };
  multipart?: Multipart;
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
  retry?: Retry;
  weight?: number;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "multipart".
 */
export interface Multipart {
  [k: string]: MultipartPart | MultipartPart[];
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "multipartFile".
 */
export interface MultipartFile {
  file: string;
  filename?: string;
  contentType?: string;
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
 * via the `definition` "retry".
 */
export interface Retry {
  max?: number;
  on?: RetryCause | RetryCause[];
  backoff?: Duration;
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
  forEach: (string | boolean | number) | unknown[];
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
  poll: Poll;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "poll".
 */
export interface Poll {
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
  until: string | boolean | number;
  every?: Duration;
  timeout?: Duration;
  name?: string;
  query?: {
    [k: string]: ScalarOrList;
  };
  headers?: Headers;
  json?: unknown;
  form?: {
    [k: string]: ScalarOrList;
  };
  multipart?: Multipart;
  body?: string;
  bodyFile?: string;
  auth?: Auth;
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
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "graphqlStep".
 */
export interface GraphqlStep {
  graphql: Graphql;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "graphql".
 */
export interface Graphql {
  url: string;
  query: string;
  variables?: {
    [k: string]: unknown;
  };
  name?: string;
  headers?: Headers;
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
  retry?: Retry;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "sseStep".
 */
export interface SseStep {
  sse: Sse;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "sse".
 */
export interface Sse {
  url: string;
  method?: string;
  until?: string | boolean | number;
  maxEvents?: number;
  timeout?: Duration;
  name?: string;
  query?: {
    [k: string]: ScalarOrList;
  };
  headers?: Headers;
  json?: unknown;
  form?: {
    [k: string]: ScalarOrList;
  };
  body?: string;
  auth?: Auth;
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
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "websocketStep".
 */
export interface WebsocketStep {
  websocket: Websocket;
}
/**
 * This interface was referenced by `ScenarioDocument`'s JSON-Schema
 * via the `definition` "websocket".
 */
export interface Websocket {
  url: string;
  send?: unknown;
  expect?: string | boolean | number;
  duration?: Duration;
  name?: string;
  query?: {
    [k: string]: ScalarOrList;
  };
  headers?: Headers;
  auth?: Auth;
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
 * via the `definition` "flows".
 */
export interface Flows {
  [k: string]: Steps;
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
 * via the `definition` "scenarios".
 */
export interface Scenarios {
  [k: string]: Scenario;
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
  stages?: Stages;
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
 * via the `definition` "thresholds".
 */
export interface Thresholds {
  [k: string]: Threshold;
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
