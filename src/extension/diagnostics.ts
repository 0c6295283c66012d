import * as vscode from 'vscode';
import type { Problem, Severity } from '../scenario/problem.ts';
import { toRange } from './conversions.ts';
import type { CheckedScenario, Scenarios } from './scenarios.ts';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** The problems of open scenarios, as `rampwright validate` words them. */
export class Diagnostics {
  readonly #scenarios: Scenarios;
  readonly #collection = vscode.languages.createDiagnosticCollection('rampwright');

  constructor(scenarios: Scenarios) {
    this.#scenarios = scenarios;
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.#collection,
      this.#scenarios.onDidCheck((checked) => this.#show(checked)),
      this.#scenarios.onDidClose((uri) => this.#collection.delete(uri)),
    );
  }

  #show({ uri, problems }: CheckedScenario): void {
    this.#collection.set(
      uri,
      problems.map((problem) => diagnosticOf(problem, uri)),
    );
  }
}

function diagnosticOf(problem: Problem, uri: vscode.Uri): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(problem.range), problem.message, SEVERITIES[problem.severity]);
  diagnostic.source = 'Rampwright';
  diagnostic.code = problem.code;
  if (problem.code.startsWith('unused-')) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  if (problem.related) {
    diagnostic.relatedInformation = problem.related.map(
      ({ message, range }) =>
        new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, toRange(range)), message),
    );
  }
  return diagnostic;
}
