/**
 * What k6, Locust, Artillery, Gatling and Postman call what has another name here. A word means the first of its keys that the map knows
 * in which it stands, so that `vus` is a stage's `target`, and `path` a feeder's `file`.
 */
import { fold, suggestion } from './suggestion.ts';

const KEYS: Readonly<Record<string, readonly string[]>> = {
  baseUrl: ['host', 'target', 'server', 'url', 'endpoint'],
  vus: ['users', 'vusers', 'virtual_users', 'concurrency', 'threads', 'num_users'],
  target: ['vus', 'users', 'arrival_rate', 'ramp_to'],
  rate: ['arrival_rate', 'rps', 'throughput', 'tps'],
  duration: ['run_time', 'time', 'hold_for', 'length'],
  iterations: ['loops', 'arrival_count'],
  maxVUs: ['max_vusers', 'max_users'],
  spawnRate: ['hatch_rate'],
  stages: ['phases', 'ramp', 'ramping'],
  startTime: ['start_after', 'delay'],
  gracefulStop: ['stop_timeout'],
  vars: ['variables', 'globals', 'env'],
  data: ['feeders'],
  file: ['path', 'csv'],
  pick: ['order', 'strategy'],
  thresholds: ['slo', 'slos'],
  expect: ['threshold', 'assert', 'assertions', 'expectations'],
  setup: ['before', 'before_all'],
  teardown: ['after', 'after_all'],
  steps: ['tasks', 'requests'],
  flow: ['exec'],
  query: ['qs', 'parameters', 'search_params'],
  check: ['tests', 'validate'],
  capture: ['extract', 'save', 'store'],
  status: ['status_code'],
  think: ['sleep', 'wait', 'pause', 'delay'],
  use: ['include', 'call'],
  group: ['transaction'],
  log: ['print', 'echo'],
  forEach: ['over'],
  if: ['if_true'],
  bearer: ['token'],
};

const MEANINGS: ReadonlyMap<string, readonly string[]> = (() => {
  const meanings = new Map<string, string[]>();
  for (const [key, words] of Object.entries(KEYS)) {
    for (const word of words) meanings.set(fold(word), [...(meanings.get(fold(word)) ?? []), key]);
  }
  return meanings;
})();

/** What no other key alone says. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ['options', "k6's options are keys of the file itself here, such as `vus`, `stages` and `thresholds`."],
  [
    'config',
    "What Artillery's `config` holds are keys of the file itself here, such as `baseUrl`, `stages` and `vars`.",
  ],
  ['payload', 'Rows of a file are written `data: { users: { file: ./users.csv } }`.'],
  ['ensure', 'What must hold is written under `thresholds:`, as `http_req_duration: p(95) < 500ms`.'],
  ['default', 'What each iteration does stands under `steps:`.'],
  ['waittime', 'A pause is a step of its own: `- think: { min: 1s, max: 5s }`.'],
  ['data', 'A body is written as `json`, `form` or `body`.'],
  ['method', 'A request is written `- get: /path`, or `- request: { method: PROPFIND, url: /path }`.'],
  ['loop', 'What is done several times is written `- repeat: 3` with its `steps:`.'],
  ['weight', 'What is done with a probability stands in the branches of `choose`, each with its `weight`.'],
  [
    'params',
    "A query string is written `query:`; what k6's params hold, such as `headers`, `tags` and `timeout`, are keys of the request itself.",
  ],
  ['contenttype', 'It is a header: `header: { content-type: application/json }`.'],
  ['catchresponse', 'What counts as failed is said by `expect:`.'],
  ['responsetype', 'Bodies are kept only where something reads them; leave it out.'],
  ['discardresponsebodies', 'Bodies are kept only where something reads them; leave it out.'],
  ['noconnectionreuse', 'Connections end with each iteration by `http: { reuseConnections: perIteration }`.'],
  ['insecureskiptlsverify', 'Certificates are not checked by `http: { tls: { verify: false } }`.'],
  ['useragent', 'Headers of all requests stand under `http:`, as `http: { headers: { user-agent: … } }`.'],
  ['function', 'Nothing in a scenario runs code; values are worked out by expressions, `${…}`.'],
  ['processor', 'Nothing in a scenario runs code; values are worked out by expressions, `${…}`.'],
  ['username', 'A user name and a password are written `basic: { username: …, password: … }`.'],
]);

/** The key of `known` that another tool calls by this word. */
export function foreignKey(written: string, known: readonly string[]): string | null {
  return MEANINGS.get(fold(written))?.find((key) => known.includes(key)) ?? null;
}

/** The key of `known` that was meant by another one: in another tool's words, or misspelt. */
export function meantKey(written: string, known: readonly string[]): string | null {
  return foreignKey(written, known) ?? suggestion(written, known);
}

/** How the thing is said here that another tool has a key for; null where there is nothing to say. */
export function adviceOn(written: string): string | null {
  return ADVICE.get(fold(written)) ?? null;
}
