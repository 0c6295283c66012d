import type { JsonValue } from '../scenario/plan.ts';
import { InteropError } from './interop-error.ts';
import { shellWords } from './shell-words.ts';

type JsonMap = Record<string, JsonValue>;

/** A request step, as a scenario has it, made of a curl command. */
export interface CurlStep {
  readonly step: Readonly<Record<string, JsonValue>>;
  /** What the step cannot say for itself, in whole sentences. */
  readonly notes: readonly string[];
}

/** What the options of a command say, before it is known how they go together. */
interface Command {
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
/** What the engine sets itself. */
const OWN_HEADERS: ReadonlySet<string> = new Set(['content-length', 'connection', 'host']);
/** Fields that a request has once (RFC 9110); of others, what stands in several lines is a list with commas. */
const SINGLE_HEADERS: ReadonlySet<string> = new Set([
  ...['authorization', 'content-type', 'user-agent', 'referer', 'origin', 'from', 'date', 'range', 'max-forwards'],
  ...['proxy-authorization', 'x-api-key', 'idempotency-key', 'if-modified-since', 'if-unmodified-since'],
]);
const METHOD_KEYS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);

/** Whether a text begins as a curl command does, behind a shell's prompt or without. */
export function isCurl(text: string): boolean {
  return /^\s*(?:[$%>]\s+)?curl(?:\.exe)?\s+\S/.test(text);
}

/**
 * The request of a curl command, as shells, browsers' developer tools and API documents have it. The shell's variables become
 * `env.NAME`; a cookie and a password that is to be typed become secrets.
 *
 * @throws InteropError which says what is not understood
 */
export function stepFromCurl(text: string): CurlStep {
  if (!isCurl(text)) throw new InteropError('This is no curl command: it does not begin with curl.');
  if (/\^\r?\n|\s\^"/.test(text)) {
    throw new InteropError("This command is for Windows' cmd. Copy it as cURL for bash instead.");
  }
  const words = shellWords(text.replace(/^\s*[$%>]\s+/, ''));
  return stepOf(commandOf(words.slice(1)));
}

function commandOf(words: readonly string[]): Command {
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

function stepOf(command: Command): CurlStep {
  if (command.url === null) throw new InteropError('The command has no address.');
  const headers = headersOf(command);
  const data = command.data.map((one) => one.replace('\0', '')).join('&');
  const url =
    command.get && data !== '' ? `${command.url}${command.url.includes('?') ? '&' : '?'}${data}` : command.url;
  const body = command.get ? {} : bodyOf(command, data, headers);
  const method = command.method ?? impliedMethod(command);
  const auth = authOf(command, headers);
  if (command.compressed && !headers.has('accept-encoding')) headers.set('accept-encoding', 'gzip, deflate, br');
  const key = method.toLowerCase();
  return {
    step: {
      ...(METHOD_KEYS.has(key) ? { [key]: url } : { request: { method, url } }),
      ...(headers.size > 0 && { headers: Object.fromEntries(headers) }),
      ...(auth && { auth }),
      ...body,
      ...(command.timeoutSeconds !== null && { timeout: `${command.timeoutSeconds}s` }),
      ...(command.redirects !== null && { redirects: command.redirects }),
    },
    notes: command.notes,
  };
}

function headersOf({ headers: given, defaults }: Command): Map<string, string> {
  const headers = new Map(defaults);
  const said = new Map<string, string>();
  for (const [name, value] of given) {
    if (OWN_HEADERS.has(name) || name.startsWith(':')) continue;
    const before = said.get(name);
    if (before !== undefined && before !== value && SINGLE_HEADERS.has(name)) {
      throw new InteropError(`The header ${name} stands there twice, and a request has it once. Take one out.`);
    }
    const joined =
      before === undefined || before === value ? value : `${before}${name === 'cookie' ? '; ' : ', '}${value}`;
    said.set(name, joined);
    headers.set(name, joined);
  }
  return headers;
}

function impliedMethod({ head, get, data, parts, file }: Command): string {
  if (head) return 'HEAD';
  if (file !== null) return 'PUT';
  return (data.length > 0 && !get) || parts.length > 0 ? 'POST' : 'GET';
}

function bodyOf({ data: given, parts, file, json }: Command, data: string, headers: Map<string, string>): JsonMap {
  if (parts.length > 0) {
    headers.delete('content-type');
    return { multipart: partsOf(parts) };
  }
  if (file !== null) return { bodyFile: file };
  const [first] = given;
  if (first === undefined) return {};
  const type = headers.get('content-type') ?? (json ? 'application/json' : 'application/x-www-form-urlencoded');
  if (json && !headers.has('accept')) headers.set('accept', 'application/json');
  if (first.startsWith('@')) {
    if (given.length > 1 || first === '@-')
      throw new InteropError('Of data from files, one file is understood, and nothing beside it.');
    headers.set('content-type', type);
    return { bodyFile: first.slice(1) };
  }
  const value = /^application\/(?:[\w.+-]+\+)?json\b/i.test(type) ? jsonOf(data) : undefined;
  if (value !== undefined) {
    if (/^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(type)) headers.delete('content-type');
    return { json: value };
  }
  const fields = /^application\/x-www-form-urlencoded\b/i.test(type) ? fieldsOf(data) : null;
  if (fields) {
    headers.delete('content-type');
    return { form: fields };
  }
  headers.set('content-type', type);
  return { body: data };
}

function jsonOf(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** The fields of a form; null where a text is none, or would not be the same once it is encoded again. */
function fieldsOf(text: string): JsonMap | null {
  const fields: Record<string, JsonValue[]> = {};
  for (const pair of text.split('&')) {
    const [, name = '', value = ''] = /^([^={}[\]"]+)=([^]*)$/.exec(pair) ?? [];
    const [key, decoded] = [decodedPart(name), decodedPart(value)];
    if (name === '' || key === null || decoded === null) return null;
    (fields[key] ??= []).push(decoded);
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

function decodedPart(text: string): string | null {
  try {
    // Expressions stand as they are: there is nothing encoded in them.
    const parts = text.split(/(\$\{[^}]*\})/);
    return parts
      .map((part, index) => (index % 2 === 1 ? part : decodeURIComponent(part.replaceAll('+', ' '))))
      .join('');
  } catch {
    return null;
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

function partsOf(parts: readonly string[]): JsonMap {
  const values = new Map<string, JsonValue[]>();
  for (const part of parts) {
    const [name, value] = partOf(part);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all]));
}

function partOf(part: string): [name: string, value: JsonValue] {
  const [, name = '', value = ''] = /^([^=]+)=([^]*)$/.exec(part) ?? [];
  if (name === '')
    throw new InteropError(`The part \`${part}\` of the form is not understood. Write it as name=value.`);
  if (value.startsWith('<'))
    throw new InteropError(`The part \`${name}\` is read from a file as text, which is not understood.`);
  if (!value.startsWith('@')) return [name, value];
  const [file = '', ...details] = value.slice(1).split(';');
  const detail = (key: string): string | undefined =>
    details
      .find((one) => one.startsWith(`${key}=`))
      ?.slice(key.length + 1)
      .replaceAll('"', '');
  const [contentType, filename] = [detail('type'), detail('filename')];
  return [
    name,
    { file, ...(filename !== undefined && { filename }), ...(contentType !== undefined && { contentType }) },
  ];
}

/** Of `-u`, `--oauth2-bearer`, or the header that says the same. */
function authOf({ user, bearer }: Command, headers: Map<string, string>): JsonMap | null {
  const [, inHeader] = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  if (inHeader !== undefined) headers.delete('authorization');
  const token = bearer ?? inHeader;
  if (token !== undefined) return { bearer: token };
  if (user === null) return null;
  const colon = user.indexOf(':');
  const username = colon < 0 ? user : user.slice(0, colon);
  return { basic: { username, password: colon < 0 ? '${secret.PASSWORD}' : user.slice(colon + 1) } };
}

function numberOf(value: string, option: string): number {
  if (!/^\d+(\.\d+)?$/.test(value)) throw new InteropError(`${option} takes a number, not ${value}.`);
  return Number(value);
}

function unknown(option: string): InteropError {
  return new InteropError(`curl's option ${option} is not understood. Take it out of the command to paste the rest.`);
}
