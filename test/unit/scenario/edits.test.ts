import assert from 'node:assert/strict';
import { parseScenario, type SourceDocument } from '../../../src/scenario/document.ts';
import { editOf, type Change } from '../../../src/scenario/edits.ts';
import { entryOf, nodeAt, type MapNode, type SourcePath, type Span } from '../../../src/scenario/source.ts';
import { applied } from './apply-fix.ts';

function changed(text: string, change: (document: SourceDocument) => Change, name = 'a.load.yaml'): string | null {
  const document = parseScenario(text, name);
  assert.deepEqual(document.problems, []);
  const edit = editOf(change(document), document);
  if (!edit) return null;
  const after = applied(text, [edit]);
  assert.deepEqual(parseScenario(after, name).problems, [], after);
  return after;
}

function mapAt(document: SourceDocument, path: SourcePath): MapNode {
  const node = nodeAt(document.root, path);
  assert.ok(node?.kind === 'map');
  return node;
}

function keyAt(document: SourceDocument, path: SourcePath): Span {
  const entry = entryOf(nodeAt(document.root, path.slice(0, -1)), String(path.at(-1)));
  assert.ok(entry);
  return entry.keySpan;
}

function valueAt(document: SourceDocument, path: SourcePath): Span {
  const node = nodeAt(document.root, path);
  assert.ok(node);
  return node.span;
}

describe('inserting a key', () => {
  const table: [what: string, before: string, path: SourcePath, after: string][] = [
    ['a block map', 'a:\n  b: 1 # one\nc: 2\n', ['a'], 'a:\n  b: 1 # one\n  new: x\nc: 2\n'],
    ['a file without a last line break', 'a: 1', [], 'a: 1\nnew: x'],
    ['the item of a list', 'a:\n  - b: 1\n  - c: 1\n', ['a', 0], 'a:\n  - b: 1\n    new: x\n  - c: 1\n'],
    ['what ends with a list', 'a:\n  b:\n    - 1\nc: 2\n', ['a'], 'a:\n  b:\n    - 1\n  new: x\nc: 2\n'],
    [
      'what ends with a long text',
      'a:\n  b: |\n    1\n    2\nc: 2\n',
      ['a'],
      'a:\n  b: |\n    1\n    2\n  new: x\nc: 2\n',
    ],
    ['a flow map', 'a: { b: 1 }\n', ['a'], 'a: { b: 1, new: x }\n'],
    ['an empty flow map', 'a: {}\n', ['a'], 'a: { new: x }\n'],
    ['a flow map over lines', 'a: {\n  b: 1,\n}\n', ['a'], 'a: {\n  b: 1,\n  new: x,\n}\n'],
    ['a key without a value', 'a:\n  b:\nc: 1\n', ['a'], 'a:\n  b:\n  new: x\nc: 1\n'],
    ['what ends with an alias', 'a: &a\n  b: 1\nc:\n  d: *a\n', ['c'], 'a: &a\n  b: 1\nc:\n  d: *a\n  new: x\n'],
    [
      'what takes in other keys',
      'a: &a\n  b: 1\nc:\n  d: 1\n  <<: *a\n',
      ['c'],
      'a: &a\n  b: 1\nc:\n  d: 1\n  new: x\n  <<: *a\n',
    ],
    ['lines that end with CR LF', 'a:\r\n  b: 1\r\nc: 1\r\n', ['a'], 'a:\r\n  b: 1\r\n  new: x\r\nc: 1\r\n'],
  ];
  for (const [what, before, path, after] of table) {
    it(`at the end of ${what}`, () => {
      const result = changed(before, (document) => ({
        kind: 'insert',
        map: mapAt(document, path),
        key: 'new',
        value: 'x',
      }));
      assert.equal(result, after);
    });
  }

  it('at the beginning, before what is there', () => {
    const insert =
      (path: SourcePath) =>
      (document: SourceDocument): Change => ({
        kind: 'insert',
        map: mapAt(document, path),
        key: 'new',
        value: 'x',
        where: 'first',
      });
    assert.equal(changed('# note\na: 1\n', insert([])), '# note\nnew: x\na: 1\n');
    assert.equal(changed('a:\n  - b: 1\n', insert(['a', 0])), 'a:\n  - new: x\n    b: 1\n');
    assert.equal(changed('a: { b: 1 }\n', insert(['a'])), 'a: { new: x, b: 1 }\n');
  });

  it('in JSON, with quotes', () => {
    const insert = (document: SourceDocument): Change => ({
      kind: 'insert',
      map: mapAt(document, []),
      key: 'b',
      value: '30s',
    });
    assert.equal(changed('{ "a": 1 }', insert, 'a.load.json'), '{ "a": 1, "b": "30s" }');
    assert.equal(changed('{\n  "a": 1\n}\n', insert, 'a.load.json'), '{\n  "a": 1,\n  "b": "30s"\n}\n');
    assert.equal(changed('{}', insert, 'a.load.json'), '{ "b": "30s" }');
  });

  it('with lists and maps as values', () => {
    const steps = [{ get: '/health', expect: { status: 200 } }, { think: '1s' }];
    const insert = (document: SourceDocument): Change => ({
      kind: 'insert',
      map: mapAt(document, []),
      key: 'steps',
      value: steps,
    });
    assert.equal(
      changed('vus: 1\n', insert),
      'vus: 1\nsteps:\n  - get: /health\n    expect:\n      status: 200\n  - think: 1s\n',
    );
    assert.equal(
      changed('{"vus": 1}', insert, 'a.load.json'),
      '{"vus": 1, "steps": [{ "get": "/health", "expect": { "status": 200 } }, { "think": "1s" }]}',
    );
  });
});

describe('removing a key', () => {
  const table: [what: string, before: string, path: SourcePath, after: string | null][] = [
    ['with its line and the comment in it', 'a: 1\nb: 2 # two\nc: 3\n', ['b'], 'a: 1\nc: 3\n'],
    ['with its whole block', 'a: 1\nb:\n  - 1\n  - 2\nc: 3\n', ['b'], 'a: 1\nc: 3\n'],
    ['at the end of the file', 'a: 1\nb: 2', ['b'], 'a: 1'],
    ['after which a comment of its own line stays', 'a: 1\nb: 2\n# about c\nc: 3\n', ['b'], 'a: 1\n# about c\nc: 3\n'],
    ['first in an item of a list', 'a:\n  - b: 1\n    c: 2\n', ['a', 0, 'b'], 'a:\n  - c: 2\n'],
    ['last in an item of a list', 'a:\n  - b: 1\n    c: 2\n', ['a', 0, 'c'], 'a:\n  - b: 1\n'],
    ['alone in a map, and the map', 'a:\n  b: 1\nc: 2\n', ['a', 'b'], 'c: 2\n'],
    ['alone in an item, and the item', 'a:\n  - b: 1\n  - c: 1\n', ['a', 0, 'b'], 'a:\n  - c: 1\n'],
    ['alone in the file: nothing is done', 'a: 1\n', ['a'], null],
    ['first in a flow map', 'a: { b: 1, c: 2 }\n', ['a', 'b'], 'a: { c: 2 }\n'],
    ['last in a flow map', 'a: { b: 1, c: 2 }\n', ['a', 'c'], 'a: { b: 1 }\n'],
    ['alone in a flow map, and the map', 'a: { b: 1 }\nc: 2\n', ['a', 'b'], 'c: 2\n'],
    ['with an alias', 'a: &a 1\nb: *a\nc: 3\n', ['b'], 'a: &a 1\nc: 3\n'],
    ['with a long text', 'a: 1\nb: |\n  one\n  two\nc: 3\n', ['b'], 'a: 1\nc: 3\n'],
    ['without a value', 'a: 1\nb:\nc: 3\n', ['b'], 'a: 1\nc: 3\n'],
    ['without a value, in a flow map', 'x: { a: 1, b: }\n', ['x', 'b'], 'x: { a: 1}\n'],
  ];
  for (const [what, before, path, after] of table) {
    it(what, () => {
      assert.equal(
        changed(before, (document) => ({ kind: 'remove', keySpan: keyAt(document, path) })),
        after,
      );
    });
  }

  it('in JSON over lines', () => {
    const text = '{\n  "a": 1, // one\n  "b": 2 // two\n}\n';
    const remove =
      (key: string) =>
      (document: SourceDocument): Change => ({ kind: 'remove', keySpan: keyAt(document, [key]) });
    assert.equal(changed(text, remove('a'), 'a.load.json'), '{\n  "b": 2 // two\n}\n');
    assert.equal(changed(text, remove('b'), 'a.load.json'), '{\n  "a": 1, // one\n}\n');
  });
});

describe('replacing', () => {
  const table: [what: string, before: string, path: SourcePath, value: string | number, after: string][] = [
    ['a number by a text', 'a: 30\n', ['a'], '30s', 'a: 30s\n'],
    ['a text in double quotes keeps them', 'a: "x"\n', ['a'], 'y', 'a: "y"\n'],
    ['a text in single quotes keeps them', "a: 'x'\n", ['a'], "it's", "a: 'it''s'\n"],
    ['a plain text gets quotes where it needs them', 'a: x\n', ['a'], '${secret.X}', 'a: "${secret.X}"\n'],
    ['a text that would be a number gets quotes', 'a: x\n', ['a'], '30', 'a: "30"\n'],
  ];
  for (const [what, before, path, value, after] of table) {
    it(what, () => {
      assert.equal(
        changed(before, (document) => ({ kind: 'replace', at: valueAt(document, path), value })),
        after,
      );
    });
  }

  it('a key keeps its quotes', () => {
    const rename = (document: SourceDocument): Change => ({ kind: 'replace', at: keyAt(document, ['a']), value: 'b' });
    assert.equal(changed('"a": 1\n', rename), '"b": 1\n');
    assert.equal(changed('a: 1\n', rename), 'b: 1\n');
    assert.equal(changed('{ "a": 1 }', rename, 'a.load.json'), '{ "b": 1 }');
  });

  it('a number in JSON becomes a text in quotes', () => {
    const replace = (document: SourceDocument): Change => ({
      kind: 'replace',
      at: valueAt(document, ['a']),
      value: '30s',
    });
    assert.equal(changed('{ "a": 30 }', replace, 'a.load.json'), '{ "a": "30s" }');
  });

  it('a piece of a text is escaped as its quotes want it', () => {
    const piece = (text: string): string | null => {
      const start = text.indexOf('X');
      return changed(text, () => ({ kind: 'replace', at: { start, end: start + 1 }, value: 'f("é")' }));
    };
    assert.equal(piece('a: "${X}"\n'), 'a: "${f(\\"é\\")}"\n');
    assert.equal(piece("a: '${X}'\n"), 'a: \'${f("é")}\'\n');
    assert.equal(piece('a: /p/${X}\n'), 'a: /p/${f("é")}\n');
  });
});
