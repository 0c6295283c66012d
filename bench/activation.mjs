#!/usr/bin/env node
/**
 * `npm run bench:activation`: how long a window waits for the extension, as the editor would see it: loading dist/extension.js of a
 * production build and calling `activate`, in a process of its own each time, against an editor that does nothing. Ends with
 * status 1 where the median is over the budget.
 *
 *     node bench/activation.mjs [--runs N]
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { ensureToolchain, ROOT } from '../scripts/toolchain.mjs';

const BUDGET_MS = 60;

/** An editor without open documents. Whatever is called in it gives something that can be called again. */
const EDITOR = `
const nothing = new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : key === 'then' || key === Symbol.iterator ? undefined : nothing),
  apply: () => nothing,
  construct: () => nothing,
});
const workspace = new Proxy({ textDocuments: [] }, { get: (own, key) => own[key] ?? nothing });
const vscode = { workspace };
for (const name of ['commands', 'debug', 'languages', 'tests', 'window', 'Disposable', 'EventEmitter', 'Uri']) vscode[name] = nothing;
const Module = require('node:module');
const load = Module._load;
Module._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));
const start = performance.now();
const { activate } = require(process.argv[2]);
const loaded = performance.now();
const { begun } = activate({ subscriptions: [], secrets: nothing, workspaceState: nothing, extensionUri: nothing, extensionPath: '/' });
const active = performance.now();
const modules = Object.keys(require.cache).filter((file) => file !== __filename);
console.log(JSON.stringify({ load: loaded - start, activate: active - loaded, begun, modules: modules.length }));
`;

const { values } = parseArgs({ options: { runs: { type: 'string', default: '20' } } });
const node = await ensureToolchain();
// Not at the head: the toolchain may have installed it just now.
const [{ build }, { nodeBundles, nodeOptions }] = await Promise.all([import('esbuild'), import('../esbuild.js')]);
const folder = mkdtempSync(join(tmpdir(), 'rampwright-activation-'));
try {
  const { extension, desktop } = nodeBundles();
  await build({
    ...nodeOptions(),
    minify: true,
    sourcemap: false,
    entryPoints: { extension, desktop },
    outdir: folder,
  });
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  const editor = join(folder, 'editor.cjs');
  writeFileSync(editor, EDITOR);
  /** @type {{ load: number, activate: number, begun: boolean, modules: number }[]} */
  const runs = [];
  for (let i = 0; i < Number(values.runs); i++) {
    const { stdout } = await promisify(execFile)(node, [editor, join(folder, 'extension.js')], { cwd: ROOT });
    runs.push(JSON.parse(stdout));
  }
  const totals = runs.map((run) => run.load + run.activate).sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    totals[Math.min(totals.length - 1, Math.floor(totals.length * share))] ?? NaN;
  const kB = (/** @type {string} */ file) => `${(statSync(join(folder, file)).size / 1000).toFixed(0)} kB`;
  console.log(
    `Load and activate, ${totals.length} times: median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms (budget ${BUDGET_MS} ms).`,
  );
  console.log(`extension.js ${kB('extension.js')}; loaded when a scenario is opened: desktop.js ${kB('desktop.js')}.`);
  const early = runs.some((run) => run.begun || run.modules > 1);
  if (early) console.error('More than dist/extension.js was loaded although no scenario was open.');
  if (early || at(0.5) > BUDGET_MS) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
