import type { Part, ViewContext } from './context.ts';
import { h, setHidden, svg } from './dom.ts';
import { bucketAxis, bucketsOf, msOf, type Bucket } from './latency-buckets.ts';
import { createPercentileCurve } from './percentile-curve.ts';
import { figureTable, TableTwin } from './table-twin.ts';
import type { TrendSink } from '../src/run/sinks.ts';
import { totalRow } from '../src/run/tables.ts';
import { count, duration, percent } from '../src/report/format.ts';

const HEIGHT = 150;
const LEFT = 50;
const RIGHT = 44;
const TOP = 8;
const BOTTOM = 20;
/** The axis spans at least so many ranges. */
const FEWEST_CELLS = 12;

/** How often each latency came, on a logarithmic axis, with the share at or below it. */
export function createDistribution(context: ViewContext): Part & { updateWindow(): void } {
  const { run } = context;
  const section = context.section('distribution', 'Latency distribution', false);
  const holder = h('div', { class: 'dist' });
  const twin = new TableTwin('Latency distribution', holder);
  const legend = h(
    'span',
    { class: 'legend' },
    key('color-blue', svg('rect', { x: 2, y: 1, width: 12, height: 8 }), 'requests in each range'),
    key('color-purple', svg('line', { x1: 0, x2: 16, y1: 5, y2: 5, 'stroke-width': 1.75 }), 'share at or below'),
  );
  const curve = createPercentileCurve();
  section.body.append(
    h('div', { class: 'lane-head' }, legend, h('span', { class: 'tools' }, twin.button)),
    holder,
    twin.node,
    curve.node,
  );
  let latencies: TrendSink | null = null;
  new ResizeObserver(draw).observe(section.body);
  return { node: section.node, update: updateWindow, updateWindow };

  function updateWindow(): void {
    latencies = totalRow(run, context.window)?.duration ?? null;
    section.summary(
      latencies && latencies.count > 0
        ? `p50 ${duration(latencies.percentile(50))} · p99 ${duration(latencies.percentile(99))} · max ${duration(latencies.highest)}`
        : 'no samples',
    );
    draw();
  }

  function draw(): void {
    if (!section.open) return;
    const buckets = latencies ? bucketsOf(latencies.histogram) : [];
    setHidden(curve.node, buckets.length === 0);
    if (latencies && buckets.length > 0) curve.draw(latencies);
    if (buckets.length === 0) {
      holder.replaceChildren(h('p', { class: 'nothing' }, 'No samples.'));
      twin.fill(null);
      return;
    }
    if (holder.clientWidth > 120) holder.replaceChildren(chart(buckets, holder.clientWidth));
    twin.fill(table(buckets));
  }

  function chart(buckets: readonly Bucket[], width: number): SVGSVGElement {
    // A single range has some room around it: alone it would be a block without a shape.
    const filled = buckets.length;
    const around = Math.max(0, Math.ceil((FEWEST_CELLS - filled) / 2));
    const first = (buckets[0]?.cell ?? 0) - around;
    const last = (buckets.at(-1)?.cell ?? 0) + 1 + around;
    const x = (cell: number): number => LEFT + ((cell - first) / (last - first)) * (width - LEFT - RIGHT);
    const y = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
    const peak = Math.max(...buckets.map(({ share }) => share));
    const node = svg('svg', {
      width,
      height: HEIGHT,
      role: 'img',
      'aria-label': 'Latency distribution; the same figures are in its table',
    });
    for (const share of [0.5, 1]) {
      node.append(
        svg('line', { x1: LEFT, x2: width - RIGHT, y1: y(share), y2: y(share), class: 'grid-line' }),
        svg(
          'text',
          { x: width - RIGHT + 5, y: y(share) + 4, class: 'tick' },
          percent(share).replace('.00', '').replace('.0', ''),
        ),
      );
    }
    for (const share of [1, 0.5]) {
      node.append(
        svg('text', { x: LEFT - 6, y: y(share) + 4, class: 'tick', 'text-anchor': 'end' }, percent(share * peak)),
      );
    }
    for (const bucket of buckets) {
      const top = y(bucket.share / peak);
      const bar = svg('rect', {
        x: x(bucket.cell) + 0.5,
        width: Math.max(1, x(bucket.cell + 1) - x(bucket.cell) - 1),
        y: top,
        height: Math.max(1, HEIGHT - BOTTOM - top),
        class: 'bar',
      });
      const text = `${duration(msOf(bucket.cell))} – ${duration(msOf(bucket.cell + 1))}: ${count(bucket.count)}`;
      bar.append(svg('title', {}, `${text} (${percent(bucket.share)})`));
      node.append(bar);
    }
    const curve = buckets.map(({ cell, cumulative }) => `L${x(cell + 1)},${y(cumulative)}`).join(' ');
    node.append(
      svg('path', {
        class: 'curve',
        d: `M${x(first)},${y(0)} L${x(buckets[0]?.cell ?? first)},${y(0)} ${curve} L${x(last)},${y(1)}`,
      }),
    );
    node.append(...bucketAxis(first, last, x, HEIGHT - BOTTOM));
    return node;
  }
}

function table(buckets: readonly Bucket[]): HTMLTableElement {
  return figureTable({
    caption: 'Latency distribution',
    heads: ['From', 'To', 'Requests', 'Share', 'At or below'],
    rows: buckets.map((bucket) => [
      duration(msOf(bucket.cell)),
      duration(msOf(bucket.cell + 1)),
      count(bucket.count),
      percent(bucket.share),
      percent(bucket.cumulative),
    ]),
  });
}

function key(color: string, mark: SVGElement, text: string): HTMLElement {
  return h('span', { class: 'key' }, svg('svg', { class: `swatch ${color}`, width: 16, height: 10 }, mark), text);
}
