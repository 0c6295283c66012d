import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openScenario } from './workspace.ts';

describe('a curl command in the clipboard', () => {
  after(closeAll);

  it('is pasted as a request, without its password', async () => {
    const document = await openScenario('baseUrl: https://api.test\nvus: 1\nduration: 1s\nsteps:\n  - get: /a\n');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(4, 5, 4, 5);
    await vscode.env.clipboard.writeText("curl -u ann:hunter2 'https://api.test/b?c=1' --compressed");
    await vscode.commands.executeCommand('rampwright.pasteCurl');
    assert.match(
      document.getText(),
      /- get: \/a\n {2}- get: "?\/b\?c=1"?\n[^]*username: ann\n *password: "?\$\{secret\.PASSWORD(_\d)?\}"?\n$/,
    );
    assert.ok(!document.getText().includes('hunter2'));
  });
});
