import { h, svg } from '../dom.ts';
import { runMark } from './run-marks.ts';

/** A run's letter with a piece of its line. */
export function runBadge(index: number): HTMLElement {
  const { letter, color, dash, width } = runMark(index);
  return h(
    'span',
    { class: 'run-badge' },
    svg(
      'svg',
      { class: `swatch color-${color}`, width: 20, height: 10, 'aria-hidden': 'true' },
      svg('line', { x1: 0, x2: 20, y1: 5, y2: 5, 'stroke-width': width, 'stroke-dasharray': dash.join(' ') || null }),
    ),
    h('b', null, letter),
  );
}
