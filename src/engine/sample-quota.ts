/** Samples kept of one kind of failure. */
const MOST_OF_A_KIND = 3;
/** Samples kept at all. */
const MOST = 300;

/** How many exchanges are kept: some of each kind of failure, or all there is room for. */
export class SampleQuota {
  readonly #all: boolean;
  readonly #counts = new Map<string, number>();
  #kept = 0;

  constructor(exchanges: 'failed' | 'all' | 'whole') {
    this.#all = exchanges !== 'failed';
  }

  wants(kind: string): boolean {
    return this.#kept < MOST && (this.#all || (this.#counts.get(kind) ?? 0) < MOST_OF_A_KIND);
  }

  count(kind: string): void {
    this.#kept++;
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }
}
