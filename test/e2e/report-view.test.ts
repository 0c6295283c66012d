import { strict as assert } from 'node:assert';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { renderHtmlReport } from '../../src/report/html.ts';
import type { RunEvent, Sample } from '../../src/run/events.ts';
import { parseJournal } from '../../src/run/journal.ts';
import { launchChromium } from '../support/chromium.ts';
import { STATES } from '../support/run-fixture.ts';

const RECORDED = join(import.meta.dirname, '../report/recorded');
const DIST = join(import.meta.dirname, '../../dist/webview');

/** What a reader sees, on one line, with plain spaces. */
async function text(locator: Locator): Promise<string> {
  return (await locator.innerText()).replaceAll(/\s+/g, ' ').trim();
}

async function texts(locator: Locator): Promise<string[]> {
  return (await locator.allInnerTexts()).map((one) => one.replaceAll(/\s+/g, ' ').trim());
}

describe('HTML report in a browser', function () {
  this.timeout(60_000);
  let browser: Browser;
  let context: BrowserContext;
  let folder: string;
  /** Whatever a reader should never meet: errors, violations of the policy, requests beyond the file. */
  let complaints: string[] = [];

  before(async () => {
    assert.ok(existsSync(join(DIST, 'results.js')), 'The bundle is missing: run `npm run build` first.');
    folder = mkdtempSync(join(tmpdir(), 'rampwright-report-'));
    browser = await launchChromium();
    context = await browser.newContext({ viewport: { width: 900, height: 1000 }, locale: 'en-GB', timezoneId: 'UTC' });
    await context.addInitScript(
      "addEventListener('securitypolicyviolation', (event) => console.error('policy', event.violatedDirective, event.blockedURI))",
    );
  });

  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(() => {
    complaints = [];
  });

  afterEach(() => assert.deepEqual(complaints, []));

  async function open(events: readonly RunEvent[], width = 900): Promise<Page> {
    const file = join(folder, 'report.html');
    const assets = {
      script: readFileSync(join(DIST, 'results.js'), 'utf8'),
      style: readFileSync(join(DIST, 'results.css'), 'utf8'),
      font: readFileSync(join(DIST, 'codicon.ttf')),
    };
    writeFileSync(file, renderHtmlReport(events, assets));
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 1000 });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) complaints.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
    await page.locator('.lane canvas').first().waitFor();
    return page;
  }

  it('says of a passed run that it passed, and shows every figure', async () => {
    const page = await open(STATES.passed());
    assert.equal(await text(page.getByRole('heading', { level: 1 })), 'Passed: all 6 requirements');
    assert.equal(await text(page.locator('#requirements .sec-summary')), '6 passed');
    assert.equal(await text(page.locator('#errors .nothing')), 'No request failed.');
    assert.deepEqual(await texts(page.locator('.endpoints tbody th')), [
      'GET /health',
      'GET /auth/me',
      'GET /usage',
      'GET /usage/summary',
      'GET /billing/subscription',
      'GET /billing/invoices',
      'All requests',
    ]);
    await page.close();
  });

  it('tells the 401 story down to one failing exchange', async () => {
    const page = await open(STATES['failed-401']());
    assert.equal(await text(page.getByRole('heading', { level: 1 })), 'Failed: 1 of 7 requirements, 1 without data');
    const rows = await texts(page.locator('.requirements tbody tr'));
    assert.equal(rows[0], 'fail http_req_failed: rate < 1% all requests < 1 % 80.4 % 80.4 × the limit');
    assert.equal(rows[1], 'no data proxy_latency: p(95) < 500ms inconclusive never recorded < 500 ms no samples');
    assert.match(rows[5] ?? '', /^pass auth_latency: p\(95\) < 300ms failed requests only GET \/auth\/me/);
    assert.match(
      (await texts(page.locator('.findings li')))[0] ?? '',
      /^All 2,825 failures are 401 Unauthorized, on exactly the five endpoints that send \$\{setup\.token\}\./,
    );

    await page.getByRole('button', { name: 'Show a failing exchange' }).click();
    const exchange = page.locator('.exchange');
    assert.match(
      await text(exchange.locator('pre').first()),
      /^GET https:\/\/proxy\.example\.test\/\S+ accept: \*\/\* authorization: Bearer •••$/,
    );
    assert.match(
      await text(exchange.locator('pre').last()),
      /^401 Unauthorized content-type: application\/json .*does not<\/b> match/,
    );
    assert.equal(await exchange.locator('b').count(), 0);
    assert.equal(await page.evaluate("document.activeElement.getAttribute('aria-expanded')"), 'true');
    await page.close();
  });

  it('sets what a server or a scenario wrote as text only', async () => {
    const markup = '<img src=x onerror="document.title=\'hacked\'"></script><script>document.title="hacked"</script>';
    const events = STATES['failed-401']().map((event): RunEvent => {
      if (event.type === 'series' && event.tags['name'] !== undefined) {
        return { ...event, tags: { ...event.tags, name: `${event.tags['name']}${markup}` } };
      }
      return event.type === 'sample' ? hostile(event, markup) : event;
    });
    const page = await open(events);
    await page.locator('.errors .twistie').first().click();
    assert.ok((await text(page.locator('.exchange'))).includes('<img src=x'));
    assert.equal(await page.locator('img').count(), 0);
    assert.notEqual(await page.title(), 'hacked');
    await page.close();
  });

  it('has each chart as a table with the same figures', async () => {
    const page = await open(STATES['failed-401']());
    for (const name of ['Load', 'Throughput', 'Errors', 'Latency', 'Generator']) {
      await page.getByRole('button', { name: `${name} as a table` }).click();
    }
    const head = async (lane: string): Promise<string[]> => texts(page.locator(`.lane-${lane} .twin thead th`));
    assert.deepEqual(await head('load'), ['Time', 'active VUs', 'planned']);
    assert.deepEqual(await head('throughput'), ['Time', 'all', 'failed']);
    assert.deepEqual(await head('errors'), ['Time', '401']);
    assert.deepEqual(await head('latency'), ['Time', 'p50', 'p95', 'p99']);
    const load = await texts(page.locator('.lane-load .twin tbody tr'));
    assert.equal(load.length, 30);
    assert.equal(load[10], '0:20–0:22 100 100');
    assert.match(
      (await texts(page.locator('.lane-throughput .twin tbody tr')))[10] ?? '',
      /^0:20–0:22 \d+\.\d req\/s \d+\.\d req\/s$/,
    );
    await page.close();
  });

  it('lets tables follow a selected stage and leaves the verdicts alone', async () => {
    const page = await open(STATES.tolerated());
    const verdicts = await text(page.locator('.requirements'));
    const total = page.locator('.endpoints tr.total');
    assert.match(await text(total), /^All requests 3,515 /);
    await page.getByRole('button', { name: 'sustained' }).first().click();
    assert.match(await text(total), /^All requests 3,012 /);
    assert.equal(await text(page.locator('#endpoints .chip')), 'window 0:10–0:55');
    assert.equal(await text(page.locator('.requirements')), verdicts);
    assert.equal(await page.locator('#requirements .chip').count(), 0);
    await page.keyboard.press('Escape');
    assert.match(await text(total), /^All requests 3,515 /);
    await page.close();
  });

  it('has requests by the tags of the scenario, one of them at a time, in a window, too', async () => {
    const page = await open(STATES.tagged());
    const heads = (): Promise<string[]> => texts(page.locator('.tags:visible tbody th'));
    assert.equal(await text(page.locator('#tags .sec-summary')), 'plan, region, kind of call');
    assert.deepEqual(await heads(), ['enterprise', 'free', 'team', 'without plan']);
    await page.getByRole('button', { name: 'Requests by plan' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.deepEqual(await heads(), ['ap-1', 'eu-2', 'eu-10', 'us-1']);
    const chosen = page.getByRole('group', { name: 'Tag to group requests by' }).locator('[aria-pressed="true"]');
    assert.deepEqual(await texts(chosen), ['region']);
    const requests = async (): Promise<number> => {
      const counts = await texts(page.locator('.tags:visible tbody td:nth-child(2)'));
      return counts.reduce((sum, one) => sum + Number(one.replace(',', '')), 0);
    };
    const all = await requests();
    assert.equal(all, Number((await text(page.locator('.endpoints .total td').first())).replace(',', '')));
    await page.locator('.strip .stage').nth(1).click();
    assert.ok((await requests()) < all);
    await page.close();
    const many = await open(STATES['tagged-many']());
    assert.equal(await text(many.locator('#tags .sec-summary')), 'user: 100 values and others');
    assert.equal(await many.getByRole('group', { name: 'Tag to group requests by' }).isVisible(), false);
    assert.deepEqual((await texts(many.locator('.tags:visible tbody th'))).slice(98), [
      'user-98',
      'user-99',
      '(other)',
    ]);
    await many.close();
    const without = await open(STATES.several());
    assert.equal(await without.locator('#tags').isVisible(), false);
    await without.close();
  });

  it('keeps the raw failure rate and the one without what is tolerated apart', async () => {
    const page = await open(STATES.tolerated());
    const cells = await texts(page.locator('.endpoints tbody tr', { hasText: '/auth/me' }).locator('td'));
    assert.deepEqual([cells[2], cells[3]], ['6.68 %', '0 %']);
    assert.ok((await texts(page.locator('.errors .outcome'))).includes('401 Unauthorized, tolerated'));
    await page.close();
  });

  it('shows a run without an end as interrupted, with all that it measured', async () => {
    const page = await open(STATES.interrupted());
    assert.equal(
      await text(page.getByRole('heading', { level: 1 })),
      'Interrupted at 0:33 of 1:00 – 2 of 6 requirements already failed',
    );
    assert.equal(await text(page.locator('#requirements .sec-summary')), '2 failing · 4 passing');
    await page.close();
  });

  it('shows what setup failed at where no load was made', async () => {
    const page = await open(STATES['setup-failed']());
    assert.equal(await text(page.locator('#endpoints .nothing')), 'No request was made.');
    await page.getByRole('button', { name: 'Show the failing exchange' }).click();
    assert.match(await text(page.locator('.exchange')), /POST https:\/\/proxy\.example\.test\/auth\/login/);
    await page.close();
  });

  it('has one row for what failed in setup, also where its requests are counted', async () => {
    const journal = gunzipSync(readFileSync(join(RECORDED, 'setup-failed.run.jsonl.gz')));
    const page = await open(parseJournal(journal.toString()).events);
    await page.getByRole('button', { name: 'Show the failing exchange' }).click();
    const rows = await texts(page.locator('.errors tbody tr:has(.outcome)'));
    assert.equal(rows.length, 1);
    assert.match(rows[0] ?? '', /^POST \/login 401 Unauthorized, in setup 1 100 %/);
    assert.match(await text(page.locator('.exchange')), /POST http:\S+\/login/);
    await page.close();
  });

  it('lists every exchange of a run that kept them all', async () => {
    const page = await open(STATES.once());
    assert.match(await text(page.locator('#exchanges .sec-summary')), /^\d+ exchanges · \d failed$/);
    const rows = await texts(page.locator('.exchanges tbody tr'));
    assert.ok(rows.some((row) => /^GET \/health 200 OK \d+\.\d ms$/.test(row)));
    assert.ok(rows.some((row) => /^GET \/usage 404 Not Found \d\.\d\d ms$/.test(row)));
    await page.locator('.exchanges .twistie').first().click();
    assert.match(await text(page.locator('.exchange')), /^As expected at 0:00, VU 3 Request GET https:/);
    await page.close();
  });

  it('sorts by a column, and back', async () => {
    const page = await open(STATES.passed());
    const names = (): Promise<string[]> => texts(page.locator('.endpoints tbody th'));
    const before = await names();
    const requests = page.locator('.endpoints').getByRole('button', { name: 'Requests' });
    await requests.click();
    const sorted = await names();
    assert.equal(sorted[0], 'GET /auth/me');
    assert.equal(sorted.at(-1), 'All requests');
    assert.equal(await page.locator('.endpoints th[aria-sort="descending"]').count(), 1);
    await requests.click();
    await requests.click();
    assert.deepEqual(await names(), before);
    await page.close();
  });

  it('can be read by keyboard: the charts move a cursor, speak, and select a window', async () => {
    const page = await open(STATES.passed());
    await page.locator('.lanes').focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
    assert.match(await text(page.locator('#charts .sec-summary')), /^0:\d\d–0:\d\d · (ramp up|sustained)$/);
    assert.match(
      (await page.locator('#charts [aria-live]').textContent()) ?? '',
      /^0:\d\d: Load active VUs \d+, planned \d+; Throughput all/,
    );
    for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Enter');
    assert.match(await text(page.locator('#charts .chip')), /^window 0:\d\d–0:\d\d$/);
    await page.close();
  });

  it('never scrolls sideways', async () => {
    for (const width of [400, 520, 800, 1400]) {
      const page = await open(STATES.tolerated(), width);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      assert.equal(overflow, 0, `at ${width} px`);
      await page.close();
    }
  });
});

function hostile(sample: Sample, markup: string): Sample {
  const { response } = sample;
  return {
    ...sample,
    name: `${sample.name}${markup}`,
    message: markup,
    request: { ...sample.request, body: markup, headers: [['x-markup', markup]] },
    response: response && { ...response, body: markup, headers: [['x-markup', markup]] },
  };
}
