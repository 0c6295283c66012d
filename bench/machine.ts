/** The machine that is measured on: which cores are whose, and what processes use, from /proc. */
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem } from 'node:os';
import { delimiter, join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

export interface Layout {
  readonly targetCores: readonly number[];
  readonly generatorCores: readonly number[];
  /** For two workers; overlaps with the target's where there are only two cores. */
  readonly twoWorkerCores: readonly number[];
}

export interface Machine {
  readonly layout: Layout;
  /** The command on these cores; the command itself where it can't be pinned. */
  pinned(cores: readonly number[], command: readonly string[]): string[];
  readonly description: MachineDescription;
}

export interface MachineDescription {
  readonly cpuModel: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly openFiles: number | null;
  readonly pinning: string;
}

export function thisMachine(): Machine {
  const cores = availableCores();
  const taskset = programOnPath('taskset');
  const layout = cores.length < 2 || taskset === null ? unpinned() : layoutOf(cores);
  return {
    layout,
    pinned: (onto, command) =>
      taskset === null || onto.length === 0 ? [...command] : [taskset, '-c', onto.join(','), ...command],
    description: {
      cpuModel: cpus()[0]?.model.trim() ?? 'unknown',
      cores: cores.length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      system: `${process.platform} ${release()}`,
      node: process.versions.node,
      openFiles: openFilesLimit(),
      pinning: describeLayout(layout, cores.length, taskset !== null),
    },
  };
}

/** The first core is the target's (the first two where there are four), the next the generator's. */
export function layoutOf(cores: readonly number[]): Layout {
  const forTarget = cores.length >= 4 ? 2 : 1;
  const others = cores.slice(forTarget);
  return {
    targetCores: cores.slice(0, forTarget),
    generatorCores: others.slice(0, 1),
    twoWorkerCores: others.length >= 2 ? others.slice(0, 2) : cores.slice(-2),
  };
}

function unpinned(): Layout {
  return { targetCores: [], generatorCores: [], twoWorkerCores: [] };
}

function describeLayout(
  { targetCores, generatorCores, twoWorkerCores }: Layout,
  cores: number,
  taskset: boolean,
): string {
  if (!taskset) return 'nothing is pinned, as there is no taskset here: ratios are less certain';
  if (cores < 2) return 'nothing is pinned, as there is only one core: target and generator share it';
  const shared = twoWorkerCores.some((core) => targetCores.includes(core))
    ? ' (one of them shared with the target)'
    : '';
  return (
    `target on core ${targetCores.join(', ')}, generator on core ${generatorCores.join(', ')}, ` +
    `two workers on cores ${twoWorkerCores.join(', ')}${shared}`
  );
}

/** Those that this process may run on. */
function availableCores(): number[] {
  try {
    const allowed = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '';
    return allowed.split(',').flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    });
  } catch {
    return Array.from({ length: availableParallelism() }, (_, index) => index);
  }
}

/** How many files, sockets among them, a process may have open; null: not known here. */
function openFilesLimit(): number | null {
  try {
    const limit = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
    return limit === undefined ? null : Number(limit);
  } catch {
    return null;
  }
}

/** The path of a program; null: it isn't on PATH, nor in one of the other folders. */
export function programOnPath(name: string, otherFolders: readonly string[] = []): string | null {
  for (const folder of [...(process.env['PATH'] ?? '').split(delimiter), ...otherFolders]) {
    if (folder === '') continue;
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // Not in this one.
    }
  }
  return null;
}

export interface Usage {
  readonly cpuSeconds: number;
  readonly residentBytes: number;
}

/** What processes and all that they started use now; null: there is no /proc. Those that have ended are not in it. */
export function usageOf(roots: readonly number[]): Usage | null {
  const processes = readProcesses();
  if (processes === null) return null;
  const wanted = new Set(roots);
  // A child has the higher number, nearly always; two passes find those of a wrapped-around counter, too.
  for (let pass = 0; pass < 2; pass++) {
    for (const { pid, parent } of processes) if (wanted.has(parent)) wanted.add(pid);
  }
  let cpuSeconds = 0;
  let residentBytes = 0;
  for (const { pid, ticks, pages } of processes) {
    if (!wanted.has(pid)) continue;
    cpuSeconds += ticks / TICKS_PER_SECOND;
    residentBytes += pages * PAGE_BYTES;
  }
  return { cpuSeconds, residentBytes };
}

/**
 * CPU seconds that the cores were busy for since the machine started, whoever it was; null: there is no /proc. Interrupts,
 * and with them the loopback network's own work, are left out: they are in no process's time either.
 */
export function busySeconds(): number | null {
  try {
    const all = /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'latin1'))?.[1] ?? '';
    // user nice system idle iowait irq softirq steal, then guests, which are in user already (proc(5)).
    const [user = 0, nice = 0, system = 0, , , , , steal = 0] = all.split(' ').map(Number);
    return (user + nice + system + steal) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}

/** More of a core than this, and what is measured is of a machine that does something else, too. */
export const BUSY_WITH_OTHERS = 0.1;
const QUIET_SAMPLE_MS = 500;

/** Waits until nobody else uses the machine, at most so long. */
export async function waitForQuiet(longestMs: number): Promise<void> {
  const limit = performance.now() + longestMs;
  while (performance.now() < limit) {
    const before = busySeconds();
    await delay(QUIET_SAMPLE_MS);
    const after = busySeconds();
    if (before === null || after === null || (after - before) / (QUIET_SAMPLE_MS / 1000) <= BUSY_WITH_OTHERS) return;
  }
}

const TICKS_PER_SECOND = sysconf('CLK_TCK', 100);
const PAGE_BYTES = sysconf('PAGESIZE', 4096);

function sysconf(name: string, otherwise: number): number {
  try {
    return (
      Number(execFileSync('getconf', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) || otherwise
    );
  } catch {
    return otherwise;
  }
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Of user and system time. */
  readonly ticks: number;
  readonly pages: number;
}

function readProcesses(): Process[] | null {
  let names: string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return null;
  }
  return names
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
        // The name in brackets may hold blanks; what follows it are numbers: state, parent, … (proc(5)).
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const number = (field: number): number => Number(fields[field - 3]);
        return [{ pid: Number(name), parent: number(4), ticks: number(14) + number(15), pages: number(24) }];
      } catch {
        return [];
      }
    });
}
