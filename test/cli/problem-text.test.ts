import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { problemGithub, problemJson, problemTally, problemText, type FileProblem } from '../../src/cli/problem-text.ts';
import { palette } from '../../src/report/text-layout.ts';

const text = 'vus: 10\nduratoin: 30s\n\tsteps: 支払い: 7\n';

function problem(line: number, from: number, to: number, more: Partial<FileProblem> = {}): FileProblem {
  return {
    file: 'loads/checkout.load.yaml',
    text,
    code: 'unknown-key',
    severity: 'error',
    message: '`duratoin` is not known here. Did you mean `duration`?',
    range: { start: { line, character: from }, end: { line, character: to } },
    ...more,
  };
}

const show = (one: FileProblem, width = 80): string => problemText(one, width, palette(false));

describe('A problem of a scenario file', () => {
  it('is shown as a compiler shows it', () => {
    strictEqual(
      show(problem(1, 0, 8)),
      [
        'loads/checkout.load.yaml:2:1: error: `duratoin` is not known here. Did you mean `duration`? [unknown-key]',
        '  2 │ duratoin: 30s',
        '    │ ^^^^^^^^',
      ].join('\n'),
    );
  });

  it('puts the caret under wide letters and behind tabs', () => {
    strictEqual(
      show(problem(2, 8, 11))
        .split('\n')
        .slice(1)
        .join('\n'),
      ['  3 │  steps: 支払い: 7', '    │         ^^^^^^'].join('\n'),
    );
  });

  it('shows a part of a line that is too long', () => {
    const long = problem(0, 200, 203, { text: `${'x'.repeat(200)}bad${'y'.repeat(200)}` });
    const lines = show(long, 60).split('\n');
    strictEqual(lines[1], `  1 │ ${'x'.repeat(10)}bad${'y'.repeat(41)}`);
    strictEqual(lines[2], `    │ ${' '.repeat(10)}^^^`);
  });

  it('has one caret where it stands at the end of the line', () => {
    strictEqual(
      show(problem(0, 7, 7))
        .split('\n')
        .at(-1),
      '    │        ^',
    );
  });

  it('points at what it relates to', () => {
    const related = [{ message: 'The same key stands here.', range: problem(0, 0, 3).range }];
    strictEqual(
      show(problem(1, 0, 8, { related }))
        .split('\n')
        .at(-1),
      '  loads/checkout.load.yaml:1:1: The same key stands here.',
    );
  });

  it('counts lines and columns from 1 as JSON', () => {
    deepStrictEqual(problemJson(problem(1, 0, 8)), {
      file: 'loads/checkout.load.yaml',
      line: 2,
      column: 1,
      endLine: 2,
      endColumn: 9,
      severity: 'error',
      code: 'unknown-key',
      message: '`duratoin` is not known here. Did you mean `duration`?',
    });
  });

  it("is a workflow command of GitHub's, with its separators escaped", () => {
    strictEqual(
      problemGithub(problem(1, 0, 8, { message: '100 % of this:\nwrong', file: 'a,b:c.load.yaml' })),
      '::error file=a%2Cb%3Ac.load.yaml,line=2,endLine=2,col=1,endColumn=9,title=unknown-key::100 %25 of this:%0Awrong',
    );
  });

  it('is counted at the end', () => {
    strictEqual(problemTally([], 1), 'No problems in 1 file.');
    const warning = problem(0, 0, 1, { severity: 'warning' });
    strictEqual(problemTally([problem(0, 0, 1), problem(0, 0, 1), warning], 3), '2 errors, 1 warning in 3 files.');
  });
});
