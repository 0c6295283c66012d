import assert from 'node:assert/strict';
import { matchedLines } from '../../../src/scenario/matched-lines.ts';

/** Lines are letters. */
const matched = (before: string, after: string): (number | null)[] =>
  matchedLines(Array.from(before), Array.from(after));

describe('lines of a text and of an earlier one', () => {
  for (const [what, before, after, expected] of [
    ['the same text', 'abc', 'abc', [0, 1, 2]],
    ['lines put before', 'abc', 'xyabc', [2, 3, 4]],
    ['a line put between', 'abc', 'abxc', [0, 1, 3]],
    ['a line taken away', 'abc', 'ac', [0, null, 1]],
    ['a line edited', 'abc', 'axc', [0, 1, 2]],
    ['two lines edited', 'abcd', 'axyd', [0, 1, 2, 3]],
    ['the last line edited', 'abc', 'abx', [0, 1, 2]],
    ['a line edited and one put after it', 'abc', 'axyc', [0, null, 3]],
    ['lines moved', 'abcd', 'cdab', [null, null, 0, 1]],
    ['another text', 'ab', 'xyz', [null, null]],
    ['nothing left', 'ab', '', [null, null]],
  ] as const) {
    it(what, () => assert.deepEqual(matched(before, after), expected));
  }
});
