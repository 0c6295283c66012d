import assert from 'node:assert/strict';
import { oneLine } from '../../../src/report/text-layout.ts';

describe('oneLine', () => {
  for (const [what, text, shown] of [
    ['a colour', 'a\u001b[31mred', 'a [31mred'],
    ['a window title', '\u001b]0;title\u0007x', ']0;title x'],
    ['an eight-bit control', 'a\u009b2Jb', 'a 2Jb'],
    ['lines', 'a\r\nb\tc', 'a b c'],
    ['writing turned around', 'invoice\u202egpj.exe\u2066', 'invoice gpj.exe'],
    ['joined pictures', '👩\u200d💻 ok', '👩\u200d💻 ok'],
  ] as const) {
    it(`lets no control of ${what} through to a terminal`, () => assert.equal(oneLine(text), shown));
  }
});
