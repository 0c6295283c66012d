import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { useTargetServer } from '../support/target-server.ts';
import { closeAll, extension, openScenario } from './workspace.ts';

describe('sending one request', () => {
  const target = useTargetServer();
  before(async () => {
    await extension();
  });
  afterEach(async () => {
    await closeAll();
  });

  /** The answer to the request on a line (from 1), as it is shown beside the code. */
  async function send(document: vscode.TextDocument, line: number): Promise<vscode.TextDocument> {
    await vscode.commands.executeCommand('rampwright.sendRequest', document.uri, line - 1);
    const shown = vscode.window.visibleTextEditors.filter(
      ({ document: { uri } }) => uri.scheme === 'rampwright-exchange',
    );
    equal(shown.length, 1);
    const [editor] = shown;
    ok(editor);
    return editor.document;
  }

  const scenario = (path = '/echo'): string => `baseUrl: ${target.url}
vus: 5
duration: 1m
setup:
  - get: /json
    capture: { token: json.token }
steps:
  - get: /ok
  - get: /json
    capture: { id: json.id }
  - get: ${path}
    query: { id: "\${id}" }
    auth: { bearer: "\${setup.token}" }
    check: { is named: status == 200 }
`;

  it('shows its answer beside the code, with what was sent before it, and leaves the focus where it was', async () => {
    const document = await openScenario(scenario());
    const answer = await send(document, 11);
    deepEqual(target.counts().byOutcome, { 'GET /echo 200': 1, 'GET /json 200': 2 });
    equal(answer.languageId, 'rampwright-exchange');
    equal(vscode.window.activeTextEditor?.document, document);
    const text = answer.getText();
    match(text, /^# GET \/echo {2}200 OK/);
    match(text, /## Request\nGET http:\S+\/echo\?id=7\n/);
    match(text, /"url": "\/echo\?id=7"/);
    match(text, /## Checks, all hold\n✓ is named\n/);
    match(text, /## Sent before, as it needs them\n✓ GET \/json .*\n✓ GET \/json/);
    ok(!text.includes('Bearer abc'), text);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      answer.uri,
    );
    deepEqual(
      symbols.map(({ name }) => name.replace(/, body.*/, '')),
      ['Request', 'Response', 'Checks, all hold', 'Timings', 'Sent before, as it needs them'],
    );
  });

  it('uses one tab for all answers of a file', async () => {
    const document = await openScenario(scenario());
    await send(document, 11);
    const answer = await send(document, 8);
    match(answer.getText(), /^# GET \/ok {2}200 OK[\s\S]*\n\nok\n/);
    const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all);
    equal(tabs.length, 2);
  });

  it('sends from a file with an error that does not concern it', async () => {
    const document = await openScenario(scenario().replace('duration: 1m', 'duration: soon'));
    match((await send(document, 11)).getText(), /^# GET \/echo {2}200 OK/);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    equal(lenses.filter(({ command }) => command?.title.endsWith('Send')).length, 4);
  });

  it('says why there is no answer', async () => {
    const document = await openScenario(scenario('/reset'));
    match((await send(document, 11)).getText(), /no response[\s\S]*✗ .*connection/i);
  });

  it('has links to the steps', async () => {
    const document = await openScenario(scenario());
    const answer = await send(document, 11);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', answer.uri);
    deepEqual(
      links.filter(({ target: to }) => to?.scheme === document.uri.scheme).map(({ target: to }) => to?.fragment),
      ['L11', 'L5', 'L9'],
    );
  });
});
