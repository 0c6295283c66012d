import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { loadScenario, type ScenarioFiles } from '../../../src/scenario/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const page = readFileSync(path.join(ROOT, 'docs/problems.md'), 'utf8');
const entries = [
  ...page.matchAll(/^### ([a-z-]+)\n\n[^`]*?(?:`[^`\n]+`[^`]*?)*```(yaml|json)\n([\s\S]*?)\n?```$/gm),
].map(([, code = '', language = '', example = '']) => ({ code, language, example }));

/** What the examples say of their files. */
const FILES: ScenarioFiles = {
  facts(name) {
    if (name === './missing.csv') return { exists: false };
    if (name === './broken.json') return { exists: true, data: null, problem: 'It is not JSON.' };
    if (name === './empty.csv')
      return { exists: true, data: { columns: ['id'], rows: 0, firstRow: null }, problem: null };
    return null;
  },
};

/** Codes stand in the source as the first argument of what reports them, or as a member `code`. */
function codesInSource(): Set<string> {
  const codes = new Set<string>();
  const folder = path.join(ROOT, 'src/scenario');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.startsWith('generated')) continue;
    const source = readFileSync(path.join(folder, file), 'utf8');
    for (const [, code = ''] of source.matchAll(
      /(?:\breport|\bfail|\bat|explained)\((?:error, source, )?\s*'([a-z]+(?:-[a-z]+)*)'/g,
    ))
      codes.add(code);
    for (const [, code = ''] of source.matchAll(/\bcode: '([a-z]+(?:-[a-z]+)*)'/g)) codes.add(code);
  }
  return codes;
}

describe('docs/problems.md', () => {
  for (const { code, language, example } of entries) {
    it(`shows ${code} in its example`, () => {
      const allowedHosts = code === 'host-not-allowed' ? { allowedHosts: [] } : {};
      const environment = code === 'unknown-environment' ? { environment: 'stagin' } : {};
      const { problems } = loadScenario(example, `example.load.${language}`, {
        env: {},
        secrets: {},
        files: FILES,
        ...allowedHosts,
        ...environment,
      });
      const found = problems.map((problem) => problem.code);
      assert.ok(found.includes(code), `found ${found.join(', ')}`);
    });
  }

  const good = [...page.matchAll(/^```yaml good\n([\s\S]*?)^```$/gm)].map(([, example = '']) => example);
  for (const [index, example] of good.entries()) {
    it(`has what is to be written instead right, example ${index + 1}`, () =>
      assert.deepEqual(loadScenario(example, 'example.load.yaml').problems, []));
  }

  it('has every code of the source, and no other', () => {
    assert.deepEqual(entries.map(({ code }) => code).sort(), [...codesInSource()].sort());
  });
});

describe('docs/scenario-format.md', () => {
  const format = readFileSync(path.join(ROOT, 'docs/scenario-format.md'), 'utf8');
  const examples = [...format.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, example = '']) => example);
  for (const [index, example] of examples.entries()) {
    it(`has example ${index + 1} right`, () =>
      assert.deepEqual(loadScenario(example, 'example.load.yaml').problems, []));
  }
});
