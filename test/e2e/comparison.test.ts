import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { ComparisonRequest } from '../../webview-ui/protocol.ts';
import { renderHtmlComparison } from '../../src/report/html.ts';
import { launchChromium } from '../support/chromium.ts';
import { COMPARISONS } from '../support/compared-fixture.ts';
import { servePanel, type PanelServer } from '../support/panel-server.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The view with its host played by webview-ui/harness/host.js, and as a report without one. */
describe('comparison view', function () {
  this.timeout(60_000);
  let browser: Browser;
  let server: PanelServer;
  let page: Page;
  let complaints: string[];

  before(async () => {
    server = await servePanel(ROOT);
    browser = await launchChromium();
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  async function open(state: string, width = 800): Promise<void> {
    await show(`${server.url}?state=${state}&theme=dark`, width);
  }

  async function show(url: string, width = 800): Promise<void> {
    complaints = [];
    page = await browser.newPage({ viewport: { width, height: 900 } });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(url);
    await page.locator('.headline').waitFor();
  }

  afterEach(async () => {
    assert.deepEqual(complaints, []);
    await page.close();
  });

  const posted = async (): Promise<ComparisonRequest[]> => page.evaluate<ComparisonRequest[]>('posted');
  const text = async (selector: string): Promise<string> =>
    (await page.locator(selector).first().innerText()).replaceAll('\u00a0', ' ');

  it('says what changed, and why that may be', async () => {
    await open('compared');
    assert.match(await text('h1'), /^Worse: 2 requirements met before and not any more/);
    assert.match(await text('.findings'), /http_req_failed: rate < 1%: pass → fail/);
    assert.match(await text('.findings'), /Not alike: environment staging → production/);
    assert.match(await text('.compared-requirements tbody tr:first-child'), /fail\s+6\.49 %[^]*worse/);
  });

  it('asks its host for runs, another reference and the diff', async () => {
    await open('compared');
    await page.getByRole('button', { name: '9 Jun 2025' }).first().click();
    await page.getByRole('button', { name: /^Compare the others with this run/ }).click();
    await page.getByRole('button', { name: 'Open diff' }).click();
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    assert.deepEqual(await posted(), [
      { type: 'ready' },
      { type: 'open-run', run: 0 },
      { type: 'set-first', run: 1 },
      { type: 'diff', run: 1 },
      { type: 'copy' },
    ]);
  });

  it('has one cursor for all lanes and runs, with the change against the first', async () => {
    await open('compared');
    assert.match(await text('.lane-failed .legend'), /^A\s+0 %\s+B\s+4\.44 % \(\+4\.44 pp\)$/);
    await page.locator('.lanes').focus();
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
    assert.match(await text('#charts .sec-summary'), /^0:\d\d/);
    const spoken = await page.locator('#charts .sr[aria-live]').textContent();
    assert.match(spoken ?? '', /VUs A \d+, B \d+; Throughput A .*; Latency A .*\sms, B .*\sms/);
  });

  it('shows another percentile, and a window of charts and distributions', async () => {
    await open('compared');
    const before = await text('.lane-latency .legend');
    await page.getByRole('button', { name: 'Latency: p99' }).click();
    assert.notEqual(await text('.lane-latency .legend'), before);
    assert.deepEqual((await posted()).at(-1), { type: 'ui', state: { percentile: 99 } });
    await page.locator('.strip .stage').nth(1).click();
    assert.equal(await text('#charts .chip'), 'window 0:10–0:55');
    assert.equal(await text('#distribution .chip'), 'window 0:10–0:55');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.chip').count(), 0);
  });

  it('judges the changes of a window by what lies in it, and requirements by whole runs', async () => {
    await open('compared-repeats');
    const worse = page.locator('.changes tr:has-text("/slow") .judged.worse');
    const before = await worse.count();
    await page.locator('.lanes').focus();
    // What got slower did so in the second minute.
    for (let i = 0; i < 3; i++) await page.keyboard.press('PageDown');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+PageDown');
    await page.keyboard.press('Enter');
    assert.match(await text('#changes .chip'), /^window 1:0\d–/);
    assert.ok((await worse.count()) > before);
    assert.equal(await page.locator('#requirements .chip button').count(), 0);
    await page.keyboard.press('Escape');
    assert.equal(await worse.count(), before);
  });

  it('shows repeats with their mean, counts another run to them, and says which does not count', async () => {
    await open('compared-repeats');
    assert.match(await text('.findings'), /saturated does not count as a repeat of the baseline/);
    await page.getByRole('button', { name: 'Details of All requests' }).click();
    assert.match(await text('.figures thead'), /A\s+B\s+C\s+D\s+mean\s+E\s+F/);
    assert.match(await text('.figures'), /±\d/);
    await page
      .getByRole('button', { name: /^Count as a repeat of the baseline/ })
      .first()
      .click();
    assert.deepEqual((await posted()).at(-1), { type: 'repeat', run: 4, on: true });
  });

  it('has every chart as a table', async () => {
    await open('compared-several');
    for (const button of await page.locator('.lane figcaption > .tools > .toggle:last-child').all())
      await button.click();
    const heads = await page.locator('.lane-latency .twin thead th').allInnerTexts();
    assert.deepEqual(heads, ['Time', 'A p95', 'B p95', 'C p95', 'D p95']);
    await page.getByRole('button', { name: 'Latency distributions as a table' }).click();
    assert.ok((await page.locator('#distribution .twin tbody tr').count()) > 10);
  });

  it('tells lines apart by more than colour', async () => {
    await open('compared-several');
    const dashes = await page.evaluate<(string | null)[]>(
      `[...document.querySelectorAll('.lane-rate .swatch line')].map((line) => line.getAttribute('stroke-dasharray'))`,
    );
    assert.equal(new Set(dashes).size, 4);
  });

  it('unfolds every figure of an endpoint with its judgement in words', async () => {
    await open('compared');
    await page.getByRole('button', { name: 'Details of GET /billing/invoices' }).click();
    assert.match(await text('.figures'), /p99\s+154 ms\s+1\.98 s\s+×12\.9, too little data/);
  });

  it('says which runs are gone, and where too few are left', async () => {
    await open('compared-several');
    assert.match(await text('.findings'), /ai-proxy-20250608 is left out: its journal was deleted\./);
    await page.close();
    await open('compared-gone');
    assert.equal(await text('h1'), 'Nothing to compare');
  });

  it('never scrolls sideways', async () => {
    for (const width of [400, 520, 800, 1400]) {
      await open('compared-several', width);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      assert.equal(overflow, 0, `at ${width} px`);
      if (width < 1400) await page.close();
    }
  });

  it('is a report of its own that asks for nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comparison-'));
    try {
      const webview = (name: string): Buffer => readFileSync(join(ROOT, 'dist/webview', name));
      const assets = {
        script: webview('results.js').toString(),
        style: webview('results.css').toString(),
        font: webview('codicon.ttf'),
      };
      const file = join(folder, 'comparison.html');
      writeFileSync(file, renderHtmlComparison(COMPARISONS.compared(), assets));
      await show(pathToFileURL(file).href);
      assert.match(await text('h1'), /^Worse: 2 requirements/);
      assert.match(await page.title(), /^AI proxy – Worse/);
      assert.equal(await page.getByRole('button', { name: 'Open diff' }).count(), 0);
      assert.ok((await page.locator('.lane canvas').count()) >= 4);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
