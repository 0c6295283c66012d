import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { loadScenario } from '../../src/scenario/index.ts';
import { readFileSync } from 'node:fs';
import { cli, TestFolder } from './cli-process.ts';

const GOOD = 'baseUrl: http://127.0.0.1:3000\nvus: 1\nduration: 1s\nsteps:\n  - get: /health\n';

describe('rampwright validate', () => {
  let folder: TestFolder;
  beforeEach(() => (folder = new TestFolder()));
  afterEach(() => folder.remove());

  it('ends with 0 for a good file', async () => {
    folder.write('good.load.yaml', GOOD);
    const result = await cli(['validate', 'good.load.yaml'], { cwd: folder.path });
    deepStrictEqual(result, { code: 0, stdout: 'No problems in 1 file.\n', stderr: '' });
  });

  it('lists problems as JSON, places counted from 1, and ends with 104', async () => {
    folder.write('good.load.yaml', GOOD);
    folder.write('bad.load.yaml', `${GOOD}thresholds:\n  http_req_duration: p(95) < fast\n`);
    const result = await cli(['validate', '--format', 'json', 'good.load.yaml', 'bad.load.yaml'], { cwd: folder.path });
    strictEqual(result.code, 104, result.stderr);
    const problems = JSON.parse(result.stdout) as Record<string, unknown>[];
    strictEqual(problems.length, 1);
    const { file, line, severity, column, code, message } = problems[0] ?? {};
    deepStrictEqual({ file, line, severity }, { file: 'bad.load.yaml', line: 7, severity: 'error' });
    deepStrictEqual([typeof column, typeof code, typeof message], ['number', 'string', 'string']);
  });

  it('is an empty list of JSON where all is well', async () => {
    folder.write('good.load.yaml', GOOD);
    const result = await cli(['validate', '--format', 'json', 'good.load.yaml'], { cwd: folder.path });
    strictEqual(result.stdout, '[]\n');
  });

  it('has a place for files that cannot be read', async () => {
    const result = await cli(['validate', '--format', 'json', 'missing.load.yaml', '.'], { cwd: folder.path });
    strictEqual(result.code, 104);
    const problems = JSON.parse(result.stdout) as { file: string; line: number; column: number; code: string }[];
    deepStrictEqual(
      problems.map(({ file, line, column, code }) => ({ file, line, column, code })),
      [
        { file: 'missing.load.yaml', line: 1, column: 1, code: 'unreadable-file' },
        { file: '.', line: 1, column: 1, code: 'unreadable-file' },
      ],
    );
  });

  it("speaks GitHub's workflow commands", async () => {
    folder.write('bad.load.yaml', 'vus: ten\nduration: 1s\nsteps: []\n');
    const result = await cli(['validate', '--format', 'github', 'bad.load.yaml'], { cwd: folder.path });
    strictEqual(result.code, 104);
    match(result.stdout, /^::error file=bad\.load\.yaml,line=1,endLine=1,col=\d+,endColumn=\d+,title=[a-z-]+::./);
  });

  it('says the very same as the editor', async () => {
    const text = `${GOOD}    header: { a: b }\n    name: x \${seq()}\nvars: { unused: 1 }\nthresholds:\n  http_req_failed: rate < 5\n`;
    folder.write('bad.load.yaml', text);
    const result = await cli(['validate', '--format', 'json', 'bad.load.yaml'], { cwd: folder.path });
    const shown = loadScenario(text, 'bad.load.yaml').problems.map(({ code, severity, message, range }) => ({
      file: 'bad.load.yaml',
      line: range.start.line + 1,
      column: range.start.character + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
      severity,
      code,
      message,
    }));
    ok(shown.length >= 3);
    deepStrictEqual(JSON.parse(result.stdout), shown);
  });

  it('makes the fixes that need no decision, and shows what is left', async () => {
    const before = `${GOOD}    header: { a: b } # kept\n    nonsense: 1\nthresholds: { http_req_duration: p95 < 500 }\n`;
    const path = folder.write('bad.load.yaml', before);
    const result = await cli(['validate', '--fix', 'bad.load.yaml'], { cwd: folder.path });
    strictEqual(result.code, 104);
    match(result.stdout, /nonsense[^]*1 error in 1 file\.\n$/);
    strictEqual(
      readFileSync(path, 'utf8'),
      `${GOOD}    headers: { a: b } # kept\n    nonsense: 1\nthresholds: { http_req_duration: p(95) < 500 }\n`,
    );
  });

  it('speaks SARIF', async () => {
    folder.write('bad.load.yaml', 'vus: ten\nduration: 1s\nsteps: []\n');
    const result = await cli(['validate', '--format', 'sarif', 'bad.load.yaml'], { cwd: folder.path });
    strictEqual(result.code, 104);
    const { version, runs } = JSON.parse(result.stdout) as {
      version: string;
      runs: { results: { ruleId: string }[] }[];
    };
    strictEqual(version, '2.1.0');
    deepStrictEqual(
      runs[0]?.results.map(({ ruleId }) => ruleId),
      ['wrong-type'],
    );
  });

  it('finds what is no YAML', async () => {
    folder.write('bad.load.yaml', 'steps: [\n');
    const result = await cli(['validate', 'bad.load.yaml'], { cwd: folder.path });
    strictEqual(result.code, 104);
    match(result.stdout, /^bad\.load\.yaml:\d+:\d+: error: /);
    match(result.stdout, /1 error in 1 file\.\n$/);
  });
});
