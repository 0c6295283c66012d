import assert from 'node:assert/strict';
import { topLevelKeys } from '../../../src/language/top-level-keys.ts';

describe('the outermost keys of a file', () => {
  const cases: readonly [name: string, text: string, keys: Record<string, number>][] = [
    ['of YAML', '# Checkout\nname: Checkout\nvus: 10\nsteps:\n  - get: /\n', { name: 1, vus: 2, steps: 3 }],
    ['with quotes', '"thresholds":\n  http_reqs: count > 1\n', { thresholds: 0 }],
    ['of YAML that is being typed', 'vus: [\nsteps:\n  - ge', { vus: 0, steps: 1 }],
    ['of JSON with comments', '// Checkout\n{\n  "vus": 10,\n  "steps": [\n', { vus: 2, steps: 3 }],
    ['of nothing', '', {}],
  ];
  for (const [name, text, keys] of cases) {
    it(name, () => assert.deepEqual(Object.fromEntries(topLevelKeys(text)), keys));
  }
});
