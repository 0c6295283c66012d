import { request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import { VERSION } from '../../run/version.ts';
import { classifyError, ErrorCode, KnownFailure } from './errors.ts';
import { addressOf, parseBase, type Address } from './url.ts';

export interface Proxy extends Address {
  /** How messages name it: without credentials. */
  readonly origin: string;
  /** The `proxy-authorization` header that the credentials in its URL ask for; null: they are none. */
  readonly authorization: string | null;
}

/** @throws TypeError for anything but an http or https URL */
export function parseProxy(text: string): Proxy {
  if (!/^https?:/i.test(text)) throw new TypeError('It is not an http or https URL');
  const { origin, authorization } = parseBase(text);
  return { ...addressOf(origin), origin, authorization };
}

/** Asks the proxy at the other end of a socket for a way to a target (RFC 9110, 9.3.6). The error is a `KnownFailure` where it refuses. */
export function openTunnel(socket: Socket, proxy: Proxy, target: Address, done: (error: Error | null) => void): void {
  const authority = authorityOf(target);
  const asking = httpRequest({
    method: 'CONNECT',
    path: authority,
    headers: {
      host: authority,
      'user-agent': `Rampwright/${VERSION}`,
      ...(proxy.authorization !== null && { 'proxy-authorization': proxy.authorization }),
    },
    createConnection: () => socket,
  });
  // Else node says that the connection ends with the answer.
  asking.removeHeader('connection');
  asking.on('connect', ({ statusCode = 0, statusMessage = '' }, _socket, head: Buffer) => {
    if (statusCode < 200 || statusCode > 299) {
      done(refusal(proxy, authority, statusCode, statusMessage));
      return;
    }
    // What the target said at once.
    if (head.length > 0) socket.unshift(head);
    done(null);
  });
  asking.on('error', done);
  asking.end();
}

/** It is there, but opens no way. */
export function lateProxy({ origin }: Proxy, target: Address): KnownFailure {
  const message = `The proxy ${origin} did not open the way to ${authorityOf(target)} in time.`;
  return new KnownFailure({ kind: 'connect', code: ErrorCode.dialTimeout, message });
}

/** What went wrong on the way to the target is the connection's failure. */
export function proxyFailure(error: Error, { origin }: Proxy): Error {
  if (error instanceof KnownFailure) return error;
  const { kind, code, message } = classifyError(error, origin);
  const named = kind === 'dns' || kind === 'tls' ? kind : 'connect';
  return new KnownFailure({ kind: named, code, message: `The proxy can't be used. ${message}` });
}

function refusal({ origin, authorization }: Proxy, authority: string, status: number, text: string): KnownFailure {
  const answer = text === '' ? `${status}` : `${status} ${text}`;
  const message = `The proxy ${origin} refused the way to ${authority}: it answered ${answer}.`;
  const wants =
    authorization === null
      ? ' It wants a user and a password in the URL of `http.proxy`.'
      : ' It does not take the user and the password of `http.proxy`.';
  return new KnownFailure({
    kind: 'connect',
    code: ErrorCode.generic,
    message: status === 407 ? message + wants : message,
  });
}

function authorityOf({ host, port }: Address): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
