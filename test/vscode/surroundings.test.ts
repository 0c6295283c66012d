import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, extension, openScenario } from './workspace.ts';

const FRAME = 'vus: 1\nduration: 1s\n';

/** `severity code` of a file's problems. */
const problemsOf = (uri: vscode.Uri): string[] =>
  vscode.languages
    .getDiagnostics(uri)
    .map(({ severity, code }) => `${vscode.DiagnosticSeverity[severity]} ${typeof code === 'string' ? code : ''}`);

const problems = (uri: vscode.Uri, ...expected: string[]): Promise<boolean> =>
  eventually(
    `[${expected.join(', ')}]`,
    () => JSON.stringify(problemsOf(uri)) === JSON.stringify(expected),
    vscode.languages.onDidChangeDiagnostics,
  );

describe('what is around a scenario', () => {
  before(extension);
  afterEach(closeAll);

  it('files beside it are known, and followed when they come, change and go', async () => {
    const csv = `users-${Date.now()}.csv`;
    const { uri } = await openScenario(
      `${FRAME}baseUrl: http://127.0.0.1:1\ndata:\n  users: { file: ./${csv} }\nsteps:\n  - get: /a/\${data.users.email}\n`,
    );
    const file = vscode.Uri.joinPath(uri, '..', csv);
    const write = (text: string): Thenable<void> => vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await problems(uri, 'Error missing-file');
    await write('id,email\n1,a@example.com\n');
    await problems(uri);
    await write('id,name\n1,Ann\n');
    await problems(uri, 'Error undefined-column');
    await vscode.workspace.fs.delete(file);
    await problems(uri, 'Error missing-file');
  });

  it('environment variables that are not set are a remark, not an error, for CI may set them', async () => {
    const { uri } = await openScenario(`${FRAME}baseUrl: \${env.NO_SUCH_VARIABLE}\nsteps:\n  - get: /a\n`);
    await problems(uri, 'Information env-not-set');
  });

  it('hosts that the settings do not allow are problems', async () => {
    const { uri } = await openScenario(`${FRAME}baseUrl: http://elsewhere.example.test\nsteps:\n  - get: /a\n`);
    await problems(uri);
    const settings = vscode.workspace.getConfiguration('rampwright');
    await settings.update('hosts.allowed', ['staging.example.test'], vscode.ConfigurationTarget.Workspace);
    try {
      await problems(uri, 'Error host-not-allowed');
    } finally {
      await settings.update('hosts.allowed', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await problems(uri);
  });

  it('the environment that was picked counts, until the file loses it', async () => {
    const { environments, scenarios } = await extension();
    const document = await openScenario(
      `${FRAME}baseUrl: http://127.0.0.1:1\nenvironments:\n  staging: { baseUrl: "http://127.0.0.1:2", vus: 2 }\nsteps:\n  - get: /a\n`,
    );
    const baseUrl = (): unknown => scenarios.check(document).plan?.baseUrl;
    assert.deepEqual(baseUrl(), { kind: 'literal', value: 'http://127.0.0.1:1' });
    assert.deepEqual(scenarios.check(document).environments, [
      { name: 'staging', overrides: 'baseUrl: http://127.0.0.1:2, vus' },
    ]);
    await environments.pick(document.uri, 'staging');
    assert.deepEqual(baseUrl(), { kind: 'literal', value: 'http://127.0.0.1:2' });
    assert.equal(scenarios.check(document).plan?.environment, 'staging');
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('staging'));
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 'staging'.length)), 'production');
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(baseUrl(), { kind: 'literal', value: 'http://127.0.0.1:1' });
    assert.deepEqual(problemsOf(document.uri), []);
  });
});

const JSON_SCENARIO = `{
  // A comment
  "vus": 1,
  "duration": "1s",
  "baseUrl": "http://127.0.0.1:1",
  "flows": { "browse": [{ "get": "/a" }] },
  "steps": [
    { "use": "browse" },
    { "post": "/login", "json": { "password": "s3cr3t-value" } }
  ],
  "thresholds": { "http_req_failed": "rate < 1%" }
}
`;

describe('a scenario in JSON', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await extension();
    document = await openScenario(JSON_SCENARIO, 'json');
    await problems(document.uri, 'Warning plain-text-secret');
  });
  after(closeAll);

  const at = (text: string, plus = 1): vscode.Position => document.positionAt(document.getText().indexOf(text) + plus);
  const ask = <T>(provider: string, ...args: unknown[]): Thenable<T> =>
    vscode.commands.executeCommand<T>(`vscode.execute${provider}Provider`, document.uri, ...args);

  const CAPABILITIES: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'hover',
      async () => (await ask<vscode.Hover[]>('Hover', at('"vus"'))).some(({ contents }) => contents.length > 0),
    ],
    [
      'completion',
      async () =>
        (await ask<vscode.CompletionList>('CompletionItem', at('rate <', 0))).items.some(({ label }) =>
          (typeof label === 'string' ? label : label.label).startsWith('rate'),
        ),
    ],
    [
      'outline',
      async () => (await ask<vscode.DocumentSymbol[]>('DocumentSymbol')).some(({ name }) => name === 'thresholds'),
    ],
    ['folding', async () => (await ask<vscode.FoldingRange[]>('FoldingRange')).length > 0],
    [
      'definition',
      async () => (await ask<unknown[]>('Definition', at('"use": "browse"', '"use": "br'.length))).length > 0,
    ],
    ['references', async () => (await ask<vscode.Location[]>('Reference', at('"browse": ['))).length === 2],
    [
      'rename',
      async () => {
        const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          at('"browse": [', 2),
          'look',
        );
        return edit.get(document.uri).length === 2;
      },
    ],
    ['formatting', async () => Array.isArray(await ask<unknown>('FormatDocument', { tabSize: 2, insertSpaces: true }))],
    [
      'inlay hints',
      async () =>
        (await ask<vscode.InlayHint[]>('InlayHint', new vscode.Range(0, 0, document.lineCount, 0))).length > 0,
    ],
    [
      'quick fixes',
      async () =>
        (await ask<vscode.CodeAction[]>('CodeAction', new vscode.Range(at('s3cr3t'), at('s3cr3t')))).some(
          ({ title }) => title === 'Move to secret…',
        ),
    ],
    ['lenses', async () => (await ask<vscode.CodeLens[]>('CodeLens', 20)).length > 0],
  ];

  for (const [capability, works] of CAPABILITIES) {
    it(`has ${capability}`, async () => assert.ok(await works()));
  }
});
