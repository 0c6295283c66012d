import assert from 'node:assert/strict';
import { textChanges } from '../../../src/report/text-changes.ts';

/** As `diff` writes it, hunks apart from each other by a line of dashes. */
function shown(before: string, after: string): string {
  const signs = { same: ' ', removed: '-', added: '+' };
  return textChanges(before, after)
    .hunks.map((lines) => lines.map(({ kind, text }) => `${signs[kind]}${text}`).join('\n'))
    .join('\n--\n');
}

describe('what changed in a text', () => {
  it('is nothing where it is the same', () => {
    assert.deepEqual(textChanges('a\nb', 'a\r\nb'), { added: 0, removed: 0, hunks: [] });
  });

  it('is told with three lines around it', () => {
    assert.equal(
      shown('1\n2\n3\n4\n5\n6\n7\n8\n9', '1\n2\n3\n4\nfive\n6\n7\n8\n9'),
      ' 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8',
    );
  });

  it('is in one piece where changes are near, and in several where they are not', () => {
    const lines = Array.from({ length: 20 }, (_, line) => String(line + 1));
    const changed = lines.map((line) => (['3', '6', '17'].includes(line) ? `${line}!` : line));
    assert.equal(
      shown(lines.join('\n'), changed.join('\n')),
      ' 1\n 2\n-3\n+3!\n 4\n 5\n-6\n+6!\n 7\n 8\n 9\n--\n 14\n 15\n 16\n-17\n+17!\n 18\n 19\n 20',
    );
  });

  it('counts lines from 1 in both texts', () => {
    const [hunk] = textChanges('a\nb', 'new\na\nb').hunks;
    assert.deepEqual(hunk?.slice(0, 2), [
      { kind: 'added', before: null, after: 1, text: 'new' },
      { kind: 'same', before: 1, after: 2, text: 'a' },
    ]);
  });

  it('counts what was added and removed', () => {
    const { added, removed } = textChanges('a\nb\nc', 'a\nc\nd\ne');
    assert.deepEqual([added, removed], [2, 1]);
  });
});
