/** Measures the results view with the run of an hour in a real browser; started by bench/view.mjs. */
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../../test/support/chromium.ts';
import { hourFixture } from '../../test/support/hour-fixture.ts';
import { servePanel } from '../../test/support/panel-server.ts';

const [width = 900, seconds = 3600] = process.argv.slice(2).map(Number);
const ACTION_MS = 4000;
const UPDATES = 20;

const server = await servePanel(join(import.meta.dirname, '../..'));
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(`${server.url}?state=empty&theme=dark`);
  await page.locator('.headline').waitFor();
  const empty = await megabytes(session);

  // The last intervals come later, as they would from a run that goes on.
  const events = hourFixture({ seconds }, false);
  const rest = events.splice(events.findLastIndex(({ type }) => type === 'interval') - UPDATES + 1);
  await hand(page, JSON.stringify(events));
  const openMs = await page.evaluate<number>(`(async () => {
    const from = performance.now();
    const drawn = new Promise((resolve) => addEventListener('message', () => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    postMessage({ type: 'snapshot', events: globalThis.handed, state: 'live', canChange: true }, '*');
    globalThis.handed = null;
    await drawn;
    return performance.now() - from;
  })()`);
  const requests = (await page.locator('.endpoints tr.total td').first().innerText()).trim();
  console.log(`${events.length.toLocaleString('en-US')} events, ${requests} requests, view of ${width} px`);
  console.log(`open             ${openMs.toFixed(0)} ms`);
  console.log(`memory           ${((await megabytes(session)) - empty).toFixed(0)} MB (JavaScript, arrays included)`);

  report('scroll', await frames(page, scroll));
  report('cursor', await frames(page, moveCursor));
  const updateMs = await taskMs(session, UPDATES, async (index) => {
    await page.evaluate(`postMessage({ type: 'events', events: ${JSON.stringify([rest[index]])} }, '*')`);
    await nextFrame(page);
  });
  console.log(`live update      ${updateMs.toFixed(1)} ms of work each`);
  const windowMs = await taskMs(session, 6, async (index) => {
    await page.evaluate(`document.querySelectorAll('.strip:not(.spans) .stage')[${index % 3}].click()`);
    await nextFrame(page);
  });
  console.log(`select a window  ${windowMs.toFixed(0)} ms of work each`);
  console.log(`memory           ${((await megabytes(session)) - empty).toFixed(0)} MB afterwards`);
} finally {
  await browser.close();
  await server.close();
}

/** In pieces: a whole run is more than one message of the browser's protocol takes gladly. */
async function hand(page: Page, text: string): Promise<void> {
  await page.evaluate('globalThis.parts = []');
  for (let at = 0; at < text.length; at += 4_000_000) {
    await page.evaluate(`globalThis.parts.push(${JSON.stringify(text.slice(at, at + 4_000_000))})`);
  }
  await page.evaluate(`globalThis.handed = JSON.parse(globalThis.parts.join('')); globalThis.parts = null`);
}

async function megabytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const usage: Readonly<Record<string, number>> = { ...(await session.send('Runtime.getHeapUsage')) };
  return ((usage['usedSize'] ?? 0) + (usage['backingStorageSize'] ?? 0)) / 1e6;
}

async function nextFrame(page: Page): Promise<void> {
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
}

/** Main-thread work of each of some actions. */
async function taskMs(session: CDPSession, times: number, act: (index: number) => Promise<void>): Promise<number> {
  const work = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  const before = await work();
  for (let index = 0; index < times; index++) await act(index);
  return (((await work()) - before) * 1000) / times;
}

/** Times between frames while something is done. */
async function frames(page: Page, act: (page: Page, untilMs: number) => Promise<void>): Promise<number[]> {
  await page.evaluate(`globalThis.frameTimes = [];
    (function frame(times, at) {
      times.push(at);
      if (times === globalThis.frameTimes) requestAnimationFrame((next) => frame(times, next));
    })(globalThis.frameTimes, performance.now());`);
  await act(page, Date.now() + ACTION_MS);
  const times = await page.evaluate<number[]>(
    '(() => { const all = frameTimes; globalThis.frameTimes = null; return all; })()',
  );
  return times.slice(1).map((at, index) => at - (times[index] ?? at));
}

async function scroll(page: Page, untilMs: number): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    let down = 14;
    (function step() {
      const at = scrollY;
      scrollBy(0, down);
      if (scrollY === at) down = -down;
      if (Date.now() < ${untilMs}) requestAnimationFrame(step); else resolve();
    })();
  })`);
  await page.evaluate('scrollTo(0, 0)');
}

async function moveCursor(page: Page, untilMs: number): Promise<void> {
  const box = await page.locator('.lane-latency .u-over').boundingBox();
  if (!box) return;
  await page.mouse.wheel(0, box.y - 300);
  await nextFrame(page);
  const now = (await page.locator('.lane-latency .u-over').boundingBox()) ?? box;
  for (let x = 0; Date.now() < untilMs; x = (x + 3) % now.width) await page.mouse.move(now.x + x, now.y + 40);
}

function report(name: string, between: readonly number[]): void {
  const sorted = [...between].sort((a, b) => a - b);
  const perSecond = (1000 * between.length) / between.reduce((sum, ms) => sum + ms, 0);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
  const late = between.filter((ms) => ms > 25).length;
  console.log(
    `${name.padEnd(16)} ${perSecond.toFixed(1)} frames/s, p95 ${p95.toFixed(1)} ms, worst ${(sorted.at(-1) ?? NaN).toFixed(1)} ms, ${late} of ${between.length} late`,
  );
}
