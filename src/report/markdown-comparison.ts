import {
  COMPARED_FIGURES,
  compareRuns,
  type CompareOptions,
  type ComparedFigure,
  type Comparison,
} from '../run/compare.ts';
import { subjectKey, type Subject } from '../run/compared-blocks.ts';
import {
  changeText,
  comparisonHeadline,
  comparisonNotes,
  figureText,
  figureTitle,
  JUDGEMENT_SIGNS,
  judgementText,
  requirementLines,
  subjectTitle,
  type NamedRun,
} from './comparison-words.ts';
import { inline, left, markdownTable, right } from './markdown-text.ts';
import { plainSpaces } from './text-layout.ts';
import { headline } from './words.ts';

/**
 * Two or more runs side by side as Markdown: each of the others compared with the first, and with several of them the figures of
 * all in one table before.
 */
export function markdownComparison(
  baseline: NamedRun,
  others: readonly NamedRun[],
  options: CompareOptions = {},
): string {
  const compared = others.map((other) => ({ other, comparison: compareRuns(baseline.run, other.run, options) }));
  const runs = [baseline, ...others].map(({ name, run }, index) => [
    inline(index === 0 ? `${name} (baseline)` : name),
    inline(headline(run)),
  ]);
  const sections = [
    `# Comparison: ${inline(baseline.run.plan?.name ?? 'load test')}`,
    markdownTable([left('Run'), left('Result')], runs),
    ...(others.length > 1 ? ['## All runs', allRuns(baseline, compared)] : []),
    ...compared.flatMap(({ other, comparison }) => pair(baseline, other, comparison)),
  ];
  return `${plainSpaces(sections.join('\n\n'))}\n`;
}

function allRuns(
  baseline: NamedRun,
  compared: readonly { readonly other: NamedRun; readonly comparison: Comparison }[],
): string {
  const total: Subject = { kind: 'total', name: '', method: '' };
  const changesOf = (comparison: Comparison | undefined, figure: ComparedFigure) =>
    comparison?.subjects
      .find(({ subject }) => subjectKey(subject) === subjectKey(total))
      ?.changes.find((change) => change.figure === figure);
  const rows = COMPARED_FIGURES.map((figure) => [
    figureTitle(figure),
    ...[baseline, ...compared.map(({ other }) => other)].map(({ run }, index) => {
      const change = changesOf(compared[Math.max(0, index - 1)]?.comparison, figure);
      const text = figureText(run, total, figure, (index === 0 ? change?.before : change?.after) ?? null);
      return index === 0 || !change ? text : `${text} (${changeText(change)}${sign(change.judgement)})`;
    }),
  ]);
  const names = [baseline, ...compared.map(({ other }) => other)].map(({ name }) => name);
  return markdownTable([left('All requests'), ...names.map((name) => right(inline(name)))], rows);
}

function pair(baseline: NamedRun, other: NamedRun, comparison: Comparison): string[] {
  const [before, after] = [baseline.run, other.run];
  const requirements = requirementLines(before, after, comparison);
  const rows = comparison.subjects.flatMap(({ subject, changes }) =>
    changes.map((change, index) => [
      index === 0 ? `**${inline(subjectTitle(subject))}**` : '',
      figureTitle(change.figure),
      figureText(before, subject, change.figure, change.before),
      figureText(after, subject, change.figure, change.after),
      changeText(change),
      `${sign(change.judgement).trim()} ${judgementText(change.judgement)}`.trim(),
    ]),
  );
  return [
    `## ${inline(other.name)}`,
    `**${inline(comparisonHeadline(comparison))}**`,
    ...(requirements.length > 0 ? [requirements.map((line) => `- ${inline(line)}`).join('\n')] : []),
    markdownTable(
      [left('What'), left('Figure'), right('Baseline'), right('Now'), right('Change'), left('Judgement')],
      rows,
      null,
      Number.POSITIVE_INFINITY,
    ),
    comparisonNotes(before, after, comparison).map(inline).join('\n\n'),
  ];
}

function sign(judgement: keyof typeof JUDGEMENT_SIGNS): string {
  return JUDGEMENT_SIGNS[judgement] === '' ? '' : ` ${JUDGEMENT_SIGNS[judgement]}`;
}
