/** Addresses and credentials of receivers, from `--out KIND=URL` and the environment. */
import { parseDuration } from '../../scenario/units.ts';
import { ReceiverError } from './receiver.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Takes the credentials out of a URL, so that it can be shown. @throws ReceiverError for what is no http or https URL. */
export function receiverUrl(
  text: string,
  out: string,
): { readonly url: URL; readonly username: string; readonly password: string } {
  const url = URL.canParse(text) ? new URL(text) : null;
  // The text itself may hold a password, and is not repeated.
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new ReceiverError(
      `The URL of --out ${out} is no http or https URL.`,
      `Write --out ${out}=http://HOST:PORT/….`,
    );
  const { username, password } = url;
  url.username = '';
  url.password = '';
  return { url, username: decodeURIComponent(username), password: decodeURIComponent(password) };
}

export function basicAuthorization(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/** A variable that is set to more than nothing. */
export function variable(env: Environment, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = env[name];
    if (value !== undefined && value !== '') return value;
  }
  return null;
}

/** A duration as k6 writes it (`5s`) or in plain milliseconds. @throws ReceiverError for anything else. */
export function durationVariable(env: Environment, name: string, otherwiseMs: number): number {
  const text = variable(env, name);
  if (text === null) return otherwiseMs;
  const ms = /^\d+$/.test(text) ? Number(text) : parseDuration(text);
  if (ms === null || ms <= 0)
    throw new ReceiverError(`${name} is "${text}", which is no duration.`, `Set it as in ${name}=5s.`);
  return ms;
}
