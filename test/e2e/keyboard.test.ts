/** From an empty folder to the line of a failure and to what changed since the run before, without a mouse. */
import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { closeBrowser, openExamples, type Workbench } from './workbench.ts';

/** More presses of Tab than a view has controls. */
const MANY = 90;

/** Told by the page itself: on a busy machine, whoever looks now and then can miss a run of three seconds. */
const LENS_OF_STOP = `new Promise((resolve) => {
  const observer = new MutationObserver(() => {
    if (![...document.querySelectorAll('.codelens-decoration a')].some(({ textContent }) => textContent.includes('Stop'))) return;
    observer.disconnect();
    resolve();
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
})`;

describe('with the keyboard alone', function () {
  this.timeout(240_000);
  // Each goes on where the one before it has come to.
  this.bail(true);
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    workbench = await openExamples({ empty: true, theme: 'light', settings: { 'rampwright.run.scaleTo': '3s' } });
    ({ page } = workbench);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot('keyboard-failed');
  });
  after(async () => {
    await workbench.close();
    await closeBrowser();
  });

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const step = (text: string): Promise<void> => page.locator('.quick-input-widget', { hasText: text }).waitFor();
  const line = (text: string | RegExp): Promise<void> =>
    page.locator('.view-line', { hasText: text }).first().waitFor();

  /** Of a command that asks more: the quick input stays open. */
  async function begin(title: string): Promise<void> {
    await press('F1');
    await page.locator('.quick-input-widget input').first().waitFor();
    await page.keyboard.type(title);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
    await press('Enter');
  }

  async function run(): Promise<void> {
    const stop = page.evaluate(LENS_OF_STOP);
    await press('Control+F5');
    await stop;
    // Not the verdict of the run before, which may stand there still.
    await workbench.lens('Stop').waitFor({ state: 'hidden', timeout: 60_000 });
    await workbench.lens('Failed').waitFor();
  }

  async function results(): Promise<Frame> {
    await workbench.command('Rampwright: Show Results');
    const view = await workbench.webview('.headline');
    await view.waitForFunction('document.hasFocus()');
    return view;
  }

  it('a new scenario is written, and mended with a quick fix', async () => {
    await begin('Rampwright: New Scenario…');
    await step('New Scenario (1/3)');
    await page.keyboard.type('Baseline');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Baseline' }).waitFor();
    await press('Enter');
    await step('New Scenario (2/3)');
    await press('Control+A');
    await page.keyboard.type(workbench.target.url);
    await press('Enter');
    await step('New Scenario (3/3)');
    await press('Enter');
    await page.locator('.snippet-placeholder').first().waitFor();
    // Its name, its service, the path of its request.
    await press('Tab', 'Tab');
    await page.keyboard.type('/nowhere');
    // Out of what is proposed, and out of the template. Its last line loses a letter.
    await press('Escape', 'Escape', 'Control+End', 'ArrowUp', 'Home', 'Delete');
    await page.locator('.squiggly-error').first().waitFor();
    await press('Control+Home', 'F8');
    await page.locator('.marker-widget', { hasText: 'ttp_req_failed' }).waitFor();
    await press('Control+.');
    await page.locator('.action-widget', { hasText: 'http_req_failed' }).waitFor();
    await press('Enter');
    await line('http_req_failed: rate == 0%');
    await press('Escape');
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
  });

  it('Run is what the command palette proposes for its name', async () => {
    await press('F1');
    await page.locator('.quick-input-widget input').first().waitFor();
    await page.keyboard.type('Rampwright: Run');
    const proposed = page.locator('.quick-input-list .monaco-list-row.focused .label-name');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Rampwright: Run Once' }).waitFor();
    assert.equal((await proposed.first().innerText()).replaceAll('\u00a0', ' '), 'Rampwright: Run');
    await workbench.screenshot('keyboard-palette');
    await press('Escape');
  });

  it('it is run, and the failing row opened, from where the focus comes back', async () => {
    await run();
    const view = await results();
    // Past the headline and what it says of why to the first section, and down to the endpoints.
    await tabTo(page, view, /^REQUIREMENTS/);
    await press('ArrowDown', 'ArrowDown');
    assert.match(await focused(view), /^ENDPOINTS/);
    await tabTo(page, view, 'Details of GET /nowhere');
    await press('ArrowRight', 'Tab');
    assert.equal(await focused(view), 'Go to line 6');
    await press('Escape');
    assert.equal(await focused(view), 'Details of GET /nowhere');
    assert.equal(await view.locator(':focus').getAttribute('aria-expanded'), 'false');
  });

  it('the exchange that was kept leads to the request’s line', async () => {
    const view = await results();
    await tabTo(page, view, 'Show a failing exchange', 'Shift+Tab');
    await press('Enter');
    assert.equal(await focused(view), 'Details of GET /nowhere: 404 Not Found');
    await tabTo(page, view, 'Response');
    assert.match(await view.locator(':focus').innerText(), /^404 Not Found/);
    await workbench.screenshot('keyboard-exchange');
    await tabTo(page, view, 'Go to the request, line 6', 'Shift+Tab');
    await press('Enter');
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await page.locator('.statusbar-item', { hasText: 'Ln 6' }).waitFor();
  });

  it('and compared with the run before it, which is picked already', async () => {
    await run();
    await begin('Rampwright: Compare Results…');
    await step('Compare with which run?');
    await page.locator('.quick-input-widget', { hasText: '1 Selected' }).waitFor();
    await press('Enter');
    const view = await workbench.webview('.compared-requirements');
    await view.waitForFunction('document.hasFocus()');
    await tabTo(page, view, /^RUNS/);
    await press('End');
    assert.match(await focused(view), /^\S/);
    await workbench.screenshot('keyboard-comparison');
  });

  it('what has the focus has a ring around it, and nothing over it', async () => {
    // From the comparison to the scenario, whose results these are.
    await workbench.open('baseline.load.yaml');
    const view = await results();
    for (const [key, from] of [
      ['Tab', 'at(0)'],
      ['Shift+Tab', 'at(-1)'],
    ] as const) {
      await view.evaluate(
        `[...document.querySelectorAll('button')].filter((one) => one.checkVisibility()).${from}.focus()`,
      );
      const names: string[] = [];
      for (let i = 0; i < MANY; i++) {
        await press(key);
        const seen = await view.evaluate<{ name: string; ring: string; covered: string } | null>(SEEN);
        if (!seen) break;
        names.push(seen.name);
        assert.notEqual(seen.name, '');
        assert.notEqual(seen.ring, 'none', `${seen.name} has no ring`);
        assert.equal(seen.covered, '', `${seen.name} is covered`);
      }
      assert.ok(
        names.length > 20 && names.length < MANY,
        `${key} passes ${names.length} controls: ${names.join(', ')}`,
      );
    }
  });
});

/** What hears of the focus, in words. */
const NAME = `(document.activeElement?.getAttribute('aria-label') || document.activeElement?.innerText || document.activeElement?.title || '')`;

const SEEN = `(() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body || !document.hasFocus()) return null;
  const { left, top, width, height } = focused.getBoundingClientRect();
  const at = document.elementFromPoint(left + Math.min(width / 2, innerWidth), top + Math.min(height, 20) / 2);
  const free = height > innerHeight / 2 || (at !== null && (focused.contains(at) || at.contains(focused)));
  return { name: ${NAME}, ring: getComputedStyle(focused).outlineStyle, covered: free ? '' : at?.className || 'outside' };
})()`;

const focused = (view: Frame): Promise<string> => view.evaluate<string>(NAME);

async function tabTo(page: Page, view: Frame, name: string | RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < MANY; i++) {
    const at = await focused(view);
    if (typeof name === 'string' ? at === name : name.test(at)) return;
    passed.push(at);
    await page.keyboard.press(key);
  }
  assert.fail(`${key} does not lead to ${String(name)}, but to ${passed.join(', ')}`);
}
