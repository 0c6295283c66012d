/** A debug session and a sent request as a person sees them; both are pictures in test-results/. */
import assert from 'node:assert/strict';
import { closeBrowser, openExamples } from './workbench.ts';

describe('stepping through a scenario in the workbench', function () {
  this.timeout(180_000);
  after(closeBrowser);

  it('stops where F9 was pressed, and steps from setup into the scenario', async () => {
    const workbench = await openExamples({ theme: 'dark' });
    const { page } = workbench;
    try {
      await workbench.open('ai-proxy/ai-proxy.load.yaml');
      await workbench.lens('Debug').waitFor();
      // The first request of setup.
      await page.keyboard.press('Control+G');
      await page.locator('.quick-input-widget input').fill(':20');
      await page.keyboard.press('Enter');
      await workbench.command('Debug: Toggle Breakpoint');
      await workbench.lens('Debug').click();
      await page.locator('.debug-top-stack-frame-line, .debug-focused-stack-frame-line').first().waitFor();
      await page.locator('.debug-call-stack .monaco-list-row', { hasText: 'POST /auth/login' }).waitFor();
      await workbench.screenshot('debugging');
      // Over the end of setup, to the scenario's first step, and over that.
      await page.keyboard.press('F10');
      await page.locator('.debug-call-stack .monaco-list-row', { hasText: 'scenario users' }).waitFor();
      await page.keyboard.press('F10');
      await page.locator('.debug-variables .monaco-list-row', { hasText: 'Response' }).waitFor();
      await workbench.screenshot('debugging-after-a-step');
      assert.ok(await page.locator('.debug-toolbar').isVisible());
      await page.keyboard.press('Shift+F5');
    } finally {
      await workbench.close();
    }
  });

  it('shows the answer to one request beside the code', async () => {
    const workbench = await openExamples({ theme: 'dark' });
    try {
      await workbench.open('ai-proxy/ai-proxy.load.yaml');
      await workbench.lens('Send').click();
      await workbench.page.locator('.tab', { hasText: 'ai-proxy response' }).waitFor();
      await workbench.page.locator('.view-line', { hasText: '## Timings' }).waitFor();
      await workbench.screenshot('send-request');
    } finally {
      await workbench.close();
    }
  });
});
