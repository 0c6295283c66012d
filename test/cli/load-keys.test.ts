import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseJournal } from '../../src/run/journal.ts';
import { readFileSync } from 'node:fs';
import { startTargetServer, type TargetServer } from '../support/target-server.ts';
import { TestFolder } from './cli-process.ts';

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

/** Runs the built `rampwright` in a terminal of its own; each of `keys` is pressed when the text before it has been written since the last one. */
function inTerminal(args: readonly string[], keys: readonly [seen: RegExp, key: string][]): Promise<number | null> {
  const words = ['node', CLI, ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qfec', words, '/dev/null'], {
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', COLUMNS: '100' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let written = '';
  let next = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text;
    const [seen, key] = keys[next] ?? [];
    if (!seen || key === undefined || !seen.test(written)) return;
    next++;
    written = '';
    child.stdin.write(key);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}

// The program that makes a terminal is called otherwise elsewhere.
(process.platform === 'linux' ? describe : describe.skip)('keys in a terminal', function () {
  this.timeout(30_000);
  const folder = new TestFolder();
  let server: TargetServer;
  before(async () => {
    server = await startTargetServer();
  });
  after(async () => {
    folder.remove();
    await server.close();
  });

  it('pause a run and let it go on, make more of it and less, and stop it', async () => {
    const scenario = folder.write(
      'shop.load.yaml',
      `baseUrl: ${server.url}\nvus: 10\nduration: 60s\nsteps: [{ get: /ok }, { think: 50ms }]\n`,
    );
    const journal = folder.at('shop.run.jsonl');
    const code = await inTerminal(
      ['run', scenario, '--out', `jsonl=${journal}`],
      [
        [/p pause or go on/, 'p'],
        [/Paused at/, 'p+'],
        [/Running .* at 110\s% of the plan/, '--'],
        [/at 90\s% of the plan – 9\sVUs/, '\u0003'],
      ],
    );
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
});
