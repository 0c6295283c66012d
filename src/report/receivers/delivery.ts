/** What became of one request to a receiver. Reasons are parts of sentences: `connection refused`. */
export type Attempt =
  | { readonly kind: 'accepted' }
  /** It may work later; `afterMs` where the receiver said when. */
  | { readonly kind: 'again'; readonly reason: string; readonly afterMs: number | null }
  /** These items are not taken, others may be. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nothing will be taken: wrong credentials, no such database. */
  | { readonly kind: 'hopeless'; readonly reason: string };

export interface DeliveryOptions<Item> {
  /** Never rejects. `signal` ends it when there is no more time. */
  readonly send: (items: readonly Item[], signal: AbortSignal) => Promise<Attempt>;
  /** Resolves after that time or when the signal is aborted, whichever comes first. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** More than these are never kept: of a receiver that is too slow, the oldest are lost. */
  readonly mostItems: number;
  readonly itemsPerRequest: number;
  /** Told once, with the first reason. */
  readonly onTrouble: (reason: string) => void;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** At the end, a receiver that does not answer is asked no more often than this. */
const LAST_ATTEMPTS = 3;
const LAST_PAUSE_MS = 500;

/**
 * Sends items in order, one request at a time, in batches that grow as the receiver falls behind. Whoever pushes never waits:
 * memory is bounded, and what could not be delivered is counted.
 */
export class Delivery<Item> {
  readonly #options: DeliveryOptions<Item>;
  readonly #end = new AbortController();
  /** Ends a pause when the run is over. */
  readonly #hurry = new AbortController();
  #queue: Item[] = [];
  #pump: Promise<void> | null = null;
  #hopeless = false;
  #sent = 0;
  #lost = 0;
  #problem: string | null = null;

  constructor(options: DeliveryOptions<Item>) {
    this.#options = options;
  }

  push(items: readonly Item[]): void {
    if (this.#hopeless || this.#end.signal.aborted) {
      this.#lost += items.length;
      return;
    }
    for (const item of items) this.#queue.push(item);
    const surplus = this.#queue.length - this.#options.mostItems;
    if (surplus > 0) {
      this.#queue.splice(0, surplus);
      this.#lose(surplus, this.#problem ?? 'it was too slow');
    }
    this.#pump ??= this.#deliverAll().finally(() => (this.#pump = null));
  }

  /** Sends what is left, for no longer than `graceMs`. */
  async close(
    graceMs: number,
  ): Promise<{ readonly sent: number; readonly lost: number; readonly problem: string | null }> {
    this.#hurry.abort();
    const stopWaiting = new AbortController();
    void this.#options.wait(graceMs, stopWaiting.signal).then(() => this.#end.abort());
    await this.#pump;
    stopWaiting.abort();
    if (this.#queue.length > 0) this.#lose(this.#queue.splice(0).length, this.#problem ?? 'it was too slow');
    return { sent: this.#sent, lost: this.#lost, problem: this.#problem };
  }

  async #deliverAll(): Promise<void> {
    while (this.#queue.length > 0 && !this.#end.signal.aborted) {
      await this.#deliver(this.#queue.splice(0, this.#options.itemsPerRequest));
    }
  }

  async #deliver(items: readonly Item[]): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    let lastAttempts = 0;
    for (;;) {
      const attempt = await this.#options.send(items, this.#end.signal);
      switch (attempt.kind) {
        case 'accepted':
          this.#sent += items.length;
          return;
        case 'refused':
          this.#lose(items.length, attempt.reason);
          return;
        case 'hopeless':
          this.#hopeless = true;
          this.#lose(items.length + this.#queue.splice(0).length, attempt.reason);
          return;
        case 'again': {
          this.#trouble(attempt.reason);
          const closing = this.#hurry.signal.aborted;
          if (closing) lastAttempts++;
          if (this.#end.signal.aborted || lastAttempts >= LAST_ATTEMPTS) {
            // Whatever is still queued would fare no better.
            this.#lose(items.length + this.#queue.splice(0).length, attempt.reason);
            return;
          }
          const pause = closing ? LAST_PAUSE_MS : Math.max(pauseMs, attempt.afterMs ?? 0);
          await this.#options.wait(Math.min(pause, LONGEST_PAUSE_MS), closing ? this.#end.signal : this.#hurry.signal);
          pauseMs *= 2;
        }
      }
    }
  }

  #lose(items: number, reason: string): void {
    this.#lost += items;
    this.#trouble(reason);
  }

  #trouble(reason: string): void {
    const first = this.#problem === null;
    this.#problem = reason;
    if (first) this.#options.onTrouble(reason);
  }
}

/** `wait` by the real clock. */
export function realWait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
