import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dataFormat } from '../../../../src/scenario/data/format.ts';
import { dataFacts, readData } from '../../../../src/scenario/data/read-data.ts';

describe('the rows of data files', () => {
  const good: [format: 'csv' | 'json' | 'ndjson', text: string, columns: string[], rows: unknown[]][] = [
    [
      'csv',
      'id,name\n1,Ann\n2,Bob\n',
      ['id', 'name'],
      [
        { id: '1', name: 'Ann' },
        { id: '2', name: 'Bob' },
      ],
    ],
    ['csv', '\uFEFFid\r\n1\r\n\r\n2', ['id'], [{ id: '1' }, { id: '2' }]],
    ['csv', 'id;price\n1;2,50\n', ['id', 'price'], [{ id: '1', price: '2,50' }]],
    ['csv', 'id\tname\n1\tAnn', ['id', 'name'], [{ id: '1', name: 'Ann' }]],
    ['csv', 'a,b\n"x, ""y""\nz",\n', ['a', 'b'], [{ a: 'x, "y"\nz', b: '' }]],
    ['csv', 'id , name\n1, Ann', ['id', 'name'], [{ id: '1', name: ' Ann' }]],
    ['csv', 'id,name\n', ['id', 'name'], []],
    ['json', '[{"id": 1}, {"id": 2, "tags": ["a"]}]', ['id', 'tags'], [{ id: 1 }, { id: 2, tags: ['a'] }]],
    ['json', '["eu", "us"]', [], ['eu', 'us']],
    ['json', '[]', [], []],
    ['ndjson', '{"id": 1}\n\n{"id": 2}\r\n', ['id'], [{ id: 1 }, { id: 2 }]],
  ];
  for (const [format, text, columns, rows] of good) {
    it(`are read from ${format} ${JSON.stringify(text)}`, () =>
      assert.deepEqual(readData(text, format), { columns, rows, problem: null }));
  }

  const bad: [format: 'csv' | 'json' | 'ndjson', text: string, problem: string][] = [
    ['csv', '', 'It is empty; its first line must name the columns.'],
    ['csv', 'id,id\n1,2', 'Its first line names the column `id` twice.'],
    ['csv', 'id,\n1,2', 'Its first line has no name for column 2.'],
    ['csv', 'id,name\n1,Ann\n2\n', 'Its row 2 has 1 value, and there are 2 columns.'],
    [
      'csv',
      'id,name\n1,"Ann\n2,Bob',
      'Its row 1 has a quote that does not fit: quotes go around a whole value, and one inside of it is written twice.',
    ],
    ['json', '{"id": 1}', 'It is JSON, but no list of rows; begin it with [.'],
    ['json', '[{"id": 1}, 2]', 'Its row 2 is no map (`{…}`), and others are.'],
  ];
  for (const [format, text, problem] of bad) {
    it(`are not in ${format} ${JSON.stringify(text)}`, () => {
      assert.deepEqual(readData(text, format), { columns: [], rows: [], problem });
      assert.deepEqual(dataFacts(text, format), { exists: true, data: null, problem });
    });
  }

  it('are not in what is no JSON', () => {
    assert.match(readData('[1,', 'json').problem ?? '', /^It is not JSON: .+\.$/);
    assert.match(readData('{"a": 1}\n{', 'ndjson').problem ?? '', /^Its line 2 is not JSON: .+\.$/);
  });

  it('are shown to authors by their number, columns and first', () => {
    assert.deepEqual(dataFacts('id,name\n1,Ann\n2,Bob', 'csv'), {
      exists: true,
      data: { columns: ['id', 'name'], rows: 2, firstRow: { id: '1', name: 'Ann' } },
      problem: null,
    });
    assert.deepEqual(dataFacts('["eu"]', 'json'), {
      exists: true,
      data: { columns: [], rows: 1, firstRow: null },
      problem: null,
    });
  });

  it('never throw, whatever the text', function () {
    this.timeout(60_000);
    const format = fc.constantFrom('csv' as const, 'json' as const, 'ndjson' as const);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), format, (text, kind) => {
        const { rows, problem } = readData(text, kind);
        assert.ok(problem === null || rows.length === 0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the format of a data file', () => {
  for (const [file, format] of [
    ['./users.csv', 'csv'],
    ['./Users.CSV', 'csv'],
    ['a/b.json', 'json'],
    ['a.ndjson', 'ndjson'],
    ['a.jsonl', 'ndjson'],
    ['users.xlsx', null],
    ['users', null],
  ] as const) {
    it(`of ${file} is ${format ?? 'none'}`, () => assert.equal(dataFormat(file), format));
  }
});
