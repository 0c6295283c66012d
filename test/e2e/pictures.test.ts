import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, openExamples, ROOT, type Workbench } from './workbench.ts';

const FILE = 'ai-proxy/ai-proxy.load.yaml';
const PICTURES = join(ROOT, 'docs', 'images');

/** Nothing in the picture but the code and its results. */
const BARE = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.lineHeight': 19,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.scrollBeyondLastLine': false,
  'editor.stickyScroll.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'window.title': '${activeEditorShort}',
};

// With `UPDATE_PICTURES=1 node scripts/test.mjs e2e --grep README` only: a picture is looked at before it is committed.
if (process.env['UPDATE_PICTURES'] === '1') {
  describe("The README's pictures", function () {
    this.timeout(180_000);
    before(() => mkdirSync(PICTURES, { recursive: true }));
    after(closeBrowser);

    it('of a run that is on', async () => {
      const workbench = await openExamples({ theme: 'dark', scaleTo: '40s', settings: BARE });
      try {
        await atTheThresholds(workbench);
        await workbench.lens('Run').click();
        const view = await workbench.webview('.headline');
        await view.locator('.headline', { hasText: /Running 0:2[6-9]/ }).waitFor({ timeout: 60_000 });
        // The charts stand below the requirements: they come up to the headline, which stays where it is.
        await view.evaluate(
          `scrollBy(0, document.querySelector('#charts').getBoundingClientRect().top - document.querySelector('.headline').getBoundingClientRect().bottom)`,
        );
        await picture(workbench, 'running');
      } finally {
        await workbench.close();
      }
    });

    it('of the 401 story beside the code', async () => {
      const workbench = await openExamples({ theme: 'dark', scaleTo: '30s', settings: BARE });
      try {
        workbench.target.setWrongSecret(true);
        await atTheThresholds(workbench);
        await workbench.lens('Run').click();
        const view = await workbench.webview('.headline');
        await view.locator('.headline', { hasText: 'Failed' }).waitFor({ timeout: 90_000 });
        await workbench.lens(/Failed/).waitFor();
        await picture(workbench, 'beside-the-code');
      } finally {
        await workbench.close();
      }
    });
  });
}

/** The file's end, where its thresholds are. */
async function atTheThresholds(workbench: Workbench): Promise<void> {
  await workbench.open(FILE);
  await workbench.lens('Run').waitFor();
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first().focus();
  await workbench.page.keyboard.press('Control+End');
}

async function picture({ page }: Workbench, name: string): Promise<void> {
  await page.mouse.move(5, 5);
  // Lenses and marks follow a second behind.
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
