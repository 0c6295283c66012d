/** What stands behind the lines of a scenario, as it is seen. */
import assert from 'node:assert/strict';
import { closeBrowser, openExamples, type Workbench } from './workbench.ts';

const SCENARIO = `baseUrl: \${env.BASE_URL}
vus: 1
duration: 2s
steps:
  - get: /health
thresholds:
  http_req_duration: p(95) < 5s
  http_req_failed: rate < 1%
  http_reqs: count > 0
`;

/** WCAG 2.2, 1.4.3. */
const LEAST_CONTRAST = 4.5;

describe('marks behind lines', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  before(async () => {
    workbench = await openExamples({
      files: { 'shop.load.yaml': SCENARIO },
      settings: { 'rampwright.results.openOnRun': false, 'editor.renderLineHighlight': 'none' },
    });
    await workbench.open('shop.load.yaml');
    await workbench.lens('Run').click();
    await workbench.lens('Passed').waitFor({ timeout: 60_000 });
  });
  after(async () => {
    await workbench.close();
    await closeBrowser();
  });

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
    it(`can be read in ${theme}, also those of a text that has changed since`, async () => {
      const { page } = workbench;
      await workbench.theme(theme);
      const fresh = await marks(workbench, false);
      // One line edited, the others only in a file that has changed.
      await page.locator('.view-line', { hasText: 'http_req_failed' }).first().click();
      await page.keyboard.type('x');
      const old = await marks(workbench, true);
      await workbench.screenshot(`marks-${theme}`);
      await page.keyboard.press('Control+Z');
      for (const mark of [...fresh, ...old]) {
        assert.ok(mark.contrast >= LEAST_CONTRAST, `${mark.text}: ${mark.contrast.toFixed(2)}`);
      }
    });
  }
});

interface Mark {
  readonly text: string;
  readonly italic: boolean;
  readonly contrast: number;
}

/** Of the request and the three thresholds, once all of them are slanted as those of a changed text are, or none. */
async function marks({ page }: Workbench, slanted: boolean): Promise<readonly Mark[]> {
  await page.waitForFunction(`${MARKS}.filter(({ italic }) => italic === ${slanted}).length === 4`);
  return page.evaluate<readonly Mark[]>(MARKS);
}

const MARKS = `(() => {
  const channels = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const background = channels(getComputedStyle(document.querySelector('.monaco-editor-background')).backgroundColor).slice(0, 3);
  return [...document.querySelectorAll('.view-line span span')].flatMap((span) => {
    const { content, color, fontStyle } = getComputedStyle(span, '::after');
    if (!/^"/.test(content) || content === '""') return [];
    const [r, g, b, alpha = 1] = channels(color);
    const shown = [r, g, b].map((value, index) => value * alpha + background[index] * (1 - alpha));
    const [light, dark] = [luminance(shown), luminance(background)].sort((one, other) => other - one);
    return [{ text: content, italic: fontStyle === 'italic', contrast: (light + 0.05) / (dark + 0.05) }];
  });
})()`;
