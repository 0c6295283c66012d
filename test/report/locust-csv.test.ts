import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import Papa from 'papaparse';
import { locustCsv } from '../../src/report/locust-csv.ts';
import { RunModel } from '../../src/run/model.ts';
import { endedRun, runningRun } from './sample-run.ts';

/** The rows as a reader of Locust's files sees them; every row ends with CRLF, as Python's csv module writes it. */
function rowsOf(text: string): Record<string, string>[] {
  ok(text.endsWith('\r\n'));
  strictEqual(text.replaceAll('\r\n', '').includes('\n'), false);
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  deepStrictEqual(errors, []);
  return data;
}

const PERCENTILES = '50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%';
// By locust/stats.py, `StatsCSV` and `StatsCSVFileWriter`.
const HEADERS = [
  `Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time,Average Content Size,Requests/s,Failures/s,${PERCENTILES}`,
  `Timestamp,User Count,Type,Name,Requests/s,Failures/s,${PERCENTILES},Total Request Count,Total Failure Count,Total Median Response Time,Total Average Response Time,Total Min Response Time,Total Max Response Time,Total Average Content Size`,
  'Method,Name,Error,Occurrences,First Seen,Last Seen',
  'Count,Message,Traceback,Nodes',
];

describe("Locust's CSV files", () => {
  const [stats, history, failures, exceptions] = locustCsv(endedRun());

  for (const [title, text, header] of [
    ['_stats.csv', stats, HEADERS[0]],
    ['_stats_history.csv', history, HEADERS[1]],
    ['_failures.csv', failures, HEADERS[2]],
    ['_exceptions.csv', exceptions, HEADERS[3]],
  ] as const) {
    it(`${title} has Locust's header, also before the first request`, () => {
      strictEqual(text.split('\r\n')[0], header);
    });
  }

  it('have their headers, and a row of zeros for all, before anything ran', () => {
    const empty = locustCsv(new RunModel());
    deepStrictEqual(
      empty.map((text) => text.split('\r\n')[0]),
      HEADERS,
    );
    match(empty[0], /\r\n,Aggregated,0,0,0,0,0,0,0,0,0,(N\/A,){10}N\/A\r\n$/);
  });

  it('end the statistics with Aggregated, names without the method that stands beside them', () => {
    deepStrictEqual(
      rowsOf(stats).map((row) => [row['Type'], row['Name'], row['Request Count'], row['Failure Count'], row['95%']]),
      [
        ['GET', '/auth/me', '120', '60', '10'],
        ['GET', '/health', '180', '0', '1'],
        ['', 'Aggregated', '300', '60', '9'],
      ],
    );
  });

  it('keep a history of one row a second that ends with the totals', () => {
    const rows = rowsOf(history);
    deepStrictEqual(
      rows.map((row) => Number(row['Timestamp'])),
      [1, 2, 3, 4, 5, 6].map((second) => Date.UTC(2026, 10, 21, 14, 2, second) / 1000),
    );
    const last = rows.at(-1);
    deepStrictEqual(
      [last?.['User Count'], last?.['Name'], last?.['Total Request Count'], last?.['Total Failure Count']],
      ['10', 'Aggregated', '300', '60'],
    );
    strictEqual(last?.['Requests/s'], '50.000000');
    strictEqual(last['Total Average Response Time'], rowsOf(stats).at(-1)?.['Average Response Time']);
  });

  it('measure requests per second over the last ten seconds', () => {
    const [, long] = locustCsv(runningRun({ seconds: 14 }));
    // Failures begin in the fourth second, 20 in each.
    deepStrictEqual(
      rowsOf(long).map((row) => row['Failures/s']),
      [0, 0, 0, 20 / 4, 40 / 5, 60 / 6, 80 / 7, 100 / 8, 120 / 9, 14, 16, 18, 20, 20].map((rate) => rate.toFixed(6)),
    );
  });

  it('quote what a message holds', () => {
    deepStrictEqual(rowsOf(exceptions), [
      {
        Count: '13',
        Message: 'The capture `token` found nothing at `json.access_token`; the body begins with {"error":"…"}.',
        Traceback: 'checkout.load.yaml:33',
        Nodes: 'here',
      },
    ]);
    deepStrictEqual(rowsOf(failures)[0]?.['First Seen'], '2026-11-21T14:02:03Z');
  });
});
