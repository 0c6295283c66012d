/** A run as GitHub-flavoured Markdown: the tables that people paste into pull requests and documents. */
import type { RunModel } from '../run/model.ts';
import {
  checkRows,
  endpointRows,
  errorRows,
  scenarioRows,
  stageRows,
  totalRow,
  type EndpointRow,
  type LoadRow,
} from '../run/tables.ts';
import { diagnose, findingText } from './diagnosis/index.ts';
import { clock, clockRange, count, milliseconds, percent, plural, significant } from './format.ts';
import { generatorWords } from './trust-words.ts';
import { oneLine, plainSpaces } from './text-layout.ts';
import { requirementLabel, requirementNotes, VERDICT_SYMBOL, worstFirst } from './text-requirements.ts';
import { errorTitle, headlineOf, margin, showActual, showLimit, verdictWord, type Tone } from './words.ts';

/** Beyond this, a table is for the HTML report; the line below it says how many rows there are. */
const MOST_ROWS = 50;

const SYMBOLS: Readonly<Record<Tone, string>> = {
  idle: '⚪',
  running: '⏳',
  pass: '✅',
  warn: '⚠️',
  fail: '❌',
  interrupted: '⏹️',
};

interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** Headline, what was run, findings, requirements, endpoints, scenarios, stages, errors and checks; sections with nothing in them are left out. */
export function markdownReport(run: RunModel): string {
  const { tone, text } = headlineOf(run);
  const sections = [
    `# ${inline(run.plan?.name ?? 'Load test')}`,
    `**${SYMBOLS[tone]} ${inline(text)}**`,
    identity(run),
    ...findings(run),
    ...(run.loadStarted
      ? [requirements(run), endpoints(run), scenarios(run), stages(run), errors(run), checks(run)]
      : []),
    notes(run),
  ].filter((section) => section !== '');
  return plainSpaces(`${sections.join('\n\n')}\n`);
}

function identity(run: RunModel): string {
  const { start, plan } = run;
  const vus = run.total('vus');
  const parts = [
    ...(plan ? [code(plan.file)] : []),
    ...(start ? [start.hosts.map(code).join(', ')] : []),
    clock(run.elapsedMs),
    ...(vus?.kind === 'gauge' && vus.value !== null ? [plural(vus.max, 'VU')] : []),
    ...(start ? [`${new Date(start.time).toISOString().slice(0, 16).replace('T', ' ')} UTC`] : []),
    ...(run.intervals.length > 0 ? [generatorWords(run.generator.judgement)] : []),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function findings(run: RunModel): string[] {
  const texts = diagnose(run).map((finding) => `- ${inline(findingText(finding, run.plan?.file))}`);
  return texts.length === 0 ? [] : [texts.join('\n')];
}

function requirements(run: RunModel): string {
  const { plan } = run;
  if (!plan) return '';
  const rows = worstFirst(run).map(({ threshold, result }) => [
    `${VERDICT_SYMBOL[result.verdict]} ${verdictWord(result.verdict)}`,
    threshold.name === null ? code(requirementLabel(threshold)) : inline(threshold.name),
    showLimit(threshold, threshold.condition, plan.metrics),
    threshold.acceptable ? showLimit(threshold, threshold.acceptable, plan.metrics) : '',
    showActual(threshold, result, plan.metrics),
    inline([margin(threshold, result), ...requirementNotes(run, threshold, result)].filter(Boolean).join('; ')),
  ]);
  const columns = [left('Verdict'), left('Requirement'), right('Target'), right('Acceptable'), right('Actual')];
  return section('Requirements', [...columns, left('Margin')], rows);
}

function endpoints(run: RunModel): string {
  const total = totalRow(run);
  if (!total) return '';
  const rows = endpointRows(run).sort((a, b) => b.requests - a.requests);
  const tolerated = total.tolerated > 0;
  return section(
    'Endpoints',
    [left('Endpoint'), ...figureColumns(tolerated)],
    rows.map((row) => [code(titleOf(row)), ...figures(row, tolerated)]),
    [`**${total.name}**`, ...figures(total, tolerated)],
  );
}

/** A ramp's figures say little without its stages. */
function stages(run: RunModel): string {
  return loadRows(run, 'Stages', 'Stage', stageRows(run));
}

function scenarios(run: RunModel): string {
  return loadRows(run, 'Scenarios', 'Scenario', scenarioRows(run));
}

/** One row is the table of endpoints' last one already. */
function loadRows(run: RunModel, title: string, column: string, rows: readonly LoadRow[]): string {
  if (rows.length < 2) return '';
  const several = new Set(rows.map(({ scenario }) => scenario)).size > 1;
  const tolerated = (totalRow(run)?.tolerated ?? 0) > 0;
  return section(
    title,
    [left(column), left('Time'), ...figureColumns(tolerated)],
    rows.map((row) => {
      const name = row.stage === null ? row.scenario : several ? `${row.scenario}: ${row.stage}` : row.stage;
      return [inline(name), clockRange(row.window.fromMs, row.window.toMs), ...figures(row, tolerated)];
    }),
  );
}

function errors(run: RunModel): string {
  if (!totalRow(run)) return '';
  const rows = errorRows(run).map((row) => [
    code(titleOf(row)),
    inline(`${errorTitle(row)}${row.tolerated ? ', tolerated' : ''}`),
    count(row.count),
    percent(row.share),
    clockRange(row.firstMs, row.lastMs),
  ]);
  if (rows.length === 0) return '## Errors\n\nNo request failed.';
  const columns = [left('Endpoint'), left('Error'), right('Count'), right('Share'), left('Seen')];
  return section('Errors', columns, rows);
}

function checks(run: RunModel): string {
  const rows = checkRows(run).map(({ name, group, passes, fails }) => [
    `${fails === 0 ? '✓' : '✗'} ${inline(group === '' ? name : `${group.replace(/^::/, '').replaceAll('::', ' › ')} › ${name}`)}`,
    count(passes),
    count(fails),
    percent(passes + fails > 0 ? passes / (passes + fails) : null),
  ]);
  return section('Checks', [left('Check'), right('Held'), right('Failed'), right('Share held')], rows);
}

function notes(run: RunModel): string {
  const version = run.start?.versions.rampwright;
  const made = version === undefined ? 'Rampwright' : `Rampwright ${version}`;
  return `<sub>Times in tables are ms; percentiles are nearest-rank on an HDR histogram. ${made}, run ${code(run.start?.runId ?? '')}.</sub>`;
}

function figureColumns(tolerated: boolean): Column[] {
  return ['Requests', 'Per second', 'Failed', ...(tolerated ? ['Adjusted'] : []), 'p50', 'p95', 'p99', 'Max'].map(
    right,
  );
}

function figures(row: EndpointRow, tolerated: boolean): string[] {
  return [
    count(row.requests),
    significant(row.perSecond),
    percent(row.requests > 0 ? row.failed / row.requests : null),
    ...(tolerated ? [percent(adjusted(row))] : []),
    ...[50, 95, 99].map((percentile) => milliseconds(row.duration.percentile(percentile))),
    milliseconds(row.duration.highest),
  ];
}

/** Without what the scenario tolerates, on both sides of the division. */
function adjusted({ requests, failed, tolerated }: EndpointRow): number | null {
  return requests > tolerated ? (failed - tolerated) / (requests - tolerated) : null;
}

function titleOf({ method, name }: { readonly method: string; readonly name: string }): string {
  return method === '' || name.startsWith(`${method} `) ? name : `${method} ${name}`;
}

function section(
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  last: readonly string[] | null = null,
): string {
  if (rows.length === 0) return '';
  const shown = [...rows.slice(0, MOST_ROWS), ...(last ? [last] : [])];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const more = rows.length - MOST_ROWS;
  return [
    `## ${title}\n`,
    line(columns.map((column) => column.title)),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...shown.map(line),
    ...(more > 0 ? [`\n…${more} more ${more === 1 ? 'row' : 'rows'}`] : []),
  ].join('\n');
}

function left(title: string): Column {
  return { title, align: 'left' };
}

function right(title: string): Column {
  return { title, align: 'right' };
}

/** Text of a scenario or a server in a line or a cell: nothing in it is Markdown or HTML, no matter who wrote it. */
function inline(text: string): string {
  return oneLine(text).replace(/[\\`*[\]<|~&]|(?<!\w)_|_(?!\w)/g, (character) => `\\${character}`);
}

/** As code, also with backticks in it; a bar ends a cell even there. */
function code(text: string): string {
  const line = oneLine(text).replaceAll('|', '\\|');
  if (line === '') return '';
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}
