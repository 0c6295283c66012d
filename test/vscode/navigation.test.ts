import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, extension, openScenario } from './workspace.ts';

const FILE = `vus: 1
duration: 1s
baseUrl: http://127.0.0.1:1
data: { users: { file: ./navigation-users.csv } }
flows:
  browse:
    - get: /a?id=\${data.users.id}
# a note
# of two lines
steps:
  - use: browse
  - use: browse
thresholds:
  http_req_failed: rate < 1%
`;

async function ask<T>(command: string, ...args: unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(command, ...args);
}

/** Where a text first stands in a document, plus some characters. */
function positionOf(document: vscode.TextDocument, text: string, plus = 1): vscode.Position {
  return document.positionAt(document.getText().indexOf(text) + plus);
}

const names = (symbols: readonly vscode.DocumentSymbol[]): string[] =>
  symbols.flatMap(({ name, children }) => [name, ...names(children)]);

describe('finding one’s way in a scenario', () => {
  before(extension);
  afterEach(closeAll);

  it('has an outline', async () => {
    const { uri } = await openScenario(FILE);
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    assert.deepEqual(names(symbols), [
      ...['vus', 'duration', 'baseUrl', 'data', 'users', 'flows', 'browse', 'GET /a?id=${data.users.id}', 'steps'],
      ...['use browse', 'use browse', 'thresholds', 'http_req_failed'],
    ]);
  });

  it('finds flows of all files by name', async () => {
    const { uri } = await openScenario(FILE);
    const symbols = await ask<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'brows');
    assert.ok(symbols.some(({ name, location }) => name === 'browse' && location.uri.path === uri.path));
  });

  it('folds sections and comments', async () => {
    const { uri } = await openScenario(FILE);
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
    assert.deepEqual(
      folds.map(({ start, end }) => `${start}-${end}`),
      ['4-6', '5-6', '7-8', '9-11', '12-13'],
    );
  });

  it('goes from a use to its flow, and to all uses', async () => {
    const document = await openScenario(FILE);
    const position = positionOf(document, 'use: browse', 7);
    const [target] = await ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, position);
    assert.equal(target?.targetSelectionRange?.start.line, 5);
    const all = await ask<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, position);
    assert.deepEqual(
      all.map(({ range }) => range.start.line),
      [5, 10, 11],
    );
    const marked = await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, position);
    assert.equal(marked.length, 3);
  });

  it('goes to the column of a data file', async () => {
    const document = await openScenario(FILE);
    const data = vscode.Uri.joinPath(document.uri, '..', 'navigation-users.csv');
    await vscode.workspace.fs.writeFile(data, new TextEncoder().encode('name,id\na,1\n'));
    const position = positionOf(document, 'users.id', 7);
    const [target] = await ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, position);
    assert.equal(target?.targetUri.path, data.path);
    assert.deepEqual(target.targetRange, new vscode.Range(0, 5, 0, 7));
    // The editor itself finds the address in `baseUrl`.
    const links = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const link = links.find(({ range }) => document.getText(range) === './navigation-users.csv');
    assert.equal(link?.target?.path, data.path);
  });

  it('renames a flow everywhere, and says why not', async () => {
    const document = await openScenario(FILE);
    const rename = (text: string, name: string): Promise<vscode.WorkspaceEdit> =>
      ask('vscode.executeDocumentRenameProvider', document.uri, positionOf(document, text, 7), name);
    const edit = await rename('use: browse', 'look around');
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText(), FILE.replaceAll('browse', 'look around'));
    await assert.rejects(rename('http_req_failed', 'x'), /not defined in this file/);
  });

  it('formats, keeps comments, and leaves what it cannot read alone', async () => {
    const format = async (text: string, ending?: string): Promise<string> => {
      const document = await openScenario(text, ending);
      const options: vscode.FormattingOptions = { tabSize: 2, insertSpaces: true };
      const edits = await ask<vscode.TextEdit[] | undefined>(
        'vscode.executeFormatDocumentProvider',
        document.uri,
        options,
      );
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, edits ?? []);
      await vscode.workspace.applyEdit(edit);
      return document.getText();
    };
    assert.equal(await format('vus:   1 # one\nsteps:\n- get: /a\n'), 'vus: 1 # one\nsteps:\n  - get: /a\n');
    assert.equal(await format('{\n// one\n"vus":1\n}\n', 'json'), '{\n  // one\n  "vus": 1\n}\n');
    assert.equal(await format('vus:   [1\n'), 'vus:   [1\n');
  });

  it('offers quick fixes, and all of them at once', async () => {
    const document = await openScenario(FILE.replace('duration', 'durration'));
    await eventually(
      'A diagnostic',
      () => vscode.languages.getDiagnostics(document.uri).length > 0,
      vscode.languages.onDidChangeDiagnostics,
    );
    const actions = (kind?: string): Promise<vscode.CodeAction[]> =>
      ask('vscode.executeCodeActionProvider', document.uri, new vscode.Range(1, 0, 1, 4), kind);
    const fix = (await actions()).find(({ isPreferred }) => isPreferred);
    assert.equal(fix?.title, 'Change to `duration`');
    const [all] = await actions('source.fixAll.rampwright');
    assert.ok(all?.edit);
    await vscode.workspace.applyEdit(all.edit);
    assert.equal(document.getText(), FILE);
  });

  it('extracts steps to a flow, at whose name a rename begins', async () => {
    const document = await openScenario('vus: 1\nduration: 1s\nsteps:\n  - get: http://127.0.0.1:1/a\n');
    const selected = new vscode.Range(3, 0, 3, 30);
    const actions = await ask<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      selected,
      'refactor',
    );
    const extract = actions.find(({ title }) => title === 'Extract steps to a flow');
    assert.ok(extract?.edit);
    await vscode.workspace.applyEdit(extract.edit);
    const position: unknown = extract.command?.arguments?.[1];
    assert.ok(position instanceof vscode.Position);
    assert.equal(document.getText(document.getWordRangeAtPosition(position)), 'newFlow');
  });

  for (const [tabSize, typed] of [
    [2, 'vus: 1\nsteps:\n  - get: /a\n    name: x\n  - get: /b\n    name: y'],
    [4, 'vus: 1\nsteps:\n    - get: /a\n      name: x\n    - get: /b\n      name: y'],
  ] as const) {
    it(`indents as one types, by ${tabSize}; Backspace leads from a step's keys to the next step`, async () => {
      const document = await openScenario('vus: 1');
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      editor.options = { tabSize, indentSize: 'tabSize' };
      const end = document.lineAt(0).range.end;
      editor.selection = new vscode.Selection(end, end);
      for (const text of ['\n', 'steps:', '\n', '- get: /a', '\n', 'name: x', '\n']) await ask('type', { text });
      await ask('deleteLeft');
      for (const text of ['- get: /b', '\n', 'name: y']) await ask('type', { text });
      assert.equal(document.getText(), typed);
    });
  }

  it('expands a selection along the structure', async () => {
    const document = await openScenario(FILE);
    const position = positionOf(document, 'use: browse', 7);
    const [selection] = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
      position,
    ]);
    const texts: string[] = [];
    for (let at = selection; at; at = at.parent) texts.push(document.getText(at.range));
    assert.deepEqual(texts.slice(0, 2), ['browse', 'use: browse']);
  });
});
