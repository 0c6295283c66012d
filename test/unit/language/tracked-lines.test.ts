import assert from 'node:assert/strict';
import type { SourceRange } from '../../../src/scenario/range.ts';
import { rangeAfter, TrackedLines } from '../../../src/language/tracked-lines.ts';

const range = (startLine: number, startCharacter: number, endLine: number, endCharacter: number): SourceRange => ({
  start: { line: startLine, character: startCharacter },
  end: { line: endLine, character: endCharacter },
});

describe('lines that ran, followed through edits', () => {
  const cases: readonly [name: string, edit: SourceRange, text: string, after: readonly (number | null)[]][] = [
    ['typing inside a line moves nothing', range(1, 2, 1, 2), 'x', [0, 1, 2, 3]],
    ['a line put above pushes lines down', range(1, 0, 1, 0), 'new\n', [0, 2, 3, 4]],
    ['a line begun behind a line pushes the next ones down', range(1, 3, 1, 3), '\n  x', [0, 1, 3, 4]],
    ['a line deleted with its end is gone', range(1, 0, 2, 0), '', [0, null, 1, 2]],
    ['a line deleted with the end before it is gone', range(0, 3, 1, 3), '', [0, null, 1, 2]],
    ['two lines replaced by one are gone', range(1, 0, 2, 3), 'x', [0, null, null, 2]],
    ['lines before an edit stay', range(3, 0, 3, 3), 'x\ny\nz', [0, 1, 2, 3]],
  ];
  for (const [name, edit, text, after] of cases) {
    it(name, () => {
      const lines = new TrackedLines('one\ntwo\nthr\nfou');
      lines.apply(edit, text);
      assert.deepEqual(
        [0, 1, 2, 3].map((line) => lines.lineOf(line)),
        after,
      );
    });
  }

  it('an undone edit leaves a line unedited', () => {
    const lines = new TrackedLines('one\ntwo');
    lines.apply(range(1, 3, 1, 3), '!');
    assert.equal(lines.isEdited(1, 'two!'), true);
    lines.apply(range(1, 3, 1, 4), '');
    assert.equal(lines.isEdited(1, 'two'), false);
  });

  it('moves a range, and says where it was deleted', () => {
    assert.deepEqual(rangeAfter(range(2, 2, 2, 9), range(0, 0, 0, 0), 2), range(4, 2, 4, 9));
    assert.equal(rangeAfter(range(2, 2, 2, 9), range(1, 0, 3, 0), 0), null);
  });
});
