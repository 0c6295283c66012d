import type { RunModel } from '../run/model.ts';
import { diagnose, findingText } from './diagnosis/index.ts';
import { clock, count, plural } from './format.ts';
import { generatorWords } from './trust-words.ts';
import { k6Lines } from './text-k6-metrics.ts';
import { NARROWEST, oneLine, palette, plainSpaces, truncate, wrap, type Paint, type Palette } from './text-layout.ts';
import { footnoteMark, requirementTable } from './text-requirements.ts';
import { endpointLines, errorLines, messageLines, scenarioLines, stageLines, tagLines } from './text-tables.ts';
import { headlineOf, type Tone } from './words.ts';

export interface SummaryOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
  readonly exitCode: number;
  /** What was written, as `Report  run.html`. */
  readonly files: readonly { readonly title: string; readonly path: string }[];
}

const SYMBOLS: Readonly<Record<Tone, string>> = {
  idle: '–',
  running: '…',
  pass: '✓',
  warn: '!',
  fail: '✗',
  interrupted: '■',
};

const MOST_HOSTS = 2;
const MOST_FINDINGS = 4;

/**
 * The whole run in words and tables, in the order of the questions: did it pass, why, which requirement, where, and the
 * figures that a k6 user looks for. Ends with a line end; no line is wider than the terminal, except single long values.
 */
export function textSummary(run: RunModel, options: SummaryOptions): string {
  const paint = palette(options.colour);
  const width = Math.max(NARROWEST, options.width - 4);
  // Without any load there is nothing to judge, and no figure to show.
  const requirements = run.loadStarted ? requirementTable(run, width, paint) : { lines: [], footnotes: [] };
  const sections = [
    headLines(run, width, paint),
    ...diagnosisLines(run, width),
    requirements.lines,
    scenarioLines(run, width, paint),
    stageLines(run, width, paint),
    endpointLines(run, width, paint),
    ...tagLines(run, width, paint),
    errorLines(run, width, paint),
    messageLines(run, width, paint),
    run.loadStarted ? k6Lines(run, width, paint) : [],
    requirements.footnotes.flatMap((note, index) => wrap(`${footnoteMark(index + 1)} ${note}`, width)),
    footLines(options, paint),
  ].filter((lines) => lines.length > 0);
  const text = sections.map((lines) => lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')).join('\n\n');
  return `${plainSpaces(text)}\n`;
}

function headLines(run: RunModel, width: number, paint: Palette): string[] {
  const { tone, text } = headlineOf(run);
  const colour = tonePaint(tone, paint);
  const [first = '', ...more] = wrap(oneLine(text), width - 2);
  return [
    colour(paint.bold(`${SYMBOLS[tone]} ${first}`)),
    ...more.map((line) => colour(paint.bold(`  ${line}`))),
    ...wrap(identity(run).join(' · '), width - 2).map((line) => paint.dim(`  ${line}`)),
  ];
}

/** Why, in sentences; a section for each finding. */
function diagnosisLines(run: RunModel, width: number): string[][] {
  return diagnose(run)
    .slice(0, MOST_FINDINGS)
    .map((finding) => wrap(oneLine(findingText(finding, run.plan?.file)), width - 2).map((line) => `  ${line}`));
}

/** Name, duration, most VUs, hosts, the generator's health. */
function identity(run: RunModel): string[] {
  const vus = run.total('vus');
  const parts = [oneLine(run.plan?.name ?? ''), clock(run.elapsedMs)];
  if (vus?.kind === 'gauge' && vus.value !== null) parts.push(plural(vus.max, 'VU'));
  const hosts = run.start?.hosts ?? [];
  if (hosts.length > 0) parts.push(hostList(hosts));
  if (run.intervals.length > 0) parts.push(generatorWords(run.generator.judgement));
  return parts.map((part) => part.replaceAll(' ', '\u00a0'));
}

function hostList(hosts: readonly string[]): string {
  const names = hosts.map((host) => truncate(oneLine(host.replace(/^https?:\/\//, '')), 40));
  const more = names.length - MOST_HOSTS;
  return names.slice(0, MOST_HOSTS).join(', ') + (more > 0 ? ` and ${count(more)} more` : '');
}

/** Paths are never cut: people copy them. */
function footLines({ files, exitCode }: SummaryOptions, paint: Palette): string[] {
  const titles = Math.max(0, ...files.map(({ title }) => title.length));
  return [
    ...files.map(({ title, path }) => `${paint.dim(title.padEnd(titles))}  ${path}`),
    `${paint.dim('Exit code')} ${exitCode}`,
  ];
}

function tonePaint(tone: Tone, paint: Palette): Paint {
  switch (tone) {
    case 'pass':
      return paint.pass;
    case 'warn':
    case 'interrupted':
      return paint.warn;
    case 'fail':
      return paint.fail;
    case 'idle':
    case 'running':
      return (text) => text;
  }
}
