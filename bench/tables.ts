/** Results as tables for people: Markdown, which reads well in a terminal, too. */
import type { Figure, LoadCase } from './case.ts';
import type { RunFigures } from './load-run.ts';
import { BUSY_WITH_OTHERS } from './machine.ts';
import { firstLine, medianOf, ratioOf, type ContenderResult, type Ratio } from './rounds.ts';
import { median } from './statistics.ts';

interface Column {
  readonly title: string;
  readonly cell: (result: ContenderResult) => string;
}

/** One row a generator, medians of the rounds; the last columns compare the first with each other. */
export function caseTable({ load, figures }: LoadCase, results: readonly ContenderResult[]): string {
  const [ours] = results;
  const users = load.kind === 'rate' ? load.connections : load.users;
  const compared = figures.includes('rate') ? COMPARISONS : [];
  const columns: Column[] = [
    { title: '', cell: ({ title }) => title },
    ...figures
      .map((figure) => columnOf(figure, users))
      .filter(({ cell }) => results.some((result) => cell(result) !== NOTHING)),
    ...compared.map(({ title, figure }) => ({
      title: `${ours?.title ?? ''} ÷ it: ${title}`,
      cell: (result: ContenderResult) =>
        ours === undefined || result === ours ? NOTHING : ratioText(ratioOf(ours, result, figure)),
    })),
  ];
  const measured = results.filter(({ runs }) => runs.length > 0);
  const notes = results.flatMap(({ title, note }) => (note === null ? [] : [`${title}: ${firstLine(note)}`]));
  return [
    ...(measured.length === 0 ? [] : [markdownTable(columns, measured)]),
    ...(notes.length === 0 ? [] : [`Not run: ${notes.join('; ')}.`]),
    ...busyNote(measured),
  ].join('\n\n');
}

function busyNote(results: readonly ContenderResult[]): string[] {
  const shares = results.flatMap(({ runs }) => runs.flatMap(({ otherCpu }) => (otherCpu === null ? [] : [otherCpu])));
  const most = Math.max(0, ...shares);
  if (most <= BUSY_WITH_OTHERS) return [];
  const usual = percent(median(shares) ?? 0);
  return [
    `Other programs took ${usual} of a core during these runs (median; at most ${percent(most)}): ` +
      'rates and latencies are worse than on a quiet machine. CPU per request suffers least, and its ratios less.',
  ];
}

const NOTHING = '–';

const COMPARISONS: readonly { readonly title: string; readonly figure: keyof RunFigures }[] = [
  { title: 'requests/s', figure: 'rate' },
  { title: 'CPU a request', figure: 'cpuPer100k' },
];

function columnOf(figure: Figure, users: number): Column {
  const of =
    (name: keyof RunFigures, text: (value: number) => string) =>
    (result: ContenderResult): string => {
      const value = medianOf(result, name);
      return value === null ? NOTHING : text(value);
    };
  switch (figure) {
    case 'rate':
      return { title: 'requests/s (least–most)', cell: (result) => spreadText(result, 'rate') };
    case 'achieved':
      return { title: 'of the rate asked for', cell: of('achieved', (value) => `${(value * 100).toFixed(1)} %`) };
    case 'cpuPer100k':
      return { title: 'CPU s per 100k', cell: of('cpuPer100k', (value) => value.toFixed(2)) };
    case 'cpuShare':
      return { title: 'CPU', cell: of('cpuShare', percent) };
    case 'targetCpu':
      return { title: "target's CPU", cell: of('targetCpu', percent) };
    case 'memory':
      return { title: 'RSS MB', cell: of('memory', (value) => (value / 1e6).toFixed(0)) };
    case 'memoryPerUser':
      return { title: 'kB a user', cell: (result) => memoryPerUser(result, users) };
    case 'p50':
      return { title: 'p50 ms', cell: of('p50', milliseconds) };
    case 'p99':
      return { title: 'p99 ms', cell: of('p99', milliseconds) };
    case 'errorP50':
      return { title: 'error of p50 ms', cell: of('errorP50', signed) };
    case 'errorP99':
      return { title: 'error of p99 ms', cell: of('errorP99', signed) };
    case 'wholeErrorP99':
      return { title: 'start included', cell: of('wholeErrorP99', signed) };
    case 'dropped':
      return { title: 'dropped', cell: of('dropped', count) };
    case 'scheduleP50':
      return { title: 'schedule delay p50 ms', cell: of('scheduleP50', milliseconds) };
    case 'scheduleP95':
      return { title: 'schedule delay p95 ms', cell: of('scheduleP95', milliseconds) };
    case 'scheduleP99':
      return { title: 'schedule delay p99 ms', cell: of('scheduleP99', milliseconds) };
    case 'failed':
      return { title: 'failed', cell: of('failed', count) };
  }
}

export function markdownTable(columns: readonly Column[], results: readonly ContenderResult[]): string {
  const rows = [columns.map(({ title }) => title), ...results.map((result) => columns.map(({ cell }) => cell(result)))];
  const widths = columns.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, column > 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column > 0 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width);
}

function spreadText({ runs, ...result }: ContenderResult, figure: keyof RunFigures): string {
  const values = runs.map((run) => run[figure]).filter((value) => value !== null);
  const middle = medianOf({ runs, ...result }, figure);
  if (middle === null) return NOTHING;
  return `${count(middle)} (${count(Math.min(...values))}–${count(Math.max(...values))})`;
}

export function ratioText(ratio: Ratio | null): string {
  if (ratio === null) return NOTHING;
  return `${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)})`;
}

function memoryPerUser(result: ContenderResult, users: number): string {
  const memory = medianOf(result, 'memory');
  if (memory === null || result.baseMemory === null) return NOTHING;
  return ((memory - result.baseMemory) / users / 1000).toFixed(1);
}

const count = (value: number): string => Math.round(value).toLocaleString('en');
const percent = (value: number): string => `${(value * 100).toFixed(0)} %`;
const milliseconds = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${milliseconds(Math.abs(value))}`;
