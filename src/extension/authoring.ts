import type * as vscode from 'vscode';
import { AuthoringHelp } from './authoring-help.ts';
import { CodeActions } from './code-actions.ts';
import { Diagnostics } from './diagnostics.ts';
import { FilesBeside } from './files-beside.ts';
import { Formatting } from './formatting.ts';
import { Navigation } from './navigation.ts';
import { environmentVariables } from './environment-variables.ts';
import { EnvironmentPicker } from './environment-picker.ts';
import { Environments } from './environments.ts';
import { InlayHints } from './inlay-hints.ts';
import { LoadProfiles } from './load-profiles.ts';
import { MoveToSecret } from './move-to-secret.ts';
import { NewScenario } from './new-scenario.ts';
import { OpenApiDocuments } from './openapi-documents.ts';
import { PasteCurl } from './paste-curl.ts';
import { FilesOfScenarios } from './scenario-files.ts';
import { Scenarios, type Surroundings } from './scenarios.ts';
import { Secrets } from './secrets.ts';
import { WorkspaceSymbols } from './workspace-symbols.ts';

/** What the rest of the extension builds on. */
export interface Authoring {
  readonly scenarios: Scenarios;
  readonly secrets: Secrets;
  readonly environments: Environments;
  readonly help: AuthoringHelp;
}

/**
 * Everything that helps to write scenarios. Runs in the browser as well (web.ts): nothing here may reach Node, nor need a
 * trusted workspace.
 */
export function wireAuthoring(
  context: vscode.ExtensionContext,
  { variables }: Pick<Surroundings, 'variables'>,
): Authoring {
  const environments = new Environments(context.workspaceState);
  const files = new FilesOfScenarios();
  const scenarios = new Scenarios({ environments, files, variables });
  const secrets = new Secrets(context.secrets, context.workspaceState);
  const openApi = new OpenApiDocuments();
  const filesBeside = new FilesBeside();
  const help = new AuthoringHelp(scenarios, {
    files: (scenario) => files.of(scenario),
    filesBeside,
    openApiPaths: () => openApi.paths(),
    secrets: () => secrets.names,
    env: (scenario) => environmentVariables(scenario, variables),
  });
  context.subscriptions.push(
    environments.register(),
    files.register(),
    openApi.register(),
    filesBeside.register(),
    // Before what listens to it: checks of documents that are open already come with the next tick.
    scenarios.register(),
    new Diagnostics(scenarios).register(),
    help.register(),
    new InlayHints(scenarios, (scenario) => environmentVariables(scenario, variables)).register(),
    new LoadProfiles(scenarios).register(),
    new Navigation(scenarios).register(),
    new Formatting().register(),
    new CodeActions(scenarios).register(),
    new WorkspaceSymbols().register(),
    new EnvironmentPicker(scenarios, environments).register(),
    new MoveToSecret(scenarios, secrets).register(),
    new NewScenario(openApi).register(),
    new PasteCurl(scenarios, secrets).register(),
  );
  return { scenarios, secrets, environments, help };
}
