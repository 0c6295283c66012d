import assert from 'node:assert/strict';
import { selectionRanges } from '../../../src/language/selection-ranges.ts';
import { parseScenario } from '../../../src/scenario/document.ts';
import { cursorIn } from './cursor.ts';
import { textAt } from './edited.ts';

function selections(marked: string): string[] {
  const { text, position } = cursorIn(marked);
  return selectionRanges(parseScenario(text, 'test.load.yaml'), position).map((range) => textAt(text, range));
}

describe('expanding a selection', () => {
  it('goes from an expression to its text, the entry, the step, the steps and the file', () =>
    assert.deepEqual(selections('vus: 1\nsteps:\n  - get: "/a/${vars.|id}"\n    name: x\n  - think: 1s'), [
      'vars.id',
      '${vars.id}',
      '/a/${vars.id}',
      '"/a/${vars.id}"',
      'get: "/a/${vars.id}"',
      'get: "/a/${vars.id}"\n    name: x',
      '- get: "/a/${vars.id}"\n    name: x\n  - think: 1s',
      'steps:\n  - get: "/a/${vars.id}"\n    name: x\n  - think: 1s',
      'vus: 1\nsteps:\n  - get: "/a/${vars.id}"\n    name: x\n  - think: 1s',
    ]));

  it('starts at a key', () => assert.deepEqual(selections('json: { "a|": 1 }').slice(0, 3), ['a', '"a"', '"a": 1']));

  it('has the whole of a file that cannot be read', () => assert.deepEqual(selections('|'), ['']));
});
