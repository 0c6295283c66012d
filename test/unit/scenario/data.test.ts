import assert from 'node:assert/strict';
import { loadScenario, type FileFacts, type ScenarioFiles } from '../../../src/scenario/index.ts';
import { problemLines } from './problem-lines.ts';

const FACTS: Readonly<Record<string, FileFacts>> = {
  './users.csv': { exists: true, data: { columns: ['id', 'name'], rows: 2, firstRow: null }, problem: null },
  './empty.csv': { exists: true, data: { columns: ['id'], rows: 0, firstRow: null }, problem: null },
  './broken.json': { exists: true, data: null, problem: 'It is JSON, but no list of rows; begin it with [.' },
  './gone.csv': { exists: false },
};
const files: ScenarioFiles = { facts: (path) => FACTS[path] ?? null };

function file(data: string, url = '/'): string {
  return `data: { users: ${data} }\nbaseUrl: http://a\nduration: 1s\nsteps: [{ get: "${url}" }]`;
}

describe('a feeder', () => {
  const plans: [written: string, means: object][] = [
    [
      '{ values: [{ id: 1 }] }',
      { source: { kind: 'values', rows: [{ id: 1 }] }, pick: 'sequential', per: 'iteration', atEnd: 'recycle' },
    ],
    ['{ file: ./a.csv }', { source: { kind: 'file', path: './a.csv', format: 'csv' } }],
    ['{ file: ./a.json }', { source: { kind: 'file', path: './a.json', format: 'json' } }],
    [
      '{ file: ./a.ndjson, pick: unique, per: vu, atEnd: fail }',
      { source: { kind: 'file', path: './a.ndjson', format: 'ndjson' }, pick: 'unique', per: 'vu', atEnd: 'fail' },
    ],
  ];
  for (const [written, means] of plans) {
    it(`${written} has a plan`, () => {
      const [feeder] = loadScenario(file(written), 'a.load.yaml').model.draft?.data ?? [];
      assert.deepEqual({ ...feeder, ...means }, feeder);
    });
  }

  const problems: [written: string, url: string, problems: string[]][] = [
    ['{ values: [{ id: 1 }] }', '/${data.users.id}', []],
    ['{ values: [eu, us] }', '/${data.users}', []],
    ['{ file: ./users.csv }', "/${data.users.id}/${data.users['name']}", []],
    ['{ file: ./unknown.csv }', '/${data.users.anything}', []],
    [
      '{ values: [{ id: 1 }] }',
      '/${data.usrs.id}',
      ['4:20 «data.usrs» undefined-data: There is no data `usrs`. Did you mean `users`?'],
    ],
    [
      '{ values: [{ id: 1 }] }',
      '/${data.users.ids}',
      ['4:20 «data.users.ids» undefined-column: `users` has no column `ids`. Did you mean `id`?'],
    ],
    [
      '{ file: ./users.csv }',
      '/${data.users.email}',
      ['4:20 «data.users.email» undefined-column: `users` has no column `email`. It has id, name.'],
    ],
    [
      '{ file: ./users.csv }',
      '/${data.users.id + 1}',
      [
        '4:20 «data.users.id + 1» expression-type: `data.users.id` is a text, and `1` is a number, so `+` cannot be applied to them; write double(data.users.id) instead of data.users.id.',
      ],
    ],
    ['{ values: [{ id: 1 }] }', '/${data.users.id + 1}', []],
    [
      '{ values: [eu] }',
      '/${data.users.id}',
      [
        '4:20 «data.users.id» undefined-column: `users` has no column `id`. Its rows are plain values; write data.users.',
      ],
    ],
    [
      '{ file: ./gone.csv }',
      '/',
      ['1:24 «./gone.csv» missing-file: There is no file `./gone.csv`. Paths are relative to the scenario file.'],
    ],
    ['{ file: ./empty.csv }', '/', ['1:24 «./empty.csv» empty-data: `./empty.csv` has no rows.']],
    [
      '{ file: ./broken.json }',
      '/',
      [
        "1:24 «./broken.json» unreadable-data: `./broken.json` can't be read as data. It is JSON, but no list of rows; begin it with [.",
      ],
    ],
    [
      '{ file: ./users.xlsx }',
      '/',
      ['1:24 «./users.xlsx» wrong-value: `./users.xlsx` is no data file: its name must end in .csv, .json or .ndjson.'],
    ],
    [
      '{ file: "./${env.F}.csv" }',
      '/',
      ['1:27 «${env.F}» expression-not-allowed: The name of a data file is a fixed text; ${…} is not worked out here.'],
    ],
    [
      '{ values: [{ id: "${uuid()}" }] }',
      '/',
      ['1:34 «${uuid()}» expression-not-allowed: A row of data is a fixed text; ${…} is not worked out here.'],
    ],
    [
      '{ values: [{ id: 1 }, 2] }',
      '/',
      ['1:18 «values» wrong-value: Some rows are maps and some are not; make all of them maps of the same keys.'],
    ],
    [
      '{ file: ./users.csv, values: [1] }',
      '/',
      ['1:37 «values» keys-exclude-each-other: `file` and `values` exclude each other: the rows stand in one place.'],
    ],
    ['{ pick: random }', '/', ['1:9 «users» missing-key: The feeder `users` has no rows: write `file:` or `values:`.']],
    [
      '{ values: [1], pick: random, atEnd: stop }',
      '/',
      [
        '1:45 «atEnd» keys-exclude-each-other: `atEnd` means nothing with `pick: random`: rows that are drawn have no end.',
      ],
    ],
  ];
  for (const [written, url, expected] of problems) {
    it(`${written} read as ${url}`, () => {
      const lines = problemLines(file(written, url), { files });
      assert.deepEqual(
        lines.filter((line) => !line.includes(' hint ')),
        expected,
      );
    });
  }

  it('has no rows for setup, teardown and refresh', () => {
    for (const phase of ['setup: STEPS', 'teardown: STEPS', 'refresh: { every: 1m, steps: STEPS }']) {
      const text = `${file('{ values: [{ id: 1 }], per: vu }', '/${data.users.id}')}\n${phase.replace('STEPS', '[{ get: "/${data.users.id}" }]')}`;
      const [problem = ''] = problemLines(text);
      assert.match(
        problem,
        /data-not-here: Rows of `users` are given to iterations of scenarios; there is none here\./,
      );
    }
  });
});
