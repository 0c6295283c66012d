import type { ErrorKind } from '../run/metrics.ts';

/** What names a failure: an `ErrorRow` or a `Sample` with its status. */
export interface Failure {
  readonly kind: ErrorKind;
  /** 0: no response. */
  readonly status: number;
  /** k6's, 0: none. */
  readonly errorCode: number;
}

/** IANA's reason phrases (RFC 9110 and the registry), and what the widespread unregistered codes are called. */
const STATUS_TEXTS: Readonly<Record<number, string>> = {
  101: 'Switching Protocols',
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  203: 'Non-Authoritative Information',
  204: 'No Content',
  205: 'Reset Content',
  206: 'Partial Content',
  300: 'Multiple Choices',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  411: 'Length Required',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable',
  417: 'Expectation Failed',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  423: 'Locked',
  424: 'Failed Dependency',
  425: 'Too Early',
  426: 'Upgrade Required',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  451: 'Unavailable For Legal Reasons',
  499: 'Client Closed Request',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  505: 'HTTP Version Not Supported',
  507: 'Insufficient Storage',
  508: 'Loop Detected',
  511: 'Network Authentication Required',
};

/** k6's codes of failures without a response (lib/netext/httpext/error_codes.go) in plain words. */
const CODE_WORDS: Readonly<Record<number, string>> = {
  1000: 'request failed',
  1010: 'network error',
  1020: 'invalid URL',
  1050: 'request timeout',
  1100: 'DNS lookup failed',
  1101: 'no such host',
  1110: 'address not allowed',
  1111: 'host not allowed',
  1200: 'connection failed',
  1201: 'connection closed while sending',
  1202: 'connection failed',
  1210: 'could not connect',
  1211: 'connect timeout',
  1212: 'connection refused',
  1213: 'could not connect',
  1220: 'connection reset',
  1300: 'TLS failed',
  1301: 'not a TLS server',
  1310: 'certificate of an unknown authority',
  1311: 'certificate is for another host',
  1701: 'response could not be decompressed',
};

const KIND_WORDS: Readonly<Record<ErrorKind, string>> = {
  timeout: 'request timeout',
  connect: 'could not connect',
  reset: 'connection reset',
  dns: 'DNS lookup failed',
  tls: 'TLS failed',
  protocol: 'protocol error',
  '4xx': 'client error',
  '5xx': 'server error',
  expectation: 'not as expected',
};

/** `401 Unauthorized`; an unknown status is only its number. */
export function statusTitle(status: number): string {
  const text = STATUS_TEXTS[status];
  return text === undefined ? String(status) : `${status} ${text}`;
}

/** `401 Unauthorized`, `connection refused`, `200 OK, not as expected`. */
export function errorTitle(failure: Failure): string {
  if (failure.status > 0) {
    // A timeout or a reset may come after the status line: the cause is not the status then.
    const byStatus = failure.kind === '4xx' || failure.kind === '5xx';
    return byStatus ? statusTitle(failure.status) : `${statusTitle(failure.status)}, ${codeWords(failure)}`;
  }
  return codeWords(failure);
}

/** For legends: `401`, `timeout`, `refused`. */
export function errorShort(failure: Failure): string {
  if (failure.kind === '4xx' || failure.kind === '5xx')
    return failure.status > 0 ? String(failure.status) : failure.kind;
  if (failure.kind === 'expectation') return 'not as expected';
  return failure.kind === 'connect' && failure.errorCode === 1212 ? 'refused' : failure.kind;
}

function codeWords({ kind, errorCode }: Failure): string {
  if (kind === 'expectation') return KIND_WORDS.expectation;
  // The codes that k6 has for all else say less than the kind.
  if (errorCode === 1000 || errorCode === 1010) return kind === 'reset' ? 'connection closed' : KIND_WORDS[kind];
  return CODE_WORDS[errorCode] ?? KIND_WORDS[kind];
}
