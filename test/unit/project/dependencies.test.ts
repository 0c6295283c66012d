import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

describe('dependencies', () => {
  const reasons = read('docs/dependencies.md');
  const manifest = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;

  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
    it(`${name} has its reason in docs/dependencies.md`, () => assert.ok(reasons.includes(`\`${name}\``)));
  }
});
