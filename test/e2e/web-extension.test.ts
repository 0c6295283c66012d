import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { closeBrowser, openExamples, ROOT, type Workbench } from './workbench.ts';

/** What a browser takes of the package: without `main` the workbench starts it in its own web worker, as vscode.dev does. */
async function packWebExtension(folder: string): Promise<string> {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, unknown>;
  delete manifest['main'];
  delete manifest['extensionKind'];
  const source = join(folder, 'source');
  mkdirSync(source);
  writeFileSync(join(source, 'package.json'), JSON.stringify(manifest));
  const folders = ['dist/web', 'media', 'schemas', 'syntaxes'];
  const files = ['language-configuration.json', 'language-configuration-json.json', 'package.nls.json', 'LICENSE'];
  for (const path of [...folders, ...files]) cpSync(join(ROOT, path), join(source, path), { recursive: true });
  writeFileSync(join(source, 'README.md'), 'Rampwright in a browser\n');
  const vsix = join(folder, 'rampwright-web.vsix');
  const vsce = join(ROOT, 'node_modules', '@vscode', 'vsce', 'vsce');
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
  await promisify(execFile)(process.execPath, [vsce, 'package', ...options], { cwd: source });
  return vsix;
}

const SCENARIO = `# In a browser
baseUrl: http://127.0.0.1:1
environments:
  staging: { baseUrl: "http://127.0.0.1:2" }
vus: 2
durration: 10s
steps:
  - get: /health
`;

describe('the extension in a browser', function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'rampwright-web-'));
  let workbench: Workbench | undefined;

  const opened = (): Workbench => {
    assert.ok(workbench, 'The workbench did not open.');
    return workbench;
  };

  before(async () => {
    workbench = await openExamples({
      vsix: [await packWebExtension(folder)],
      // Nobody trusts a repository that they only look at.
      workspaceTrust: true,
      settings: { 'security.workspace.trust.startupPrompt': 'never', 'editor.wordBasedSuggestions': 'off' },
    });
    writeFileSync(join(workbench.folder, 'web.load.yaml'), SCENARIO);
    await workbench.open('web.load.yaml');
  });
  after(async () => {
    await workbench?.close();
    await closeBrowser();
    rmSync(folder, { recursive: true, force: true });
  });

  it('runs in the web worker of the workbench, and shows problems in the words of validate', async () => {
    const { page } = opened();
    assert.ok(page.frames().some((frame) => frame.url().includes('webWorkerExtensionHostIframe')));
    await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
    await opened().command('View: Toggle Problems');
    await page.locator('.markers-panel-container', { hasText: 'duration' }).waitFor();
    await opened().command('View: Toggle Problems');
  });

  it('mends them', async () => {
    const { page } = opened();
    await page.locator('.view-line', { hasText: 'durration' }).locator('span', { hasText: 'durration' }).last().click();
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget', { hasText: 'duration' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: /^duration:/ }).waitFor();
    await page.locator('.squiggly-error').waitFor({ state: 'detached' });
  });

  it('completes, and explains on hover', async () => {
    const { page } = opened();
    await page.locator('.view-line', { hasText: 'get: /health' }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('thr');
    await page.locator('.suggest-widget .monaco-list-row', { hasText: 'thresholds' }).first().waitFor();
    await page.keyboard.press('Escape');
    for (let typed = 0; typed < 3; typed++) await page.keyboard.press('Backspace');
    await page.locator('.view-line', { hasText: 'vus: 2' }).locator('span', { hasText: 'vus' }).last().hover();
    await page
      .locator('.monaco-hover', { hasText: /virtual users/i })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  });

  it('shows the outline, and how much the scenario will send', async () => {
    const { page } = opened();
    await page.locator('.breadcrumb-item, .monaco-breadcrumb-item', { hasText: 'web.load.yaml' }).first().waitFor();
    await opened().command('Explorer: Focus on Outline View');
    await page.locator('.outline-tree .monaco-list-row', { hasText: 'environments' }).first().waitFor();
    await page.locator('.view-line', { hasText: 'VUs' }).first().waitFor();
  });

  it('offers the environments', async () => {
    const { page } = opened();
    await page.locator('.statusbar-item', { hasText: 'No environment' }).click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'staging' }).click();
    await page.locator('.statusbar-item', { hasText: 'staging' }).waitFor();
  });

  it('has nothing to run with, and says why', async () => {
    const { page } = opened();
    assert.equal(await page.locator('.codelens-decoration a', { hasText: 'Run' }).count(), 0);
    await opened().command('Rampwright: Run');
    // Toasts vanish by themselves; the bell keeps them.
    await page.locator('.statusbar-item .codicon-bell-dot').waitFor();
    await opened().command('Notifications: Show Notifications');
    await page.locator('.notifications-center .notification-list-item', { hasText: 'make load' }).waitFor();
    await opened().screenshot('web-extension');
  });
});
