#!/usr/bin/env node
/**
 * `npm run bench:authoring`: how long completion, validation and hover take on a scenario of 500 lines, inside a real extension
 * host, and how soon a click on Run is a request. Prints a table and writes test-results/bench-authoring.json. Says what was measured; it never fails for being slow.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { build, ensureToolchain, ROOT } from '../../scripts/toolchain.mjs';

const LIMIT_MS = 300_000;
/** Median in ms that the project promises. */
const PROMISED_CLICK = 400;
/** p95 in ms that the project promises. */
const PROMISED = { completion: 15, 'validation after a keystroke': 25, hover: 10 };

const node = await ensureToolchain();
await build(node);
const [esbuild, { nodeOptions }, { launchBrowser, openWorkbench }, { startVSCode }] = await Promise.all([
  import('esbuild'),
  import('../../esbuild.js'),
  import('../../scripts/vscode/browser.mjs'),
  import('../../scripts/vscode/server.mjs'),
]);
await esbuild.build({
  ...nodeOptions(),
  entryPoints: ['bench/authoring/measure.ts'],
  outfile: 'out/bench/authoring.cjs',
});
mkdirSync(join(ROOT, 'test-results'), { recursive: true });
const report = join(ROOT, 'test-results', 'bench-authoring.json');
rmSync(report, { force: true });

const folder = mkdtempSync(join(tmpdir(), 'rampwright-bench-'));
const server = await startVSCode({ env: { RAMPWRIGHT_BENCH_REPORT: report } });
const browser = await launchBrowser();
/** @type {string[]} */
const latest = [];
let timer;
const onLog = (/** @type {string} */ kind, /** @type {unknown[]} */ values) => {
  latest.push(`[${kind}] ${format(...values)}`);
  if (latest.length > 30) latest.shift();
};
try {
  await new Promise((resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`It was not over after ${LIMIT_MS} ms. The end of the log:\n${latest.join('\n')}`)),
      LIMIT_MS,
    );
    const extensionTestsPath = join(ROOT, 'bench', 'authoring', 'index.mjs');
    const target = { folder, extensionDevelopmentPath: ROOT, extensionTestsPath };
    openWorkbench(browser, server, target, { onLog, onExit: resolve }).catch(reject);
  });
} finally {
  clearTimeout(timer);
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

if (!existsSync(report)) throw new Error(`It wrote no report. The end of the log:\n${latest.join('\n')}`);
const { lines, vscode, errors, activationMs, clicks, capabilities, completionByPlace } = JSON.parse(
  readFileSync(report, 'utf8'),
);
console.log(
  `A scenario of ${lines} lines (${errors} errors) in VS Code ${vscode}; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}.`,
);
console.log(`Activation: ${activationMs.toFixed(1)} ms.\n`);
const row = (name, { p50, p95, max, cpuP95, count }, promised) =>
  console.log(
    `${name.padEnd(32)}${[p50, p95, max, cpuP95].map((ms) => ms.toFixed(2).padStart(9)).join('')}${String(count).padStart(7)}  ${promised ? `p95 < ${promised}: ${p95 < promised ? 'held' : 'NOT HELD'}` : ''}`,
  );
console.log(
  `${'ms'.padEnd(32)}${['p50', 'p95', 'max', 'CPU p95', 'n'].map((head, index) => head.padStart(index === 4 ? 7 : 9)).join('')}`,
);
for (const [name, figures] of Object.entries(capabilities)) row(name, figures, PROMISED[name]);
console.log();
row('Run to the first request', clicks);
console.log(`  median < ${PROMISED_CLICK}: ${clicks.p50 < PROMISED_CLICK ? 'held' : 'NOT HELD'}`);
console.log('\ncompletion of');
for (const [name, figures] of Object.entries(completionByPlace)) row(`  ${name}`, figures);
console.log(`\n${report}`);
