/** Redirects may lead to ever other places. */
const MOST_REMEMBERED = 1000;

/** Where load may go. Who asks for every request asks once for each origin. */
export class AgreedOrigins {
  readonly #mayLoad: (origin: string) => boolean;
  readonly #asked = new Map<string, boolean>();
  #last = '';

  constructor(mayLoad: (origin: string) => boolean) {
    this.#mayLoad = mayLoad;
  }

  has(origin: string): boolean {
    if (origin === this.#last) return true;
    let may = this.#asked.get(origin);
    if (may === undefined) {
      if (this.#asked.size >= MOST_REMEMBERED) this.#asked.clear();
      this.#asked.set(origin, (may = this.#mayLoad(origin)));
    }
    if (may) this.#last = origin;
    return may;
  }
}

/** Why a request is not sent. */
export function notAgreed(origin: string): string {
  return `Load on ${origin} was not agreed to: the file does not say before the run that it goes there.`;
}
