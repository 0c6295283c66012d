import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { loadScenario } from '../../src/scenario/index.ts';
import { closeAll, eventually, extension, openScenario, type } from './workspace.ts';

const GOOD = 'baseUrl: http://127.0.0.1:1\nvus: 1\nduration: 1s\nsteps:\n  - get: /a\n';

const diagnosticsOf = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Rampwright');

async function completionsAt(document: vscode.TextDocument, line: number, character: number): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    new vscode.Position(line, character),
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('writing a scenario', () => {
  before(extension);
  afterEach(closeAll);

  it('has a language of its own, in YAML and in JSON', async () => {
    assert.equal((await openScenario(GOOD)).languageId, 'rampwright');
    assert.equal((await openScenario(GOOD, 'yml')).languageId, 'rampwright');
    assert.equal((await openScenario('{}', 'json')).languageId, 'rampwright-json');
  });

  it('shows problems as they are typed, in the words of validate, and takes them back', async () => {
    const document = await openScenario(GOOD);
    const wrong = GOOD.replace('duration: 1s', 'durration: 1s');
    await type(document, wrong);
    const [first] = await eventually(
      'A diagnostic',
      () => (diagnosticsOf(document).length > 0 ? diagnosticsOf(document) : null),
      vscode.languages.onDidChangeDiagnostics,
    );
    const [expected] = loadScenario(wrong, 'x.load.yaml').problems;
    assert.equal(first?.message, expected?.message);
    assert.equal(first?.code, expected?.code);
    assert.equal(first?.range.start.line, 2);
    await type(document, GOOD);
    await eventually(
      'An end of the diagnostics',
      () => diagnosticsOf(document).length === 0,
      vscode.languages.onDidChangeDiagnostics,
    );
  });

  it('fills a file with a whole scenario where somebody asks for one, and proposes none at a key', async () => {
    const document = await openScenario('');
    await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'rampwright', name: 'Baseline' });
    assert.match(document.getText(), /^name: Gateway baseline\nbaseUrl: http:\/\/localhost:3000\nvus: 10\n/);
    await type(document, GOOD + 'th');
    const proposed = await completionsAt(document, 5, 2);
    assert.ok(proposed.includes('thresholds'), proposed.join(', '));
    assert.ok(!proposed.includes('Baseline'), proposed.join(', '));
  });

  it('completes executors, keys in flow maps, and conditions', async () => {
    const document = await openScenario(
      'scenarios:\n  a:\n    executor: \n    steps:\n      - { get: /a,  }\nthresholds:\n  http_req_duration: \n',
    );
    const executors = await completionsAt(document, 2, 14);
    assert.ok(executors.includes('ramping-vus') && executors.includes('per-vu-iterations'), executors.join(' '));
    assert.ok((await completionsAt(document, 4, 18)).includes('expect'));
    assert.ok((await completionsAt(document, 6, 21)).includes('p(95) < 500ms'));
  });

  it('completes in JSON scenarios', async () => {
    const document = await openScenario('{\n  "vus": 1,\n  ""\n}', 'json');
    assert.ok((await completionsAt(document, 2, 3)).includes('thresholds'));
  });

  it('explains keys on hover', async () => {
    const document = await openScenario(GOOD);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(1, 1),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
    assert.match(text, /virtual users/);
  });

  it('offers what the file declares, and what the editor shows of it', async () => {
    const document = await openScenario(
      [
        'baseUrl: http://127.0.0.1:1',
        'vars: { email: a@example.com }',
        'scenarios:',
        '  a:',
        '    executor: constant-vus',
        '    ',
        '    steps:',
        '      - get: /a',
        '        capture: { id: json.id }',
        '      - get: /b/${}',
        'thresholds:',
        '  "http_reqs{scenario:}": count > 1',
      ].join('\n'),
    );
    (await extension()).scenarios.check(document);
    const keys = await completionsAt(document, 5, 4);
    assert.ok(keys.includes('vus') && keys.includes('duration'), keys.join(' '));
    assert.ok(!keys.includes('stages') && !keys.includes('rate'), keys.join(' '));
    const names = await completionsAt(document, 9, 18);
    assert.ok(names.includes('id') && names.includes('vars') && names.includes('uuid'), names.join(' '));
    assert.deepEqual(await completionsAt(document, 11, 22), ['a']);
  });

  it('replaces the whole word, or only what is before the cursor, as the editor is set', async () => {
    const document = await openScenario('scenarios:\n  a:\n    executor: ramping\n');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(2, 18),
    );
    const range = items.find(({ label }) => label === 'constant-vus')?.range;
    assert.ok(range && 'inserting' in range);
    assert.deepEqual([range.inserting.end.character, range.replacing.end.character], [18, 21]);
  });

  it('shows how much load a scenario makes, and what its base URL comes to', async () => {
    const document = await openScenario(
      'baseUrl: ${env.?NOT_SET_HERE.orValue("http://127.0.0.1:1")}\nscenarios:\n  a:\n    rate: 10\n    duration: 1m\n    maxVUs: 5\n    steps: [{ get: /a }]\n',
    );
    (await extension()).scenarios.check(document);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    assert.deepEqual(
      hints.map(({ position, label }) => [position.line, label]),
      [
        [0, '→ http://127.0.0.1:1'],
        [5, '10/s · 1m · 600 requests'],
      ],
    );
  });

  it('draws the load on hover over stages', async () => {
    const document = await openScenario(
      'baseUrl: http://127.0.0.1:1\nstages: [{ duration: 1m, target: 10 }]\nsteps: [{ get: /a }]\n',
    );
    (await extension()).scenarios.check(document);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(1, 2),
    );
    const [content] = hovers.flatMap(({ contents }) => contents);
    assert.ok(content instanceof vscode.MarkdownString && content.value.startsWith('![](data:image/svg+xml,'));
    assert.match(content.value, /Up to 10 VUs in 1m/);
  });

  it('has lenses above the file, its scenarios and its thresholds', async () => {
    const document = await openScenario(
      [
        '# Two',
        'baseUrl: http://127.0.0.1:1',
        'scenarios:',
        '  a: { executor: constant-vus, vus: 1, duration: 1s, steps: [{ get: /a }] }',
        '  b: { executor: constant-vus, vus: 1, duration: 1s, steps: [{ get: /b }] }',
        'thresholds:',
        '  http_req_failed: rate < 1%',
      ].join('\n'),
    );
    const { tree } = await extension();
    tree.itemOf(document);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      20,
    );
    assert.deepEqual(lenses.map(({ range, command }) => `${range.start.line} ${command?.title ?? ''}`).sort(), [
      '1 $(play) Run',
      '1 Debug',
      '1 Run once',
      '3 $(play) Run only a',
      '3 $(play) Send',
      '4 $(play) Run only b',
      '4 $(play) Send',
      '5 $(play) Run',
    ]);
  });
});
