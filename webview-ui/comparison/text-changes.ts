import { h, icon, textButton, type Child } from '../dom.ts';
import type { ComparisonContext, ComparisonPart } from './context.ts';
import { runBadge } from './run-badge.ts';
import { runMark } from './run-marks.ts';
import { plural } from '../../src/report/format.ts';
import type { ChangedLine, TextChanges } from '../../src/report/text-changes.ts';

const SIGNS: Readonly<Record<ChangedLine['kind'], string>> = { same: ' ', added: '+', removed: '−' };
/** More lines than this are for the diff editor. */
const MOST_LINES = 400;

/** What changed in the scenario's text from the first run to each of the others. */
export function createTextChanges(context: ComparisonContext): ComparisonPart {
  const { baselines, pairs } = context.comparison;
  const changed = pairs.flatMap(({ text }, index) => (text.hunks.length > 0 ? [{ text, run: baselines + index }] : []));
  const section = context.section('text', 'Scenario text', changed.length > 0);
  section.summary(
    changed.length === 0
      ? 'the same in all runs'
      : changed
          .map(({ text, run }) => `${pairs.length > 1 ? `${runMark(run).letter}: ` : ''}${summaryOf(text)}`)
          .join(' · '),
  );
  if (changed.length === 0) {
    section.body.append(h('p', { class: 'nothing' }, icon('pass'), 'The scenario text is the same in all runs.'));
  }
  for (const { text, run } of changed) {
    section.body.append(
      h(
        'div',
        { class: 'text-head' },
        h('span', null, runBadge(run), ' against A: ', summaryOf(text)),
        context.hosted &&
          textButton('link', 'In the diff editor', () => context.post({ type: 'diff', run }), 'Open diff'),
      ),
      diffOf(text, `What changed in the scenario's text from run A to run ${runMark(run).letter}`),
    );
  }
  return { node: section.node };
}

function summaryOf({ added, removed }: TextChanges): string {
  return [added > 0 && `${plural(added, 'line')} added`, removed > 0 && `${plural(removed, 'line')} removed`]
    .filter(Boolean)
    .join(', ');
}

function diffOf({ hunks }: TextChanges, label: string): HTMLElement {
  const lines: Child[] = [];
  for (const [index, hunk] of hunks.entries()) {
    if (index > 0) lines.push(h('span', { class: 'diff-gap' }, '⋯\n'));
    for (const { kind, before, after, text } of hunk) {
      const number = String(after ?? before ?? '').padStart(4);
      lines.push(
        h(
          'span',
          { class: `diff-line diff-${kind}` },
          h('span', { class: 'diff-number' }, number),
          ` ${SIGNS[kind]} ${text}\n`,
        ),
      );
    }
  }
  const left = lines.length - MOST_LINES;
  return h(
    'pre',
    { class: 'diff', attributes: { tabindex: 0, role: 'region', 'aria-label': label } },
    lines.slice(0, MOST_LINES),
    left > 0 && h('span', { class: 'diff-gap' }, `⋯ ${plural(left, 'line')} more`),
  );
}
