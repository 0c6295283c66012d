/**
 * Environments: values under `environments.NAME` that take the place of those at the top. They are laid over the nodes
 * of the file, not over its values, so that whatever is said about a value points to where it stands.
 */
import { LOAD_KEYS } from './compile/load-keys.ts';
import { entryOf, type MapNode, type SourceEntry, type SourceNode } from './source.ts';

/** How a map is laid over another: key by key, where a value that has no rule of its own is replaced. */
interface Merge {
  readonly keys?: Readonly<Record<string, Merge>>;
  /** For the values of all keys. */
  readonly each?: Merge;
  /** What a key puts aside besides its own like: the other ways to say the same. */
  readonly insteadOf?: Readonly<Record<string, readonly string[]>>;
}

const BY_KEY: Merge = {};

const LOAD = {
  steps: ['flow'],
  flow: ['steps'],
  stages: ['duration', 'iterations', 'spawnRate'],
  duration: ['stages'],
  iterations: ['stages'],
  spawnRate: ['stages', 'startVUs'],
};

const FILE: Merge = {
  keys: {
    vars: BY_KEY,
    data: { each: { insteadOf: { file: ['values'], values: ['file'] } } },
    http: { keys: { headers: BY_KEY, hosts: BY_KEY, dns: BY_KEY, tls: BY_KEY, expect: BY_KEY } },
    metrics: BY_KEY,
    flows: BY_KEY,
    // An executor of another kind has other keys.
    scenarios: { each: { keys: { vars: BY_KEY, tags: BY_KEY }, insteadOf: { ...LOAD, executor: LOAD_KEYS } } },
    thresholds: BY_KEY,
  },
  insteadOf: LOAD,
};

/** The entries of `environments`, in the order of the text. */
export function environmentsOf(root: SourceNode): readonly SourceEntry[] {
  const environments = entryOf(root, 'environments')?.value;
  return environments?.kind === 'map' ? environments.entries : [];
}

/** The file as it is in an environment, which is one of `environmentsOf`. The result has no environments any more. */
export function layEnvironment(root: SourceNode, environment: SourceEntry): SourceNode {
  if (root.kind !== 'map') return root;
  const top = { ...root, entries: root.entries.filter(({ key }) => key !== 'environments') };
  return lay(top, environment.value, FILE);
}

function lay(under: SourceNode, over: SourceNode, merge: Merge | undefined): SourceNode {
  if (!merge || under.kind !== 'map' || over.kind !== 'map') return over;
  const aside = new Set(over.entries.flatMap(({ key }) => merge.insteadOf?.[key] ?? []));
  const kept = under.entries.filter(({ key }) => !aside.has(key) || entryOf(over, key));
  return { ...under, entries: [...replaced(kept, over, merge), ...added(kept, over)] };
}

function replaced(kept: readonly SourceEntry[], over: MapNode, merge: Merge): SourceEntry[] {
  return kept.map((entry) => {
    const own = entryOf(over, entry.key);
    return own ? { ...own, value: lay(entry.value, own.value, merge.keys?.[entry.key] ?? merge.each) } : entry;
  });
}

function added(kept: readonly SourceEntry[], over: MapNode): SourceEntry[] {
  return over.entries.filter(({ key }) => !kept.some((entry) => entry.key === key));
}
