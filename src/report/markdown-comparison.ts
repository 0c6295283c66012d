import { COMPARED_FIGURES, type ComparedFigure } from '../run/compared-figures.ts';
import type { ComparedValue } from './compared-subjects.ts';
import type {
  ComparedPair,
  ComparedRun,
  ComparedSubject,
  RequirementResult,
  RunsComparison,
} from './comparison-model.ts';
import {
  changeText,
  figureText,
  figureTitle,
  JUDGEMENT_SIGNS,
  judgementText,
  spreadText,
  subjectTitle,
} from './comparison-words.ts';
import { clock, count, percent } from './format.ts';
import { codeBlock, inline, left, markdownTable, right, type Column } from './markdown-text.ts';
import { plainSpaces } from './text-layout.ts';
import { verdictSymbol } from './text-requirements.ts';
import { verdictWord } from './words.ts';

/** Longer changes of a scenario's text are for the diff editor. */
const MOST_LINES = 200;

/**
 * Two or more runs side by side as Markdown: who is compared, requirements of all, and each of the others with the first; with several
 * of them the figures of all in one table before.
 */
export function markdownComparison(comparison: RunsComparison): string {
  const { title, headline, runs, baselines, notes, pairs } = comparison;
  const others = runs.slice(baselines);
  const sections = [
    `# Comparison: ${inline(title)}`,
    ...(pairs.length > 1 ? [`**${inline(headline.text)}**`] : []),
    comparedRuns(comparison),
    ...(notes.length > 0 ? [notes.map((note) => `- ${inline(note)}`).join('\n')] : []),
    ...(comparison.requirements.length > 0 ? ['## Requirements', requirements(comparison)] : []),
    ...(runs.length > 2 ? ['## All runs', allRuns(comparison)] : []),
    ...pairs.flatMap((pair, index) => pairSections(comparison, pair, baselines + index, others[index]?.name ?? '')),
    ...(comparison.partlyThere.length > 0 ? ['## Not in every run', partlyThere(comparison)] : []),
  ];
  return `${plainSpaces(sections.join('\n\n'))}\n`;
}

const ROLES: Readonly<Record<ComparedRun['role'], string>> = {
  baseline: ' (baseline)',
  'left-out': ' (baseline, does not count)',
  compared: '',
};

function comparedRuns({ runs }: RunsComparison): string {
  const rows = runs.map((run) => [
    `${inline(run.name)}${ROLES[run.role]}`,
    inline(run.verdict),
    inline(run.environment ?? ''),
    `${new Date(run.startedMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    clock(run.elapsedMs),
    count(run.requests),
    run.requests > 0 ? percent(run.failed / run.requests) : '',
    inline(run.generator?.words ?? ''),
  ]);
  return table(
    [
      ...['Run', 'Result', 'Environment', 'Start'].map(left),
      ...['Length', 'Requests', 'Failed'].map(right),
      left('Generator'),
    ],
    rows,
  );
}

function requirements({ runs, requirements: rows }: RunsComparison): string {
  return table(
    [left('Requirement'), ...runs.map(({ name }) => right(inline(name)))],
    rows.map(({ title, results }) => [inline(title), ...results.map(resultText)]),
  );
}

function resultText(result: RequirementResult | null): string {
  if (!result) return 'not required';
  const { verdict, actual, change } = result;
  const changed = change === 'better' || change === 'worse' ? ` (${change})` : '';
  return `${verdictSymbol(verdict, true)} ${verdictWord(verdict, true)}, ${actual}${changed}`;
}

function allRuns({ runs, subjects }: RunsComparison): string {
  const total = subjects.find(({ subject }) => subject.kind === 'total');
  const rows = COMPARED_FIGURES.map((figure) => [
    figureTitle(figure),
    ...runs.map((_, index) => (total ? cellOf(total, figure, index) : '')),
  ]);
  return table([left('All requests'), ...runs.map(({ name }) => right(inline(name)))], rows);
}

function cellOf(subject: ComparedSubject, figure: ComparedFigure, run: number): string {
  const { baseline = null, values = [] } = subject.figures[figure] ?? {};
  const { value = null, judgement = null } = values[run] ?? {};
  const text = figureText(figure, value, subject.times);
  if (judgement === null) return text;
  const change = changeText({ figure, before: baseline, after: value });
  return change === '' ? text : `${text} (${[change, JUDGEMENT_SIGNS[judgement]].filter(Boolean).join(' ')})`;
}

function pairSections(
  { subjects, baselines }: RunsComparison,
  pair: ComparedPair,
  run: number,
  name: string,
): readonly string[] {
  const rows = subjects.flatMap((subject) =>
    COMPARED_FIGURES.flatMap((figure) => {
      const { baseline: before = null, spread = null, values = [] } = subject.figures[figure] ?? {};
      const now = values[run];
      const after = now?.value ?? null;
      if (!now || (before === null && after === null)) return [];
      return [
        [
          figureTitle(figure),
          figureText(figure, before, subject.times),
          ...(baselines > 1 ? [spreadText(figure, spread)] : []),
          figureText(figure, after, subject.times),
          changeText({ figure, before, after }),
          judged(now),
        ],
      ];
    }).map((row, index) => [index === 0 ? `**${inline(subjectTitle(subject.subject))}**` : '', ...row]),
  );
  const lists = [pair.requirements, pair.unlike.map((line) => `Not alike: ${line}`)].filter(({ length }) => length > 0);
  return [
    `## ${inline(name)}`,
    `**${inline(pair.headline.text)}**`,
    ...lists.map((lines) => lines.map((line) => `- ${inline(line)}`).join('\n')),
    table(
      [
        ...['What', 'Figure'].map(left),
        ...['Baseline', ...(baselines > 1 ? ['Repeats'] : []), 'Now', 'Change'].map(right),
        left('Judgement'),
      ],
      rows,
    ),
    [...pair.notes, pair.method].map(inline).join('\n\n'),
    ...changedText(pair),
  ];
}

function judged({ judgement, why }: ComparedValue): string {
  return judgement === null ? '' : `${JUDGEMENT_SIGNS[judgement]} ${judgementText(judgement, why)}`.trim();
}

function changedText({ text: { added, removed, hunks } }: ComparedPair): string[] {
  if (hunks.length === 0) return [];
  const signs = { same: ' ', added: '+', removed: '-' };
  const lines = hunks.flatMap((hunk, index) => [
    ...(index === 0 ? [] : ['@@ … @@']),
    ...hunk.map(({ kind, text }) => `${signs[kind]}${text}`),
  ]);
  const cut = lines.length > MOST_LINES ? [`@@ ${count(lines.length - MOST_LINES)} lines more @@`] : [];
  const all = [...lines.slice(0, MOST_LINES), ...cut];
  return [`The scenario text: ${count(added)} lines added, ${count(removed)} removed.`, codeBlock(all, 'diff')];
}

function partlyThere({ runs, partlyThere: things }: RunsComparison): string {
  return table(
    [left('What'), ...runs.map(({ name }) => left(inline(name)))],
    things.map(({ what, title, there }) => [`${what} ${inline(title)}`, ...there.map((is) => (is ? 'yes' : 'no'))]),
  );
}

/** All of its rows: what is not in it cannot be looked up anywhere else. */
function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  return markdownTable(columns, rows, null, Number.POSITIVE_INFINITY);
}
