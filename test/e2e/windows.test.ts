/** What only a whole window shows: its start, several folders, tabs that open from lists. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { closeBrowser, openExamples, type Workbench } from './workbench.ts';

/** A scenario of two seconds: of requests that the server answers, or of some that it does not know. */
const scenario = (path: '/health' | '/nowhere'): string =>
  `baseUrl: \${env.BASE_URL}\nvus: 1\niterations: 5\nsteps:\n  - get: ${path}\n  - think: 300ms\nthresholds:\n  http_req_failed: rate < 1%\n`;

describe('a window', function () {
  this.timeout(180_000);
  after(closeBrowser);

  it('marks scenarios whose last run failed in the explorer from its start on, before one is opened', async () => {
    const workbench = await openExamples({
      files: { 'down.load.yaml': scenario('/nowhere'), 'shop/down.load.yaml': scenario('/nowhere') },
      // The folder stays closed.
      settings: { 'explorer.autoReveal': false },
    });
    const { page } = workbench;
    const folder = page.locator('.explorer-folders-view [aria-label*="shop"][aria-label*="Contains emphasized items"]');
    try {
      await run(workbench, 'down.load.yaml', 'Failed');
      assert.equal(await folder.count(), 0);
      await run(workbench, 'shop/down.load.yaml', 'Failed');
      await folder.first().waitFor();
      await workbench.command('View: Close All Editors');
      await reload(workbench);
      await mark(workbench, 'down.load.yaml').waitFor({ timeout: 60_000 });
      await folder.first().waitFor();
      assert.equal(await page.locator('.tab').count(), 0);
      await workbench.screenshot('window-badge');
    } finally {
      await workbench.close();
    }
  });

  it('keeps two folders apart that have a file of the same name', async () => {
    const workbench = await openExamples({
      files: { 'shop/api.load.yaml': scenario('/health'), 'admin/api.load.yaml': scenario('/nowhere') },
      folders: ['shop', 'admin'],
    });
    const { page } = workbench;
    try {
      await run(workbench, 'shop/api.load.yaml', 'Passed');
      await run(workbench, 'admin/api.load.yaml', 'Failed');
      await mark(workbench, 'admin/api.load.yaml').waitFor();
      assert.equal(await mark(workbench, 'shop/api.load.yaml').count(), 0);
      await workbench.command('Testing: Focus on Load Test Runs View');
      for (const place of ['shop/api.load.yaml', 'admin/api.load.yaml']) {
        await page.locator('.pane-body .monaco-list-row', { hasText: place }).first().waitFor();
      }
      await workbench.screenshot('window-two-folders');
    } finally {
      await workbench.close();
    }
  });

  it('opens a comparison of runs that are selected in their list', async () => {
    const workbench = await openExamples({
      files: { 'shop.load.yaml': scenario('/health') },
      settings: { 'rampwright.results.openOnRun': false },
    });
    const { page } = workbench;
    try {
      for (let i = 0; i < 2; i++) await run(workbench, 'shop.load.yaml', 'Passed');
      await workbench.command('Testing: Focus on Load Test Runs View');
      const rows = page.locator('.monaco-list-row', { hasText: 'req/s' });
      await rows.nth(1).waitFor({ timeout: 30_000 });
      await rows.nth(0).click();
      await rows.nth(1).click({ modifiers: ['Shift'] });
      await rows.nth(1).click({ button: 'right' });
      // By the keyboard: a menu takes no click in the moments after it opened.
      const entry = page.locator('.monaco-menu .action-item', { hasText: 'Compare Results…' });
      await entry.hover();
      await entry.and(page.locator('.focused')).waitFor();
      await page.keyboard.press('Enter');
      const view = await workbench.webview('.compared-requirements');
      assert.match(await view.locator('.headline').innerText(), /\S/);
      await page.locator('.tab.active', { hasText: 'Comparison' }).waitFor();
      await workbench.screenshot('window-comparison');
    } finally {
      await workbench.close();
    }
  });
});

/** The explorer's mark on a file whose last run failed. */
function mark({ page }: Workbench, file: string): Locator {
  return page.locator(`.explorer-folders-view [aria-label*="${file} • Last run: Failed"]`).first();
}

/** Opens a scenario, runs it and waits for its verdict. */
async function run(workbench: Workbench, file: string, verdict: 'Passed' | 'Failed'): Promise<void> {
  await workbench.open(file);
  await workbench.lens('Run').click();
  await workbench.lens('Stop').waitFor();
  await workbench.lens(verdict).waitFor({ timeout: 60_000 });
}

async function reload(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const reloaded = page.waitForEvent('load', { timeout: 60_000 });
  await workbench.command('Developer: Reload Window');
  await reloaded;
  await page.waitForFunction('globalThis.driver', null, { timeout: 60_000 });
}
