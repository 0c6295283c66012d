import assert from 'node:assert/strict';
import { folds } from '../../../src/language/folding.ts';

/** `0-2 comment` for each fold. */
function shown(text: string, fileName = 'test.load.yaml'): string[] {
  return folds(text, fileName).map(({ start, end, kind }) => `${start}-${end}${kind === undefined ? '' : ` ${kind}`}`);
}

describe('folding', () => {
  it('folds sections and steps', () =>
    assert.deepEqual(
      shown('vus: 1\nsteps:\n  - get: /a\n    headers:\n      accept: x\n  - think: 1s\n\n\nthresholds:\n  a: b\n'),
      ['1-5', '2-4', '3-4', '8-9'],
    ));

  it('folds a list that is not indented under its key', () =>
    assert.deepEqual(shown('steps:\n- get: /a\n  name: a\n- get: /b\nvus: 1'), ['0-3', '1-2']));

  it('folds texts of several lines, whatever is in them', () =>
    assert.deepEqual(shown('steps:\n  - post: /a\n    body: |\n      # no comment\n      a:\n        b\n    name: x'), [
      '0-6',
      '1-6',
      '2-5',
      '4-5',
    ]));

  it('folds flow maps over several lines with their closing bracket', () =>
    assert.deepEqual(shown('json: {\n  a: 1,\n  b: 2\n}\nvus: 1'), ['0-3']));

  it('folds blocks of comments and regions', () =>
    assert.deepEqual(shown('# one\n# two\nvus: 1\n# region load\n# three\n# four\nduration: 1s\n# endregion\n# last'), [
      '0-1 comment',
      '3-7 region',
      '4-5 comment',
    ]));

  it('folds objects, lists and comments of JSON, and leaves the closing bracket to be seen', () =>
    assert.deepEqual(
      shown(
        '{\n  // one\n  // two\n  "steps": [\n    {\n      "get": "/a"\n    }\n  ]\n  /* a\n  b */\n}',
        'a.load.json',
      ),
      ['0-9', '1-2 comment', '3-6', '4-5', '8-9 comment'],
    ));

  it('has none for nothing', () => {
    assert.deepEqual(shown(''), []);
    assert.deepEqual(shown('}\n}\n'), []);
    assert.deepEqual(shown('{ [ "', 'a.load.json'), []);
  });
});
