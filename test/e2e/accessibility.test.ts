import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { servePanel, type PanelServer } from '../support/panel-server.ts';

const ROOT = join(import.meta.dirname, '../..');
const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What a reader does before it is looked at. */
type Act = (page: Page) => Promise<void>;

const openAll: Act = async (page) => {
  const closed = page.locator('.sec-toggle[aria-expanded="false"]:visible');
  while ((await closed.count()) > 0) await closed.first().click();
};

const STATES: readonly (readonly [name: string, state: string, act?: Act])[] = [
  ['a scenario that never ran', 'empty'],
  ['a run that passed', 'passed'],
  [
    'a run that failed, one exchange open',
    'failed-401',
    (page) => page.getByRole('button', { name: /^Show a failing/ }).click(),
  ],
  ['a run that is on, its load changed', 'changed'],
  ['an interrupted run', 'interrupted'],
  ['a requirement without data', 'no-data'],
  ['a saturated generator', 'saturated'],
  ['a setup that failed', 'setup-failed'],
  ['every exchange of a single iteration', 'once', (page) => page.locator('.exchanges .twistie').first().click()],
  ['all sections open', 'several', openAll],
  ['requests by tags', 'tagged', (page) => page.getByRole('button', { name: 'Requests by region' }).click()],
  ['names in other scripts, all sections open', 'strange-names', openAll],
  ['a run that was aborted', 'aborted'],
  ['a run without a request', 'no-requests'],
  ['a comparison of runs that have little in common', 'compared-odd'],
  ['a comparison of two runs, all sections open', 'compared', openAll],
  [
    'a comparison of several runs, as tables',
    'compared-several',
    async (page) => {
      await page.locator('.changes .twistie').first().click();
      for (const button of await page.locator('.lane:visible figcaption > .tools > .toggle:last-child').all())
        await button.click();
      await page.getByRole('button', { name: 'Latency distributions as a table' }).click();
    },
  ],
  [
    'a comparison with repeats, in a window',
    'compared-repeats',
    async (page) => {
      await page.locator('.lanes').focus();
      for (let i = 0; i < 12; i++) await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Enter');
      await page.locator('.changes .twistie').first().click();
    },
  ],
  ['a comparison whose runs are gone', 'compared-gone'],
  [
    'a window, as tables and as a heat map',
    'tolerated',
    async (page) => {
      await page.locator('.strip .stage').nth(1).click();
      await page.getByRole('button', { name: /^Heat map/ }).click();
      for (const button of await page.locator('.lane:visible .tools .toggle:last-child').all()) await button.click();
    },
  ],
];

/** Rules of WCAG 2.2 A and AA and axe's best practices, contrast among them, in each theme. */
describe('accessibility of the results view', function () {
  this.timeout(120_000);
  let browser: Browser;
  let server: PanelServer;

  before(async () => {
    server = await servePanel(ROOT);
    browser = await launchChromium();
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  for (const theme of ['dark', 'light', 'high-contrast']) {
    for (const [name, state, act] of STATES) {
      it(`has nothing to complain about: ${name}, ${theme}`, async () => {
        const page = await browser.newPage({ viewport: { width: 700, height: 900 }, bypassCSP: true });
        await page.goto(`${server.url}?state=${state}&theme=${theme}`);
        await page.locator('.headline').waitFor();
        await act?.(page);
        await page.evaluate(AXE);
        const problems = await page.evaluate<readonly string[]>(
          `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
            violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.target + ' ' + node.failureSummary)))`,
        );
        await page.close();
        assert.deepEqual(problems, []);
      });
    }
  }
});
