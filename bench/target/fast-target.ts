import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { CommandFailed, run } from '../../scripts/process.mjs';
import { ROOT } from '../../scripts/toolchain.mjs';
import { programOnPath, type Machine } from '../machine.ts';
import { DelayRecord, type DelaySecond } from './delay-record.ts';
import type { Target } from './target.ts';

const SOURCE = join(import.meta.dirname, 'fast-server.c');

interface Server {
  readonly child: ChildProcess;
  readonly lines: Interface;
}

interface Answer {
  readonly requests: number;
  readonly firstAt: number | null;
  readonly delays: readonly DelaySecond[];
}

/**
 * The target in C: one process for each core that it may have, all at one port. null: there is no C compiler here. `delays`: it keeps to those that
 * paths ask for, and a record of them.
 */
export async function startFastTarget(
  machine: Machine,
  { delays }: { readonly delays: boolean },
): Promise<Target | null> {
  const program = await compiled();
  if (program === null) return null;
  const { targetCores } = machine.layout;
  const shared = targetCores.length > 1;
  const servers: Server[] = [];
  let port = '0';
  for (const cores of shared ? targetCores.map((one) => [one]) : [targetCores]) {
    const [command = '', ...args] = machine.pinned(cores, [
      program,
      port,
      ...(shared ? ['share'] : []),
      ...(delays ? ['delays'] : []),
    ]);
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const server = { child, lines: createInterface({ input: child.stdout }) };
    servers.push(server);
    port = await lineOf(server);
  }
  /** Counts, resets, or tells all of the record. */
  const ask = async (command: 'c' | 'r' | 'd'): Promise<Answer> => {
    const answers = await Promise.all(
      servers.map(async (server) => {
        const line = lineOf(server);
        server.child.stdin?.write(command);
        const [requests = '', firstAt = '', ...record] = (await line).split(' ');
        return { requests: Number(requests), firstAt: Number(firstAt), delays: recordOf(record) };
      }),
    );
    const firsts = answers.flatMap(({ firstAt }) => (firstAt === 0 ? [] : [firstAt]));
    return {
      requests: answers.reduce((sum, { requests }) => sum + requests, 0),
      firstAt: firsts.length === 0 ? null : Math.min(...firsts),
      delays: answers.flatMap((answer) => answer.delays),
    };
  };
  return {
    title: 'C on epoll',
    url: `http://127.0.0.1:${port}`,
    pids: servers.flatMap(({ child: { pid } }) => (pid === undefined ? [] : [pid])),
    reset: async () => {
      await ask('r');
    },
    requests: async () => (await ask('c')).requests,
    record: () => ask('d'),
    close: async () => {
      for (const { child } of servers) {
        if (child.exitCode !== null) continue;
        const gone = once(child, 'exit');
        // It ends with its standard input.
        child.stdin?.end();
        await gone;
      }
    },
  };
}

async function lineOf({ child, lines }: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error('The target ended.'));
    child.once('exit', onExit);
    lines.once('line', (line) => {
      child.off('exit', onExit);
      resolve(line);
    });
  });
}

/** `1764000000:5004`: an answer of that second of Unix time, which took 5,004 µs. */
function recordOf(delays: readonly string[]): DelaySecond[] {
  const record = new DelayRecord();
  for (const delay of delays) {
    const [second, microseconds] = delay.split(':');
    record.record(Number(second) * 1000, Number(microseconds) / 1000);
  }
  return record.encoded();
}

/** The program in `.cache/`, made anew for each change of its source. */
async function compiled(): Promise<string | null> {
  const compiler = programOnPath('cc');
  if (compiler === null || process.platform !== 'linux') return null;
  const version = createHash('sha256').update(readFileSync(SOURCE)).digest('hex').slice(0, 12);
  const program = join(ROOT, '.cache', `bench-target-${version}`);
  if (existsSync(program)) return program;
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const staging = `${program}.${process.pid}`;
  try {
    await run(compiler, ['-O2', '-o', staging, SOURCE], { quiet: true });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    console.error(error.message);
    return null;
  }
  renameSync(staging, program);
  return program;
}
