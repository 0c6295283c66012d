/** Whole sentences on a comparison: what it says, what to know before it is believed, and how it was judged. */
import { regressions, repeatsOf, type Comparison } from '../run/compare.ts';
import { FEWEST_BLOCKS, type JudgedChanges } from '../run/judged-changes.ts';
import { subjectTitle } from './comparison-words.ts';
import { clock, duration, exact, percent, plural } from './format.ts';
import type { NamedRun } from './named-run.ts';
import { generatorWords } from './trust-words.ts';
import { requirementTitle, verdictWord } from './words.ts';

/** The one line that says how a run compares with its baseline. */
export function comparisonHeadline(comparison: Comparison): string {
  const { figures, requirements } = regressions(comparison);
  const better = comparison.subjects
    .flatMap(({ changes }) => changes)
    .filter(({ judgement }) => judgement === 'better');
  const parts = [
    requirements.length > 0 ? `${plural(requirements.length, 'requirement')} met before and not any more` : '',
    figures.length > 0 ? `${plural(figures.length, 'figure')} worse` : '',
    better.length > 0 ? `${plural(better.length, 'figure')} better` : '',
  ].filter((part) => part !== '');
  if (parts.length > 0) return `${figures.length + requirements.length > 0 ? 'Worse' : 'Better'}: ${parts.join(', ')}`;
  if (comparison.blocks === 0) return 'Not judged: the runs are too short';
  return comparison.saturated
    ? 'Not judged: a generator was the bottleneck'
    : 'No change that could be told from noise';
}

/** What a reader should know of the baseline, whichever run it is compared with. */
export function baselineNotes(baseline: readonly NamedRun[]): string[] {
  const repeats = new Set(repeatsOf(baseline.map(({ run }) => run)));
  const counted = baseline.filter(({ run }) => repeats.has(run));
  const leftOut = baseline.filter(({ run }) => !repeats.has(run));
  return [...leftOut.map(leftOutNote), ...counted.flatMap(runNotes)];
}

/** What a reader should know before a run's figures: why they may not be comparable with the baseline's. */
export function comparisonNotes(after: NamedRun, comparison: Comparison): string[] {
  const { sameLoad, sameText } = comparison;
  return [
    ...(sameLoad ? [] : ['The load was not the same, so throughput is not judged.']),
    ...(sameLoad && !sameText ? ['The scenario was changed between the runs, its load was not.'] : []),
    ...runNotes(after),
    ...failureNotes(comparison),
  ];
}

function leftOutNote({ name, run }: NamedRun): string {
  const early = !run.complete ? `it ended at ${clock(run.elapsedMs)} of ${clock(run.plannedMs)}` : null;
  const saturated =
    run.generator.judgement.trust === 'saturated' ? `its ${generatorWords(run.generator.judgement)}` : null;
  return `${name} does not count as a repeat of the baseline: ${early ?? saturated ?? 'its load was another one'}.`;
}

function runNotes({ name, run }: NamedRun): string[] {
  const notes: string[] = [];
  if (!run.complete) notes.push(`${name} ended at ${clock(run.elapsedMs)} of ${clock(run.plannedMs)}.`);
  if (run.generator.judgement.trust === 'saturated') {
    notes.push(
      `${name}: ${generatorWords(run.generator.judgement)}, so neither latencies nor throughput are judged: they include the generator’s own delay.`,
    );
  }
  return notes;
}

/** Of figures that failures may have made. */
function failureNotes({ subjects }: Comparison): string[] {
  const told = subjects.filter(({ changes }) => changes.some(({ why }) => why === 'failures'));
  const [first] = told;
  if (!first) return [];
  const [before, after] = first.failing.map(percent);
  const shares = before === after ? before : [before, after].join(' → ');
  const title = first.subject.kind === 'total' ? 'all requests' : subjectTitle(first.subject);
  const others = told.length > 1 ? `, and likewise of ${plural(told.length - 1, 'other')}` : '';
  return [
    `What is marked “failures” is not judged: a refusal takes another time than an answer, and ${shares} of ${title} failed${others}.`,
  ];
}

/** How changes were judged, and what that is worth. */
export function methodNote(
  { blocks, blockMs, tolerance, repeats }: JudgedChanges,
  sameLoad: boolean,
  where = 'in all runs',
): string {
  if (blocks === 0) {
    return `Changes are not judged: that takes at least ${duration(FEWEST_BLOCKS * blockMs, exact)} of load ${where}.`;
  }
  const together = sameLoad ? `, the same moments of ${repeats > 1 ? 'all' : 'both'} runs beside each other` : '';
  const within =
    `the noise within the runs: what ${blocks} blocks of ${duration(blockMs)} add to it${together}, its slow swings most of all, ` +
    'as Student’s t with Holm’s correction for a 5 % chance of one false word in all';
  const start = `A change is called better or worse where it is at least ${percent(tolerance)} and more than`;
  return repeats > 1
    ? `${start} ${within}, and more than what the ${repeats} repeats of the baseline differ by; as few repeats tell little of that, it is ` +
        'weighed with the 5 % that runs usually differ by.'
    : `${start} ${within}. What makes two runs of the same server differ as a whole is not in it: several repeats as the baseline would tell.`;
}

/** Requirements whose verdicts differ, as `name: pass → fail`. */
export function requirementLines({ requirements }: Comparison): string[] {
  return requirements.flatMap(({ before, after }) => {
    const one = after ?? before;
    if (!one || before?.verdict === after?.verdict) return [];
    const word = (judged: typeof one | null): string => (judged ? verdictWord(judged.verdict, true) : 'not required');
    return [`${requirementTitle(one.threshold)}: ${word(before)} → ${word(after)}`];
  });
}
