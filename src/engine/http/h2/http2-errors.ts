import type { ErrorKind } from '../../../run/metrics.ts';
import { ErrorCode, KnownFailure } from '../errors.ts';

/** RFC 9113, section 7. */
export const Http2Code = {
  noError: 0,
  protocolError: 1,
  internalError: 2,
  flowControlError: 3,
  settingsTimeout: 4,
  streamClosed: 5,
  frameSizeError: 6,
  refusedStream: 7,
  cancel: 8,
  compressionError: 9,
  connectError: 10,
  enhanceYourCalm: 11,
  inadequateSecurity: 12,
  http11Required: 13,
} as const;

/** As everybody writes them, by code. */
const NAMES = [
  'NO_ERROR',
  'PROTOCOL_ERROR',
  'INTERNAL_ERROR',
  'FLOW_CONTROL_ERROR',
  'SETTINGS_TIMEOUT',
  'STREAM_CLOSED',
  'FRAME_SIZE_ERROR',
  'REFUSED_STREAM',
  'CANCEL',
  'COMPRESSION_ERROR',
  'CONNECT_ERROR',
  'ENHANCE_YOUR_CALM',
  'INADEQUATE_SECURITY',
  'HTTP_1_1_REQUIRED',
];

/** One side says that the other does not keep to the protocol, or does not speak it well enough. */
const OF_PROTOCOL: ReadonlySet<number> = new Set([
  Http2Code.protocolError,
  Http2Code.flowControlError,
  Http2Code.settingsTimeout,
  Http2Code.streamClosed,
  Http2Code.frameSizeError,
  Http2Code.compressionError,
  Http2Code.inadequateSecurity,
  Http2Code.http11Required,
]);

/** The server ended the connection, or takes no more requests on it. */
export function goAwayFailure(origin: string, code: number): KnownFailure {
  const what = code === Http2Code.noError ? 'takes no more requests on this connection' : 'ended the connection';
  return failure(ErrorCode.http2GoAway, code, (name) => `${origin} ${what} (GOAWAY with ${name}).`);
}

/** The server broke off one request. */
export function resetFailure(origin: string, code: number): KnownFailure {
  const what = code === Http2Code.refusedStream ? 'was refused' : 'was broken off before its answer was complete';
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
