/** A run as GitHub-flavoured Markdown: the tables that people paste into pull requests and documents. */
import type { FailedSample } from '../run/events.ts';
import type { RunModel } from '../run/model.ts';
import { errorRows, totalRow } from '../run/tables.ts';
import { diagnose, evidenceOf, findingText, openCircuits, type Finding, type Marks } from './diagnosis/index.ts';
import { clock, plural } from './format.ts';
import {
  checksTable,
  circuitsTable,
  distributionTable,
  endpointsTable,
  errorClassesTable,
  errorsTable,
  groupsTable,
  latenciesTable,
  overTimeTable,
  requirementsTable,
  scenariosTable,
  stagesTable,
  tagTables,
  totalsTable,
  trendsTable,
} from './markdown-tables.ts';
import { code, codeBlock, folded, inline, section } from './markdown-text.ts';
import { exchangeLines, exchangeTitle } from './text-exchange.ts';
import { palette, plainSpaces } from './text-layout.ts';
import { generatorWords } from './trust-words.ts';
import { errorTitle, headlineOf, type Tone } from './words.ts';

/** Of distinct errors, the most frequent ones are shown with an exchange. */
const MOST_EXCHANGES = 3;
/** Columns of a block of code that a pull request shows without scrolling. */
const EXCHANGE_WIDTH = 100;

const SYMBOLS: Readonly<Record<Tone, string>> = {
  idle: '⚪',
  running: '⏳',
  pass: '✅',
  warn: '⚠️',
  fail: '❌',
  interrupted: '⏹️',
};

/**
 * Headline, what was run, findings, and every table that has something in it. What most readers don't need is folded: how the run went over
 * time, the distribution of its latencies, exchanges that failed.
 */
export function markdownReport(run: RunModel): string {
  const { tone, text } = headlineOf(run);
  const found = diagnose(run);
  const sections = [
    `# ${inline(run.plan?.name ?? 'Load test')}`,
    `**${SYMBOLS[tone]} ${inline(text)}**`,
    identity(run),
    found.map((finding) => `- ${findingText(finding, run.plan?.file ?? '', MARKS)}`).join('\n'),
    ...(run.loadStarted ? tables(run, found) : []),
    exchanges(run),
    notes(run),
  ].filter((part) => part !== '');
  return plainSpaces(`${sections.join('\n\n')}\n`);
}

function tables(run: RunModel, found: readonly Finding[]): string[] {
  const { plan } = run;
  const blocks = plan !== null && found.some(({ rule }) => rule === 'open-circuit');
  return [
    section('Requirements', requirementsTable(run)),
    section('Endpoints', endpointsTable(run)),
    section('Scenarios', scenariosTable(run)),
    section('Stages', stagesTable(run)),
    section('Groups', groupsTable(run)),
    section('Tags', ...tagTables(run)),
    section('Metrics', trendsTable(run), totalsTable(run)),
    totalRow(run) ? section('Errors', errorClassesTable(run), errorsTable(run) || 'No request failed.') : '',
    section('Failed as a block', blocks ? circuitsTable(openCircuits(evidenceOf(run, plan))) : ''),
    section('Checks', checksTable(run)),
    folded('Over time', overTimeTable(run)),
    folded('All latencies', latenciesTable(run)),
    folded('Latency distribution', distributionTable(run)),
  ];
}

const MARKS: Marks = { plain: inline, strong: (text) => `**${inline(text)}**`, code };

function identity(run: RunModel): string {
  const { start, plan } = run;
  const vus = run.total('vus');
  const parts = [
    ...(plan ? [code(plan.file)] : []),
    ...(start ? [start.hosts.map(code).join(', ')] : []),
    clock(run.elapsedMs),
    ...(vus?.kind === 'gauge' && vus.value !== null ? [plural(vus.max, 'VU')] : []),
    ...(start ? start.options.overrides.map(code) : []),
    ...(start ? [`${new Date(start.time).toISOString().slice(0, 16).replace('T', ' ')} UTC`] : []),
    ...(run.intervals.length > 0 ? [generatorWords(run.generator.judgement)] : []),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** One exchange of each of the most frequent errors, by design or not, and of what failed before the load. */
function exchanges(run: RunModel): string {
  const samples = new Map<string, FailedSample>();
  const add = (sample: FailedSample): void => {
    const title = errorTitle({ kind: sample.kind, status: sample.response?.status ?? 0, errorCode: sample.errorCode });
    if (samples.size < MOST_EXCHANGES && !samples.has(title)) samples.set(title, sample);
  };
  for (const sample of run.failures) if (sample.phase !== 'load') add(sample);
  for (const row of errorRows(run)) for (const sample of row.samples) add(sample);
  const plain = palette(false);
  const blocks = [...samples.values()].map((sample) =>
    codeBlock(
      [exchangeTitle(sample, EXCHANGE_WIDTH, plain), '', ...exchangeLines(sample, EXCHANGE_WIDTH, plain)].map((line) =>
        line.trimEnd(),
      ),
      'text',
    ),
  );
  return folded(blocks.length === 1 ? 'A failing exchange' : 'Failing exchanges', ...blocks);
}

function notes(run: RunModel): string {
  const version = run.start?.versions.rampwright;
  const made = version === undefined ? 'Rampwright' : `Rampwright ${version}`;
  return `<sub>Times in tables are ms; percentiles are nearest-rank on an HDR histogram. ${made}, run ${code(run.start?.runId ?? '')}.</sub>`;
}
