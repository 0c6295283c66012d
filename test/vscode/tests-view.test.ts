import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestTree } from '../../src/extension/test-tree.ts';
import { closeAll, extension, openScenario } from './workspace.ts';

const TWO = `
baseUrl: http://127.0.0.1:1
scenarios:
  readers: { executor: constant-vus, vus: 1, duration: 1s, steps: [{ get: /a }] }
  writers: { executor: constant-vus, vus: 1, duration: 1s, steps: [{ post: /b }] }
thresholds:
  http_req_failed: rate < 1%
  "http_req_duration{scenario:readers}": p(95) < 100ms
  "http_req_duration{scenario:writers}": { expect: p(95) < 200ms, name: Writing is fast }
`;

/** The tree below an item as text, with lines as people count them. */
function rendered(item: vscode.TestItem, indent = ''): string[] {
  const line = item.range ? ` :${item.range.start.line + 1}` : '';
  const children = [...item.children].map(([, child]) => child).sort((a, b) => sortKey(a).localeCompare(sortKey(b)));
  return [`${indent}${item.label}${line}`, ...children.flatMap((child) => rendered(child, `${indent}  `))];
}

const sortKey = (item: vscode.TestItem): string => item.sortText ?? item.label;

describe('the test tree', () => {
  let tree: TestTree;
  before(async () => {
    ({ tree } = await extension());
  });
  afterEach(closeAll);

  it('is file › scenario › thresholds, with thresholds of several scenarios beside them', async () => {
    const document = await openScenario(TWO);
    const [, ...rows] = rendered(tree.itemOf(document));
    assert.deepEqual(rows, [
      '  readers :4',
      '    http_req_duration{scenario:readers}: p(95) < 100ms :8',
      '  writers :5',
      '    Writing is fast :9',
      '  http_req_failed: rate < 1% :7',
    ]);
  });

  it('has all thresholds below the only scenario', async () => {
    const document = await openScenario(
      'baseUrl: http://127.0.0.1:1\nvus: 1\nduration: 1s\nsteps:\n  - get: /\nthresholds:\n  http_reqs: count > 1\n',
    );
    const [, ...rows] = rendered(tree.itemOf(document));
    assert.deepEqual(rows, ['  default :4', '    http_reqs: count > 1 :7']);
  });

  it('follows an edit in the same tick', async () => {
    const document = await openScenario(TWO);
    const item = tree.itemOf(document);
    let rows: string[] = [];
    const listening = vscode.workspace.onDidChangeTextDocument(() => (rows = rendered(item)));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# one\n# two\n');
    await vscode.workspace.applyEdit(edit);
    listening.dispose();
    assert.ok(rows.includes('  readers :6'), rows.join('\n'));
    assert.ok(rows.includes('  http_req_failed: rate < 1% :9'), rows.join('\n'));
  });
});
