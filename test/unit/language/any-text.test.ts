import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadScenario } from '../../../src/scenario/index.ts';
import { complete } from '../../../src/language/completion.ts';
import { hover } from '../../../src/language/hover.ts';
import { inlayHints, profileLines } from '../../../src/language/inlay-hints.ts';
import { NOTHING_KNOWN } from '../../../src/language/known.ts';
import { loadProfile, profileSvg, MID_TONES } from '../../../src/language/load-profile.ts';
import { largeScenario } from '../../../bench/authoring/large-scenario.ts';

const ROOT = join(import.meta.dirname, '../../..');
const EXAMPLES = [
  ...globSync('examples/**/*.load.{yaml,json}', { cwd: ROOT }).map((file) => readFileSync(join(ROOT, file), 'utf8')),
  largeScenario(),
];
const SIGNS: readonly string[] = Array.from(' \n\t:-{}[]",\'#$.|>&*!%@`?~0a()');

/** All that is asked of a text while it is typed; throws where one of it does. */
function askAll(text: string, offset: number, known: string): void {
  const before = text.slice(0, offset).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const { model } = loadScenario(known, 'x.load.yaml');
  for (const { textEdit } of complete(text, position, { ...NOTHING_KNOWN, last: { text: known, model } })) {
    assert.ok(textEdit && 'insert' in textEdit);
    const { insert, replace } = textEdit;
    // What the editor asks of ranges: one line, around the cursor.
    assert.deepEqual([insert.start, insert.end], [replace.start, position]);
    assert.ok(insert.start.line === position.line && replace.end.line === position.line);
    assert.ok(insert.start.character <= position.character && replace.end.character >= position.character);
  }
  hover(text, position, { ...NOTHING_KNOWN, last: { text: known, model } });
}

const edit = fc.record({
  example: fc.nat(EXAMPLES.length - 1),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  sign: fc.constantFrom(...SIGNS),
  how: fc.constantFrom('insert', 'delete', 'replace', 'cut off'),
});

describe('authoring of any text', () => {
  it('survives every edit of a character, and every beginning, of the examples', () => {
    fc.assert(
      fc.property(edit, ({ example, at, sign, how }) => {
        const whole = EXAMPLES[example] ?? '';
        const offset = Math.floor(at * whole.length);
        const put = how === 'insert' || how === 'replace' ? sign : '';
        const rest = how === 'cut off' ? '' : whole.slice(offset + (how === 'insert' ? 0 : 1));
        askAll(whole.slice(0, offset) + put + rest, offset + put.length, whole);
      }),
      { numRuns: 100 },
    );
  }).timeout(60_000);

  it('survives texts that are no scenarios', () => {
    const text = fc.string({
      unit: fc.constantFrom(...SIGNS, 'vus', 'steps:\n', '- get: /', '${vars.', 'thresholds:\n  '),
    });
    fc.assert(
      fc.property(text, fc.nat(), (any, at) => {
        askAll(any, any.length === 0 ? 0 : at % any.length, any);
        const loaded = loadScenario(any, 'x.load.yaml');
        inlayHints(loaded, () => null);
        for (const { scenario } of profileLines(loaded)) {
          profileSvg(loadProfile(scenario.executor), { width: 10, height: 10, ...MID_TONES, labels: true });
        }
      }),
      { numRuns: 100 },
    );
  }).timeout(60_000);
});
