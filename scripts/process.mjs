/** Child processes of the project's scripts: run to the end, or keep in the background and take down with us. */
import { spawn } from 'node:child_process';

/** How long those that are asked to end may take. */
const GRACE_MS = 5000;

/** A command that ended with a status other than 0. */
export class CommandFailed extends Error {
  /**
   * @param {string} command
   * @param {number | null} status
   * @param {string} output
   */
  constructor(command, status, output) {
    super(`${command} ended with status ${status ?? 'none (killed)'}${output === '' ? '' : `:\n${output.trimEnd()}`}`);
    this.name = 'CommandFailed';
    this.status = status;
    this.output = output;
  }
}

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {boolean} [options.quiet] keep the output, and show it only in the error
 * @param {boolean} [options.shell]
 * @param {number} [options.timeoutMs] after it the command and its children are asked to end, and soon made to
 * @returns {Promise<string>} what it wrote, where quiet
 * @throws {CommandFailed} where the status isn't 0
 */
export async function run(command, args, { cwd, env, quiet = false, shell = false, timeoutMs } = {}) {
  const child = spawn(command, args, {
    cwd,
    env,
    shell,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    detached: timeoutMs !== undefined && process.platform !== 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
  let late = false;
  const release = timeoutMs === undefined ? undefined : endWithUs(child);
  const timers = [];
  if (timeoutMs !== undefined) {
    const stop = () => {
      late = true;
      killGroup(child, 'SIGTERM');
    };
    timers.push(
      setTimeout(stop, timeoutMs),
      setTimeout(() => killGroup(child, 'SIGKILL'), timeoutMs + GRACE_MS),
    );
  }
  try {
    const status = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (late) throw new CommandFailed(`${command} (stopped after ${timeoutMs} ms)`, status, output);
    if (status !== 0) throw new CommandFailed([command, ...args].join(' '), status, output);
    return output;
  } finally {
    for (const timer of timers) clearTimeout(timer);
    release?.();
  }
}

/**
 * Starts a command in a process group of its own that ends with this process at the latest.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  const release = endWithUs(child);
  child.once('exit', release);
  return child;
}

/**
 * Asks a process group to end, and soon makes it.
 *
 * @param {import('node:child_process').ChildProcess} child started by `startGroup`
 */
export async function endGroup(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    killGroup(child, 'SIGTERM');
    const timer = setTimeout(() => killGroup(child, 'SIGKILL'), GRACE_MS);
    await gone;
    clearTimeout(timer);
  }
  // A leader that has gone may leave members of its group behind: extension hosts outlive their server for seconds.
  killGroup(child, 'SIGKILL');
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const groups = new Set();

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} takes the child off the list
 */
function endWithUs(child) {
  listenForOurEnd();
  groups.add(child);
  return () => groups.delete(child);
}

let listening = false;
let ending = false;
/** Signals that end us, with the exit status that a shell gives them. */
const SIGNALS = /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]);

function listenForOurEnd() {
  if (listening) return;
  listening = true;
  process.once('exit', () => groups.forEach((child) => killGroup(child, 'SIGKILL')));
  // Groups of their own get no Ctrl+C from the terminal: it is handed on, so that they may end in good order.
  for (const [signal, status] of SIGNALS) {
    process.on(signal, () => {
      if (ending) process.exit(status);
      ending = true;
      const gone = [...groups].map((child) => new Promise((resolve) => child.once('exit', resolve)));
      for (const child of groups) killGroup(child, signal);
      setTimeout(() => process.exit(status), GRACE_MS);
      void Promise.all(gone).then(() => process.exit(status));
    });
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function killGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group has gone already.
  }
}
