import { deepStrictEqual, doesNotMatch, match, ok, strictEqual } from 'node:assert/strict';
import type { Sample } from '../../src/run/events.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { cellCode, code, inline } from '../../src/report/markdown-text.ts';
import { gfmToHtml, markdownTables } from '../support/markdown-tables.ts';
import { STATES } from '../support/run-fixture.ts';
import { RunModel } from '../../src/run/model.ts';
import { endedRun, interruptedRun, runningRun, samplePlan } from './sample-run.ts';

/** What names may hold; a report shows each as it is. */
const NAMES = [
  'a | b',
  'a \\| b \\',
  '`code` and ``more`',
  '| `x` |',
  '<img src=x onerror=alert(1)>',
  '&lt;b&gt; &amp;',
  '[text](https://example.test) ![x](y)',
  '*a* **b** _c_ ~~d~~ snake_case',
  '${vars.a} and ${vars.b}',
  'https://example.test/a?b=c&d=e',
  '# heading',
  '@someone #12',
];

const EMPTY_RUNS = { 'not begun': new RunModel(), 'without a request': runningRun({ seconds: 0 }) };

describe('the Markdown report', () => {
  for (const name of NAMES) {
    it(`shows the name ${name} as it is, in a cell, a heading and code`, () => {
      const thresholds = samplePlan.thresholds.map((threshold) => ({ ...threshold, name }));
      const markdown = markdownReport(endedRun({ plan: { ...samplePlan, name, thresholds } }));
      const requirements = markdownTables(markdown).get('Requirements')?.[0];
      deepStrictEqual(new Set(requirements?.rows.map((row) => row[1])), new Set([name]));
      const [table] =
        markdownTables(`# T\n\n| A | B |\n| --- | --- |\n| ${cellCode(name)} | ${inline(name)} |\n`).get('T') ?? [];
      deepStrictEqual(table?.rows, [[name, name]]);
      strictEqual(textOf(gfmToHtml(`In ${inline(name)}`)), `In ${name}`);
      strictEqual(textOf(gfmToHtml(code(name))), name);
      doesNotMatch(gfmToHtml(`In ${inline(name)} ${cellCode(name)}`), /<img|<a /);
    });
  }

  it('has as many cells in each row of a table as its head', () => {
    const all = [...markdownTables(markdownReport(endedRun())).values()].flat();
    ok(all.length >= 8);
    for (const { head, rows } of all) for (const row of rows) strictEqual(row.length, head.length, row.join(' | '));
  });

  it('has a table for each tag that tells requests apart, without the values with the fewest requests', function () {
    this.timeout(10_000);
    const reportOf = (state: 'tagged' | 'tagged-many'): string => {
      const run = new RunModel();
      for (const event of STATES[state]()) run.apply(event);
      return /## Tags\n\n(.*?)\n## /s.exec(markdownReport(run))?.[1] ?? '';
    };
    const heads = reportOf('tagged')
      .split('\n')
      .map((line) => line.split(' | ')[0]);
    deepStrictEqual(
      heads.filter((head) => head?.startsWith('| ') && !head.startsWith('| ---')),
      [
        ...['| plan', '| enterprise', '| free', '| team', '| without plan'],
        ...['| region', '| ap-1', '| eu-2', '| eu-10', '| us-1', '| kind of call', '| money', '| reading'],
      ],
    );
    const many = reportOf('tagged-many');
    match(many, /^\| \(other\) \|/m);
    match(many, /…51 more rows/);
  });

  it('folds away what most readers do not need', () => {
    const html = gfmToHtml(markdownReport(endedRun()));
    deepStrictEqual(
      [...html.matchAll(/<details>\s*<summary>(.*?)<\/summary>/g)].map(([, title]) => title),
      ['Over time', 'All latencies', 'Latency distribution'],
    );
    strictEqual(html.match(/<\/details>/g)?.length, 3);
  });

  it('shows an exchange of each distinct error as it is, whatever a server answers', () => {
    const events = STATES['failed-401']().map((event) =>
      event.type === 'sample' ? { ...event, response: hostile(event) } : event,
    );
    const run = new RunModel();
    for (const event of events) run.apply(event);
    const html = gfmToHtml(markdownReport(run));
    match(html, /<summary>A failing exchange<\/summary>\s*<pre><code class="language-text">✗ GET /);
    match(html, /&lt;\/details&gt; ```` &lt;script&gt;/);
    doesNotMatch(html, /<script>/);
    match(html, /authorization: Bearer •••/);
  });

  it("gives throughput over time beside its target, and the share of the tolerated apart from the others'", () => {
    const [table] = markdownTables(markdownReport(endedRun())).get('Over time') ?? [];
    deepStrictEqual(table?.head, [
      'Time',
      'VUs',
      'Requests',
      'Per second',
      'Target > 1,000/min',
      'Failed',
      'p50',
      'p95',
      'p99',
    ]);
    deepStrictEqual(table.rows[0]?.slice(0, 6), ['0:00–0:01', '5', '50', '50.0', '3,000/min ✓', '0 %']);
  });

  for (const [what, run] of Object.entries(EMPTY_RUNS)) {
    it(`has no empty table of a run ${what}`, () => {
      const markdown = markdownReport(run);
      doesNotMatch(markdown, /<details>|NaN|undefined/);
      for (const { rows } of [...markdownTables(markdown).values()].flat()) ok(rows.length > 0);
    });
  }

  it('says of a run without an end where it stopped', () => {
    match(markdownReport(interruptedRun()), /\*\*⏹️ Interrupted at 0:03 of 0:06/);
  });

  it('has plain spaces, which survive being pasted', () => doesNotMatch(markdownReport(endedRun()), /\u00a0/));
});

function hostile({ response }: Sample): Sample['response'] {
  return response && { ...response, body: 'a\n</details> ```` <script>alert(1)</script>\n```\n' };
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .trim()
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
