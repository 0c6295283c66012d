import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { ODD_RUNS } from '../support/odd-runs.ts';
import { servePanel, type PanelServer } from '../support/panel-server.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('results view of unusual runs', function () {
  this.timeout(60_000);
  let browser: Browser;
  let server: PanelServer;
  let page: Page;

  before(async () => {
    server = await servePanel(ROOT);
    browser = await launchChromium();
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  afterEach(() => page.close());

  async function open(state: string, width = 420): Promise<void> {
    page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(`${server.url}?state=${state}&theme=light`);
    await page.locator('.headline').waitFor();
  }

  const text = async (selector: string): Promise<string> =>
    (await page.locator(selector).first().innerText()).replaceAll(/\s+/g, ' ').trim();

  it('says of what an aborted run had not reached that it did not, and not that it may yet', async () => {
    await open('aborted');
    assert.equal(await text('#requirements .sec-summary'), '1 not reached · 6 passing');
    assert.match(
      await text('.requirements tbody tr'),
      /^not reached http_reqs: count > 100000 all requests\s?the run ended early 1,273 98\.7 % short/,
    );
  });

  it('takes it for no good news that none of no requests failed', async () => {
    await open('no-requests');
    assert.equal(await text('#errors .nothing'), 'No request was made.');
    assert.equal(await page.locator('#errors .nothing .codicon:visible').count(), 0);
    await page.close();
    await open('in-setup');
    assert.equal(await text('#endpoints .nothing'), 'No request was made yet.');
  });

  for (const state of [
    ...Object.keys(ODD_RUNS).filter((name) => name !== 'two-hundred-endpoints'),
    'compared-odd',
    'compared-strange-names',
  ]) {
    it(`has room for everything: ${state}`, async () => {
      for (const width of [300, 420, 1200]) {
        await open(state, width);
        const beyond = await page.evaluate<readonly string[]>(BEYOND);
        assert.deepEqual(beyond, [], `at ${width} px`);
        if (width < 1200) await page.close();
      }
    });
  }

  it('has rows of two hundred endpoints no higher than their line', async () => {
    await open('two-hundred-endpoints', 900);
    const rows = page.locator('.endpoints tbody tr');
    assert.equal(await rows.count(), 201);
    const { height = 0 } = (await rows.first().boundingBox()) ?? {};
    assert.ok(height > 20 && height < 27, `${height} px`);
  });

  it('leaves no full stop and no mark of a sentence alone on a line', async () => {
    for (let width = 320; width <= 440; width += 15) {
      await open('failed-401', width);
      assert.ok((await page.locator('.sentence .together').count()) > 0);
      assert.deepEqual(await page.evaluate<readonly string[]>(ALONE), [], `at ${width} px`);
      if (width < 440) await page.close();
    }
  });
});

/** What stands outside the view, be it cut off or not. */
const BEYOND = `(() => {
  const outside = [...document.querySelectorAll('.rw :is(h1, h2, p, th, td, button, .meta, .sentence, .key, canvas)')]
    .filter((node) => node.closest('.sr') === null && node.getClientRects().length > 0)
    .filter((node) => node.closest('.twin, .diff, .strip') === null)
    .filter((node) => node.getBoundingClientRect().right > innerWidth + 0.5 || node.getBoundingClientRect().left < -0.5);
  const sideways = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [];
  return [...sideways, ...outside.map((node) => node.tagName + ' ' + node.className + ': ' + node.textContent.slice(0, 40))];
})()`;

/** What no space parts from the word before it, and stands on another line. */
const ALONE = `[...document.querySelectorAll('.sentence .together')].flatMap((word) => {
  const range = document.createRange();
  const parts = [...word.childNodes].map((part) => {
    range.selectNodeContents(part);
    return [...range.getClientRects()];
  });
  return parts.slice(1).flatMap((rects, index) => {
    const before = parts[index].at(-1);
    const own = rects[0];
    return before && own && own.top > before.bottom - 2 ? [word.textContent] : [];
  });
})`;
