import type { ErrorKind } from '../../../run/metrics.ts';
import { ErrorCode, KnownFailure } from '../errors.ts';

/** RFC 9113, section 7. */
export const Http2Code = {
  NO_ERROR: 0,
  PROTOCOL_ERROR: 1,
  INTERNAL_ERROR: 2,
  FLOW_CONTROL_ERROR: 3,
  SETTINGS_TIMEOUT: 4,
  STREAM_CLOSED: 5,
  FRAME_SIZE_ERROR: 6,
  REFUSED_STREAM: 7,
  CANCEL: 8,
  COMPRESSION_ERROR: 9,
  CONNECT_ERROR: 10,
  ENHANCE_YOUR_CALM: 11,
  INADEQUATE_SECURITY: 12,
  HTTP_1_1_REQUIRED: 13,
} as const;

/** By code. */
const NAMES = Object.keys(Http2Code);

/** One side says that the other does not keep to the protocol, or does not speak it well enough. */
const OF_PROTOCOL: ReadonlySet<number> = new Set([
  Http2Code.PROTOCOL_ERROR,
  Http2Code.FLOW_CONTROL_ERROR,
  Http2Code.SETTINGS_TIMEOUT,
  Http2Code.STREAM_CLOSED,
  Http2Code.FRAME_SIZE_ERROR,
  Http2Code.COMPRESSION_ERROR,
  Http2Code.INADEQUATE_SECURITY,
  Http2Code.HTTP_1_1_REQUIRED,
]);

/** The server ended the connection, or takes no more requests on it. */
export function goAwayFailure(origin: string, code: number): KnownFailure {
  const what = code === Http2Code.NO_ERROR ? 'takes no more requests on this connection' : 'ended the connection';
  return failure(ErrorCode.http2GoAway, code, (name) => `${origin} ${what} (GOAWAY with ${name}).`);
}

/** The server broke off one request. */
export function resetFailure(origin: string, code: number): KnownFailure {
  const what = code === Http2Code.REFUSED_STREAM ? 'was refused' : 'was broken off before its answer was complete';
  return failure(ErrorCode.http2Stream, code, (name) => `The request to ${origin} ${what} (RST_STREAM with ${name}).`);
}

/** What the server sent is not as HTTP/2 has it. */
export function violationFailure(origin: string, code: number): KnownFailure {
  return failure(ErrorCode.http2Connection, code, (name) => `${origin} does not keep to HTTP/2 (${name}).`);
}

/** k6's codes of HTTP/2 begin with the one for what nobody has a name for. */
function failure(base: number, code: number, sentence: (name: string) => string): KnownFailure {
  const name = NAMES[code];
  const kind: ErrorKind = OF_PROTOCOL.has(code) ? 'protocol' : 'reset';
  const message = sentence(name ?? `the unknown code ${code}`);
  return new KnownFailure({ kind, code: name === undefined ? base : base + 1 + code, message });
}
