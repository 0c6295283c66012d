/** Ctrl+V, as the editor's own paste menu shows it only to a person. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, openExamples, type Workbench } from './workbench.ts';

const CURL = "curl -u ann:hunter22 'http://127.0.0.1:3333/b?c=1'";
const START = 'baseUrl: http://127.0.0.1:3333\nvus: 1\nduration: 1s\nsteps:\n  - get: /a\n  - get: /old\n';
const STEP = [
  '  - get: "/b?c=1"',
  '    auth:',
  '      basic:',
  '        username: ann',
  '        password: "${secret.PASSWORD}"',
];

describe('a curl command that is pasted', function () {
  this.timeout(180_000);
  after(closeBrowser);

  it('stays what it is, and can be made a request, whose password is stored once', async () => {
    const workbench = await openExamples();
    const { page, folder } = workbench;
    const file = join(folder, 'paste.load.yaml');
    try {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      writeFileSync(file, START);
      await workbench.open('paste.load.yaml');
      await workbench.lens('Run').waitFor();
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(CURL)})`);
      await page.locator('.view-line', { hasText: '/old' }).click();
      await page.keyboard.press('End');
      await page.keyboard.press('Shift+Home');
      await page.keyboard.press('Control+V');
      await page.locator('.view-line', { hasText: 'curl -u' }).waitFor();
      await asRequest(workbench, 1);
      await page.keyboard.press('Control+End');
      await page.locator('.post-edit-widget').waitFor({ state: 'hidden' });
      await page.keyboard.press('Control+V');
      await page.locator('.view-line', { hasText: 'curl -u' }).waitFor();
      await asRequest(workbench, 2);
      const lines = await page.locator('.view-line').allInnerTexts();
      const text = lines.map((line) => line.replaceAll('\u00a0', ' ')).filter((line) => /^ {2}/.test(line));
      assert.deepEqual(text, ['  - get: /a', ...STEP, ...STEP]);
    } finally {
      await workbench.close();
    }
  });
});

/** By the menu that stands beside what was pasted; then there are so many requests. */
async function asRequest({ page }: Workbench, requests: number): Promise<void> {
  await page.locator('.post-edit-widget').waitFor();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget', { hasText: 'Paste as request step' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page
    .locator('.view-line', { hasText: 'secret.PASSWORD' })
    .nth(requests - 1)
    .waitFor();
}
