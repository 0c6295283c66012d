/** What the charts draw beyond lines: backgrounds, limits, stacked bars, the generator's strip. */
import type uPlot from 'uplot';
import type { Bins } from './chart-data.ts';
import { rowStartMs } from './heat-map.ts';
import type { Span } from './spans.ts';
import { alpha, hatch, type Colors } from './theme.ts';

export interface Limit {
  /** `p95 500 ms` */
  readonly label: string;
  /** On the y axis. */
  readonly at: number;
}

/** Time in ms at which something begins or ends. */
export interface Marks {
  /** What was special about some of the time: shaded through all lanes. */
  readonly spans: readonly Span[];
  /** Where stages begin, the first left out. */
  readonly stages: readonly number[];
  /** The end of what was measured, where more was planned. */
  readonly now: { readonly atMs: number; readonly live: boolean } | null;
}

/** Draws inside a chart's plotting area only. */
function clipped(u: uPlot, draw: (pen: CanvasRenderingContext2D, box: uPlot.BBox) => void): void {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  draw(ctx, bbox);
  ctx.restore();
}

export function drawMarks(u: uPlot, { spans, stages, now }: Marks, colors: Colors): void {
  clipped(u, (pen, box) => {
    for (const span of spans) {
      const left = u.valToPos(span.fromMs / 1000, 'x', true);
      const width = u.valToPos(span.toMs / 1000, 'x', true) - left;
      if (span.kind === 'changed' || left > box.left + box.width || left + width < box.left) continue;
      pen.globalAlpha = span.kind === 'paused' ? 0.35 : 1;
      pen.fillStyle = span.kind === 'paused' ? hatch(pen, colors.dim) : shadeOf(span.kind, colors);
      pen.fillRect(left, box.top, width, box.height);
    }
    pen.globalAlpha = 1;
    pen.lineWidth = devicePixelRatio;
    const line = (atMs: number, color: string): void => {
      const x = Math.round(u.valToPos(atMs / 1000, 'x', true)) + 0.5;
      pen.strokeStyle = color;
      pen.beginPath();
      pen.moveTo(x, box.top);
      pen.lineTo(x, box.top + box.height);
      pen.stroke();
    };
    for (const atMs of stages) line(atMs, colors.grid);
    pen.setLineDash([2 * devicePixelRatio, 2 * devicePixelRatio]);
    for (const { kind, fromMs, toMs } of spans) {
      if (kind === 'paused' || kind === 'changed') for (const atMs of [fromMs, toMs]) line(atMs, colors.dim);
    }
    pen.setLineDash([]);
    if (now) line(now.atMs, now.live ? colors.blue : colors.dim);
  });
}

function shadeOf(kind: 'failing' | 'saturated', colors: Colors): string {
  return alpha(kind === 'failing' ? colors.red : colors.yellow, colors.highContrast ? 0.2 : 0.1);
}

/** Limits as dotted lines with their text; one that is off the scale says so instead of squeezing the data. */
export function drawLimits(u: uPlot, limits: readonly Limit[], colors: Colors): void {
  const { ctx: pen, bbox } = u;
  const ratio = devicePixelRatio;
  const { min = 0, max = 0 } = u.scales['y'] ?? {};
  const right = bbox.left + bbox.width;
  pen.save();
  pen.font = colors.font.replace('11px', `${10 * ratio}px`);
  pen.textAlign = 'right';
  pen.textBaseline = 'alphabetic';
  pen.lineWidth = ratio;
  let offScale = 0;
  for (const { label, at } of [...limits].sort((a, b) => a.at - b.at)) {
    const inside = at >= min && at <= max;
    if (!inside && at < min) continue;
    const y = inside ? Math.round(u.valToPos(at, 'y', true)) + 0.5 : bbox.top;
    if (inside) {
      pen.strokeStyle = colors.dim;
      pen.setLineDash([2 * ratio, 3 * ratio]);
      pen.beginPath();
      pen.moveTo(bbox.left, y);
      pen.lineTo(right, y);
      pen.stroke();
    }
    const text = `${label}${inside ? '' : ' ↑'}`;
    const width = pen.measureText(text).width;
    const below = y - bbox.top < 14 * ratio;
    // Several limits off the scale stand one under the other.
    const shift = inside ? 0 : 13 * ratio * offScale++;
    pen.fillStyle = alpha(colors.bg, 0.8);
    pen.fillRect(right - width - 6 * ratio, (below ? y + 1 : y - 13 * ratio) + shift, width + 6 * ratio, 12 * ratio);
    pen.fillStyle = colors.dim;
    pen.fillText(text, right - 3 * ratio, (below ? y + 10 * ratio : y - 3 * ratio) + shift);
  }
  pen.restore();
}

export interface BarPart {
  readonly values: readonly (number | null)[];
  readonly color: string;
  readonly hatched: boolean;
}

export function drawStackedBars(u: uPlot, bins: Bins, parts: readonly BarPart[]): void {
  clipped(u, (pen) => {
    const fills = parts.map(({ color, hatched }) => (hatched ? hatch(pen, color) : alpha(color, 0.85)));
    bins.t.forEach((_, index) => {
      const [left, width] = slot(u, bins, index);
      const gap = width > 3 * devicePixelRatio ? devicePixelRatio : 0;
      let sum = 0;
      parts.forEach(({ values, color, hatched }, part) => {
        const value = values[index];
        if (!value) return;
        const bottom = Math.round(u.valToPos(sum, 'y', true));
        sum += value;
        const height = Math.max(devicePixelRatio, bottom - Math.round(u.valToPos(sum, 'y', true)));
        const bar = [left, bottom - height, Math.max(devicePixelRatio, width - gap), height] as const;
        if (hatched) {
          pen.fillStyle = alpha(color, 0.25);
          pen.fillRect(...bar);
        }
        pen.fillStyle = fills[part] ?? color;
        pen.fillRect(...bar);
      });
    });
  });
}

/** The fuller a cell, the more requests: on a logarithmic scale, so that a few slow ones are seen beside thousands of fast ones. */
export function drawHeat(u: uPlot, bins: Bins, colors: Colors): void {
  const { columns, peak } = bins.heat();
  clipped(u, (pen) => {
    pen.fillStyle = colors.blue;
    columns.forEach((cells, index) => {
      const [left, width] = slot(u, bins, index);
      for (const [row, count] of cells) {
        const top = Math.round(u.valToPos(rowStartMs(row + 1), 'y', true));
        const height = Math.round(u.valToPos(rowStartMs(row), 'y', true)) - top;
        pen.globalAlpha = 0.18 + 0.82 * (Math.log(count + 1) / Math.log(peak + 1));
        pen.fillRect(left, top, Math.max(1, width), Math.max(1, height));
      }
    });
    pen.globalAlpha = 1;
  });
}

/** Height says what colour says: low is healthy, half and hatched strained, full saturated. */
export function drawGenerator(u: uPlot, bins: Bins, colors: Colors): void {
  clipped(u, (pen, box) => {
    const bottom = box.top + box.height;
    const strained = hatch(pen, colors.yellow);
    bins.generator.forEach((state, index) => {
      if (state === null) return;
      const [left, width] = slot(u, bins, index);
      const height = { healthy: 3 * devicePixelRatio, strained: box.height / 2, saturated: box.height }[state];
      if (state === 'strained') {
        pen.fillStyle = alpha(colors.yellow, 0.25);
        pen.fillRect(left, bottom - height, width, height);
      }
      pen.fillStyle = { healthy: colors.green, strained, saturated: colors.yellow }[state];
      pen.fillRect(left, bottom - height, width, height);
    });
  });
}

/** A point's left edge and width in device pixels. */
function slot(u: uPlot, bins: Bins, index: number): [left: number, width: number] {
  const edge = (at: number): number => Math.round(u.valToPos((bins.fromMs + at * bins.sizeMs) / 1000, 'x', true));
  const left = edge(index);
  return [left, edge(index + 1) - left];
}
