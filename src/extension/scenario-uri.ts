import * as vscode from 'vscode';
import { isScenario } from './scenarios.ts';

/** A command's argument as a URI (links in hovers hand it over as JSON), else the active editor's scenario. */
export function scenarioUri(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (typeof argument === 'string') return vscode.Uri.parse(argument);
  if (typeof argument === 'object' && argument !== null && 'scheme' in argument && 'path' in argument) {
    return vscode.Uri.from({
      ...argument,
      scheme: String(argument.scheme),
      path: String(argument.path),
    });
  }
  const document = vscode.window.activeTextEditor?.document;
  return document && isScenario(document) ? document.uri : undefined;
}
