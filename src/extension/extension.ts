import { join } from 'node:path';
import * as vscode from 'vscode';
import { AuthoringHelp } from './authoring-help.ts';
import { CodeLenses } from './code-lenses.ts';
import { Commands } from './commands.ts';
import { Diagnostics } from './diagnostics.ts';
import { HostConsent } from './host-consent.ts';
import { InlineMarks } from './inline-marks.ts';
import { Results } from './results.ts';
import { RunLog } from './run-log.ts';
import { RunPicker } from './run-picker.ts';
import { RunPreparation } from './run-preparation.ts';
import { Runs } from './runs.ts';
import { RunsFolder } from './runs-folder.ts';
import { Scenarios } from './scenarios.ts';
import { Secrets } from './secrets.ts';
import { StatusBar } from './status-bar.ts';
import { TestTree } from './test-tree.ts';
import { Tests } from './tests.ts';

/** What tests of the extension host reach through `exports`. */
export interface RampwrightExtension {
  readonly runs: Runs;
  readonly tree: TestTree;
  readonly tests: Tests;
}

/** Only wires up; everything that takes time waits until somebody needs it. */
export function activate(context: vscode.ExtensionContext): RampwrightExtension {
  const log = vscode.window.createOutputChannel('Rampwright', { log: true });
  const scenarios = new Scenarios();
  const secrets = new Secrets(context.secrets, context.workspaceState);
  const folder = new RunsFolder(context.storageUri ?? context.globalStorageUri);
  const consent = new HostConsent(context.workspaceState);
  const preparation = new RunPreparation(scenarios, secrets, consent, folder);
  const runs = new Runs(join(context.extensionPath, 'dist', 'engine.js'), preparation, log);
  const results = new Results(context.extensionUri, scenarios, runs, context.workspaceState);
  const tree = new TestTree(scenarios);
  const tests = new Tests(tree, runs);

  context.subscriptions.push(
    log,
    // Before what listens to it: checks of documents that are open already come with the next tick.
    scenarios.register(),
    runs.register(),
    new Diagnostics(scenarios).register(),
    new AuthoringHelp(scenarios).register(),
    new CodeLenses(scenarios, runs).register(),
    new InlineMarks(runs).register(),
    new StatusBar(runs, results).register(),
    new RunLog(runs, log).register(),
    results.register(),
    tree.register(),
    tests.register(),
    new Commands(scenarios, runs, results, new RunPicker(folder), secrets).register(),
  );
  return { runs, tree, tests };
}
