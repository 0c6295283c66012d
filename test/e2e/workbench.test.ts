import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isJournal } from '../../src/run/journal-file.ts';
import { closeBrowser, openExamples, type Theme, type Workbench } from './workbench.ts';

const HELLO = 'getting-started/hello.load.yaml';
const AI_PROXY = 'ai-proxy/ai-proxy.load.yaml';

const SHORT = '6s';

describe('the workbench', function () {
  this.timeout(180_000);
  after(closeBrowser);

  for (const theme of ['light', 'dark', 'high-contrast'] as const) {
    it(`from the open file to the verdict in the results view, ${theme}`, async () => {
      const workbench = await openExamples({ file: HELLO, scaleTo: SHORT, theme });
      try {
        await toTheVerdict(workbench, theme);
      } finally {
        await workbench.close();
      }
    });
  }

  it('shows a failing run at the lines of its thresholds, and brings the results back after a reload', async () => {
    // Not opened by the address: then the editor would open that file alone again.
    const workbench = await openExamples({
      scaleTo: SHORT,
      theme: 'dark',
      env: { TEST_PASSWORD: 'wrong' },
    });
    try {
      const { page } = workbench;
      await workbench.open(AI_PROXY);
      await workbench.lens('Run').click();
      await workbench.lens(/Failed|Aborted/).waitFor({ timeout: 60_000 });
      const headline =
        (await (await workbench.webview('.headline')).locator('.headline').innerText()).split('\n')[0] ?? '';
      assert.match(headline, /Failed|Aborted/);
      const reloaded = page.waitForEvent('load', { timeout: 60_000 });
      await workbench.command('Developer: Reload Window');
      await reloaded;
      await page.waitForFunction('globalThis.driver', null, { timeout: 60_000 });
      const restored = await workbench.webview('.headline');
      await restored.locator('.headline', { hasText: headline }).waitFor({ timeout: 30_000 });
      await workbench.lens(/Failed|Aborted/).waitFor({ timeout: 30_000 });
    } finally {
      await workbench.close();
    }
  });

  it('asks before the first load on a host that is not this machine, and sends nothing after a no', async () => {
    const workbench = await openExamples({
      file: HELLO,
      scaleTo: SHORT,
      // RFC 6761: never a host.
      env: { BASE_URL: 'http://shop.invalid' },
    });
    try {
      const { page } = workbench;
      await workbench.lens('Run').click();
      const dialog = page.locator('.monaco-dialog-box');
      await dialog.waitFor();
      assert.match(await dialog.innerText(), /Make load on shop\.invalid\?/);
      await dialog.getByText('Cancel').click();
      await dialog.waitFor({ state: 'hidden' });
      assert.deepEqual(runsIn(workbench), []);
      await workbench.lens('Run').waitFor();

      await workbench.lens('Run once').click();
      await dialog.waitFor();
      await dialog.getByText('Start the Load').click();
      await workbench.lens(/Failed/).waitFor({ timeout: 60_000 });
      assert.equal(runsIn(workbench).length, 1);

      // The answer is kept: no question any more.
      await workbench.lens('Run once').click();
      await page.waitForFunction(
        `document.querySelectorAll('.monaco-dialog-box').length === 0 && [...document.querySelectorAll('.codelens-decoration a')].some((link) => link.textContent.includes('Stop'))`,
        null,
        { timeout: 60_000 },
      );
    } finally {
      await workbench.close();
    }
  });
});

/** Opens nothing by itself: what a newcomer sees and presses. */
async function toTheVerdict(workbench: Workbench, name: Theme): Promise<void> {
  const { page, target } = workbench;
  target.resetStats();
  await workbench.lens('Run').waitFor({ timeout: 60_000 });
  await page.locator('.testing-run-glyph').first().waitFor();
  await workbench.lens('Run').click();
  await workbench.lens('Stop').waitFor({ timeout: 30_000 });
  const view = await workbench.webview('.headline');
  await view.locator('.headline', { hasText: 'Running' }).waitFor({ timeout: 30_000 });
  await workbench.screenshot(`workbench-running-${name}`);

  await view.locator('.headline', { hasText: 'Passed' }).waitFor({ timeout: 60_000 });
  await workbench.lens('Passed').waitFor({ timeout: 30_000 });
  await page
    .locator('[id="rampwright.rampwright.rampwright.status"], .statusbar-item', { hasText: 'Passed' })
    .first()
    .waitFor();
  await workbench.screenshot(`workbench-passed-${name}`);

  assert.match(await view.locator('.metas-items').innerText(), /scaled to 6s/);
  const [row] = await view.locator('tr', { hasText: 'GET /health' }).allInnerTexts();
  const sent = target.stats()['GET /health 200'] ?? 0;
  assert.ok(
    row?.includes(sent.toLocaleString('en-US')),
    `${sent} requests reached the server; the view shows ${row ?? 'none'}`,
  );
  assert.deepEqual(workbench.outside, []);
}

function runsIn({ folder }: Workbench): string[] {
  try {
    return readdirSync(join(folder, '.rampwright', 'runs')).filter((name) => isJournal(name));
  } catch {
    return [];
  }
}
