import * as vscode from 'vscode';
import { Settings } from './settings.ts';

export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

/**
 * The environment variables that a run of a scenario would see: those of the settings before those of the editor's process
 * (`variables`), which count only where the workspace is trusted.
 */
export function environmentVariables(
  scenario: vscode.Uri,
  variables: EnvironmentVariables | null,
): EnvironmentVariables {
  const ofProcess = vscode.workspace.isTrusted ? variables : null;
  return { ...ofProcess, ...new Settings(scenario).env };
}
