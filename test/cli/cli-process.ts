import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
/** The machine's own Node, as an installed `rampwright` has it. */
const NODE = process.env['RAMPWRIGHT_CLI_NODE'] ?? 'node';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A file that standard output goes to; then the result has none. */
  readonly output?: string;
  /** Called with the process as soon as it runs. */
  readonly started?: (child: ChildProcess) => void;
  /** Called with everything written so far, each time something is. */
  readonly onOutput?: (stdout: string, child: ChildProcess) => void;
}

/** Runs the built `rampwright` to its end, without a terminal. */
export function cli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  // Only what a program needs to start, so that the machine's variables decide nothing here.
  const env = { PATH: process.env['PATH'] ?? '', ...options.env };
  const output = options.output === undefined ? 'pipe' : openSync(options.output, 'w');
  const child = spawn(NODE, [CLI, ...args], { cwd: options.cwd ?? tmpdir(), env, stdio: ['ignore', output, 'pipe'] });
  if (typeof output === 'number') closeSync(output);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    options.onOutput?.(stdout, child);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  options.started?.(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** A folder of its own for a test's files, gone after it. */
export class TestFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'rampwright-cli-'));

  /** Writes a file and gives its path. */
  write(name: string, text: string): string {
    const path = this.at(name);
    writeFileSync(path, text);
    return path;
  }

  at(name: string): string {
    return join(this.path, name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
