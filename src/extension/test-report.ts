import * as vscode from 'vscode';
import { escapedMarkdown } from '../language/escaped-markdown.ts';
import type { Plan, Threshold } from '../scenario/plan.ts';
import type { RunEvent, ThresholdResult } from '../run/events.ts';
import { progressLine } from '../report/text-progress.ts';
import { textSummary } from '../report/text-summary.ts';
import {
  headline,
  headlineOf,
  latencyCaveat,
  margin,
  requirementTitle,
  requirementExpression,
  showActual,
  showLimit,
  verdictWord,
  worstWindowNote,
} from '../report/words.ts';
import { linkedText } from './linked-text.ts';
import type { LiveRun } from './live-run.ts';
import { thresholdKeys, type TestTree } from './test-tree.ts';

/** In a run's output, a line of progress this often. */
const PROGRESS_EVERY_MS = 10_000;
const OUTPUT_COLUMNS = 100;

/** A run told to the Testing API: what has started, its output, and each verdict at the place that it is about. */
export class TestReport {
  readonly #run: LiveRun;
  readonly #testRun: vscode.TestRun;
  readonly #tree: TestTree;
  readonly #items: readonly vscode.TestItem[];
  #toldMs = 0;

  /** `items`: the scenarios and thresholds that the run is about. */
  constructor(run: LiveRun, testRun: vscode.TestRun, tree: TestTree, items: readonly vscode.TestItem[]) {
    this.#run = run;
    this.#testRun = testRun;
    this.#tree = tree;
    this.#items = items;
  }

  /** Reports until the run has ended; the test run stays open. */
  async follow(): Promise<void> {
    for (const item of this.#items) this.#testRun.started(item);
    const listening = this.#run.onDidReceive((events) => events.forEach((event) => this.#tell(event)));
    await this.#run.finished;
    listening.dispose();
    this.#conclude();
  }

  #tell(event: RunEvent): void {
    if (event.type === 'log') {
      const place = event.line === undefined ? '' : `line ${event.line + 1}: `;
      this.#write(`${event.level}: ${place}${event.message}`);
    }
    if (event.type !== 'interval' || event.toMs - this.#toldMs < PROGRESS_EVERY_MS) return;
    this.#toldMs = event.toMs;
    this.#write(progressLine(this.#run.model));
  }

  #conclude(): void {
    const { model, problem } = this.#run;
    const exitCode = model.end?.exitCode ?? 1;
    this.#write(textSummary(model, { width: OUTPUT_COLUMNS, colour: true, exitCode, files: [] }));
    if (problem !== null) this.#write(problem);
    const { plan } = model;
    for (const item of this.#items) {
      const node = this.#tree.nodeOf(item);
      if (node?.kind === 'scenario') this.#concludeScenario(item);
      else if (node?.kind === 'threshold' && plan) this.#concludeThreshold(item, plan, node.key);
    }
  }

  #concludeScenario(item: vscode.TestItem): void {
    const { model } = this.#run;
    switch (model.end?.outcome) {
      case 'passed':
        this.#testRun.passed(item, model.elapsedMs);
        break;
      case 'failed':
        // Of several scenarios, those whose own requirements hold have passed; the others' items say what didn't.
        if (this.#ownVerdictHolds(item)) this.#testRun.passed(item, model.elapsedMs);
        else this.#testRun.failed(item, this.#message(item, escapedMarkdown(headline(model))), model.elapsedMs);
        break;
      case 'interrupted':
        this.#write(`${item.label}: skipped, as the run was stopped`, item);
        this.#testRun.skipped(item);
        break;
      case 'aborted':
      case 'error':
        this.#testRun.errored(item, this.#message(item, escapedMarkdown(headline(model))), model.elapsedMs);
        break;
      case undefined: {
        const text = [headlineOf(model).text, this.#run.problem ?? ''].filter((part) => part !== '').join('\n\n');
        this.#testRun.errored(item, this.#message(item, escapedMarkdown(text)), model.elapsedMs);
      }
    }
  }

  /** False also for the only scenario, whose verdict is the run's. */
  #ownVerdictHolds(item: vscode.TestItem): boolean {
    const { plan, thresholds } = this.#run.model;
    const node = this.#tree.nodeOf(item);
    if (!plan || plan.scenarios.length === 1 || node?.kind !== 'scenario') return false;
    return plan.thresholds
      .filter(({ tags }) => tags['scenario'] === node.name)
      .every(({ id }) => thresholds[id]?.verdict === 'pass' || thresholds[id]?.verdict === 'warn');
  }

  #concludeThreshold(item: vscode.TestItem, plan: Plan, key: string): void {
    const { model } = this.#run;
    const index = thresholdKeys(plan.thresholds).indexOf(key);
    const threshold = plan.thresholds[index];
    const result = threshold && model.thresholds[threshold.id];
    // A run that was cut short proves nothing by what holds so far; what already failed has failed.
    if (!threshold || !result || (!model.complete && result.verdict !== 'fail')) {
      this.#skip(item, plan, threshold, 'the run was cut short, which proves nothing');
      return;
    }
    switch (result.verdict) {
      case 'pass':
        this.#testRun.passed(item);
        break;
      case 'warn':
        this.#write(`warning: ${this.#sentence(plan, threshold, result)}`);
        this.#testRun.passed(item);
        break;
      case 'not-yet':
        this.#skip(item, plan, threshold, 'it was not judged yet when the run ended');
        break;
      case 'fail':
      case 'no-data': {
        this.#testRun.failed(item, this.#message(item, this.#expectedAndActual(plan, threshold, result)));
      }
    }
  }

  /** `http_req_failed: rate < 1%: 67.0 %, 67.0 × the limit (fail)` */
  #sentence(plan: Plan, threshold: Threshold, result: ThresholdResult): string {
    const figures = [
      showActual(threshold, result, plan.metrics),
      margin(threshold, result),
      latencyCaveat(this.#run.model, threshold, result),
      worstWindowNote(result),
      result.verdict === 'no-data' ? 'nothing was measured that could be judged' : '',
    ];
    const text = figures.filter((part) => part !== '').join(', ');
    return `${requirementTitle(threshold)}: ${text} (${verdictWord(result.verdict, true)})`;
  }

  #skip(item: vscode.TestItem, plan: Plan, threshold: Threshold | undefined, why: string): void {
    const result = threshold && this.#run.model.thresholds[threshold.id];
    const text = threshold && result ? this.#sentence(plan, threshold, result) : item.label;
    this.#write(`${text}: skipped, as ${why}`, item);
    this.#testRun.skipped(item);
  }

  /**
   * Behind the line stands the first line alone, where the condition needn't be said again. Not as the API's expected and actual output:
   * then that would read `67.0 % != < 1 %`, and a click would show a comparison of two texts.
   */
  #expectedAndActual(plan: Plan, threshold: Threshold, result: ThresholdResult): string {
    const actual = showActual(threshold, result, plan.metrics);
    const distance = margin(threshold, result);
    const notes = [latencyCaveat(this.#run.model, threshold, result), worstWindowNote(result)];
    const rows = [
      `Expected: \`${requirementExpression(threshold)}\``,
      ...(threshold.acceptable ? [`Acceptable: ${showLimit(threshold, threshold.acceptable, plan.metrics)}`] : []),
      `Actual: **${actual}**`,
      ...(distance === '' ? [] : [`Margin: ${distance}`]),
      ...notes.filter((note) => note !== ''),
      ...(result.verdict === 'no-data' ? ['Nothing was measured that could be judged, which fails the run.'] : []),
    ];
    const title = threshold.name === null ? [] : [escapedMarkdown(threshold.name)];
    return [
      [actual, distance].filter((part) => part !== '').join(', '),
      ...title,
      rows.map((row) => `- ${row}`).join('\n'),
    ].join('\n\n');
  }

  /** `text`: Markdown. */
  #message(item: vscode.TestItem, text: string): vscode.TestMessage {
    const message = new vscode.TestMessage(linkedText(text, this.#run.scenario));
    if (item.uri && item.range) message.location = new vscode.Location(item.uri, item.range);
    return message;
  }

  /** A terminal shows it: lines end with a carriage return, too. With an item it is found at that one as well. */
  #write(text: string, item?: vscode.TestItem): void {
    this.#testRun.appendOutput(`${text.trimEnd().replace(/\r?\n/g, '\r\n')}\r\n`, undefined, item);
  }
}
