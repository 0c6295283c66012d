import { join } from 'node:path';
import * as vscode from 'vscode';
import type { AuthoringHelp } from './authoring-help.ts';
import { wireAuthoring } from './authoring.ts';
import { CodeLenses } from './code-lenses.ts';
import { Commands } from './commands.ts';
import { Comparisons } from './comparisons.ts';
import { Debugging } from './debugging.ts';
import { EndNotices } from './end-notices.ts';
import { ExchangeDocuments } from './exchange-documents.ts';
import type { Environments } from './environments.ts';
import { HistoryView } from './history-view.ts';
import { HostConsent } from './host-consent.ts';
import { InlineMarks } from './inline-marks.ts';
import { lastValuesOf } from './last-values.ts';
import { LoadCommands } from './load-commands.ts';
import { Results } from './results.ts';
import { RunEditors } from './run-editors.ts';
import { RunHistory } from './run-history.ts';
import { RunLog } from './run-log.ts';
import { RunPicker } from './run-picker.ts';
import { RunPreparation } from './run-preparation.ts';
import { RunTexts } from './run-texts.ts';
import { Runs } from './runs.ts';
import { RunsFolder } from './runs-folder.ts';
import { ScenarioBadges } from './scenario-badges.ts';
import type { Scenarios } from './scenarios.ts';
import { SendRequest } from './send-request.ts';
import { ShareCommands } from './share-commands.ts';
import { StatusBar } from './status-bar.ts';
import { TestTree } from './test-tree.ts';
import { Tests } from './tests.ts';

/** What the tests of the extension host work with. */
export interface Rampwright {
  readonly runs: Runs;
  readonly results: Results;
  readonly editors: RunEditors;
  readonly history: RunHistory;
  readonly badges: ScenarioBadges;
  readonly historyView: HistoryView;
  readonly comparisons: Comparisons;
  readonly texts: RunTexts;
  readonly tree: TestTree;
  readonly tests: Tests;
  readonly scenarios: Scenarios;
  readonly environments: Environments;
  readonly help: AuthoringHelp;
  readonly sendRequest: SendRequest;
  readonly debugging: Debugging;
}

/** Everything: authoring, and what takes a machine to run on. */
export function wireDesktop(context: vscode.ExtensionContext, controller: vscode.TestController): Rampwright {
  const { scenarios, secrets, environments, help } = wireAuthoring(context, { variables: process.env });
  const log = vscode.window.createOutputChannel('Rampwright', { log: true });
  const folder = new RunsFolder(context.storageUri ?? context.globalStorageUri);
  const consent = new HostConsent(context.workspaceState);
  const preparation = new RunPreparation(scenarios, secrets, consent, folder);
  const engineEntry = join(context.extensionPath, 'dist', 'engine.js');
  const runs = new Runs(engineEntry, preparation, log);
  const documents = new ExchangeDocuments();
  const sendRequest = new SendRequest(engineEntry, preparation, documents);
  const results = new Results(context.extensionUri, scenarios, runs, context.workspaceState);
  const editors = new RunEditors(runs, results);
  const history = new RunHistory(folder, runs);
  const badges = new ScenarioBadges(runs, history);
  const texts = new RunTexts();
  const comparisons = new Comparisons(context.extensionUri, runs, results, history, texts, context.workspaceState);
  const historyView = new HistoryView(history, results, comparisons, texts);
  const tree = new TestTree(scenarios, controller);
  const debugging = new Debugging(engineEntry, preparation);
  const tests = new Tests(tree, runs, debugging);
  help.useLastValues(lastValuesOf(runs));

  context.subscriptions.push(
    log,
    runs.register(),
    new CodeLenses(scenarios, runs).register(),
    new InlineMarks(runs).register(),
    new StatusBar(runs, results).register(),
    new RunLog(runs, log).register(),
    results.register(),
    history.register(),
    badges.register(),
    texts.register(),
    comparisons.register(),
    historyView.register(),
    new EndNotices(runs, results).register(),
    documents.register(),
    sendRequest.register(),
    debugging.register(),
    tree.register(),
    tests.register(),
    new Commands(scenarios, runs, results, new RunPicker(folder), secrets).register(),
    new LoadCommands(runs, results).register(),
    new ShareCommands(context.extensionUri, runs, results).register(),
  );
  return {
    runs,
    results,
    editors,
    history,
    badges,
    historyView,
    comparisons,
    texts,
    tree,
    tests,
    scenarios,
    environments,
    help,
    sendRequest,
    debugging,
  };
}
