import assert from 'node:assert/strict';
import { closeBrowser, openExamples } from './workbench.ts';

const HELLO = 'getting-started/hello.load.yaml';

describe('the history of runs in the workbench', function () {
  this.timeout(180_000);
  after(closeBrowser);

  for (const theme of ['light', 'dark', 'high-contrast'] as const) {
    it(`lists a run that has ended, and opens it as a file, ${theme}`, async () => {
      const workbench = await openExamples({
        file: HELLO,
        scaleTo: '3s',
        theme,
        settings: { 'rampwright.results.openOnRun': false },
      });
      try {
        const { page } = workbench;
        await workbench.lens('Run').click();
        await workbench.lens(/Passed|Failed/).waitFor({ timeout: 60_000 });
        await workbench.command('Testing: Focus on Load Test Runs View');
        const row = page.locator('.monaco-list-row', { hasText: 'req/s' }).first();
        await row.waitFor({ timeout: 30_000 });
        await row.click();
        const view = await workbench.webview('.headline');
        assert.match(await view.locator('.headline').innerText(), /Passed|Failed/);
        // The icons come with a font of their own.
        await view.evaluate('document.fonts.ready.then(() => undefined)');
        await workbench.screenshot(`history-${theme}`);
      } finally {
        await workbench.close();
      }
    });
  }
});
