import type { MetricContains, MetricKind } from './plan.ts';

/** What a metric is. The engine, completion, hover, reports and docs/metrics.md all read this one table. */
export interface MetricDefinition {
  readonly name: string;
  readonly kind: MetricKind;
  readonly contains: MetricContains;
  /** One sentence, Markdown. */
  readonly description: string;
}

const metric = (name: string, kind: MetricKind, contains: MetricContains, description: string): MetricDefinition => ({
  name,
  kind,
  contains,
  description,
});

/** Built-in metrics: k6's names, kinds and meaning, and what Rampwright adds. */
export const BUILT_IN_METRICS: readonly MetricDefinition[] = [
  metric(
    'http_reqs',
    'counter',
    'default',
    'Requests that got an answer or an error; each redirect and each retry counts.',
  ),
  metric('http_req_duration', 'trend', 'time', 'Sending + waiting + receiving; without blocked, connecting and TLS.'),
  metric(
    'http_req_blocked',
    'trend',
    'time',
    'Time until the request could be sent: name look-up, connecting, TLS and waiting for a connection.',
  ),
  metric('http_req_connecting', 'trend', 'time', 'TCP connect; 0 on a reused connection.'),
  metric('http_req_tls_handshaking', 'trend', 'time', 'TLS handshake; 0 on a reused or plain connection.'),
  metric('http_req_sending', 'trend', 'time', 'Writing the request.'),
  metric('http_req_waiting', 'trend', 'time', 'From the request written to the first byte of the answer (TTFB).'),
  metric('http_req_receiving', 'trend', 'time', 'From the first to the last byte of the answer.'),
  metric('http_req_failed', 'rate', 'default', 'Share of requests that did not meet their `expect`.'),
  metric(
    'errors',
    'counter',
    'default',
    'Failed requests, with tags `kind`, `status` and `error_code`. `rate` is their share of all requests.',
  ),
  metric(
    'retries',
    'counter',
    'default',
    'Attempts of requests with `retry` after the first one; each is a request, too.',
  ),
  metric('poll_duration', 'trend', 'time', 'A `poll`, from its first try until its condition held.'),
  metric('sse_first_event', 'trend', 'time', 'Event streams: from the beginning of the sending to the first event.'),
  metric('sse_event_gap', 'trend', 'time', 'Event streams: from one event to the next.'),
  metric('sse_events', 'counter', 'default', 'Event streams: events that came.'),
  metric('ws_sessions', 'counter', 'default', 'WebSocket sessions, also those that could not be opened.'),
  metric('ws_connecting', 'trend', 'time', 'WebSockets: from the connect to the end of the opening handshake.'),
  metric('ws_session_duration', 'trend', 'time', 'WebSockets: from the connect to the close.'),
  metric('ws_msgs_sent', 'counter', 'default', 'WebSockets: messages sent.'),
  metric('ws_msgs_received', 'counter', 'default', 'WebSockets: messages that came.'),
  metric('iterations', 'counter', 'default', 'Iterations that ran to their end.'),
  metric('iteration_duration', 'trend', 'time', 'A whole iteration, think time included.'),
  metric(
    'dropped_iterations',
    'counter',
    'default',
    'Iterations that were due and not started: no VU was free, or `maxDuration` was over.',
  ),
  metric('schedule_delay', 'trend', 'time', 'Arrival rates: how late an iteration started after it was due.'),
  metric('vus', 'gauge', 'default', 'Active virtual users.'),
  metric('vus_max', 'gauge', 'default', 'Virtual users that are allocated.'),
  metric('checks', 'rate', 'default', 'Share of checks that held.'),
  metric('group_duration', 'trend', 'time', 'A `group`, think time included.'),
  metric('data_sent', 'counter', 'data', 'Bytes written: request lines, headers and bodies.'),
  metric('data_received', 'counter', 'data', 'Bytes read: status lines, headers and bodies.'),
];

/** Tags that samples of HTTP metrics carry (k6's), and those that Rampwright adds: `stage`, `kind`, `tolerated`. */
export const HTTP_TAGS: readonly string[] = [
  'name',
  'method',
  'status',
  'scenario',
  'group',
  'proto',
  'expected_response',
  'error_code',
  'stage',
  'kind',
  'tolerated',
];

/** Kinds of error (`errors{kind:…}`), in the order in which they are shown. */
export const ERROR_KINDS = [
  'timeout',
  'connect',
  'reset',
  'dns',
  'tls',
  'protocol',
  '4xx',
  '5xx',
  'expectation',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];
