/** What every benchmark of this folder starts with: the build under test, the machine, the peers, the target. */
import { resolve } from 'node:path';
import type { LoadCase } from './case.ts';
import type { Generator, GeneratorSource } from './generators/generator.ts';
import { rampwright } from './generators/rampwright.ts';
import type { Machine } from './machine.ts';
import type { Contender } from './rounds.ts';
import { startFastTarget } from './target/fast-target.ts';
import { startNginx } from './target/nginx.ts';
import { startNodeTarget } from './target/node-target.ts';
import type { Target } from './target/target.ts';

export const DEFAULT_DIST = resolve(import.meta.dirname, '../dist');

export interface Peers {
  readonly found: readonly Generator[];
  readonly missing: readonly GeneratorSource[];
}

export async function findPeers(sources: readonly GeneratorSource[]): Promise<Peers> {
  const found: Generator[] = [];
  const missing: GeneratorSource[] = [];
  for (const source of sources) {
    const generator = await source.find();
    if (generator === null) missing.push(source);
    else found.push(generator);
  }
  return { found, missing };
}

/** Ours first, then the peers; or ours alone with the numbers of workers that the case is about. */
export function contendersOf(
  { workers, twoCores = false }: Pick<LoadCase, 'workers' | 'twoCores'>,
  dist: string,
  peers: readonly Generator[],
  { layout }: Machine,
): Contender[] {
  const ours = rampwright(dist);
  if (workers !== undefined) {
    return workers.map((count) => ({
      title: `${ours.name}, ${count} ${count === 1 ? 'worker' : 'workers'}`,
      generator: ours,
      workers: count,
      cores: count === 1 ? layout.generatorCores : layout.twoWorkerCores,
    }));
  }
  return [ours, ...peers].map((generator) => ({
    title: generator.name,
    generator,
    workers: 1,
    cores: twoCores ? layout.twoWorkerCores : layout.generatorCores,
  }));
}

/** The fastest that there is. null: this machine has none for the protocol. */
export async function startTarget(
  { protocol, delays = false }: Pick<LoadCase, 'protocol' | 'delays'>,
  machine: Machine,
): Promise<Target | null> {
  switch (protocol) {
    case 'http':
      return (await startFastTarget(machine, { delays })) ?? (await startNodeTarget(machine, { tls: false }));
    case 'https':
      return (await startNginx(machine, 'https')) ?? (await startNodeTarget(machine, { tls: true }));
    case 'h2':
      return startNginx(machine, 'h2');
  }
}
