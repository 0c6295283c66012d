import { fork, type ChildProcess } from 'node:child_process';
import type { LoadLevel, RunEnd, RunEvent } from '../run/events.ts';
import type { DebugCommand, DebugEvent } from './debug/protocol.ts';
import { machineProblem } from './machine-problem.ts';
import type { FromEngine, PointBatch, RunRequest, ToEngine } from './protocol.ts';

export interface EngineListeners {
  onEvents(events: readonly RunEvent[]): void;
  /** Needs `RunOptions.points`. */
  onPoints?(batch: PointBatch): void;
  /** Needs `RunRequest.debug`. */
  onDebug?(event: DebugEvent): void;
}

export interface EngineExit {
  /** null: the engine's process ended before the run did; the run reads as interrupted. */
  readonly end: RunEnd | null;
  /** Why there is no `end`, in a sentence for people, with the last lines that the process wrote. */
  readonly problem: string | null;
}

/** A run in its own process. */
export interface EngineRun {
  readonly pid: number | undefined;
  /** Asks for a graceful stop: iterations may finish, results are kept. Asked again: iterations are cut off. */
  stop(): void;
  /**
   * Changes the load of the run: pauses it, lets it go on, makes more or less of what is planned. What is not given stays as it is. The answer is a
   * `load-change` event; there is none where nothing changes.
   */
  change(level: Partial<LoadLevel>): void;
  /** Of a run that is debugged. */
  debug(command: DebugCommand): void;
  /** Ends the process at once. What the journal holds stays. */
  kill(): void;
  readonly finished: Promise<EngineExit>;
}

const STDERR_KEPT = 4_000;
/** Node itself may hang while it starts where the machine lets it have too few threads. */
const START_LIMIT_MS = 60_000;

/** Starts a process of the engine (`entry`: the path of the built `engine.js`) with this program's own Node. It waits for its run. */
export function forkEngine(entry: string): ChildProcess {
  const child = fork(entry, [], {
    // Inside VS Code, process.execPath is the editor, which is Node only when it is told so.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  // One that could not be started is told where a run asks for it.
  child.on('error', () => undefined);
  return child;
}

let waiting: { readonly entry: string; readonly child: ChildProcess } | null = null;

/** Has a process ready for the next run, which starts while that is still being read and checked. Who asks for it also dismisses it. */
export function prepareEngine(entry: string, child = forkEngine(entry)): void {
  dismissEngine();
  waiting = { entry, child };
}

/** Ends the process that is ready, unless a run has taken it. */
export function dismissEngine(): void {
  waiting?.child.kill('SIGKILL');
  waiting = null;
}

/** One that is ready, or a new one. */
function engineFor(entry: string): ChildProcess {
  const ready = waiting?.entry === entry && waiting.child.connected ? waiting.child : null;
  if (ready) waiting = null;
  return ready ?? forkEngine(entry);
}

/**
 * Sends a run to a process of the engine and hands its events on as they come. The process ends with the run; if this program ends first, so does
 * the engine.
 */
export function startEngine(entry: string, request: RunRequest, listeners: EngineListeners): EngineRun {
  const child = engineFor(entry);
  let end: RunEnd | null = null;
  let errors = '';
  let killed: string | null = null;
  const kill = (how: string): void => {
    killed = how;
    child.kill('SIGKILL');
  };
  const starting = setTimeout(() => kill('did not start within a minute'), START_LIMIT_MS);
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-STDERR_KEPT);
  });
  child.on('message', (message: FromEngine) => {
    clearTimeout(starting);
    if (message.type === 'points') {
      listeners.onPoints?.(message.batch);
      return;
    }
    if (message.type === 'debug') {
      listeners.onDebug?.(message.event);
      return;
    }
    for (const event of message.events) if (event.type === 'run-end') end = event;
    listeners.onEvents(message.events);
  });
  const send = (message: ToEngine): void => {
    if (child.connected) child.send(message, () => undefined);
  };
  const finished = new Promise<EngineExit>((resolve) => {
    const finish = (how: string): void => {
      clearTimeout(starting);
      resolve({ end, problem: end ? null : `The load engine ${how}.${errors ? `\n${errors.trim()}` : ''}` });
    };
    child.once('error', (error) => finish(`could not be started: ${machineProblem(error) ?? error.message}`));
    // `close`, not `exit`: all messages and all of stderr have arrived by then.
    child.once('close', (code, signal) =>
      finish(killed ?? (signal ? `was ended by ${signalInWords(signal)}` : `ended with code ${code ?? 'unknown'}`)),
    );
  });
  send({ type: 'run', request });
  return {
    pid: child.pid,
    stop: () => send({ type: 'stop' }),
    change: (level) => send({ type: 'change', level }),
    debug: (command) => send({ type: 'debug', command }),
    kill: () => kill('was ended by SIGKILL'),
    finished,
  };
}

function signalInWords(signal: NodeJS.Signals): string {
  return signal === 'SIGKILL' ? 'SIGKILL, as a machine does that runs out of memory' : signal;
}
