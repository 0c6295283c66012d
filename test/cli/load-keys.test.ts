import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseJournal } from '../../src/run/journal.ts';
import { readFileSync } from 'node:fs';
import { useTargetServer } from '../support/target-server.ts';
import { TestFolder } from './cli-process.ts';

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

/** How a shell runs the built `rampwright`. */
const rampwright = (args: readonly string[]): string => ['node', CLI, ...args].map((word) => `'${word}'`).join(' ');

/** A shell's command in a terminal of its own; each of `keys` is pressed when the text before it has been written since the last one. */
function inTerminal(
  command: string,
  keys: readonly [seen: RegExp, key: string][] = [],
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn('script', ['-qfec', command, '/dev/null'], {
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', SHELL: '/bin/bash', COLUMNS: '100' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  let written = '';
  let next = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    written += text;
    const [seen, key] = keys[next] ?? [];
    if (!seen || key === undefined || !seen.test(written)) return;
    next++;
    written = '';
    child.stdin.write(key);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

// The program that makes a terminal is called otherwise elsewhere.
(process.platform === 'linux' ? describe : describe.skip)('keys in a terminal', function () {
  this.timeout(30_000);
  const folder = new TestFolder();
  const server = useTargetServer();
  after(() => folder.remove());

  it('pause a run and let it go on, make more of it and less, and stop it', async () => {
    const scenario = folder.write(
      'shop.load.yaml',
      `baseUrl: ${server.url}\nvus: 10\nduration: 60s\nsteps: [{ get: /ok }, { think: 50ms }]\n`,
    );
    const journal = folder.at('shop.run.jsonl');
    const { code } = await inTerminal(rampwright(['run', scenario, '--out', `jsonl=${journal}`]), [
      [/p pause or go on/, 'p'],
      [/Paused at/, 'p+'],
      [/Running .* at 110\s% of the plan/, '--'],
      [/at 90\s% of the plan – 9\sVUs/, '\u0003'],
    ]);
    assert.equal(code, 105);
    const { events } = parseJournal(readFileSync(journal, 'utf8'));
    assert.deepEqual(
      events.flatMap((event) => (event.type === 'load-change' ? [[event.paused, event.factor]] : [])),
      [
        [true, 1],
        [false, 1],
        [false, 1.1],
        [false, 1],
        [false, 0.9],
      ],
    );
  });

  it('suspend the load with the command line, and the run says that it stood still', async () => {
    const scenario = folder.write(
      'suspended.load.yaml',
      `baseUrl: ${server.url}\nvus: 2\nduration: 5s\nsteps: [{ get: /ok }, { think: 50ms }]\n`,
    );
    // A shell with job control goes on when its job is suspended.
    const command = `${rampwright(['run', scenario])}; ps -o stat=,args=; sleep 2; fg`;
    const { output } = await inTerminal(`bash --norc -mc "${command}"`, [[/Running 0:01/, '\u001a']]);
    assert.match(output, /^T\S*\s.*cli\.js/m);
    assert.match(output, /^T\S*\s.*engine\.js/m);
    assert.match(output.replaceAll(/\s+/g, ' '), /The load generator stood still for \d\.\d+ s/);
  });

  it('have a block above them that a low terminal has room for', async () => {
    const scenario = folder.write(
      'low.load.yaml',
      `baseUrl: ${server.url}\nvus: 2\nduration: 3s\nsteps: [{ get: /ok }]\n`,
    );
    const { output } = await inTerminal(`stty rows 8 cols 60; ${rampwright(['run', scenario])}`);
    const heights = [...output.matchAll(/\u001b\[(\d+)A/g)].map(([, lines]) => Number(lines));
    assert.ok(heights.length >= 3, `drawn anew ${heights.length} times`);
    assert.ok(Math.max(...heights) <= 6, heights.join(' '));
  });
});
