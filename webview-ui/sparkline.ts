import type { ChartData } from './chart-data.ts';
import type { ViewContext } from './context.ts';
import { h, type Child } from './dom.ts';
import type { Column } from './table.ts';

const WIDTH = 84;
const HEIGHT = 16;
const SPARK_POINTS = 40;

/** A line without axes: its shape is all it says. Gaps stay gaps. */
function drawSparkline(canvas: HTMLCanvasElement, values: readonly (number | null)[], color: string): void {
  canvas.width = WIDTH * devicePixelRatio;
  canvas.height = HEIGHT * devicePixelRatio;
  const pen = canvas.getContext('2d');
  const present = values.filter((value) => value !== null);
  if (!pen || present.length === 0) return;
  const high = Math.max(...present);
  const low = Math.min(...present) * 0.6;
  pen.scale(devicePixelRatio, devicePixelRatio);
  pen.strokeStyle = color;
  pen.fillStyle = color;
  pen.lineWidth = 1.25;
  pen.beginPath();
  let drawing = false;
  values.forEach((value, index) => {
    if (value === null) {
      drawing = false;
      return;
    }
    const x = (index / Math.max(1, values.length - 1)) * (WIDTH - 2) + 1;
    const y = HEIGHT - 2 - ((value - low) / (high - low || 1)) * (HEIGHT - 4);
    if (drawing) pen.lineTo(x, y);
    else pen.moveTo(x, y);
    // A value between two gaps has no line to be on.
    if (!drawing && typeof values[index + 1] !== 'number') pen.fillRect(x - 1.25, y - 1.25, 2.5, 2.5);
    drawing = true;
  });
  pen.stroke();
}

/** A column with the p95 over the shown time of those requests whose tags a row stands for; null: the row has none. */
export function sparkColumn<Row>(
  context: ViewContext,
  data: ChartData,
  of: (row: Row) => { readonly name: string; matches(tags: Readonly<Record<string, string>>): boolean } | null,
): Column<Row> {
  return { key: 'spark', title: 'p95 over time', tier: 3, className: 'sparkline', cell };

  function cell(row: Row): { nodes: Child[]; update: (row: Row) => void } {
    const what = of(row);
    if (!what) return { nodes: [], update: () => undefined };
    const canvas = h('canvas', {
      class: 'spark',
      attributes: { role: 'img', 'aria-label': `p95 of ${what.name} over time; the charts have the figures` },
    });
    let shown = row;
    let drawn = '';
    const draw = (): void => {
      const window = context.window ?? { fromMs: 0, toMs: Math.max(1000, context.run.elapsedMs) };
      const color = context.colors.purple;
      // An hour's line does not change by a second.
      const step = Math.max(1000, (window.toMs - window.fromMs) / SPARK_POINTS);
      const state = `${color} ${window.fromMs} ${Math.floor(window.toMs / step)}`;
      if (state === drawn) return;
      drawn = state;
      const values = data.p95Of((tags) => of(shown)?.matches(tags) ?? false, window, SPARK_POINTS);
      drawSparkline(canvas, values, color);
    };
    seen.watch(canvas, draw);
    return {
      nodes: [canvas],
      update: (next) => {
        shown = next;
        seen.changed(canvas);
      },
    };
  }
}

/** For so long in a frame, lines are drawn; the rest of them in the next one. */
const DRAWING_MS = 4;

/** Draws what is in sight, and what is not once it comes into sight; never all of a long table in one frame. */
class Seen {
  readonly #draws = new WeakMap<Element, () => void>();
  readonly #visible = new WeakSet<Element>();
  readonly #waiting = new Set<Element>();
  readonly #observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#visible.add(target);
      else this.#visible.delete(target);
      this.changed(target);
    }
  });

  watch(node: Element, draw: () => void): void {
    this.#draws.set(node, draw);
    this.#observer.observe(node);
  }

  changed(node: Element): void {
    if (!this.#visible.has(node)) return;
    if (this.#waiting.size === 0) requestAnimationFrame(() => this.#drawSome());
    this.#waiting.add(node);
  }

  #drawSome(): void {
    const from = performance.now();
    for (const node of this.#waiting) {
      this.#waiting.delete(node);
      this.#draws.get(node)?.();
      if (performance.now() - from > DRAWING_MS) break;
    }
    if (this.#waiting.size > 0) requestAnimationFrame(() => this.#drawSome());
  }
}

const seen = new Seen();
