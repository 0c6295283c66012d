import type * as vscode from 'vscode';
import { AuthoringHelp } from './authoring-help.ts';
import { Diagnostics } from './diagnostics.ts';
import { Scenarios } from './scenarios.ts';
import { Secrets } from './secrets.ts';

/** What the rest of the extension builds on. */
export interface Authoring {
  readonly scenarios: Scenarios;
  readonly secrets: Secrets;
}

/**
 * Everything that helps to write scenarios. Runs in the browser as well (web.ts): nothing here may reach Node, nor need a
 * trusted workspace.
 */
export function wireAuthoring(context: vscode.ExtensionContext): Authoring {
  const scenarios = new Scenarios();
  const secrets = new Secrets(context.secrets, context.workspaceState);
  context.subscriptions.push(
    // Before what listens to it: checks of documents that are open already come with the next tick.
    scenarios.register(),
    new Diagnostics(scenarios).register(),
    new AuthoringHelp(scenarios).register(),
  );
  return { scenarios, secrets };
}
