#!/usr/bin/env node
/**
 * `npm start`: sets up what is missing, builds, starts the examples' server and opens VS Code on the examples with the
 * extension loaded: the desktop's where there is one, else the workbench in a browser.
 *
 *     node scripts/start.mjs [--browser] [--smoke]
 *
 * --browser takes the workbench even where there is a desktop VS Code. --smoke looks at it with a headless browser, writes
 * test-results/start.png and ends: with status 0 where the example is open and has its CodeLens.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { startExampleServer } from './example-server.mjs';
import { endGroup, startGroup } from './process.mjs';
import { build, ensureToolchain, ROOT } from './toolchain.mjs';
import { startVSCode } from './vscode/server.mjs';

const EXAMPLES = join(ROOT, 'examples');
const FIRST_FILE = join(EXAMPLES, 'ai-proxy', 'ai-proxy.load.yaml');

/** @param {string} command @returns {string | undefined} its path */
function onPath(command) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders
    .map((folder) => join(folder, command))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

const { promise: interrupted, resolve: interrupt } = deferred();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interrupt(undefined));

function deferred() {
  /** @type {(value: undefined) => void} */
  let resolve = () => undefined;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}

/**
 * Opens the desktop's VS Code, with a profile of its own: an instance that runs already would not see our environment.
 *
 * @param {string} code
 * @param {Record<string, string>} env
 */
async function openDesktop(code, env) {
  console.log('Opening VS Code. Close its window, or press Ctrl+C here, to end.');
  const child = startGroup(
    code,
    [
      ...['--new-window', '--wait', `--extensionDevelopmentPath=${ROOT}`],
      ...[`--user-data-dir=${join(ROOT, '.cache', 'vscode-user')}`, EXAMPLES, FIRST_FILE],
    ],
    { env: { ...process.env, ...env }, stdio: 'inherit' },
  );
  await Promise.race([interrupted, new Promise((resolve) => child.once('exit', resolve))]);
  await endGroup(child);
}

/** @param {Record<string, string>} env @param {boolean} smoke */
async function openInBrowser(env, smoke) {
  const server = await startVSCode({ env });
  try {
    const url = server.url(TARGET);
    console.log(`\nVS Code with the examples and Rampwright:\n\n  ${url}\n`);
    if (smoke) return await lookAt(server);
    const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
    const desktop = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
    if (desktop && onPath(opener)) spawn(opener, [url], { stdio: 'ignore', detached: true }).unref();
    else console.log('Open this address in a browser on this machine.');
    console.log('Ctrl+C ends all of it.');
    await interrupted;
  } finally {
    await server.close();
  }
}

const TARGET = { folder: EXAMPLES, extensionDevelopmentPath: ROOT, openFile: FIRST_FILE };

/** @param {import('./vscode/server.mjs').VSCodeServer} server */
async function lookAt(server) {
  const { launchBrowser, openWorkbench } = await import('./vscode/browser.mjs');
  const browser = await launchBrowser();
  try {
    const { page } = await openWorkbench(browser, server, TARGET);
    const lens = page.locator('.codelens-decoration a').first();
    try {
      await lens.waitFor({ timeout: 60_000 });
      console.log(`The example is open, with the CodeLens "${await lens.innerText()}".`);
    } finally {
      const results = join(ROOT, 'test-results');
      mkdirSync(results, { recursive: true });
      await page.screenshot({ path: join(results, 'start.png') });
    }
  } finally {
    await browser.close();
  }
}

const { values } = parseArgs({
  options: { smoke: { type: 'boolean', default: false }, browser: { type: 'boolean', default: false } },
});
try {
  await build(await ensureToolchain());
  const example = await startExampleServer();
  console.log(`The examples' server listens on ${example.url} (its password: ${example.env.TEST_PASSWORD}).`);
  const code = values.smoke || values.browser ? undefined : onPath(process.platform === 'win32' ? 'code.cmd' : 'code');
  await (code === undefined ? openInBrowser(example.env, values.smoke) : openDesktop(code, example.env));
  await example.close();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// A Chromium or a desktop may keep a socket to the example server for a while; nothing is left to wait for.
process.exit();
