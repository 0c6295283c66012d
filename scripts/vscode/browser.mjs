/** A headless Chromium with the workbench in it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { installWhole } from '../npm.mjs';
import { run } from '../process.mjs';
import { ROOT } from '../toolchain.mjs';

/** `@sparticuz/chromium`, for machines where no package of the system can be installed. */
const PACKAGED_CHROMIUM = '153.0.0';

const SYSTEM_CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @returns {Promise<string>} path of a Chromium: CHROMIUM_PATH, the system's, Debian's, or that of an npm package */
export async function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  const ofSystem = () => SYSTEM_CHROMIUM.find((path) => existsSync(path));
  const found = ofSystem();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium (apt-get install chromium) …');
    try {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      await run('apt-get', ['update'], { env, quiet: true });
      await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, quiet: true });
    } catch (error) {
      console.warn(`Debian's Chromium can't be installed; taking the one from npm. ${String(error)}`);
    }
  }
  return ofSystem() ?? ensurePackagedChromium();
}

async function ensurePackagedChromium() {
  const dir = join(ROOT, '.vscode-test', `chromium-${PACKAGED_CHROMIUM}`);
  if (!existsSync(dir)) {
    console.log('Installing Chromium (@sparticuz/chromium) into .vscode-test/ …');
    await installWhole(dir, { '@sparticuz/chromium': PACKAGED_CHROMIUM }, unpackChromium);
  }
  return join(dir, 'chromium.sh');
}

/** @param {string} dir */
function unpackChromium(dir) {
  const packed = join(dir, 'node_modules', '@sparticuz', 'chromium', 'bin');
  const unpack = (/** @type {string} */ from, /** @type {string} */ to) =>
    writeFileSync(join(dir, to), brotliDecompressSync(readFileSync(join(packed, from))), { mode: 0o755 });
  unpack('chromium.br', 'chromium');
  unpack('al2023.tar.br', 'libraries.tar');
  execFileSync('tar', ['xf', 'libraries.tar'], { cwd: dir });
  const script = '#!/bin/sh\nhere=$(dirname "$0")\nLD_LIBRARY_PATH="$here/lib" exec "$here/chromium" "$@"\n';
  writeFileSync(join(dir, 'chromium.sh'), script, { mode: 0o755 });
  for (const name of ['node_modules', 'libraries.tar']) rmSync(join(dir, name), { recursive: true, force: true });
}

/** @returns {Promise<import('playwright-core').Browser>} */
export async function launchBrowser() {
  // Not at the head of the file: this module is loaded before there are any dependencies.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: await ensureChromium(),
    headless: true,
    args: [
      // Chromium's sandbox can't be had as root or in a container without privileges; it opens 127.0.0.1 alone.
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/**
 * Opens the workbench and waits until it is restored. Every request that would leave 127.0.0.1 is stopped, and noted in
 * the `outside` that comes back.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {import('./server.mjs').VSCodeServer} server
 * @param {import('./server.mjs').Target} target
 * @param {object} [options]
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {(kind: string, values: unknown[]) => void} [options.onLog] every line of the workbench's and the extension host's consoles
 * @param {(status: number) => void} [options.onExit] called when the tests of `extensionTestsPath` are over
 * @returns {Promise<{ page: import('playwright-core').Page, outside: string[] }>}
 */
export async function openWorkbench(browser, server, target, options = {}) {
  const { viewport = { width: 1400, height: 900 }, onLog, onExit } = options;
  // Service workers stay allowed: webviews get their files through one.
  const page = await (await browser.newContext({ viewport })).newPage();
  /** @type {string[]} */
  const outside = [];
  await page.route(
    (url) => url.protocol.startsWith('http') && url.hostname !== '127.0.0.1',
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  if (onLog) await page.exposeFunction('codeAutomationLog', onLog);
  if (onExit) await page.exposeFunction('codeAutomationExit', onExit);
  // Its modules come one by one: on a busy machine that takes longer than the usual half minute.
  await page.goto(server.url(target), { timeout: 90_000 });
  await page.waitForFunction('globalThis.driver', null, { timeout: 60_000 });
  await page.evaluate('globalThis.driver.whenWorkbenchRestored()');
  return { page, outside };
}

/**
 * The frame with a webview's own content. The workbench nests it: editor › index.html › fake.html.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} selector of something that only this webview holds
 * @param {number} [timeoutMs]
 * @returns {Promise<import('playwright-core').Frame>}
 */
export async function webviewFrame(page, selector, timeoutMs = 30_000) {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await page.waitForTimeout(100)) {
    for (const frame of page.frames()) {
      if (!/\/webview\/browser\/pre\/fake\.html/.test(frame.url())) continue;
      // A frame may go away between the two lines, or load anew, when it answers late or never: then it is looked at again.
      const found = frame
        .locator(selector)
        .count()
        .catch(() => 0);
      if ((await Promise.race([found, page.waitForTimeout(2_000).then(() => 0)])) > 0) return frame;
    }
  }
  const urls = page.frames().map((frame) => frame.url());
  throw new Error(`No webview holds ${selector}. The page's frames:\n${urls.join('\n')}`);
}
