import * as vscode from 'vscode';
import { isScenarioPath } from '../language/scenario-files.ts';
import { headlineOf } from '../report/words.ts';
import type { RunHistory } from './run-history.ts';
import type { Runs } from './runs.ts';
import { verdictBadge, type LastVerdict } from './verdict-badge.ts';

/** In the file explorer, a mark on scenarios whose last run failed. */
export class ScenarioBadges implements vscode.FileDecorationProvider {
  readonly #runs: Runs;
  readonly #history: RunHistory;
  readonly #didChange = new vscode.EventEmitter<vscode.Uri[] | undefined>();

  readonly onDidChangeFileDecorations = this.#didChange.event;

  constructor(runs: Runs, history: RunHistory) {
    this.#runs = runs;
    this.#history = history;
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.#didChange,
      vscode.window.registerFileDecorationProvider(this),
      this.#history.onDidChange(() => void this.#update()),
      this.#runs.onDidEnd(({ scenario }) => this.#didChange.fire([scenario])),
    );
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (!isScenarioPath(uri.path)) return undefined;
    return verdictBadge(this.#lastVerdict(uri));
  }

  async #update(): Promise<void> {
    const failed = await this.#history.failedScenarios();
    this.#didChange.fire(undefined);
    if (failed.length > 0) this.#didChange.fire(failed);
  }

  /** Of the last run that judged the scenario. */
  #lastVerdict(uri: vscode.Uri): LastVerdict | undefined {
    const run = this.#runs.last(uri);
    if (run?.model.end && !run.once && run.model.end.outcome !== 'interrupted') return headlineOf(run.model);
    const kept = this.#history.of(uri).find(({ summary }) => summary.judges);
    return kept && { tone: kept.summary.tone, text: kept.summary.headline };
  }
}
