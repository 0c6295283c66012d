import { h, svg } from './dom.ts';
import { NINES, stepsOf } from './percentile-steps.ts';
import { figureTable, TableTwin } from './table-twin.ts';
import type { TrendSink } from '../src/run/sinks.ts';
import { count, duration, exact } from '../src/report/format.ts';

const HEIGHT = 170;
const LEFT = 62;
const RIGHT = 18;
const TOP = 10;
const BOTTOM = 20;
/** What the longest text of the axis takes. */
const TICK_PX = 68;
const LISTED = [0, 50, 75, 90, 95, 99, 99.9, 99.99, 99.999] as const;

/**
 * Latency by percentile, as HdrHistogram's plots have it: each step of the axis is ten times rarer than the one before, so that the tail, of
 * which averages and charts over time show nothing, has as much room as the rest.
 */
export function createPercentileCurve(): { readonly node: HTMLElement; draw(latencies: TrendSink): void } {
  const holder = h('div', { class: 'dist' });
  const twin = new TableTwin('Latency by percentile', holder);
  const node = h(
    'div',
    { class: 'percentiles' },
    h(
      'div',
      { class: 'lane-head' },
      h('span', { class: 'lane-title' }, 'By percentile'),
      h('span', { class: 'tools' }, twin.button),
    ),
    holder,
    twin.node,
  );
  return {
    node,
    draw(latencies) {
      const width = node.clientWidth;
      if (width > 120) holder.replaceChildren(chart(latencies, width));
      twin.fill(table(latencies));
    },
  };
}

function chart(latencies: TrendSink, width: number): SVGSVGElement {
  const steps = stepsOf(latencies);
  const high = Math.max(0.001, ...steps.map(({ ms }) => ms));
  const x = (nines: number): number => LEFT + (nines / NINES) * (width - LEFT - RIGHT);
  const y = (ms: number): number => TOP + (1 - ms / (high * 1.06)) * (HEIGHT - TOP - BOTTOM);
  const node = svg('svg', {
    width,
    height: HEIGHT,
    role: 'img',
    'aria-label': 'Latency by percentile up to 99.999 %; the same figures are in its table',
  });
  for (const ms of niceMarks(high)) {
    node.append(
      svg('line', { x1: LEFT, x2: width - RIGHT, y1: y(ms), y2: y(ms), class: 'grid-line' }),
      svg('text', { x: LEFT - 6, y: y(ms) + 4, class: 'tick', 'text-anchor': 'end' }, duration(ms, exact)),
    );
  }
  const room = x(1) - x(0) >= TICK_PX;
  for (const [percentile, nines] of AXIS) {
    const at = x(nines);
    const text = room || nines % 2 === 1 || nines === 0 ? `${percentile}\u00a0%` : '';
    node.append(
      svg('line', { x1: at, x2: at, y1: TOP, y2: HEIGHT - BOTTOM, class: 'grid-line' }),
      svg(
        'text',
        {
          x: at,
          y: HEIGHT - 5,
          class: 'tick',
          'text-anchor': nines === NINES ? 'end' : nines === 0 ? 'start' : 'middle',
        },
        text,
      ),
    );
  }
  let path = '';
  let before = 0;
  for (const { ms, nines } of steps) {
    path += `${path === '' ? 'M' : 'L'}${x(before)},${y(ms)} L${x(nines)},${y(ms)} `;
    before = nines;
  }
  node.append(svg('path', { class: 'curve', d: path }));
  return node;
}

const AXIS = [
  ['0', 0],
  ['90', 1],
  ['99', 2],
  ['99.9', 3],
  ['99.99', 4],
  ['99.999', 5],
] as const;

/** 0 and a few round numbers up to a value. */
function niceMarks(high: number): number[] {
  const rough = high / 3;
  const decade = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * decade).find((candidate) => candidate >= rough) ?? rough;
  const marks: number[] = [];
  for (let mark = 0; mark <= high * 1.001; mark += step) marks.push(mark);
  return marks;
}

function table(latencies: TrendSink): HTMLTableElement {
  const rows = LISTED.map((percentile): readonly string[] => {
    const slower = latencies.count - Math.ceil((percentile / 100) * latencies.count - 1e-9);
    return [`${percentile}\u00a0%`, duration(latencies.percentile(percentile)), count(slower)];
  });
  rows.push(['100\u00a0%', duration(latencies.highest), '0']);
  return figureTable({ caption: 'Latency by percentile', heads: ['Percentile', 'At most', 'Requests beyond'], rows });
}
