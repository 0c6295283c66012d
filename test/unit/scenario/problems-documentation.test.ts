import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { loadScenario, type ScenarioFiles } from '../../../src/scenario/index.ts';
import { PROBLEM_CODES, type ProblemCode } from '../../../src/scenario/problem-codes.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const page = readFileSync(path.join(ROOT, 'docs/problems.md'), 'utf8');
const sections = page.split(/^##+ /m).flatMap((section) => {
  const [, code = '', text = ''] = /^([a-z]+(?:-[a-z]+)*)\n([^]*)$/.exec(section) ?? [];
  return code === '' ? [] : [{ code, text }];
});
const examples = sections.flatMap(({ code, text }) => {
  const [, language = '', example = ''] = /^```(yaml|json)\n([^]*?)\n?^```$/m.exec(text) ?? [];
  return language === '' ? [] : [{ code, language, example }];
});

/** What no text of a scenario can show. */
const WITHOUT_EXAMPLE: readonly ProblemCode[] = ['unreadable-file'];

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

/** All of src but the list of codes itself. */
const source = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('generated') && !file.endsWith('problem-codes.ts'))
  .map((file) => readFileSync(path.join(ROOT, 'src', file), 'utf8'))
  .join('\n');

describe('docs/problems.md', () => {
  for (const { code, language, example } of examples) {
    it(`shows ${code} in its example`, () => {
      const allowedHosts = code === 'host-not-allowed' ? { allowedHosts: [] } : {};
      const environment = code === 'unknown-environment' ? { environment: 'stagin' } : {};
      const { problems } = loadScenario(example, `example.load.${language}`, {
        env: {},
        unpickedSeverity: 'information',
        secrets: {},
        files: FILES,
        ...allowedHosts,
        ...environment,
      });
      const found = problems.map<string>((problem) => problem.code);
      assert.ok(found.includes(code), `found ${found.join(', ')}`);
    });
  }

  const good = [...page.matchAll(/^```yaml good\n([\s\S]*?)^```$/gm)].map(([, example = '']) => example);
  for (const [index, example] of good.entries()) {
    it(`has what is to be written instead right, example ${index + 1}`, () =>
      assert.deepEqual(loadScenario(example, 'example.load.yaml').problems, []));
  }

  it('has a section for every code, in their order, and no other', () =>
    assert.deepEqual(
      sections.map(({ code }) => code),
      PROBLEM_CODES,
    ));

  it('has an example of every code that a text can have', () => {
    const shown = new Set<string>(examples.map(({ code }) => code));
    assert.deepEqual(
      PROBLEM_CODES.filter((code) => !shown.has(code)),
      WITHOUT_EXAMPLE,
    );
  });

  it('knows no code that nothing reports', () =>
    assert.deepEqual(
      PROBLEM_CODES.filter((code) => !source.includes(`'${code}'`)),
      [],
    ));
});

describe('docs/scenario-format.md', () => {
  const format = readFileSync(path.join(ROOT, 'docs/scenario-format.md'), 'utf8');
  const examples = [...format.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, example = '']) => example);
  for (const [index, example] of examples.entries()) {
    it(`has example ${index + 1} right`, () =>
      assert.deepEqual(loadScenario(example, 'example.load.yaml').problems, []));
  }
});
