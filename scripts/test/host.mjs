/** The tests that run inside VS Code's extension host. */
import { cpSync, createWriteStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { ROOT } from '../toolchain.mjs';
import { launchBrowser, openWorkbench } from '../vscode/browser.mjs';
import { startVSCode } from '../vscode/server.mjs';
import { readReport } from './report.mjs';

const TOTAL_MS = 240_000;

/**
 * @param {import('../vscode/install.mjs').Version} version
 * @param {string} [grep] only tests whose title holds it
 */
export async function runInHost(version, grep) {
  const results = join(ROOT, 'test-results');
  const report = join(results, `vscode-${version}.json`);
  rmSync(report, { force: true });
  let problem = '';
  try {
    await bundleTests();
    // A copy, for tests write settings and files into their workspace.
    const folder = mkdtempSync(join(tmpdir(), 'rampwright-workspace-'));
    try {
      cpSync(join(ROOT, 'examples'), folder, { recursive: true });
      const env = { RAMPWRIGHT_TEST_REPORT: report, ...(grep === undefined ? {} : { RAMPWRIGHT_TEST_GREP: grep }) };
      const desktop = process.env.RAMPWRIGHT_TEST_VSCODE === 'desktop';
      await (desktop
        ? runOnDesktop(folder, env)
        : runInWorkbench(version, folder, env, join(results, `vscode-${version}.log`)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  } catch (error) {
    problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  return readReport(report, `${version} VS Code`, problem);
}

const TESTS_PATH = join(ROOT, 'test', 'vscode', 'index.mjs');

/**
 * @param {import('../vscode/install.mjs').Version} version
 * @param {string} folder
 * @param {Record<string, string>} env
 * @param {string} logFile
 */
async function runInWorkbench(version, folder, env, logFile) {
  const log = createWriteStream(logFile);
  /** @type {string[]} */
  const latest = [];
  const onLog = (/** @type {string} */ kind, /** @type {unknown[]} */ values) => {
    const line = `[${kind}] ${format(...values)}`;
    log.write(`${line}\n`);
    latest.push(line);
    if (latest.length > 30) latest.shift();
  };
  const server = await startVSCode({ env, version });
  const browser = await launchBrowser();
  let timer;
  try {
    await new Promise((resolve, reject) => {
      const late = () =>
        reject(new Error(`They were not over after ${TOTAL_MS} ms. The end of ${logFile}:\n${latest.join('\n')}`));
      timer = setTimeout(late, TOTAL_MS);
      const target = { folder, extensionDevelopmentPath: ROOT, extensionTestsPath: TESTS_PATH };
      openWorkbench(browser, server, target, { onLog, onExit: resolve }).catch(reject);
    });
  } finally {
    clearTimeout(timer);
    await browser.close();
    await server.close();
    log.end();
  }
}

/** The same tests in a desktop VS Code, which this downloads: for machines that may. */
async function runOnDesktop(/** @type {string} */ folder, /** @type {Record<string, string>} */ env) {
  const { runTests } = await import('@vscode/test-electron');
  await runTests({
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: TESTS_PATH,
    extensionTestsEnv: env,
    launchArgs: [folder, '--disable-workspace-trust', '--disable-extensions'],
  });
}

async function bundleTests() {
  const [{ build }, { nodeOptions }] = await Promise.all([import('esbuild'), import('../../esbuild.js')]);
  rmSync(join(ROOT, 'out'), { recursive: true, force: true });
  const tests = readdirSync(join(ROOT, 'test', 'vscode'), { recursive: true }).map(String);
  const options = nodeOptions();
  await build({
    ...options,
    entryPoints: tests.filter((file) => file.endsWith('.test.ts')).map((file) => join('test', 'vscode', file)),
    outdir: 'out/test/vscode',
    outbase: 'test/vscode',
    outExtension: { '.js': '.cjs' },
    external: [...(options.external ?? []), 'mocha'],
  });
}
