import assert from 'node:assert/strict';
import { sarifLog } from '../../../src/cli/sarif.ts';
import type { FileProblem } from '../../../src/cli/problem-text.ts';
import { loadScenario } from '../../../src/scenario/index.ts';

function problemsOf(text: string, file: string): FileProblem[] {
  return loadScenario(text, file).problems.map((problem) => ({ ...problem, file, text }));
}

const TEXT = 'baseUrl: http://localhost:3000\nduration: 1s\nvus: 1\nvus: 2\nsteps:\n  - get: /\n    header: { a: b }\n';

describe('SARIF of problems', () => {
  const log = sarifLog(problemsOf(TEXT, './load tests/a.load.yaml'), '1.2.3');
  const [run] = log.runs;
  assert.ok(run);

  it('names the tool, its version and how columns are counted', () => {
    assert.equal(log.version, '2.1.0');
    assert.match(log.$schema ?? '', /sarif-schema-2\.1\.0\.json$/);
    assert.deepEqual([run.tool.driver.name, run.tool.driver.version], ['Rampwright', '1.2.3']);
    assert.equal(run.columnKind, 'utf16CodeUnits');
  });

  it('has a rule with its meaning for each code', () => {
    const rules = run.tool.driver.rules ?? [];
    assert.deepEqual(
      rules.map(({ id }) => id),
      ['duplicate-key', 'unknown-key'],
    );
    for (const { help, fullDescription, defaultConfiguration } of rules) {
      assert.match(help?.markdown ?? '', /```yaml\n/);
      assert.doesNotMatch(fullDescription?.text ?? '`', /`/);
      assert.equal(defaultConfiguration?.level, 'error');
    }
  });

  it('has a result for each problem, at its place, with its rule, its relations and its fixes', () => {
    const [duplicate, unknown, ...more] = run.results ?? [];
    assert.deepEqual(more, []);
    const artifactLocation = { uri: 'load%20tests/a.load.yaml' };
    assert.deepEqual(duplicate?.relatedLocations, [
      {
        physicalLocation: {
          artifactLocation,
          region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 4 },
        },
        message: { text: '`vus` stands here first.' },
      },
    ]);
    assert.deepEqual(unknown, {
      ruleId: 'unknown-key',
      ruleIndex: 1,
      level: 'error',
      message: { text: 'A request has no key `header`. Did you mean `headers`?' },
      locations: [
        {
          physicalLocation: {
            artifactLocation,
            region: { startLine: 7, startColumn: 5, endLine: 7, endColumn: 11 },
          },
        },
      ],
      fixes: [
        {
          description: { text: 'Change to `headers`' },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [
                {
                  deletedRegion: { startLine: 7, startColumn: 5, endLine: 7, endColumn: 11 },
                  insertedContent: { text: 'headers' },
                },
              ],
            },
          ],
        },
        {
          description: { text: 'Remove `header`' },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [{ deletedRegion: { startLine: 7, startColumn: 1, endLine: 8, endColumn: 1 } }],
            },
          ],
        },
      ],
    });
  });

  it('calls information and hints notes', () => {
    const text = 'baseUrl: http://localhost:3000\nduration: 1s\nvars: { a: 1 }\nsteps: [{ get: / }]\n';
    const { runs } = sarifLog(problemsOf(text, 'a.load.yaml'), '1.2.3');
    assert.deepEqual(
      runs[0]?.results?.map(({ level }) => level),
      ['note'],
    );
  });

  it('has files elsewhere as URLs, and no results where all is well', () => {
    const { runs } = sarifLog(problemsOf('', '/tmp/a.load.yaml'), '1.2.3');
    assert.equal(
      runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri,
      'file:///tmp/a.load.yaml',
    );
    assert.deepEqual(sarifLog([], '1.2.3').runs[0]?.results, []);
  });

  it('replaces only places that are in the file', () => {
    const lines = TEXT.split('\n');
    for (const { fixes = [] } of run.results ?? []) {
      for (const { replacements } of fixes.flatMap(({ artifactChanges }) => artifactChanges)) {
        for (const { deletedRegion: region } of replacements) {
          assert.ok((region.startLine ?? 0) >= 1 && (region.endLine ?? 0) <= lines.length);
          assert.ok((region.startColumn ?? 0) >= 1 && (region.endColumn ?? 0) >= 1);
        }
      }
    }
  });
});
