import { errorTitle, statusTitle } from '../error-titles.ts';
import { classifyError } from '../../engine/http/errors.ts';
import { oneLine, truncate } from '../text-layout.ts';
import type { Attempt } from './delivery.ts';

const TIMEOUT_MS = 10_000;
const MOST_REASON = 200;

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | ArrayBuffer;
}

/** Posts once and says what became of it. Never rejects; no reason holds a credential, also where the answer repeats one. */
export async function post({ url, headers, body }: Post, signal: AbortSignal): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      // A redirect would take the credentials elsewhere.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const text = await response.text();
    return outcome(response, withoutCredentials(text, url, headers));
  } catch (error) {
    return { kind: 'again', reason: networkReason(error, url), afterMs: null };
  }
}

function outcome(response: Response, body: string): Attempt {
  const { status } = response;
  if (response.ok) return { kind: 'accepted' };
  const reason = answerReason(status, body);
  if (status === 408 || status === 429 || status >= 500)
    return { kind: 'again', reason, afterMs: retryAfterMs(response.headers.get('retry-after')) };
  if (status === 401 || status === 403 || status === 404 || status === 405 || (status >= 300 && status < 400))
    return { kind: 'hopeless', reason };
  return { kind: 'refused', reason };
}

/** Shorter ones are no secrets, and would make holes into words. */
const SHORTEST_SECRET = 4;

function withoutCredentials(text: string, url: string, { authorization = '' }: Post['headers']): string {
  const [, credential = ''] = authorization.split(' ');
  const password = /^Basic /.test(authorization)
    ? Buffer.from(credential, 'base64').toString('utf8').split(':').slice(1).join(':')
    : '';
  const secrets = [credential, password, ...['p', 'token'].map((name) => new URL(url).searchParams.get(name) ?? '')];
  return secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .reduce((masked, secret) => masked.replaceAll(secret, '•••'), text);
}

/** `401 Unauthorized: unable to parse authentication credentials` */
function answerReason(status: number, body: string): string {
  const said = truncate(oneLine(messageIn(body)).trim(), MOST_REASON).replace(/\.$/, '');
  return said === '' ? statusTitle(status) : `${statusTitle(status)}: ${said}`;
}

/** InfluxDB answers with JSON, Prometheus with a line of text; a page of HTML is of a proxy, and says nothing. */
function messageIn(body: string): string {
  if (/^\s*</.test(body)) return '';
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null) return body;
    const said: unknown = Reflect.get(parsed, 'error') ?? Reflect.get(parsed, 'message');
    return typeof said === 'string' ? said : '';
  } catch {
    return body;
  }
}

/** Why there was no answer at all, in words: `connection refused`. */
export function networkReason(error: unknown, url: string): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} s`;
  if (error instanceof Error && error.name === 'AbortError') return 'there was no more time';
  const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const { kind, code } = classifyError(cause, new URL(url).origin);
  return errorTitle({ kind, status: 0, errorCode: code });
}

/** In seconds or as a date (RFC 9110, 10.2.3); null where there is none. */
function retryAfterMs(header: string | null): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
