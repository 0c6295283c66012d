import assert from 'node:assert/strict';
import { table, type Column } from '../../../src/report/text-table.ts';

const columns: readonly Column[] = [
  { title: 'ENDPOINT', align: 'left', tooWide: 'cut' },
  { title: 'REQUESTS', align: 'right' },
  { title: 'P50', align: 'right', spare: 1, unit: 'ms' },
  { title: 'P95', align: 'right', unit: 'ms' },
  { title: 'MAX', align: 'right', spare: 2, unit: 'ms' },
];
const rows = [
  ['GET  /orders/{id}/positions', '1,078', '60.0', '127', '508'],
  ['GET  /health', '690', '63.7', '122', '289'],
];

const printed = (of: readonly Column[], cells: readonly (readonly string[])[], width: number): string[] =>
  table(
    of,
    cells.map((row) => row.map((text) => ({ text }))),
    width,
    (text) => text,
  );

describe('a table of the terminal', () => {
  for (const [what, width, lines] of [
    [
      'shows all of it where there is room',
      62,
      [
        'ENDPOINT                     REQUESTS   P50  P95  MAX, ms',
        'GET  /orders/{id}/positions     1,078  60.0  127      508',
        'GET  /health                      690  63.7  122      289',
      ],
    ],
    [
      'cuts names',
      50,
      [
        'ENDPOINT              REQUESTS   P50  P95  MAX, ms',
        'GET  /orders/{id}/p…     1,078  60.0  127      508',
        'GET  /health               690  63.7  122      289',
      ],
    ],
    [
      'leaves out what can be missed before names are of no use; the unit moves to the last column',
      45,
      [
        'ENDPOINT              REQUESTS   P50  P95, ms',
        'GET  /orders/{id}/p…     1,078  60.0      127',
        'GET  /health               690  63.7      122',
      ],
    ],
    [
      'gives names lines of their own where nothing is left to miss',
      32,
      [
        'ENDPOINT',
        '  REQUESTS   P50  P95  MAX, ms',
        'GET  /orders/{id}/positions',
        '     1,078  60.0  127      508',
        'GET  /health',
        '       690  63.7  122      289',
      ],
    ],
    [
      'leaves out figures below names',
      24,
      [
        'ENDPOINT',
        '  REQUESTS  P95, ms',
        'GET  /orders/{id}/posit…',
        '     1,078      127',
        'GET  /health',
        '       690      122',
      ],
    ],
    [
      'packs figures that have no room as columns',
      16,
      ['ENDPOINT', '  REQUESTS', '  P95, ms', 'GET  /orders/{i…', '  1,078  127', 'GET  /health', '  690  122'],
    ],
  ] as const) {
    it(`${what}: ${width} columns`, () => assert.deepEqual(printed(columns, rows, width), lines));
  }

  it('folds texts, keeps what stands before them, and leaves out lines for empty names', () => {
    const folding: readonly Column[] = [
      { title: 'VERDICT', align: 'left' },
      { title: 'REQUIREMENT', align: 'left', tooWide: 'fold' },
      { title: 'TARGET', align: 'right' },
      { title: 'MARGIN', align: 'left' },
    ];
    const cells = [
      ['✗ fail', 'http_req_duration{stage:sustained} p(95)', '< 500 ms', '12.0 % over'],
      ['', '', '< 1 s', ''],
    ];
    assert.deepEqual(printed(folding, cells, 34), [
      'VERDICT  REQUIREMENT',
      '           TARGET  MARGIN',
      '✗ fail   http_req_duration',
      '         {stage:sustained} p(95)',
      '         < 500 ms  12.0 % over',
      '            < 1 s',
    ]);
  });
});
