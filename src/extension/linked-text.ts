import * as vscode from 'vscode';
import { Command } from './names.ts';

/** What a person may want to do who reads a figure of a scenario's run. */
const LINKS: readonly (readonly [title: string, command: string])[] = [
  ['Show results', Command.showResults],
  ['Copy as Markdown', Command.copyRun],
  ['Run again', Command.run],
];

/** Markdown that ends with links to what can be done with the scenario's last run. It can call nothing else, as it names what stands in files. */
export function linkedText(text: string, scenario: vscode.Uri, isLive = false): vscode.MarkdownString {
  const args = encodeURIComponent(JSON.stringify([scenario.toJSON()]));
  const links = LINKS.filter(([, command]) => command !== Command.run || (!isLive && vscode.workspace.isTrusted));
  const written = links.map(([title, command]) => `[${title}](command:${command}?${args})`);
  const linked = new vscode.MarkdownString(`${text}\n\n${written.join(' · ')}`);
  linked.isTrusted = { enabledCommands: links.map(([, command]) => command) };
  return linked;
}
