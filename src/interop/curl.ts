import type { JsonValue } from '../scenario/plan.ts';
import { HEADERS_OF_THE_CLIENT } from '../scenario/http-headers.ts';
import { commandOf, type Command } from './curl-command.ts';
import { InteropError } from './interop-error.ts';
import { shellWords } from './shell-words.ts';

type JsonMap = Record<string, JsonValue>;

/** A request step, as a scenario has it, made of a curl command. */
export interface CurlStep {
  readonly step: Readonly<Record<string, JsonValue>>;
  /** What the step cannot say for itself, in whole sentences. */
  readonly notes: readonly string[];
}

/** What the engine sets itself. */
const OWN_HEADERS: ReadonlySet<string> = new Set([...HEADERS_OF_THE_CLIENT.keys(), 'connection', 'host']);
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
