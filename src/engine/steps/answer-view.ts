import { Cookie } from 'tough-cookie';
import type { Timings } from '../../run/events.ts';
import { ResponseView, type ResponseParts, type ResponseTimings } from '../../scenario/expression.ts';
import type { Exchange } from '../http/exchange.ts';

/** What expressions see of an exchange's answer, for as long as it has no other; nothing is copied before someone asks. */
export class LiveAnswer implements ResponseParts {
  readonly #exchange: Exchange;

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
  }

  get status(): number {
    return this.#exchange.lost ? 0 : this.#exchange.status;
  }

  get statusText(): string {
    return this.#exchange.statusText;
  }

  get url(): string {
    return this.#exchange.origin + (this.#exchange.request?.path ?? '');
  }

  get proto(): string {
    return this.#exchange.proto;
  }

  get timings(): ResponseTimings {
    return timingsOf(this.#exchange.timings);
  }

  headers(): Record<string, string> {
    return headersOf(this.#exchange.headers);
  }

  body(): string {
    return this.#exchange.failure ? '' : this.#exchange.bodyText();
  }

  cookies(): Record<string, string> {
    return cookiesOf(this.#exchange.setCookie);
  }
}

/**
 * The same for whoever reads it when the exchange has its next answer already: body and headers are taken now where they are
 * asked for, and worked out later.
 */
export function keptAnswer(
  exchange: Exchange,
  asked: { readonly headers: boolean; readonly body: boolean },
): ResponseView {
  const { status, statusText, url, proto, timings } = new LiveAnswer(exchange);
  const headers = asked.headers ? exchange.headers : {};
  const setCookie = asked.headers ? exchange.setCookie : undefined;
  const body = asked.body && !exchange.failure ? exchange.bodyText() : '';
  return new ResponseView({
    ...{ status, statusText, url, proto, timings },
    headers: () => headersOf(headers),
    body: () => body,
    cookies: () => cookiesOf(setCookie),
  });
}

/** As expressions name them. */
export function timingsOf(timings: Timings): ResponseTimings {
  return {
    duration: timings.durationMs,
    blocked: timings.blockedMs,
    connecting: timings.connectingMs,
    tls: timings.tlsMs,
    sending: timings.sendingMs,
    waiting: timings.waitingMs,
    receiving: timings.receivingMs,
  };
}

/** A header that came more than once, as one. */
export function joined(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : (value ?? []).join(', ');
}

export function headersOf(headers: Exchange['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, joined(value)]));
}

function cookiesOf(setCookie: readonly string[] | undefined): Record<string, string> {
  const cookies = (setCookie ?? [])
    .map((text) => Cookie.parse(text, { loose: true }))
    .filter((cookie) => cookie !== undefined);
  return Object.fromEntries(cookies.map((cookie) => [cookie.key, cookie.value]));
}
