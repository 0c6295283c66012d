import type { JsonValue } from '../scenario/plan.ts';
import type { LogEvent, Sample } from '../run/events.ts';
import { createMask, maskBody, maskHeader, type Mask } from '../run/mask.ts';
import type { JsonObject } from './scenario-context.ts';

/** Names of captured values that are credentials. */
const CREDENTIAL_NAME = /token|secret|password|passwd|jwt|session|cookie|credential|api_?key|auth/i;
/** A shorter value would mask half of every text. */
const SHORTEST_CAPTURED = 6;

/** What must not be seen of a run: its secrets, and what setup captured under the name of a credential. */
export class RunMasks {
  readonly #secrets: string[];
  #mask: Mask;

  constructor(secrets: Readonly<Record<string, string>>) {
    this.#secrets = Object.values(secrets);
    this.#mask = createMask(this.#secrets);
  }

  addCaptured(captured: JsonObject): void {
    const found = Object.entries(captured).flatMap(([name, value]) => credentials(name, value));
    if (found.length === 0) return;
    this.#secrets.push(...found);
    this.#mask = createMask(this.#secrets);
  }

  text(text: string): string {
    return this.#mask(text);
  }

  log(event: LogEvent): LogEvent {
    return { ...event, message: maskBody(event.message, this.#mask) };
  }

  sample(sample: Sample): Sample {
    const { request, response } = sample;
    const header = ([name, value]: readonly [string, string]): readonly [string, string] => [
      name,
      maskHeader(name, value, this.#mask),
    ];
    return {
      ...sample,
      message: maskBody(sample.message, this.#mask),
      request: {
        ...request,
        url: maskBody(request.url, this.#mask),
        headers: request.headers.map(header),
        body: request.body === null ? null : maskBody(request.body, this.#mask),
      },
      response: response && {
        ...response,
        headers: response.headers.map(header),
        body: response.body === null ? null : maskBody(response.body, this.#mask),
      },
    };
  }
}

function credentials(name: string, value: JsonValue): string[] {
  if (typeof value === 'string') return CREDENTIAL_NAME.test(name) && value.length >= SHORTEST_CAPTURED ? [value] : [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value as JsonObject).flatMap(([key, item]) => credentials(key, item));
}
