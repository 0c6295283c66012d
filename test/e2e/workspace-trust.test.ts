import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator } from 'playwright-core';
import { closeBrowser, openExamples, ROOT } from './workbench.ts';

const SHOP = `baseUrl: http://127.0.0.1:1
vus: 1
durration: 10s
flows:
  browse:
    - {get:   /health}
steps:
  - use: browse
`;

/** Trust holds for installed extensions only: one under development is always trusted. Hence the package, of what is built. */
describe('a workspace that is not trusted', function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'rampwright-package-'));
  const vsix = join(folder, 'rampwright.vsix');

  before(async () => {
    const vsce = join(ROOT, 'node_modules', '@vscode', 'vsce', 'vsce');
    const options = [
      '--no-dependencies',
      '--allow-missing-repository',
      '--no-rewrite-relative-links',
      '--skip-license',
    ];
    await promisify(execFile)(process.execPath, [vsce, 'package', ...options, '--out', vsix], { cwd: ROOT });
  });
  after(async () => {
    await closeBrowser();
    rmSync(folder, { recursive: true, force: true });
  });

  it('helps to write, offers no run, and says why', async () => {
    const workbench = await openExamples({
      vsix: [vsix],
      file: 'getting-started/hello.load.yaml',
      workspaceTrust: true,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
    try {
      const { page, target } = workbench;
      target.resetStats();
      await page.locator('.statusbar-item', { hasText: 'Rampwright Scenario' }).waitFor();
      await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
      await page.locator('.editor-actions [aria-label*="Show Results"]').first().waitFor();
      // The command is there to say why it doesn't run.
      await workbench.command('Rampwright: Run Once');
      // Toasts vanish by themselves; the bell keeps them.
      await page.locator('.statusbar-item .codicon-bell-dot').waitFor({ timeout: 30_000 });
      await workbench.command('Notifications: Show Notifications');
      const message = page.locator('.notifications-center .notification-list-item', { hasText: 'is not trusted' });
      await message.waitFor({ timeout: 10_000 });
      assert.ok((await message.innerText()).includes('Manage Workspace Trust'));
      assert.equal(await page.locator('.codelens-decoration a', { hasText: 'Run' }).count(), 0);
      assert.equal(await page.locator('.testing-run-glyph').count(), 0);
      assert.equal(existsSync(join(workbench.folder, '.rampwright')), false);
      assert.deepEqual(target.stats(), {});
      await workbench.screenshot('workbench-untrusted');
    } finally {
      await workbench.close();
    }
  });

  it('checks, mends, completes, renames and formats, and neither runs, debugs nor sends', async () => {
    const workbench = await openExamples({
      vsix: [vsix],
      file: 'getting-started/hello.load.yaml',
      workspaceTrust: true,
      settings: { 'security.workspace.trust.startupPrompt': 'never', 'editor.wordBasedSuggestions': 'off' },
    });
    try {
      const { page, target, folder } = workbench;
      target.resetStats();
      await page.locator('.editor-actions [aria-label*="Show Results"]').first().waitFor();
      writeFileSync(join(folder, 'shop.load.yaml'), SHOP);
      await workbench.open('shop.load.yaml');
      const line = (text: string): Locator => page.locator('.view-line', { hasText: text }).first();
      const word = (text: string, of = text): Locator => line(of).locator('span', { hasText: text }).last();

      await page.locator('.squiggly-error').first().waitFor();
      await word('durration').click();
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget', { hasText: 'duration' }).first().waitFor();
      await page.keyboard.press('Enter');
      await line('duration: 10s').waitFor();

      await word('browse', '- use: browse').click();
      await page.keyboard.press('F2');
      await page.locator('.rename-box input').fill('look');
      await page.keyboard.press('Enter');
      await line('- use: look').waitFor();
      await line('  look:').waitFor();

      await workbench.command('Format Document');
      await line('- { get: /health }').waitFor();

      await page.keyboard.press('Control+End');
      await page.keyboard.type('thr');
      await page.locator('.suggest-widget .monaco-list-row', { hasText: 'thresholds' }).first().waitFor();
      await page.keyboard.press('Escape');
      for (let typed = 0; typed < 3; typed++) await page.keyboard.press('Backspace');

      assert.equal(await page.locator('.codelens-decoration a').count(), 0);
      await line('get: /health').click();
      await workbench.command('Rampwright: Send Request');
      await page.locator('.statusbar-item .codicon-bell-dot').waitFor({ timeout: 30_000 });
      await workbench.command('Notifications: Show Notifications');
      await page.locator('.notifications-center .notification-list-item', { hasText: 'is not trusted' }).waitFor();
      // Here the workbench asks by itself.
      await workbench.command('Rampwright: Debug Scenario');
      const question = page.locator('.monaco-dialog-box', { hasText: 'Do you trust the authors' });
      await question.waitFor();
      await question.locator('.monaco-button', { hasText: 'Cancel' }).click();
      await question.waitFor({ state: 'hidden' });
      assert.equal(await page.locator('.debug-toolbar:visible').count(), 0);
      assert.deepEqual(target.stats(), {});
    } finally {
      await workbench.close();
    }
  });
});
