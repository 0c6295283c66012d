import { constants } from 'node:http2';
import type { ErrorKind } from '../../run/metrics.ts';
import { classifyError, ErrorCode, KnownFailure } from './errors.ts';

/** How a session of HTTP/2 came to its end, as far as it has. */
export interface SessionEnd {
  /** null: the server did not say that it goes. */
  readonly goAway: { readonly code: number; readonly lastStreamID: number } | null;
  readonly closed: boolean;
}

/** How a stream ended. */
export interface StreamEnd {
  /** 0: it never began. */
  readonly id: number;
  /** That of RST_STREAM; 0 also where there was none. */
  readonly code: number;
  /** What node says. */
  readonly error: Error | null;
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
/** What nghttp2, in node, found wrong with what the server sent (nghttp2_error, nghttp2.h); anything else is PROTOCOL_ERROR. */
const OF_NGHTTP2: ReadonlyMap<
  unknown,
  'NGHTTP2_FRAME_SIZE_ERROR' | 'NGHTTP2_COMPRESSION_ERROR' | 'NGHTTP2_FLOW_CONTROL_ERROR'
> = new Map([
  [-522, 'NGHTTP2_FRAME_SIZE_ERROR'],
  [-523, 'NGHTTP2_COMPRESSION_ERROR'],
  [-524, 'NGHTTP2_FLOW_CONTROL_ERROR'],
]);

/** Why a request ended before its answer was complete. */
export function streamFailure(
  origin: string,
  { id, code, error }: StreamEnd,
  { goAway, closed }: SessionEnd,
): KnownFailure {
  if (goAway && (goAway.code !== 0 || id > goAway.lastStreamID)) {
    const what = goAway.code === 0 ? 'takes no more requests on this connection' : 'ended the connection';
    return failure(ErrorCode.http2GoAway, goAway.code, (name) => `${origin} ${what} (GOAWAY with ${name}).`);
  }
  switch (error && 'code' in error ? error.code : null) {
    case 'ERR_HTTP2_STREAM_ERROR':
    case null:
      break;
    case 'ERR_HTTP2_ERROR':
      return failure(
        ErrorCode.http2Connection,
        constants[OF_NGHTTP2.get(error && 'errno' in error ? error.errno : null) ?? 'NGHTTP2_PROTOCOL_ERROR'],
        (name) => `${origin} does not keep to HTTP/2 (${name}).`,
      );
    default:
      return new KnownFailure(classifyError(error, origin));
  }
  if (closed) return new KnownFailure(classifyError(Object.assign(new Error(), { code: 'UND_ERR_SOCKET' }), origin));
  const what =
    code === constants.NGHTTP2_REFUSED_STREAM ? 'was refused' : 'was broken off before its answer was complete';
  return failure(ErrorCode.http2Stream, code, (name) => `The request to ${origin} ${what} (RST_STREAM with ${name}).`);
}

/** k6's codes of HTTP/2 begin with the one for what nobody has a name for. */
function failure(base: number, code: number, sentence: (name: string) => string): KnownFailure {
  const name = NAMES[code];
  const kind: ErrorKind = OF_PROTOCOL.has(code) ? 'protocol' : 'reset';
  const message = sentence(name ?? `the unknown code ${code}`);
  return new KnownFailure({ kind, code: name === undefined ? base : base + 1 + code, message });
}
