import * as vscode from 'vscode';
import { Command, ContextKey } from './names.ts';
import { OnDemand } from './on-demand.ts';

/**
 * The entry in browsers (`browser` in package.json), where there is no machine to make load on: scenarios are written there, and
 * Run says why it doesn't. One bundle, as browsers load no second one; what it holds is started when a scenario is opened.
 */
export function activate(context: vscode.ExtensionContext): void {
  void vscode.commands.executeCommand('setContext', ContextKey.web, true);
  const rest = new OnDemand(async (clear) => {
    const { wireAuthoring } = await import('./authoring.ts');
    clear();
    const on = (command: string): vscode.Disposable => vscode.commands.registerCommand(command, sayWhyNot);
    wireAuthoring(context, { variables: null });
    context.subscriptions.push(...NOT_HERE.map(on));
  });
  context.subscriptions.push(rest.register());
}

/** The commands that need no machine. Menus leave the others out, but keys and links may call them. */
const HERE: ReadonlySet<string> = new Set([
  Command.moveToSecret,
  Command.selectEnvironment,
  Command.newScenario,
  Command.pasteCurl,
]);
const NOT_HERE = Object.values(Command).filter((command) => !HERE.has(command));

function sayWhyNot(): void {
  void vscode.window.showInformationMessage(
    'A browser can’t make load: it takes a process of its own that opens many connections. Open this folder in VS Code on a ' +
      'machine, in a remote window or in a codespace to run it. Writing scenarios works here all the same.',
  );
}
