/** Runs in VS Code's extension host: what a keystroke in a scenario of 500 lines costs, and a click on Run. Writes figures, judges nothing. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Rampwright } from '../../src/extension/desktop.ts';
import type { RampwrightExtension } from '../../src/extension/extension.ts';
import { largeScenario } from './large-scenario.ts';

/** Places where people type, found by the text before them, with what is typed there. */
const PLACES: readonly (readonly [what: string, before: string, typed: string])[] = [
  ['a key of a request', '            price: json.price', '\n          ex'],
  ['a key of a scenario', 'executor: ramping-vus', '\n    gr'],
  ['an executor', 'executor: ', ''],
  ['a name in an expression', '- get: /items/${itemId}', '/${'],
  ['a variable', 'currency: "${vars.', ''],
  ['a capture', 'cartId: json.id', '.'],
  ['a flow', '- use: ', ''],
  ['a status', 'status: [200, ', ''],
  ['a header', 'user-agent: rampwright', '\n    con'],
  ['a metric', 'checks: rate > 99%', '\n  http_'],
  ['a tag value', 'http_req_duration{name:', ''],
  ['a condition', 'checks: ', ''],
];
const ROUNDS = 20;
/** The way through the editor and back is measured less often: it is the editor's own time for the most part. */
const ROUNDS_THROUGH_EDITOR = 4;
const WARM_UP = 2;
const CLICKS = 8;

/** Milliseconds. */
interface Times {
  readonly wall: number;
  /** Of the extension host's process: what counts where the machine does other things as well. */
  readonly cpu: number;
}

interface Figures {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly cpuP95: number;
  readonly count: number;
}

export async function run(): Promise<void> {
  const file = process.env['RAMPWRIGHT_BENCH_REPORT'];
  if (file === undefined) throw new Error('RAMPWRIGHT_BENCH_REPORT names no file.');
  const found = vscode.extensions.getExtension<RampwrightExtension>('rampwright.rampwright');
  if (!found) throw new Error('The extension is not loaded.');
  const start = performance.now();
  const extension = await found.activate();
  const activationMs = performance.now() - start;

  const uri = vscode.Uri.file(join(tmpdir(), `large-${process.pid}.load.yaml`));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(largeScenario()));
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const parts = await extension.loaded();
    const measured = await measure(document, parts);
    const clicks = await measureClicks(parts);
    writeFileSync(
      file,
      JSON.stringify(
        { lines: document.lineCount - 1, vscode: vscode.version, activationMs, clicks, ...measured },
        null,
        2,
      ),
    );
  } finally {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri);
  }
}

async function measure(document: vscode.TextDocument, { scenarios, help }: Rampwright) {
  const completion: Times[] = [];
  const validation: Times[] = [];
  const hover: Times[] = [];
  const throughEditor: Times[] = [];
  const byPlace: Record<string, Times[]> = {};
  const { problems } = scenarios.check(document);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  let offered = 0;
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    for (const [what, before, typed] of PLACES) {
      const at = document.positionAt(document.getText().indexOf(before) + before.length);
      await typeAt(document, at, typed === '' ? ' ' : typed);
      const cursor = typed === '' ? at : document.positionAt(document.offsetAt(at) + typed.length);
      // In the order of a keystroke: proposals from what was known before it, then the check, then the mouse.
      const proposing = timed(() => {
        offered += help.provideCompletionItems(document, cursor).length;
      });
      const checking = timed(() => scenarios.check(document));
      const hovering = timed(() => help.provideHover(document, cursor.translate(0, -Math.min(1, cursor.character))));
      let through: Times | null = null;
      if (round >= WARM_UP && round < WARM_UP + ROUNDS_THROUGH_EDITOR) {
        const begun = now();
        await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, cursor);
        through = since(begun);
      }
      await removeAgain(document, at, typed === '' ? ' ' : typed);
      if (round < WARM_UP) continue;
      completion.push(proposing);
      validation.push(checking);
      hover.push(hovering);
      if (through) throughEditor.push(through);
      (byPlace[what] ??= []).push(proposing);
    }
  }
  return {
    errors,
    offered,
    capabilities: {
      completion: figuresOf(completion),
      'validation after a keystroke': figuresOf(validation),
      hover: figuresOf(hover),
      'completion through the editor': figuresOf(throughEditor),
    },
    completionByPlace: Object.fromEntries(Object.entries(byPlace).map(([what, times]) => [what, figuresOf(times)])),
  };
}

/** From the command that the lens and the gutter call to the first request at a server: ms. The results view opens meanwhile, as it does for a person. */
async function measureClicks({ runs }: Rampwright): Promise<Figures> {
  let requested: (atMs: number) => void = () => undefined;
  const server = createServer((_request, response) => {
    requested(performance.now());
    response.end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('The measurement needs a workspace folder.');
  const uri = vscode.Uri.joinPath(folder, 'click.load.yaml');
  const text = `baseUrl: http://127.0.0.1:${port}\nvus: 1\niterations: 1\nsteps:\n  - get: /\nthresholds:\n  http_req_failed: rate < 1%\n`;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  const times: Times[] = [];
  for (let click = 0; click < CLICKS + WARM_UP; click++) {
    const first = new Promise<number>((resolve) => (requested = resolve));
    const begun = now();
    await vscode.commands.executeCommand('rampwright.run', uri);
    const wall = (await first) - begun.wall;
    await runs.running(uri)?.finished;
    if (click >= WARM_UP) times.push({ wall, cpu: since(begun).cpu });
  }
  server.close();
  server.closeAllConnections();
  return figuresOf(times);
}

async function typeAt(document: vscode.TextDocument, at: vscode.Position, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, at, text);
  await vscode.workspace.applyEdit(edit);
}

async function removeAgain(document: vscode.TextDocument, at: vscode.Position, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.delete(document.uri, new vscode.Range(at, document.positionAt(document.offsetAt(at) + text.length)));
  await vscode.workspace.applyEdit(edit);
}

function timed(work: () => unknown): Times {
  const begun = now();
  work();
  return since(begun);
}

function now(): Times {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now(), cpu: (user + system) / 1000 };
}

function since(begun: Times): Times {
  const { wall, cpu } = now();
  return { wall: wall - begun.wall, cpu: cpu - begun.cpu };
}

function figuresOf(times: readonly Times[]): Figures {
  const wall = times.map((time) => time.wall).sort((a, b) => a - b);
  const cpu = times.map((time) => time.cpu).sort((a, b) => a - b);
  return {
    p50: rank(wall, 0.5),
    p95: rank(wall, 0.95),
    max: rank(wall, 1),
    cpuP95: rank(cpu, 0.95),
    count: wall.length,
  };
}

/** Nearest rank, as everywhere here. */
function rank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
