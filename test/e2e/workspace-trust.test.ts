import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { closeBrowser, openExamples, ROOT } from './workbench.ts';

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
});
