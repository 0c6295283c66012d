import { h, icon, iconButton, type Child } from '../dom.ts';
import { dateText } from '../dates.ts';
import { TONE_ICONS } from '../headline.ts';
import type { ComparisonContext, ComparisonPart } from './context.ts';
import { runBadge } from './run-badge.ts';
import type { ComparedPair } from '../../src/report/comparison-model.ts';
import type { MissingRun } from '../protocol.ts';
import { plural } from '../../src/report/format.ts';

/** What the comparison says in one line, and what can be done with it. It never scrolls away. */
export function createComparisonHeadline(context: ComparisonContext): ComparisonPart {
  const { title, runs, baselines, headline } = context.comparison;
  const toolbar = h('div', { class: 'toolbar', attributes: { role: 'toolbar', 'aria-label': 'Comparison' } });
  if (context.hosted) {
    toolbar.append(
      iconButton('add', 'Compare with another run…', () => context.post({ type: 'add-run' })),
      iconButton('export', 'Export as HTML or Markdown', () => context.post({ type: 'export' })),
      iconButton('copy', 'Copy as Markdown', () => context.post({ type: 'copy' })),
    );
  }
  toolbar.append(iconButton('collapse-all', 'Collapse all sections', () => context.collapseAll(), 'action wide'));
  const [before, ...repeats] = runs.filter(({ role }) => role === 'baseline');
  const [after, ...others] = runs.slice(baselines);
  const against = repeats.length > 0 ? `${repeats.length + 1} repeats` : dateText(before?.startedMs ?? 0);
  const when = `${others.length > 0 ? plural(others.length + 1, 'run') : dateText(after?.startedMs ?? 0)} against ${against}`;
  const node = h(
    'header',
    { class: 'headline' },
    h(
      'div',
      { class: 'headline-row' },
      icon(TONE_ICONS[headline.tone]),
      h('h1', { class: 'verdict-text' }, headline.text),
      toolbar,
    ),
    h(
      'div',
      { class: 'metas' },
      h(
        'div',
        { class: 'metas-items' },
        h('span', { class: 'meta strong' }, title),
        h('span', { class: 'meta' }, when),
      ),
    ),
    h('div', { class: 'sr', attributes: { role: 'status' } }, headline.text),
  );
  node.querySelector('.codicon')?.classList.add(`tone-${headline.tone}`);
  return { node };
}

/** In sentences: verdicts that changed, and what to know before the figures are believed. */
export function createComparisonFindings(context: ComparisonContext, missing: readonly MissingRun[]): ComparisonPart {
  const { baselines, notes, pairs } = context.comparison;
  const several = pairs.length > 1;
  const items = [
    ...missing.map((run) => missingItem(run)),
    ...notes.map((note) => item('info', [note])),
    ...pairs.flatMap((pair, index) => pairItems(pair, several ? runBadge(baselines + index) : null)),
  ];
  return {
    node: h(
      'section',
      { class: 'why', attributes: { 'aria-label': 'What to know', hidden: items.length === 0 } },
      h('ul', { class: 'findings' }, items),
    ),
  };
}

export function missingItem({ name, why }: MissingRun): HTMLElement {
  return item('warning', [h('b', null, name), ` is left out: ${why}`]);
}

/** Of several pairs each has one item: what it says of itself stands below its headline. */
function pairItems({ headline, requirements, unlike, notes }: ComparedPair, badge: HTMLElement | null): HTMLElement[] {
  const level = headline.tone === 'fail' ? 'error' : 'info';
  const alike = unlike.length > 0 ? [`Not alike: ${unlike.join('; ')}.`] : [];
  if (badge) {
    const lines = [...(requirements.length > 0 ? [`${requirements.join('; ')}.`] : []), ...alike, ...notes];
    const below = lines.map((line) => h('span', { class: 'sub' }, line));
    return [item(level, [badge, ' ', `${headline.text}.`, ...below])];
  }
  return [
    ...requirements.map((line) => item(level, [line])),
    ...alike.map((line) => item('warning', [line])),
    ...notes.map((note) => item('info', [note])),
  ];
}

function item(level: 'error' | 'warning' | 'info', children: readonly Child[]): HTMLElement {
  return h(
    'li',
    null,
    h('span', { class: `codicon codicon-${level} level-${level}`, attributes: { 'aria-hidden': 'true' } }),
    h('div', { class: 'sentence' }, children),
  );
}
