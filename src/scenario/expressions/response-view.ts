import type { JsonValue } from '../plan.ts';
import { ExpressionError } from './expression-error.ts';
import { isJsonValue } from './json-value.ts';

/** Where a request's time went, in ms; k6's meaning: `duration` = sending + waiting + receiving. */
export interface ResponseTimings {
  readonly duration: number;
  readonly blocked: number;
  readonly connecting: number;
  readonly tls: number;
  readonly sending: number;
  readonly waiting: number;
  readonly receiving: number;
}

/** What the engine knows of an answer. Functions are called only when an expression asks, and at most once. */
export interface ResponseParts {
  readonly status: number;
  readonly statusText: string;
  /** After redirects. */
  readonly url: string;
  /** k6's names, e.g. `HTTP/1.1`. */
  readonly proto: string;
  readonly timings: ResponseTimings;
  /** Names in lower case; repeated headers joined with `, `. */
  headers(): Readonly<Record<string, string>>;
  body(): string;
  /** Cookies that this answer set, by name. */
  cookies(): Readonly<Record<string, string>>;
}

/** How much of a body messages show. */
const EXCERPT_LENGTH = 120;

/** `response` in expressions. Headers, body and JSON are worked out when they are first read. */
export class ResponseView {
  readonly #parts: ResponseParts;
  #headers: Readonly<Record<string, string>> | undefined;
  #cookies: Readonly<Record<string, string>> | undefined;
  #body: string | undefined;
  #json: { readonly value: JsonValue } | undefined;

  constructor(parts: ResponseParts) {
    this.#parts = parts;
  }

  /** The parts tell of another answer now. */
  renew(): void {
    this.#headers = this.#cookies = this.#body = this.#json = undefined;
  }

  get status(): number {
    return this.#parts.status;
  }

  get statusText(): string {
    return this.#parts.statusText;
  }

  get url(): string {
    return this.#parts.url;
  }

  get proto(): string {
    return this.#parts.proto;
  }

  get timings(): ResponseTimings {
    return this.#parts.timings;
  }

  get headers(): Readonly<Record<string, string>> {
    return (this.#headers ??= this.#parts.headers());
  }

  get body(): string {
    return (this.#body ??= this.#parts.body());
  }

  /** @throws ExpressionError where the body is not JSON. */
  get json(): JsonValue {
    return (this.#json ??= { value: parseBody(this.body) }).value;
  }

  /** The value of a header, or null where the answer has none of this name; upper and lower case are the same. */
  header(name: string): string | null {
    return this.headers[name.toLowerCase()] ?? null;
  }

  /** The value that the answer set for a cookie, or null. */
  cookie(name: string): string | null {
    const cookies = (this.#cookies ??= this.#parts.cookies());
    return Object.hasOwn(cookies, name) ? (cookies[name] ?? null) : null;
  }

  /** The first characters of the body where it has been read already; never reads it. */
  get bodyStart(): string | null {
    if (this.#body === undefined) return null;
    return this.#body.length > EXCERPT_LENGTH ? `${this.#body.slice(0, EXCERPT_LENGTH)}…` : this.#body;
  }
}

function parseBody(body: string): JsonValue {
  if (body === '') throw new ExpressionError('nothing-found', 'The response has no body, so there is no JSON to read.');
  try {
    const value: unknown = JSON.parse(body);
    if (isJsonValue(value)) return value;
  } catch {
    // Said below, in words for the scenario's author.
  }
  throw new ExpressionError('nothing-found', 'The body of the response is not JSON.');
}
