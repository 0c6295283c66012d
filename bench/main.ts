/** Runs the cases, prints their tables, writes all figures as JSON. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { usersOf, type BenchCase, type LoadCase } from './case.ts';
import { CASES } from './cases/index.ts';
import { PEERS } from './generators/index.ts';
import { thisMachine, type Machine } from './machine.ts';
import { runRounds, type ContenderResult } from './rounds.ts';
import { contendersOf, DEFAULT_DIST, findPeers, startTarget, type Peers } from './setting.ts';
import { measureSoak, soakText, type SoakResult } from './soak.ts';
import { measureStartUp, startUpTable, type StartUpResult } from './start-up.ts';
import { caseTable } from './tables.ts';

const USAGE = `npm run bench -- [options]

  --case NAME      only this case; repeatable (--list shows them)
  --rounds N       how often each generator runs, in turn; 3 by default
  --seconds S      the measured part of each run; 5 by default, and less tells little
  --patience N     how often a run is repeated while other programs keep the machine busy; 1 by default
  --peers A,B      only these peers; "none" for none
  --json FILE      where the figures go; bench/results/DATE.json by default
  --dist DIR       the build to measure; dist/ by default, which is then built
  --soak           the ten minutes at half of the capacity, too
  --list           the cases
`;

interface Settings {
  readonly cases: readonly BenchCase[];
  readonly rounds: number;
  readonly seconds: number;
  readonly patience: number;
  readonly dist: string;
  readonly peers: Peers;
  readonly machine: Machine;
}

type CaseResult =
  | {
      readonly name: string;
      readonly title: string;
      readonly target: string;
      readonly results: readonly ContenderResult[];
    }
  | { readonly name: string; readonly title: string; readonly startUp: readonly StartUpResult[] }
  | { readonly name: string; readonly title: string; readonly soak: SoakResult }
  | { readonly name: string; readonly title: string; readonly leftOut: string };

const WARM_UP_MS = 2000;
/** Sockets of a run, and then some files. */
const SPARE_FILES = 300;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      case: { type: 'string', multiple: true },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '5' },
      patience: { type: 'string', default: '1' },
      peers: { type: 'string' },
      json: { type: 'string' },
      dist: { type: 'string', default: DEFAULT_DIST },
      soak: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || values.list) {
    console.log(values.help ? USAGE : CASES.map(({ name, title }) => `${name.padEnd(16)} ${title}`).join('\n'));
    return;
  }
  const cases = chosenCases(values.case, values.soak);
  const machine = thisMachine();
  const peers = await findPeers(chosenPeers(values.peers));
  const settings: Settings = {
    cases,
    rounds: wholeNumber('rounds', values.rounds, 1),
    seconds: wholeNumber('seconds', values.seconds, 1),
    patience: wholeNumber('patience', values.patience, 0),
    dist: resolve(values.dist),
    peers,
    machine,
  };
  printSetting(settings);
  const results: CaseResult[] = [];
  const json = resolve(
    values.json ?? join(import.meta.dirname, 'results', `${new Date().toISOString().slice(0, 10)}.json`),
  );
  for (const one of cases) {
    console.log(`\n## ${one.name}: ${one.title}\n`);
    const result = await runCase(one, settings);
    results.push(result);
    console.log(resultText(one, result));
    // After each case, as a run of all takes long and may be broken off.
    writeResults(json, settings, results);
  }
  console.log(`\nAll figures: ${json}`);
}

function chosenCases(names: readonly string[] | undefined, soak: boolean): BenchCase[] {
  const unknown = names?.find((name) => !CASES.some((one) => one.name === name));
  if (unknown !== undefined) throw new Error(`There is no case "${unknown}". --list shows them.`);
  return CASES.filter((one) => names?.includes(one.name) ?? (one.kind !== 'soak' || soak));
}

function chosenPeers(text: string | undefined): typeof PEERS {
  if (text === undefined) return PEERS;
  const names = text === 'none' ? [] : text.split(',');
  const unknown = names.find((name) => !PEERS.some((peer) => peer.name === name));
  if (unknown !== undefined) {
    throw new Error(`There is no peer "${unknown}". There are ${PEERS.map(({ name }) => name).join(', ')}, and none.`);
  }
  return PEERS.filter(({ name }) => names.includes(name));
}

function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text);
  if (text !== '' && Number.isInteger(value) && value >= least) return value;
  throw new Error(`--${option} takes a whole number from ${least}, not "${text}".`);
}

function printSetting({ machine: { description }, peers, dist, rounds, seconds }: Settings): void {
  const { cpuModel, cores, memoryGiB, system, node, openFiles, pinning } = description;
  console.log(
    `Machine: ${cores} × ${cpuModel}, ${memoryGiB} GiB, ${system}, Node ${node}, ${openFiles ?? '?'} open files`,
  );
  console.log(`Pinning: ${pinning}`);
  console.log(`Build: ${dist}; ${rounds} rounds of ${seconds} s, generators in turn`);
  console.log(`Peers: ${peers.found.map(({ name, version }) => `${name} ${version}`).join(', ') || 'none'}`);
  for (const { name, install } of peers.missing) console.log(`Not found: ${name} (${install})`);
}

async function runCase(one: BenchCase, settings: Settings): Promise<CaseResult> {
  const { machine, dist, peers, rounds } = settings;
  const { name, title } = one;
  const target = await startTarget(one.kind === 'load' ? one : { protocol: 'http' }, machine);
  if (target === null)
    return { name, title, leftOut: 'there is no nginx on this machine, and no other target speaks HTTP/2' };
  try {
    switch (one.kind) {
      case 'load': {
        const tooMany = tooManyFiles(one, machine);
        if (tooMany !== null) return { name, title, leftOut: tooMany };
        const results = await runRounds(contendersOf(one, dist, peers.found, machine), one, target, machine, {
          rounds,
          warmUpMs: one.warmUpMs ?? WARM_UP_MS,
          windowMs: one.windowMs ?? settings.seconds * 1000,
          patience: settings.patience,
          log: (line) => console.error(line),
        });
        return { name, title, target: target.title, results };
      }
      case 'start-up': {
        const contenders = contendersOf({}, dist, peers.found, machine);
        return { name, title, startUp: await measureStartUp(contenders, one, target, machine, { rounds, dist }) };
      }
      case 'soak': {
        const [ours] = contendersOf({}, dist, [], machine);
        const soak = ours === undefined ? null : await measureSoak(ours, one, target, machine);
        return soak === null ? { name, title, leftOut: 'it could not be run' } : { name, title, soak };
      }
    }
  } finally {
    await target.close();
  }
}

/** Each user has a connection: a file at the generator and one at the target. */
function tooManyFiles({ load }: LoadCase, { description: { openFiles } }: Machine): string | null {
  const needed = usersOf(load) + SPARE_FILES;
  if (openFiles === null || needed <= openFiles) return null;
  return `it needs ${needed} open files, and the limit is ${openFiles} (ulimit -n)`;
}

function resultText(one: BenchCase, result: CaseResult): string {
  if ('leftOut' in result) return `Left out: ${result.leftOut}.`;
  if ('soak' in result) return soakText(result.soak);
  if ('startUp' in result) return startUpTable(result.startUp);
  return `Target: ${result.target}\n\n${one.kind === 'load' ? caseTable(one, result.results) : ''}`;
}

function writeResults(
  path: string,
  { machine, peers, dist, rounds, seconds }: Settings,
  cases: readonly CaseResult[],
): void {
  const results = {
    date: new Date().toISOString(),
    commit: commitOf(dist),
    machine: machine.description,
    rounds,
    seconds,
    peers: peers.found.map(({ name, version }) => ({ name, version })),
    notFound: peers.missing.map(({ name }) => name),
    cases,
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(results, null, 1)}\n`);
}

/** Of the tree that the build is in; null: not known. */
function commitOf(dist: string): string | null {
  try {
    return execFileSync('git', ['-C', dirname(dist), 'rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
