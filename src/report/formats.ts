/** Everything that a run can be written as, once it is over: the one table behind the command line and the editor. */
import type { RunModel } from '../run/model.ts';
import { renderHtmlReport, type ReportAssets } from './html.ts';
import { intervalsCsv, intervalsJsonLines } from './interval-rows.ts';
import { junitReport } from './junit.ts';
import { k6SummaryDataText } from './k6-summary-data.ts';
import { k6SummaryText } from './k6-summary.ts';
import { LOCUST_FILES, locustCsv } from './locust-csv.ts';
import { markdownReport } from './markdown.ts';

export interface ReportSource {
  /** Keeps its intervals. */
  readonly run: RunModel;
  /** The results view's bundle; read only where a format needs it. */
  readonly assets: () => ReportAssets | Promise<ReportAssets>;
}

export interface ReportFormat {
  /** As in `--out KIND`. */
  readonly kind: FormatKind;
  /** For menus. */
  readonly title: string;
  /** For menus and help: what it is for, in a few words. */
  readonly detail: string;
  /**
   * Endings of its files. One file: with its dot, and the target is the whole path. Several: the target is what their names
   * begin with.
   */
  readonly endings: readonly [string, ...string[]];
  /** The files' texts, in the order of `endings`. */
  readonly texts: (source: ReportSource) => readonly string[] | Promise<readonly string[]>;
}

export const FORMAT_KINDS = [
  'html',
  'markdown',
  'junit',
  'locust-csv',
  'csv',
  'intervals',
  'influxdb',
  'k6-summary',
  'k6-summary-data',
] as const;
export type FormatKind = (typeof FORMAT_KINDS)[number];

const FORMATS_BY_KIND: Readonly<Record<FormatKind, Omit<ReportFormat, 'kind'>>> = {
  html: {
    title: 'HTML report',
    detail: 'The whole results view in one file, to be opened in any browser',
    endings: ['.html'],
    texts: async ({ run, assets }) => [renderHtmlReport(run.events, await assets())],
  },
  markdown: {
    title: 'Markdown',
    detail: 'Verdict and tables, for a pull request or a document',
    endings: ['.md'],
    texts: ({ run }) => [markdownReport(run)],
  },
  junit: {
    title: 'JUnit XML',
    detail: 'A test case for each requirement, for CI servers',
    endings: ['.xml'],
    texts: ({ run }) => [junitReport(run)],
  },
  'locust-csv': {
    title: 'Locust CSV files',
    detail: 'Four files with the columns of locust --csv',
    endings: LOCUST_FILES,
    texts: ({ run }) => locustCsv(run),
  },
  csv: {
    title: 'CSV of intervals',
    detail: 'A row for each second and series, for spreadsheets and notebooks',
    endings: ['.csv'],
    texts: ({ run }) => [intervalsCsv(run)],
  },
  intervals: {
    title: 'JSON lines of intervals',
    detail: 'The rows of the CSV as JSON, one a line',
    endings: ['.intervals.jsonl'],
    texts: ({ run }) => [intervalsJsonLines(run)],
  },
  influxdb: {
    title: 'InfluxDB line protocol',
    detail: 'A point for each second and series, for influx write',
    endings: ['.lp'],
    // Its client is loaded where it is needed: nothing else has to wait for it.
    texts: async ({ run }) => [(await import('./influx-lines.ts')).influxFile(run)],
  },
  'k6-summary': {
    title: 'k6 summary',
    detail: 'What k6 writes with --summary-export',
    endings: ['.k6-summary.json'],
    texts: ({ run }) => [`${k6SummaryText(run)}\n`],
  },
  'k6-summary-data': {
    title: 'k6 summary data',
    detail: "What k6 hands to a script's handleSummary, for its report tools",
    endings: ['.k6-data.json'],
    texts: ({ run }) => [k6SummaryDataText(run)],
  },
};

export const REPORT_FORMATS: readonly ReportFormat[] = FORMAT_KINDS.map((kind) => ({ kind, ...FORMATS_BY_KIND[kind] }));

export function reportFormat(kind: FormatKind): ReportFormat {
  return { kind, ...FORMATS_BY_KIND[kind] };
}

export function isFormatKind(text: unknown): text is FormatKind {
  return FORMAT_KINDS.some((kind) => kind === text);
}

/** The paths that a format writes for a target. */
export function targetPaths({ endings }: ReportFormat, target: string): string[] {
  return endings.length === 1 ? [target] : endings.map((ending) => `${target}${ending}`);
}

/** The target for a run without one of its own: `checkout-….html`, `checkout-…` for what has several files. */
export function usualTarget({ endings }: ReportFormat, runId: string): string {
  return endings.length === 1 ? `${runId}${endings[0]}` : runId;
}
