// Pictures of the view in its states, for looking at: node webview-ui/harness/shots.mjs [state…] [--theme=dark] [--width=520]
// They go to test-results/view/. Needs the bundle (npm run build) and Chromium (CHROMIUM_PATH, else /usr/bin/chromium).
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../../test/support/chromium.ts';
import { servePanel } from '../../test/support/panel-server.ts';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'test-results/view');
const THEMES = ['dark', 'light', 'high-contrast'];
const WIDTHS = [300, 520, 800, 1400, 2000];
/** Beyond the plain states: what a reader does in them. */
const SCENES = {
  passed: {},
  'failed-401': {},
  running: {},
  changed: {},
  interrupted: {},
  tolerated: {},
  'no-data': {},
  saturated: {},
  'many-endpoints': {},
  'several-all': { state: 'several', act: openAll },
  tagged: {},
  'tagged-many': {},
  'tagged-second': { state: 'tagged', act: chooseTag },
  'setup-failed': {},
  compared: {},
  'compared-alike': {},
  'compared-several': {},
  'compared-gone': {},
  'compared-repeats': {},
  'compared-repeats-window': { state: 'compared-repeats', act: dragWindow },
  'compared-window': { state: 'compared', act: selectFirstStage },
  'compared-all': { state: 'compared-several', act: openCompared },
  once: {},
  empty: {},
  'two-hundred-endpoints': {},
  'strange-names': {},
  'strange-names-all': { state: 'strange-names', act: openAll },
  'one-interval': {},
  'no-requests': {},
  'all-failing': {},
  aborted: {},
  'aborted-401': {},
  'aborted-in-setup': {},
  'in-setup': {},
  'first-second': {},
  'compared-odd': {},
  'compared-strange-names': {},
  'compared-two-hundred-endpoints': {},
  'failed-401-exchange': { state: 'failed-401', act: openExchange },
  'tolerated-heat': { state: 'tolerated', act: showHeat },
  'changed-window': { state: 'changed', act: selectSpan },
  'tolerated-window': { state: 'tolerated', act: selectWindow },
  'tolerated-all': { state: 'tolerated', act: openAll },
};

const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const option = (name) => options.find((text) => text.startsWith(`--${name}=`))?.split('=')[1];
const states = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const scenes = Object.entries(SCENES).filter(([name]) => states.length === 0 || states.includes(name));
const themes = option('theme') ? [option('theme')] : THEMES;
const widths = option('width') ? [Number(option('width'))] : WIDTHS;

mkdirSync(OUT, { recursive: true });
const server = await servePanel(ROOT);
const browser = await launchChromium();
for (const [name, { state = name, act }] of scenes) {
  for (const theme of themes) {
    for (const width of widths) {
      const page = await browser.newPage({
        viewport: { width, height: act ? 1300 : 900 },
        deviceScaleFactor: Number(option('scale') ?? 1),
      });
      page.on('console', (message) => message.type() === 'error' && console.error(name, theme, width, message.text()));
      page.on('pageerror', (error) => console.error(name, theme, width, error.stack));
      await page.goto(`${server.url}?state=${state}&theme=${theme}&long=${option('short') ? 0 : 1}`);
      await page.waitForSelector('.headline');
      await page.evaluate(() => document.fonts.ready);
      await act?.(page);
      await page.waitForTimeout(150);
      await page.screenshot({ path: join(OUT, `${name}-${theme}-${width}.png`), fullPage: width < 1100 && !act });
      await page.close();
    }
  }
}
await browser.close();
await server.close();

async function openCompared(page) {
  await page.locator('.changes .twistie').first().click();
  await page.getByRole('button', { name: 'Latency: p99' }).click();
}

async function selectFirstStage(page) {
  await page.locator('.strip .stage').nth(1).click();
  await page.locator('#changes').scrollIntoViewIfNeeded();
}

/** The second half of all lanes. */
async function dragWindow(page) {
  const box = await page.locator('.lane-rate .u-over').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 2, box.y + 20, { steps: 4 });
  await page.mouse.up();
  await page.locator('.changes .twistie').first().click();
}

async function openExchange(page) {
  await page.getByRole('button', { name: 'Show a failing exchange' }).click();
}

async function selectWindow(page) {
  await page.locator('.strip .stage').nth(1).click();
  await page.locator('.endpoints .twistie').nth(1).click();
}

async function chooseTag(page) {
  await page.getByRole('button', { name: 'Requests by region' }).click();
  await page.locator('#tags').scrollIntoViewIfNeeded();
}

async function openAll(page) {
  const closed = page.locator('.sec-toggle[aria-expanded="false"]:visible');
  while ((await closed.count()) > 0) await closed.first().click();
  await page.locator('.lane-latency .toggle').last().click();
}

async function showHeat(page) {
  await page.getByRole('button', { name: /^Heat map/ }).click();
  await page.locator('#charts').scrollIntoViewIfNeeded();
}

async function selectSpan(page) {
  await page.locator('.span-paused').first().click();
}
