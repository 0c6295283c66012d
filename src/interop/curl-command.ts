import { InteropError } from './interop-error.ts';

/** What the options of a command say, before it is known how they go together. */
export interface Command {
  url: string | null;
  method: string | null;
  head: boolean;
  /** `-G`: data goes into the query. */
  get: boolean;
  json: boolean;
  readonly headers: [name: string, value: string][];
  /** Headers that have options of their own, where `-H` says nothing else. */
  readonly defaults: Map<string, string>;
  readonly data: string[];
  readonly parts: string[];
  file: string | null;
  user: string | null;
  bearer: string | null;
  compressed: boolean;
  timeoutSeconds: number | null;
  redirects: number | null;
  readonly notes: string[];
}

/** Short options that take no value, and what they are called at length. */
const FLAGS: Readonly<Record<string, string>> = {
  k: 'insecure',
  L: 'location',
  s: 'silent',
  S: 'show-error',
  v: 'verbose',
  i: 'include',
  f: 'fail',
  g: 'globoff',
  G: 'get',
  I: 'head',
  N: 'no-buffer',
  O: 'remote-name',
  J: 'remote-header-name',
  j: 'junk-session-cookies',
  q: 'disable',
  '#': 'progress-bar',
  '4': 'ipv4',
  '6': 'ipv6',
};

const VALUES: Readonly<Record<string, string>> = {
  X: 'request',
  H: 'header',
  d: 'data',
  F: 'form',
  u: 'user',
  b: 'cookie',
  A: 'user-agent',
  e: 'referer',
  x: 'proxy',
  m: 'max-time',
  T: 'upload-file',
  o: 'output',
  w: 'write-out',
  c: 'cookie-jar',
  D: 'dump-header',
};

/** Of how curl shows and stores things, or what every run does; nothing of the request. */
const WITHOUT_MEANING: ReadonlySet<string> = new Set([
  ...['location', 'silent', 'show-error', 'verbose', 'include', 'fail', 'fail-with-body', 'globoff', 'no-buffer'],
  ...['remote-name', 'remote-header-name', 'junk-session-cookies', 'disable', 'progress-bar', 'no-progress-meter'],
  ...['ipv4', 'ipv6', 'http1.1', 'path-as-is', 'tcp-nodelay', 'no-keepalive', 'location-trusted', 'basic'],
]);

const WITHOUT_MEANING_OF_VALUE: ReadonlySet<string> = new Set([
  'output',
  'write-out',
  'cookie-jar',
  'dump-header',
  'retry-delay',
]);

const LONG_VALUES: ReadonlySet<string> = new Set([
  ...Object.values(VALUES),
  ...['data-raw', 'data-binary', 'data-ascii', 'data-urlencode', 'form-string', 'json', 'url', 'oauth2-bearer'],
  ...['connect-timeout', 'max-redirs', 'cacert', 'cert', 'key', 'retry', 'retry-delay'],
]);

/** Of all requests of a file, so that no step has them. */
const OF_ALL_REQUESTS: Readonly<Record<string, (value: string) => string>> = {
  insecure: () => '`http: { tls: { verify: false } }` does what -k does.',
  proxy: (value) => `\`http: { proxy: ${value} }\` does what -x does.`,
  cacert: (value) => `\`http: { tls: { ca: ${value} } }\` does what --cacert does.`,
  cert: (value) => `\`http: { tls: { cert: ${value} } }\` does what --cert does.`,
  key: (value) => `\`http: { tls: { key: ${value} } }\` does what --key does.`,
  'connect-timeout': (value) => `\`http: { connectTimeout: ${value}s }\` does what --connect-timeout does.`,
  http2: () => '`http: { http2: true }` does what --http2 does.',
  retry: (value) => `\`retry: { max: ${value} }\` does what --retry does; it is left out, as retries are load, too.`,
};

/**
 * Reads the words behind `curl`.
 *
 * @throws InteropError where an option is not understood, or is no request's
 */
export function commandOf(words: readonly string[]): Command {
  const command: Command = {
    url: null,
    method: null,
    head: false,
    get: false,
    json: false,
    headers: [],
    defaults: new Map(),
    data: [],
    parts: [],
    file: null,
    user: null,
    bearer: null,
    compressed: false,
    timeoutSeconds: null,
    redirects: null,
    notes: [],
  };
  const rest = [...words];
  const valueOf = (option: string): string => {
    const value = rest.shift();
    if (value === undefined) throw new InteropError(`The option ${option} has no value. Copy the whole command.`);
    return value;
  };
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word.startsWith('--') && word.length > 2) {
      const name = word.slice(2);
      apply(command, name, LONG_VALUES.has(name) ? valueOf(word) : null, word);
    } else if (word.startsWith('-') && word.length > 1) applyShort(command, word.slice(1), valueOf);
    else setUrl(command, word);
  }
  return command;
}

/** `-sSL`, `-XPOST`: flags in a row, the last of which may have a value. */
function applyShort(command: Command, letters: string, valueOf: (option: string) => string): void {
  for (let index = 0; index < letters.length; index++) {
    const letter = letters.charAt(index);
    const flag = FLAGS[letter];
    const name = VALUES[letter];
    if (flag !== undefined) apply(command, flag, null, `-${letter}`);
    else if (name !== undefined) {
      const joined = letters.slice(index + 1);
      apply(command, name, joined === '' ? valueOf(`-${letter}`) : joined, `-${letter}`);
      return;
    } else throw unknown(`-${letter}`);
  }
}

function apply(command: Command, name: string, given: string | null, option: string): void {
  const value = given ?? '';
  if (WITHOUT_MEANING.has(name) || WITHOUT_MEANING_OF_VALUE.has(name)) return;
  const note = OF_ALL_REQUESTS[name];
  if (note) {
    command.notes.push(note(value));
    return;
  }
  switch (name) {
    case 'request':
      command.method = value.toUpperCase();
      break;
    case 'url':
      setUrl(command, value);
      break;
    case 'header':
      addHeader(command, value);
      break;
    case 'user-agent':
    case 'referer':
      command.defaults.set(name, value);
      break;
    case 'cookie':
      if (!value.includes('='))
        throw new InteropError(`${option} reads cookies from the file ${value}. Write them as name=value.`);
      command.headers.push(['cookie', value]);
      break;
    case 'json':
      command.json = true;
      command.data.push(value);
      break;
    case 'data':
    case 'data-ascii':
    case 'data-binary':
    case 'data-raw':
      command.data.push(name === 'data-raw' && value.startsWith('@') ? `\0${value}` : value);
      break;
    case 'data-urlencode':
      command.data.push(urlEncoded(value));
      break;
    case 'form':
    case 'form-string':
      command.parts.push(value);
      break;
    case 'upload-file':
      command.file = value;
      break;
    case 'user':
      command.user = value;
      break;
    case 'oauth2-bearer':
      command.bearer = value;
      break;
    case 'compressed':
      command.compressed = true;
      break;
    case 'max-time':
      command.timeoutSeconds = numberOf(value, option);
      break;
    case 'max-redirs':
      command.redirects = numberOf(value, option);
      break;
    case 'get':
      command.get = true;
      break;
    case 'head':
      command.head = true;
      break;
    default:
      throw unknown(option);
  }
}

function setUrl(command: Command, url: string): void {
  if (command.url !== null)
    throw new InteropError(`The command has two addresses, ${command.url} and ${url}. Paste one request at a time.`);
  // curl takes http where no scheme is given; what begins with a variable has its own.
  command.url = /^[a-z][a-z0-9+.-]*:\/\/|^\$\{/i.test(url) ? url : `http://${url}`;
}

function addHeader(command: Command, header: string): void {
  const colon = header.indexOf(':');
  // `-H 'X-Empty;'` sends it empty, `-H 'Accept:'` takes curl's own away.
  if (colon < 0 && header.endsWith(';')) command.headers.push([header.slice(0, -1).toLowerCase(), '']);
  else if (colon < 0) throw new InteropError(`The header \`${header}\` is not understood. Write it as name: value.`);
  else if (header.slice(colon + 1).trim() !== '') {
    command.headers.push([header.slice(0, colon).trim().toLowerCase(), header.slice(colon + 1).trim()]);
  }
}

/** `content`, `=content`, `name=content`; with @, the content is a file's. */
function urlEncoded(text: string): string {
  const [, name = '', content] = /^([^=@]*)=([^]*)$/.exec(text) ?? [];
  if (content === undefined && text.includes('@')) {
    throw new InteropError(
      `--data-urlencode ${text} encodes a file, which no scenario does. Write its content instead.`,
    );
  }
  const encode = (value: string): string =>
    value
      .split(/(\$\{[^}]*\})/)
      .map((part, index) => (index % 2 === 1 ? part : encodeURIComponent(part)))
      .join('');
  return name === '' ? encode(content ?? text) : `${name}=${encode(content ?? '')}`;
}

function numberOf(value: string, option: string): number {
  if (!/^\d+(\.\d+)?$/.test(value)) throw new InteropError(`${option} takes a number, not ${value}.`);
  return Number(value);
}

function unknown(option: string): InteropError {
  return new InteropError(`curl's option ${option} is not understood. Take it out of the command to paste the rest.`);
}
