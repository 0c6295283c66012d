import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { DnsOptions } from '../../scenario/plan.ts';

type Answered = (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void;

/** Asks the system for all addresses of a name. */
export type Resolve = (host: string, answered: Answered) => void;

/** A name server may know ever other ones. */
const MOST_NAMES = 10_000;

interface Known {
  readonly addresses: readonly LookupAddress[];
  readonly untilMs: number;
  /** How often an address was taken. */
  taken: number;
}

const resolveBySystem: Resolve = (host, answered) => {
  systemLookup(host, { all: true, order: 'verbatim' }, (error, addresses) => {
    // With an error Node gives none at all, whatever its types say.
    answered(error, error ? [] : addresses);
  });
};

/**
 * The addresses of host names, kept for as long as the scenario says, as in k6: thousands of new connections a second ask their name server
 * once. A failure is kept for nobody but those who wait for it.
 */
export class DnsCache {
  readonly #options: DnsOptions;
  readonly #now: () => number;
  readonly #random: () => number;
  readonly #resolve: Resolve;
  readonly #known = new Map<string, Known>();
  readonly #asked = new Map<string, Answered[]>();

  constructor(options: DnsOptions, now: () => number, random: () => number, resolve = resolveBySystem) {
    this.#options = options;
    this.#now = now;
    this.#random = random;
    this.#resolve = resolve;
  }

  /** For `net.connect`: the address that is to be tried first, and the others behind it. */
  readonly lookup: LookupFunction = (host, { all }, callback) => {
    this.#find(host, (error, addresses) => {
      const [first] = addresses;
      if (error || !first) callback(error ?? unknownHost(host), '');
      else if (all) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    });
  };

  #find(host: string, answered: Answered): void {
    const known = this.#known.get(host);
    if (known && this.#now() < known.untilMs) {
      const addresses = this.#picked(known);
      // Whoever asks does not expect to be answered before the question returns.
      process.nextTick(() => answered(null, addresses));
      return;
    }
    const waiting = this.#asked.get(host);
    if (waiting) {
      waiting.push(answered);
      return;
    }
    const asked = [answered];
    this.#asked.set(host, asked);
    this.#resolve(host, (error, all) => {
      this.#asked.delete(host);
      const addresses = ofPolicy(all, this.#options.policy);
      const fresh: Known = { addresses, untilMs: this.#now() + this.#options.ttlMs, taken: 0 };
      if (this.#known.size >= MOST_NAMES) this.#known.clear();
      if (!error && addresses.length > 0) this.#known.set(host, fresh);
      for (const answer of asked) answer(error, this.#picked(fresh));
    });
  }

  /** With the one in front that this connection goes to. */
  #picked(known: Known): readonly LookupAddress[] {
    const { addresses } = known;
    const first = addresses[0];
    if (!first || addresses.length === 1) return addresses;
    // Of the kind that comes first only.
    const preferred =
      this.#options.policy === 'any' ? addresses : addresses.filter(({ family }) => family === first.family);
    const index = this.#index(known, preferred.length);
    return [
      ...addresses.slice(index, preferred.length),
      ...addresses.slice(0, index),
      ...addresses.slice(preferred.length),
    ];
  }

  #index(known: Known, of: number): number {
    switch (this.#options.select) {
      case 'first':
        return 0;
      case 'random':
        return Math.floor(this.#random() * of);
      case 'roundRobin':
        return known.taken++ % of;
    }
  }
}

function ofPolicy(addresses: readonly LookupAddress[], policy: DnsOptions['policy']): readonly LookupAddress[] {
  const of = (family: number): LookupAddress[] => addresses.filter((one) => one.family === family);
  switch (policy) {
    case 'preferIPv4':
      return [...of(4), ...of(6)];
    case 'preferIPv6':
      return [...of(6), ...of(4)];
    case 'onlyIPv4':
      return of(4);
    case 'onlyIPv6':
      return of(6);
    case 'any':
      return addresses;
  }
}

function unknownHost(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND', syscall: 'getaddrinfo' });
}
