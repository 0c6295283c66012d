import type { JsonValue } from '../scenario/plan.ts';
import type { LogEvent, Sample, SampleResponse, SampleValue } from '../run/events.ts';
import { createMask, isCredentialHeader, MASK, maskBody, maskHeader, type Mask } from '../run/mask.ts';
import type { Scope } from '../scenario/expression.ts';
import type { JsonObject } from './scenario-context.ts';

/** Names of captured values that are credentials. */
const CREDENTIAL_NAME = /token|secret|password|passwd|jwt|session|cookie|credential|api_?key|auth/i;
/** A shorter value would mask half of every text. */
const SHORTEST_CAPTURED = 6;

/** Of a message, a URL or a header, so many characters: what a server says must not fill the journal. Only what is masked may be cut. */
const LONGEST_MESSAGE = 1000;
const LONGEST_FIELD = 8192;
/** Of the headers of an answer together. */
const LONGEST_HEADERS = 65_536;

/** Names that every iteration starts with; whatever else stands in a scope was captured or set there. */
const GIVEN_NAMES = new Set(['env', 'secret', 'vars', 'data', 'setup', 'vu', 'iteration', 'response']);

/** What the steps of an iteration captured or set. */
export function capturedIn(scope: Scope): JsonObject {
  const isOwn = ([name, value]: [string, unknown]): boolean => value !== undefined && !GIVEN_NAMES.has(name);
  return Object.fromEntries(Object.entries(scope).filter(isOwn)) as JsonObject;
}

/** The values that an iteration captured or set under the names of credentials. */
export function credentialsIn(scope: Scope): string[] {
  const { vu = {}, data = {} } = scope;
  return Object.entries({ ...capturedIn(scope), vu, data }).flatMap(([name, value]) => credentials(name, value));
}

/** A text that was made of what a VU knows, without the secrets and credentials among that. */
export function maskedBy(scope: Scope, text: string): string {
  const { secret = {}, setup = {} } = scope;
  const secrets = Object.values(secret).filter((value) => typeof value === 'string');
  const ofSetup = Object.entries(setup).flatMap(([name, value]) => credentials(name, value));
  return createMask([...secrets, ...ofSetup, ...credentialsIn(scope)])(text);
}

/** A sample without an iteration's own credentials. Headers that are credentials as a whole are left for `RunMasks`. */
export function withoutCredentials(sample: Sample, found: readonly string[]): Sample {
  if (found.length === 0) return sample;
  const mask = createMask(found);
  const { request, response } = sample;
  const header = ([name, value]: readonly [string, string]): readonly [string, string] => [
    name,
    isCredentialHeader(name) ? value : mask(value),
  ];
  const body = (text: string | null): string | null => (text === null ? null : mask(text));
  return {
    ...sample,
    message: mask(sample.message),
    request: { ...request, url: mask(request.url), headers: request.headers.map(header), body: body(request.body) },
    response: response && { ...response, headers: response.headers.map(header), body: body(response.body) },
    ...maskedValues(sample, mask),
  };
}

/** Captures and checks as they may be shown. */
function maskedValues({ captures, checks }: Sample, mask: Mask): Partial<Pick<Sample, 'captures' | 'checks'>> {
  const shown = ([name, json]: SampleValue): SampleValue => [name, maskValue(name, json, mask)];
  return {
    ...(captures && { captures: captures.map(shown) }),
    ...(checks && {
      checks: checks.map((check) => ({
        ...check,
        reads: check.reads.map(shown),
        problem: maskBody(check.problem, mask),
      })),
    }),
  };
}

/** A value as JSON text, as it may be shown; `name` may be a path: its last part says whether the value is a credential. */
export function maskValue(name: string, json: string, mask: Mask): string {
  const [last = name] = /[\w-]+\W*$/.exec(name) ?? [];
  return CREDENTIAL_NAME.test(last.replaceAll('-', '_')) ? `"${MASK}"` : maskBody(json, mask);
}

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
    return { ...event, message: shortened(maskBody(event.message, this.#mask), LONGEST_MESSAGE) };
  }

  sample(sample: Sample): Sample {
    const { request, response } = sample;
    const headers = (all: SampleResponse['headers']): SampleResponse['headers'] =>
      fewHeaders(all.map(([name, value]) => [name, shortened(maskHeader(name, value, this.#mask), LONGEST_FIELD)]));
    return {
      ...sample,
      message: shortened(maskBody(sample.message, this.#mask), LONGEST_MESSAGE),
      request: {
        ...request,
        url: shortened(maskBody(request.url, this.#mask), LONGEST_FIELD),
        headers: headers(request.headers),
        body: request.body === null ? null : maskBody(request.body, this.#mask),
      },
      response: response && {
        ...response,
        headers: headers(response.headers),
        body: response.body === null ? null : maskBody(response.body, this.#mask),
      },
      ...maskedValues(sample, this.#mask),
    };
  }
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** The first ones; the last of them says how many there are besides. */
function fewHeaders(headers: SampleResponse['headers']): SampleResponse['headers'] {
  let left = LONGEST_HEADERS;
  const end = headers.findIndex(([name, value]) => (left -= name.length + value.length) < 0);
  return end < 0 ? headers : [...headers.slice(0, end), ['…', `${headers.length - end} more`]];
}

function credentials(name: string, value: JsonValue): string[] {
  if (typeof value === 'string') return CREDENTIAL_NAME.test(name) && value.length >= SHORTEST_CAPTURED ? [value] : [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value as JsonObject).flatMap(([key, item]) => credentials(key, item));
}
