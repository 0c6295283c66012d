/** How the latencies of the runs are distributed, one over the other, on a logarithmic axis. */
import { h, svg, toggleButton } from '../dom.ts';
import { bucketAxis, bucketsOf, msOf, type Bucket } from '../latency-buckets.ts';
import { figureTable, TableTwin } from '../table-twin.ts';
import type { ComparisonContext, ComparisonPart } from './context.ts';
import { windowOf } from './lanes.ts';
import { runBadge } from './run-badge.ts';
import { runMark } from './run-marks.ts';
import { DASH, duration, percent } from '../../src/report/format.ts';

const HEIGHT = 170;
const LEFT = 50;
const RIGHT = 18;
const TOP = 15;
const BOTTOM = 20;

export interface ComparedDistribution extends ComparisonPart {
  /** After a change of the window. */
  update(): void;
}

export function createComparedDistribution(context: ComparisonContext): ComparedDistribution {
  const { runs } = context.comparison;
  const section = context.section('distribution', 'Latency distribution');
  const holder = h('div', { class: 'dist' });
  const twin = new TableTwin('Latency distributions', holder);
  let below = false;
  let distributions: readonly (readonly Bucket[])[] = [];
  const cumulative = toggleButton('Share of requests at or below each latency', '≤', (on) => {
    below = on;
    draw();
  });
  const axis = h('span', { class: 'label' });
  section.body.append(
    h(
      'div',
      { class: 'lane-head' },
      h(
        'span',
        { class: 'legend' },
        axis,
        runs.map((_, index) => h('span', { class: 'key' }, runBadge(index))),
      ),
      h('span', { class: 'tools' }, cumulative, twin.button),
    ),
    holder,
    twin.node,
  );
  new ResizeObserver(draw).observe(holder);
  return { node: section.node, update };

  function update(): void {
    const latencies = runs.map((_, run) => context.points.over(run, windowOf(context)).latencies);
    distributions = latencies.map(bucketsOf);
    section.summary(
      latencies
        .map((one, run) => `${runMark(run).letter} p50 ${one.count === 0 ? DASH : duration(one.percentile(50))}`)
        .join(' · '),
    );
    draw();
  }

  function draw(): void {
    if (!section.open) return;
    axis.textContent = below ? 'share at or below' : 'share in each range';
    const cells = distributions.flatMap((buckets) => buckets.map(({ cell }) => cell));
    if (cells.length === 0) {
      holder.replaceChildren(h('p', { class: 'nothing' }, 'No samples.'));
      twin.fill(null);
      return;
    }
    const [first, last] = [Math.min(...cells), Math.max(...cells) + 1];
    if (holder.clientWidth > 120) holder.replaceChildren(chart(first, last, holder.clientWidth));
    twin.fill(table(first, last));
  }

  function shareAt(run: number, cell: number): number {
    const buckets = distributions[run] ?? [];
    const found = buckets.find((bucket) => bucket.cell === cell);
    if (!below) return found?.share ?? 0;
    return found?.cumulative ?? ((buckets[0]?.cell ?? Number.POSITIVE_INFINITY) > cell ? 0 : 1);
  }

  function chart(first: number, last: number, width: number): SVGSVGElement {
    const cells = Array.from({ length: last - first }, (_, index) => first + index);
    const highest = below ? 1 : Math.max(...runs.flatMap((_, run) => cells.map((cell) => shareAt(run, cell))));
    const x = (cell: number): number => LEFT + ((cell - first) / (last - first)) * (width - LEFT - RIGHT);
    const y = (share: number): number => TOP + (1 - share / highest) * (HEIGHT - TOP - BOTTOM);
    const node = svg('svg', {
      width,
      height: HEIGHT,
      role: 'img',
      'aria-label': 'Latency distributions of the runs; the same figures are in their table',
    });
    for (const share of [highest, highest / 2]) {
      node.append(
        svg('line', { x1: LEFT, x2: width - RIGHT, y1: y(share), y2: y(share), class: 'grid-line' }),
        svg(
          'text',
          { x: LEFT - 6, y: y(share) + 4, class: 'tick', 'text-anchor': 'end' },
          percent(share).replace('.0', ''),
        ),
      );
    }
    node.append(svg('line', { x1: LEFT, x2: width - RIGHT, y1: y(0), y2: y(0), class: 'grid-line' }));
    const peaks: { readonly run: number; readonly x: number; readonly y: number }[] = [];
    for (const run of runs.keys()) {
      // A run without samples has no line.
      if (distributions[run]?.length === 0) continue;
      const { color, dash, width: stroke } = runMark(run);
      // A share belongs to all of its range, so it is a step; what is at or below is known at the range's end.
      const line = below
        ? `M${x(first)},${y(0)} ${cells.map((cell) => `L${x(cell + 1)},${y(shareAt(run, cell))}`).join(' ')}`
        : `M${x(first)},${y(0)} ${cells.map((cell) => `V${y(shareAt(run, cell))} H${x(cell + 1)}`).join(' ')} V${y(0)}`;
      node.append(
        svg('path', {
          d: line,
          class: `run-line color-${color}`,
          'stroke-width': stroke,
          'stroke-dasharray': dash.join(' ') || null,
        }),
      );
      const top = cells.reduce((best, cell) => (markedShare(run, cell) > markedShare(run, best) ? cell : best), first);
      peaks.push({ run, x: x(top + 0.5), y: y(shareAt(run, top)) });
    }
    for (const { run, x: at, y: top } of apart(peaks)) {
      const { letter, color } = runMark(run);
      node.append(
        svg('text', { x: at, y: top - 3, class: `run-letter color-${color}`, 'text-anchor': 'middle' }, letter),
      );
    }
    node.append(...bucketAxis(first, last, x, HEIGHT - BOTTOM));
    return node;
  }

  /** The letter stands at a line's peak; of what is at or below, where half of the requests are. */
  function markedShare(run: number, cell: number): number {
    return below ? -Math.abs(shareAt(run, cell) - 0.5) : shareAt(run, cell);
  }

  function table(first: number, last: number): HTMLTableElement {
    const cells = Array.from({ length: last - first }, (_, index) => first + index);
    const heads = [
      'From',
      'To',
      ...runs.flatMap((_, run) => [`${runMark(run).letter} share`, `${runMark(run).letter} at or below`]),
    ];
    return figureTable({
      caption: 'Latency distributions',
      heads,
      rows: cells.map((cell) => [
        duration(msOf(cell)),
        duration(msOf(cell + 1)),
        ...runs.flatMap((_, run) => {
          const bucket = distributions[run]?.find((one) => one.cell === cell);
          return bucket ? [percent(bucket.share), percent(bucket.cumulative)] : [DASH, DASH];
        }),
      ]),
    });
  }
}

/** Letters that would stand on each other are moved apart sideways. */
function apart<T extends { readonly x: number; readonly y: number }>(marks: readonly T[]): T[] {
  const placed: T[] = [];
  for (const mark of marks) {
    let { x } = mark;
    while (placed.some((other) => Math.abs(other.x - x) < 10 && Math.abs(other.y - mark.y) < 12)) x += 10;
    placed.push({ ...mark, x });
  }
  return placed;
}
