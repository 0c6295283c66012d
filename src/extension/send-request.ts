import * as vscode from 'vscode';
import { startEngine, type EngineRun } from '../engine/client.ts';
import type { Sample } from '../run/events.ts';
import { createMask } from '../run/mask.ts';
import { RunModel } from '../run/model.ts';
import type { SentRequest } from '../report/exchange-document.ts';
import { errorsOf } from '../language/sendable-requests.ts';
import { stepLabel } from '../scenario/debug.ts';
import { sendPlan, type SendPlan } from '../scenario/send.ts';
import { sendableAt } from '../scenario/sendable-steps.ts';
import { allSteps, stepLists } from '../scenario/step-tree.ts';
import { fileNameOf } from './conversions.ts';
import type { ExchangeDocuments } from './exchange-documents.ts';
import { Command } from './names.ts';
import type { RunPreparation } from './run-preparation.ts';
import { refuse } from './runs.ts';
import { isScenario } from './scenarios.ts';

/** An answer that takes longer can be waited for no more. */
const PATIENCE_MS = 2_000;

/** Sends one request of a scenario, and shows what came of it beside the code. One at a time per file: the next one replaces it. */
export class SendRequest {
  readonly #engineEntry: string;
  readonly #preparation: RunPreparation;
  readonly #documents: ExchangeDocuments;
  readonly #sending = new Map<string, EngineRun>();

  constructor(engineEntry: string, preparation: RunPreparation, documents: ExchangeDocuments) {
    this.#engineEntry = engineEntry;
    this.#preparation = preparation;
    this.#documents = documents;
  }

  register(): vscode.Disposable {
    const on = (command: string, call: (...args: unknown[]) => Promise<void>): vscode.Disposable =>
      vscode.commands.registerCommand(command, call);
    return vscode.Disposable.from(
      on(Command.sendRequest, (uri, line) => this.#sendAt(uri, line)),
      new vscode.Disposable(() => this.#sending.forEach((engine) => engine.kill())),
    );
  }

  async #sendAt(uri: unknown, line: unknown): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const given = uri instanceof vscode.Uri && typeof line === 'number';
    if (!given && !(editor && isScenario(editor.document))) {
      void vscode.window.showInformationMessage('Open a scenario (*.load.yaml), and put the cursor on a request.');
      return;
    }
    const document = given ? await vscode.workspace.openTextDocument(uri) : editor?.document;
    if (document) await this.send(document, given ? line : (editor?.selection.active.line ?? 0));
  }

  /** Sends the request that a line (from 0) belongs to. Resolves when its answer is shown, or why there is none. */
  async send(document: vscode.TextDocument, line: number): Promise<void> {
    const file = fileNameOf(document.uri);
    let found: SendPlan | null = null;
    const request = await this.#preparation.prepareUnkept(document, {
      drafts: true,
      choose(plan, loaded) {
        const step = sendableAt(plan, loaded.document, line);
        found = step && sendPlan(plan, step.id);
        if (!found) return { problem: `Line ${line + 1} of ${file} is of no request. Put the cursor on one.` };
        const [error] = errorsOf(found, loaded);
        return error
          ? { problem: `${stepLabel(found.step)} can't be sent: line ${error.range.start.line + 1}: ${error.message}` }
          : found;
      },
    });
    if ('refused' in request) {
      if (request.refused !== '') void refuse(request.refused, request.remedy);
      return;
    }
    // TypeScript does not see that `choose` was called.
    const sent = found as SendPlan | null;
    if (!sent) return;

    const key = document.uri.toString();
    this.#sending.get(key)?.kill();
    const run = new RunModel();
    const engine = startEngine(this.#engineEntry, request, {
      onEvents: (events) => events.forEach((event) => run.apply(event)),
    });
    this.#sending.set(key, engine);
    const name = stepLabel(sent.step);
    const exit = await waitFor(engine, `Sending ${name}`);
    // Another request of this file took its place.
    if (this.#sending.get(key) !== engine) return;
    this.#sending.delete(key);
    run.markInterrupted();
    const mask = createMask(Object.values(request.secrets));
    const result = resultOf(sent, run, file, exit.cancelled ? 'It was cancelled.' : mask(exit.problem ?? ''));
    const lines = new Map(
      stepLists(sent.plan)
        .flatMap(allSteps)
        .map(({ id, range }) => [id, range.start.line]),
    );
    await this.#documents.show(document.uri, result, ({ stepId }) => lines.get(stepId) ?? null);
  }
}

/** Shows that something is under way; after a while with a way to end it. */
async function waitFor(
  engine: EngineRun,
  title: string,
): Promise<{ readonly problem: string | null; readonly cancelled: boolean }> {
  let cancelled = false;
  void vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => engine.finished);
  const late = setTimeout(() => {
    void vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: `${title}…`, cancellable: true },
      (_progress, token) => {
        token.onCancellationRequested(() => {
          cancelled = true;
          engine.kill();
        });
        return engine.finished;
      },
    );
  }, PATIENCE_MS);
  const { problem } = await engine.finished;
  clearTimeout(late);
  return { problem, cancelled };
}

function resultOf({ step, notes }: SendPlan, run: RunModel, file: string, problem: string): SentRequest {
  const ids = step.kind === 'poll' ? [step.id, step.request.id] : [step.id];
  const isOwn = ({ stepId, phase }: Sample): boolean => phase === 'load' && ids.includes(stepId);
  const samples = [...run.samples].sort(byPhaseAndTime);
  const first = samples.findIndex(isOwn);
  const isBefore = ({ phase }: Sample, index: number): boolean => (first >= 0 ? index < first : phase !== 'teardown');
  const reason = run.end?.reason ?? '';
  const errors = run.logs.filter(({ level, message }) => level === 'error' && !reason.includes(message));
  const warnings = run.logs.filter(({ level }) => level !== 'error');
  return {
    name: stepLabel(step),
    file,
    line: step.range.start.line,
    exchanges: samples.filter(isOwn),
    before: samples.filter((sample, index) => !isOwn(sample) && isBefore(sample, index)),
    after: samples.filter((sample, index) => !isOwn(sample) && !isBefore(sample, index)),
    problem: [problem, reason, ...errors.map(({ message }) => message)].find((text) => text !== '') ?? '',
    notes: [...notes, ...warnings.map(({ message }) => message)],
  };
}

const PHASES: readonly Sample['phase'][] = ['setup', 'load', 'teardown'];

function byPhaseAndTime(a: Sample, b: Sample): number {
  return PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || a.atMs - b.atMs;
}
