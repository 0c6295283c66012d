// Runs in VS Code's extension host (extensionTestsPath): mocha over the bundled tests in out/test/vscode/. The results go to
// the file that RAMPWRIGHT_TEST_REPORT names, in the shape of mocha's own JSON reporter.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

export async function run() {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false, reporter: 'spec', forbidOnly: true });
  const grep = process.env.RAMPWRIGHT_TEST_GREP;
  if (grep) mocha.grep(grep);
  const tests = join(import.meta.dirname, '..', '..', 'out', 'test', 'vscode');
  const files = readdirSync(tests, { recursive: true }).map(String);
  for (const file of files.filter((name) => name.endsWith('.test.cjs')).sort()) mocha.addFile(join(tests, file));

  /** @type {{ fullTitle: string, err: { message: string, stack?: string } }[]} */
  const failures = [];
  let passes = 0;
  let pending = 0;
  await new Promise((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', () => passes++);
    runner.on('pending', () => pending++);
    runner.on('fail', (test, error) => {
      failures.push({ fullTitle: test.fullTitle(), err: { message: String(error), stack: error?.stack } });
    });
  });
  const stats = { passes, failures: failures.length, pending };
  const report = process.env.RAMPWRIGHT_TEST_REPORT;
  if (report) writeFileSync(report, JSON.stringify({ stats, failures }));
  if (failures.length > 0) throw new Error(`${failures.length} tests failed.`);
}
