/** One generator under measurement: what it did within the window, as the target, the kernel and the generator saw it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { usersOf, type Load, type LoadCase } from './case.ts';
import type { Assignment, Command, Generator, Window } from './generators/generator.ts';
import { busySeconds, usageOf, type Machine, type Usage } from './machine.ts';
import { delayPercentile } from './target/delay-record.ts';
import type { Target } from './target/target.ts';

/** Figures of one run, by `Figure` and a few more; null: not known. Rates per second, times in ms, memory in bytes. */
export interface RunFigures {
  readonly rate: number;
  /** Share of the rate that was asked for. */
  readonly achieved: number | null;
  /** CPU seconds for 100,000 requests. */
  readonly cpuPer100k: number | null;
  /** CPU seconds per second, the generator's and the target's. */
  readonly cpuShare: number | null;
  readonly targetCpu: number | null;
  /** What neither of them used: other programs, and the kernel's own threads. */
  readonly otherCpu: number | null;
  readonly memory: number | null;
  readonly p50: number | null;
  readonly p99: number | null;
  /** Of the generator's percentile from the target's own: in the window, or over the whole run where the generator can't tell. */
  readonly errorP50: number | null;
  readonly errorP99: number | null;
  /** Over the whole run. */
  readonly wholeErrorP99: number | null;
  readonly dropped: number | null;
  readonly scheduleP50: number | null;
  readonly scheduleP95: number | null;
  readonly scheduleP99: number | null;
  readonly failed: number | null;
  /** From the start of the process to its first request. */
  readonly firstRequestMs: number | null;
}

export interface RunSettings {
  readonly warmUpMs: number;
  readonly windowMs: number;
  readonly workers: number;
  readonly cores: readonly number[];
  /** Other than the case says. */
  readonly users?: number;
  /** Called once a second within the window. */
  readonly onSecond?: (usage: Usage) => void;
}

/** A generator that did not do what it was asked. */
export class RunFailed extends Error {}

/** What a generator may go on after the window, so that it isn't cut off in it. */
const MARGIN_MS = 1500;
const START_LIMIT_MS = 30_000;
const END_LIMIT_MS = 15_000;
const POLL_MS = 20;
const OUTPUT_KEPT = 1_000_000;

/** @throws RunFailed where no load came, or it ended too early. */
export async function measureRun(
  generator: Generator,
  loadCase: LoadCase,
  target: Target,
  machine: Machine,
  settings: RunSettings,
): Promise<RunFigures | null> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-run-'));
  try {
    const assignment: Assignment = {
      loadCase,
      url: target.url,
      seconds: Math.ceil((settings.warmUpMs + settings.windowMs + MARGIN_MS) / 1000),
      users: settings.users ?? usersOf(loadCase.load),
      workers: settings.workers,
      folder,
    };
    const command = generator.command(assignment);
    if ('notRun' in command) return null;
    await target.reset();
    return await measure(generator, command, assignment, target, machine, settings);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  generator: Generator,
  command: Command,
  assignment: Assignment,
  target: Target,
  machine: Machine,
  { warmUpMs, windowMs, cores, onSecond }: RunSettings,
): Promise<RunFigures> {
  const { load } = assignment.loadCase;
  const started = unixNow();
  const running = new RunningCommand(command, machine.pinned(cores, command.command));
  try {
    const startedAt = await firstRequest(running, target);
    await delay(Math.max(0, startedAt + warmUpMs - unixNow()));
    const before = await snapshot(running, target);
    for (let left = windowMs; left > 0; left -= 1000) {
      await delay(Math.min(left, before.at + windowMs - unixNow(), 1000));
      const usage = onSecond === undefined ? null : usageOf(running.pids);
      if (usage !== null) onSecond?.(usage);
    }
    await delay(Math.max(0, before.at + windowMs - unixNow()));
    const after = await snapshot(running, target);
    if (running.ended) throw new RunFailed(`${generator.name} ended before its time.\n${running.tail}`);
    await running.end(END_LIMIT_MS);

    const { firstAt, delays } = await target.record();
    const window: Window = { from: before.at, to: after.at };
    // The target's record is by whole seconds.
    const seen = assignment.loadCase.delays === true ? wholeSeconds(window) : window;
    const own = generator.figures(running.output, assignment, seen);
    const seconds = (after.at - before.at) / 1000;
    const requests = after.requests - before.requests;
    const rate = requests / seconds;
    const cpu = difference(after.usage, before.usage);
    const targetCpu = difference(after.target, before.target);
    const busy = after.busy === null || before.busy === null ? null : after.busy - before.busy;
    const other = busy === null || cpu === null || targetCpu === null ? null : Math.max(0, busy - cpu - targetCpu);
    const ownP50 = own.p50 ?? null;
    const ownP99 = own.p99 ?? null;
    const error = (value: number | null | undefined, percentile: number): number | null =>
      minus(value ?? null, delayPercentile(delays, percentile, seen.from, seen.to));
    const asked = askedRequests(load, seconds);
    return {
      rate,
      achieved: asked === null ? null : requests / asked,
      cpuPer100k: cpu === null || requests === 0 ? null : (cpu / requests) * 100_000,
      cpuShare: perSecond(cpu, seconds),
      targetCpu: perSecond(targetCpu, seconds),
      otherCpu: perSecond(other, seconds),
      memory: after.usage?.residentBytes ?? null,
      p50: own.windowP50 ?? ownP50,
      p99: own.windowP99 ?? ownP99,
      // Most generators can't leave their first seconds out: then it is whole run against whole run.
      errorP50: error(own.windowP50, 50) ?? minus(ownP50, delayPercentile(delays, 50)),
      errorP99: error(own.windowP99, 99) ?? minus(ownP99, delayPercentile(delays, 99)),
      wholeErrorP99: minus(ownP99, delayPercentile(delays, 99)),
      dropped: own.dropped ?? null,
      scheduleP50: own.scheduleP50 ?? null,
      scheduleP95: own.scheduleP95 ?? null,
      scheduleP99: own.scheduleP99 ?? null,
      failed: own.failed ?? null,
      firstRequestMs: firstAt === null ? null : firstAt - started,
    };
  } finally {
    await running.end(0);
  }
}

interface Snapshot {
  readonly at: number;
  readonly requests: number;
  readonly usage: Usage | null;
  readonly target: Usage | null;
  readonly busy: number | null;
}

async function snapshot(running: RunningCommand, target: Target): Promise<Snapshot> {
  const requests = await target.requests();
  const at = unixNow();
  return { at, requests, usage: usageOf(running.pids), target: usageOf(target.pids), busy: busySeconds() };
}

/** When the first request came; Unix ms, to within `POLL_MS`. */
async function firstRequest(running: RunningCommand, target: Target): Promise<number> {
  const limit = unixNow() + START_LIMIT_MS;
  while (unixNow() < limit) {
    if ((await target.requests()) > 0) return unixNow();
    if (running.ended) break;
    await delay(POLL_MS);
  }
  throw new RunFailed(`No request came.\n${running.tail}`);
}

/** How many requests there should have been; null: as many as can be. */
function askedRequests(load: Load, seconds: number): number | null {
  switch (load.kind) {
    case 'closed':
      return null;
    case 'rate':
      return load.perSecond * seconds;
    case 'paced':
      return load.users * seconds;
    case 'ramp': {
      // Who came at a has asked ⌊seconds − a⌋ + 1 times, which is half a time more than seconds − a on average.
      const arrived = Math.min(seconds, load.users / load.perSecond);
      return load.perSecond * arrived * (seconds - arrived / 2 + 0.5);
    }
  }
}

class RunningCommand {
  output = '';
  ended = false;
  readonly #child: ChildProcess;
  readonly #exit: Promise<void>;
  /** Nothing goes on after us. */
  readonly #kill = (): void => void this.#child.kill('SIGKILL');
  #errors = '';

  constructor({ env }: Command, [program = '', ...args]: readonly string[]) {
    this.#child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        if (stream === this.#child.stdout) this.output = (this.output + text).slice(-OUTPUT_KEPT);
        else this.#errors = (this.#errors + text).slice(-2000);
      });
    }
    process.once('exit', this.#kill);
    this.#exit = new Promise((resolve) => {
      const onEnd = (): void => {
        this.ended = true;
        process.off('exit', this.#kill);
        resolve();
      };
      this.#child.once('close', onEnd);
      this.#child.once('error', (error) => {
        this.#errors += error.message;
        onEnd();
      });
    });
  }

  get pids(): number[] {
    return this.#child.pid === undefined ? [] : [this.#child.pid];
  }

  /** The last that it wrote. */
  get tail(): string {
    return `${this.output.slice(-2000)}${this.#errors}`.trim();
  }

  /** Waits until it has ended, and makes it where that takes too long. */
  async end(longestMs: number): Promise<void> {
    const timer = setTimeout(this.#kill, longestMs);
    await this.#exit;
    clearTimeout(timer);
  }
}

function wholeSeconds({ from, to }: Window): Window {
  return { from: Math.ceil(from / 1000) * 1000, to: Math.floor(to / 1000) * 1000 };
}

function unixNow(): number {
  return performance.timeOrigin + performance.now();
}

function difference(after: Usage | null, before: Usage | null): number | null {
  return after === null || before === null ? null : after.cpuSeconds - before.cpuSeconds;
}

function perSecond(cpuSeconds: number | null, seconds: number): number | null {
  return cpuSeconds === null ? null : cpuSeconds / seconds;
}

function minus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}
