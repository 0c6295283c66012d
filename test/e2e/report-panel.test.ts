import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { HostMessage, ViewMessage } from '../../webview-ui/protocol.ts';
import { launchChromium } from '../support/chromium.ts';
import { servePanel, type PanelServer } from '../support/panel-server.ts';
import { STATES } from '../support/run-fixture.ts';

/** The panel with its host played by webview-ui/harness/host.js, under the Content-Security-Policy of a webview. */
describe('results panel', function () {
  this.timeout(60_000);
  let browser: Browser;
  let server: PanelServer;
  let page: Page;
  let complaints: string[];

  before(async () => {
    server = await servePanel(join(import.meta.dirname, '../..'));
    browser = await launchChromium();
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  async function open(state: string): Promise<void> {
    complaints = [];
    page = await browser.newPage({ viewport: { width: 700, height: 900 } });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${server.url}?state=${state}&theme=dark`);
    await page.locator('.headline').waitFor();
  }

  afterEach(async () => {
    assert.deepEqual(complaints, []);
    await page.close();
  });

  const posted = async (): Promise<ViewMessage[]> => page.evaluate<ViewMessage[]>('posted');
  const send = async (message: HostMessage): Promise<void> => {
    await page.evaluate(`postMessage(${JSON.stringify(message)}, '*')`);
  };
  const untilHeadline = async (start: string): Promise<void> => {
    await page.locator('h1', { hasText: start }).waitFor();
  };
  const headline = async (): Promise<string> => (await page.locator('h1').innerText()).replaceAll('\u00a0', ' ');

  it('says when it is ready, once', async () => {
    await open('passed');
    assert.deepEqual(await posted(), [{ type: 'ready' }]);
  });

  it('shows what a scenario would do before its first run, and runs it', async () => {
    await open('empty');
    assert.equal(await headline(), 'Not run yet');
    assert.match(
      await page.locator('.lead').innerText(),
      /It will send real requests to https:\/\/proxy\.example\.test for 1:00 with up to 100\sVUs\./,
    );
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    assert.deepEqual((await posted()).at(-1), { type: 'run' });
  });

  it('leads from a requirement to its line', async () => {
    await open('passed');
    await page.getByRole('button', { name: 'http_req_failed: rate < 1%' }).click();
    assert.deepEqual((await posted()).at(-1), { type: 'reveal', line: 37 });
  });

  it('leads from a finding to what the documentation says of its rule', async () => {
    await open('failed-401');
    await page.getByRole('button', { name: 'How this is found: failures-alike' }).click();
    assert.deepEqual((await posted()).at(-1), { type: 'explain', rule: 'failures-alike' });
  });

  it('has a curve of latency by percentile, and the same figures as a table', async () => {
    await open('passed');
    await page.getByRole('button', { name: /^Latency distribution/ }).click();
    await page.locator('.percentiles .curve').waitFor();
    await page.getByRole('button', { name: 'Latency by percentile as a table' }).click();
    const rows = await page.locator('.percentiles tbody th').allInnerTexts();
    assert.deepEqual(
      rows.map((text) => text.replace('\u00a0', ' ')),
      ['0 %', '50 %', '75 %', '90 %', '95 %', '99 %', '99.9 %', '99.99 %', '99.999 %', '100 %'],
    );
  });

  it('grows with a live run and touches neither scroll, nor focus, nor what is unfolded', async () => {
    await open('running');
    assert.match(await headline(), /^Running 0:15 of 1:00 – stage sustained, 100 VUs$/);
    const twistie = page.locator('.endpoints .twistie').first();
    await twistie.click();
    const before = await twistie.boundingBox();
    const all = STATES.interrupted();
    const known = STATES.running().length;
    await send({ type: 'events', events: all.slice(known) });
    await untilHeadline('Running 0:33');
    assert.equal(await twistie.getAttribute('aria-expanded'), 'true');
    assert.equal(await page.evaluate('document.activeElement.className'), 'twistie');
    const after = await twistie.boundingBox();
    assert.ok(before && after && Math.abs(after.y - before.y) < 2, 'what one reads stays where it is');
    await page.getByRole('button', { name: /^Stop the run/ }).click();
    assert.deepEqual((await posted()).at(-1), { type: 'stop' });
  });

  it('pauses a running test and changes its load', async () => {
    await open('changed');
    const load = page.getByRole('spinbutton', { name: 'Load in percent of the plan' });
    assert.equal(await load.inputValue(), '120\u00a0%');
    await page.getByRole('button', { name: /^More load/ }).click();
    await page.getByRole('button', { name: /^More load/ }).click();
    assert.equal(await load.inputValue(), '140\u00a0%');
    await load.fill('75');
    await load.press('Enter');
    await page.getByRole('button', { name: /^Pause/ }).click();
    assert.deepEqual((await posted()).slice(1), [
      { type: 'change-load', level: { factor: 1.3 } },
      { type: 'change-load', level: { factor: 1.4 } },
      { type: 'change-load', level: { factor: 0.75 } },
      { type: 'change-load', level: { paused: true } },
    ]);
    await send({ type: 'events', events: [{ type: 'load-change', atMs: 47_100, paused: true, factor: 0.75 }] });
    await untilHeadline('Paused at 0:47');
    await page.getByRole('button', { name: /^Resume/ }).waitFor();
  });

  it('marks the times of another load, and shows the reader that one alone', async () => {
    await open('changed');
    await page.getByRole('button', { name: /^Load paused, 0:26–0:32/ }).click();
    assert.equal(await page.locator('#endpoints .nothing').innerText(), 'No request was made in this window.');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#endpoints .chip').count(), 0);
  });

  it('does not offer to change the load of a run that was started elsewhere', async () => {
    await open('changed');
    await send({ type: 'snapshot', events: STATES.changed(), state: 'live' });
    await page.getByRole('button', { name: /^Pause/ }).waitFor({ state: 'hidden' });
    assert.equal(await page.getByRole('spinbutton').count(), 0);
  });

  it('says that a run was interrupted when its host says so', async () => {
    await open('running');
    await send({ type: 'state', state: 'interrupted' });
    await untilHeadline('Interrupted');
    assert.match(await headline(), /^Interrupted at 0:15 of 1:00/);
    assert.equal(await page.getByRole('button', { name: /^Stop the run/ }).isVisible(), false);
    assert.equal(await page.getByRole('button', { name: 'Run again' }).isVisible(), true);
  });

  it('tells its host which sections are open', async () => {
    await open('passed');
    await page.getByRole('button', { name: /^Charts/ }).click();
    assert.deepEqual((await posted()).at(-1), { type: 'ui', state: { open: { charts: false } } });
  });

  it('speaks the verdict, and while it runs the stage but not each second', async () => {
    await open('running');
    const status = page.locator('[role="status"]');
    assert.equal(await status.textContent(), 'Running, stage sustained');
  });
});
