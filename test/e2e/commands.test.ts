/** The two commands of README's first screen, as a newcomer types them. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './workbench.ts';

const run = promisify(execFile);
/** The machine's own Node, whatever the project brings along. */
const node = process.env['RAMPWRIGHT_CLI_NODE'] ?? process.execPath;

const script = (name: string, ...args: string[]) =>
  run(node, [join(ROOT, 'scripts', name), ...args], { cwd: ROOT, timeout: 150_000 });

describe('npm start', () => {
  it('opens VS Code on the examples, with the CodeLens that runs the first one', async () => {
    const { stdout } = await script('start.mjs', '--smoke');
    assert.match(stdout, /server listens on http:\/\/127\.0\.0\.1:\d+/);
    assert.match(stdout, /^ {2}http:\/\/127\.0\.0\.1:\d+\/\?tkn=/m);
    assert.match(stdout, /The example is open, with the CodeLens ".*Run.*"\./);
  });
});

describe('npm run demo', () => {
  it('loads the example, passes, writes the HTML report and ends by itself within a minute', async () => {
    const report = join(ROOT, '.rampwright', 'demo.html');
    const startedMs = Date.now();
    const { stdout } = await script('demo.mjs');
    assert.ok(Date.now() - startedMs < 60_000, 'it took longer than a minute');
    assert.match(stdout, /The report: \.rampwright\/demo\.html/);
    assert.ok(existsSync(report) && statSync(report).mtimeMs >= startedMs, 'no report was written');
  });
});
