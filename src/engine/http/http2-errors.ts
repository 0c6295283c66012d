import { constants } from 'node:http2';
import type { ErrorKind } from '../../run/metrics.ts';
import { classifyError, ErrorCode, KnownFailure } from './errors.ts';

/** How a session of HTTP/2 ended; what did not happen is null or false. */
export interface SessionEnd {
  readonly goAway: { readonly code: number; readonly lastStreamID: number } | null;
  readonly error: Error | null;
  readonly closed: boolean;
}

/** RFC 9113, section 7; by code. */
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
const OF_PROTOCOL: ReadonlySet<number> = new Set([1, 3, 4, 5, 6, 9, 12, 13]);

/** Why a request ended before its answer was complete. `code` is its stream's, 0 for none. */
export function sessionFailure(
  origin: string,
  { streamId, code }: { readonly streamId: number; readonly code: number },
  { goAway, error, closed }: SessionEnd,
): KnownFailure {
  if (goAway && (goAway.code !== 0 || streamId > goAway.lastStreamID)) {
    const what = goAway.code === 0 ? 'takes no more requests on this connection' : 'ended the connection';
    return failure(kindOf(goAway.code), ErrorCode.http2GoAway, goAway.code, `${origin} ${what} (GOAWAY with`);
  }
  if (error) {
    const broken = codeOfSession(error);
    if (broken === null) return new KnownFailure(classifyError(error, origin));
    return failure('protocol', ErrorCode.http2Connection, broken, `${origin} does not keep to HTTP/2 (`);
  }
  if (closed) {
    return new KnownFailure({
      kind: 'reset',
      code: ErrorCode.resetByPeer,
      message: `${origin} closed the connection before the answer was complete.`,
    });
  }
  const what =
    code === constants.NGHTTP2_REFUSED_STREAM
      ? 'refused the request'
      : 'broke off the request before its answer was complete';
  return failure(kindOf(code), ErrorCode.http2Stream, code, `${origin} ${what} (RST_STREAM with`);
}

function kindOf(code: number): ErrorKind {
  return OF_PROTOCOL.has(code) ? 'protocol' : 'reset';
}

/** k6's codes of HTTP/2 begin with the one for codes that nobody knows. */
function failure(kind: ErrorKind, base: number, code: number, begin: string): KnownFailure {
  const name = NAMES[code];
  const message = `${begin}${begin.endsWith('(') ? '' : ' '}${name ?? `the unknown code ${code}`}).`;
  return new KnownFailure({ kind, code: name === undefined ? base : base + 1 + code, message });
}

/** What node, or nghttp2 in it, found wrong with what came; null: it is the socket's error. */
function codeOfSession(error: Error): number | null {
  if (!('code' in error)) return null;
  if (error.code === 'ERR_HTTP2_SESSION_ERROR') {
    const [, code = ''] = /code (\d+)/.exec(error.message) ?? [];
    return Number(code);
  }
  return error.code === 'ERR_HTTP2_ERROR' ? constants.NGHTTP2_PROTOCOL_ERROR : null;
}
