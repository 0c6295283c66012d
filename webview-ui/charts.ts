import { axisMs, ChartData, type Bins } from './chart-data.ts';
import type { Part, ViewContext } from './context.ts';
import { h, setText } from './dom.ts';
import { AXIS_PX, Lane, RIGHT_PX } from './lane.ts';
import { createLanes } from './lanes.ts';
import { wantsLogarithm } from './latency-lane.ts';
import type { Marks } from './drawing.ts';
import { createSpanStrip } from './span-strip.ts';
import { spansOf, type Span } from './spans.ts';
import { createStageStrip } from './stage-strip.ts';
import type { Section } from './section.ts';
import type { Plan } from '../src/scenario/plan.ts';
import type { TimeWindow } from '../src/run/model.ts';
import { clock, clockRange } from '../src/report/format.ts';
import type { Finding } from '../src/report/diagnosis/index.ts';

const PX_PER_POINT = 2.5;
/** While a run goes on, lines are drawn anew this often in the time of a point: in less, none of them moves by a pixel. */
const DRAWINGS_PER_POINT = 5;

export interface Charts extends Part {
  readonly section: Section;
  readonly data: ChartData;
  /** After a change of theme. */
  recolor(): void;
  showLane(id: string): void;
}

/**
 * The charts: lanes over one time axis with one cursor and one brush. There is no floating tooltip, for it would cover what
 * one looks at: the legends are the readout.
 */
export function createCharts(context: ViewContext, plan: Plan, findings: () => readonly Finding[]): Charts {
  const { run } = context;
  const section = context.section('charts', 'Charts');
  const data = new ChartData(run, plan);
  const strip = createStageStrip(context, run.stages);
  const marked = createSpanStrip(context);
  const spoken = h('div', { class: 'sr', attributes: { 'aria-live': 'polite' } });
  const stack = h('div', {
    class: 'lanes',
    attributes: {
      tabindex: 0,
      role: 'group',
      'aria-roledescription': 'charts',
      'aria-label':
        'Charts over time. Left and right move the cursor, with Shift they select a window, Enter zooms into it, ' +
        'Escape goes back to the whole run. Every chart can be shown as a table.',
    },
    on: { keydown: (event) => onKey(event), mouseleave: () => showAt(null) },
  });
  section.body.append(strip.node, marked.node, stack, spoken);

  let bins: Bins | null = null;
  let width = 0;
  let cursorS: number | null = null;
  let anchorS: number | null = null;
  let shownAt: number | null = null;
  let spans: readonly Span[] = [];
  /** What was drawn last, and how far the run had come. */
  let drawn = { view: '', elapsedMs: 0 };
  let pending: { readonly index: number | null } | null = null;

  const specs = createLanes(context, data);
  const lanes = specs.map(
    (spec, index) =>
      new Lane({
        spec,
        last: index === specs.length - 1,
        colors: () => context.colors,
        marks,
        bounds: () => {
          const { fromMs, toMs } = bounds();
          return [fromMs / 1000, toMs / 1000];
        },
        coarse: (most) => data.bins(bounds(), most),
        onCursor: schedule,
        onSelect: select,
        onReset: () => context.setWindow(null),
        onHeat: (heat) => context.keepUi({ heat }),
      }),
  );
  stack.append(...lanes.map(({ node }) => node));
  if (context.ui.heat === true) for (const lane of lanes) lane.setHeat(true);

  new ResizeObserver(() => {
    if (stack.clientWidth === width || stack.clientWidth < 50) return;
    width = stack.clientWidth;
    update();
  }).observe(stack);

  return { node: section.node, section, data, update, recolor, showLane };

  function bounds(): TimeWindow {
    return context.window ?? { fromMs: 0, toMs: axisMs(run) };
  }

  function marks(): Marks {
    const unfinished = run.state === 'running' || run.elapsedMs < axisMs(run) - 1500;
    return {
      spans,
      stages: run.stages.map(({ fromMs }) => fromMs).filter((at) => at > 0),
      now: unfinished ? { atMs: run.elapsedMs, live: context.state === 'live' } : null,
    };
  }

  function update(): void {
    data.update();
    spans = spansOf(run, findings());
    if (width < 50) width = stack.clientWidth;
    if (width < 50) return;
    const view = JSON.stringify([bounds(), width, run.state, spans.length, run.loadChanges.length]);
    const sinceMs = run.elapsedMs - drawn.elapsedMs;
    if (context.state === 'live' && bins && view === drawn.view && sinceMs < bins.sizeMs / DRAWINGS_PER_POINT) return;
    drawn = { view, elapsedMs: run.elapsedMs };
    bins = data.bins(bounds(), (width - AXIS_PX - RIGHT_PX) / PX_PER_POINT);
    for (const lane of lanes) {
      if (lane.spec.canBeLogarithmic && lane.logarithmic === null && run.state !== 'running' && wantsLogarithm(bins)) {
        lane.setLogarithmic(true);
      }
      lane.update(bins, width);
    }
    const { fromMs, toMs } = bounds();
    strip.place([fromMs, toMs], width);
    marked.place(spans, [fromMs, toMs], width);
    showAt(shownAt !== null && shownAt < bins.t.length ? shownAt : null);
  }

  function recolor(): void {
    for (const lane of lanes) lane.rebuild();
  }

  function showLane(id: string): void {
    section.toggle(true);
    lanes.find(({ spec }) => spec.id === id)?.node.scrollIntoView({ block: 'center' });
  }

  // ── the readout ──

  /** The cursors of all lanes move at once: one readout a frame is enough. */
  function schedule(index: number | null): void {
    if (!pending)
      requestAnimationFrame(() => {
        const next = pending;
        pending = null;
        if (next) showAt(next.index);
      });
    pending = { index };
  }

  function showAt(index: number | null): void {
    shownAt = index;
    for (const lane of lanes) lane.showAt(index);
    if (!bins) return;
    if (index === null) {
      const { window } = context;
      const whole = run.state === 'running' ? `so far, ${clock(run.elapsedMs)}` : `whole run, ${clock(run.elapsedMs)}`;
      const span = window ? clockRange(window.fromMs, window.toMs) : whole;
      section.summary(`${span} · each point is ${bins.sizeMs / 1000}\u00a0s`);
    } else {
      const from = bins.fromMs + index * bins.sizeMs;
      const stage = run.stages.find(({ fromMs, toMs }) => fromMs <= from && from < toMs);
      const time = bins.sizeMs === 1000 ? clock(from) : clockRange(from, from + bins.sizeMs);
      const special = spans.filter(({ fromMs, toMs }) => fromMs <= from && from < toMs).map(({ title }) => title);
      section.summary([time, ...(stage ? [stage.name] : []), ...special].join(' · '));
    }
  }

  function select(fromS: number, toS: number): void {
    const fromMs = Math.max(0, Math.floor(fromS)) * 1000;
    const toMs = Math.min(axisMs(run), Math.ceil(toS) * 1000);
    for (const lane of lanes) lane.clearSelection();
    context.setWindow({ fromMs, toMs: Math.max(fromMs + 2000, toMs) });
  }

  // ── the keyboard ──

  function onKey(event: KeyboardEvent): void {
    if (event.target !== stack || !bins) return;
    const stepS = bins.sizeMs / 1000;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -stepS,
      ArrowRight: stepS,
      PageUp: -10 * stepS,
      PageDown: 10 * stepS,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      move(step, event.shiftKey);
    } else if (event.key === 'Enter' && anchorS !== null && cursorS !== null) {
      const [from = 0, to = 0] = [anchorS, cursorS].sort((a, b) => a - b);
      cursorS = anchorS = null;
      select(from, to);
    }
  }

  function move(stepS: number, selecting: boolean): void {
    if (!bins) return;
    const { fromMs, toMs } = bounds();
    const now = cursorS ?? fromMs / 1000 - Math.min(0, stepS) / 2;
    if (!selecting) anchorS = null;
    else anchorS ??= now;
    cursorS = Math.min(toMs / 1000 - 0.001, Math.max(fromMs / 1000, now + stepS));
    for (const lane of lanes) lane.mark(cursorS, anchorS);
    const index = Math.min(bins.t.length - 1, Math.floor((cursorS * 1000 - fromMs) / bins.sizeMs));
    showAt(index);
    setText(spoken, `${clock(cursorS * 1000)}: ${speech(bins, index)}`);
  }

  function speech(points: Bins, index: number): string {
    return lanes
      .filter(({ node }) => !node.hidden)
      .map((lane) => {
        const texts = lane.spec.at(points, index);
        return `${lane.spec.title} ${lane.labels.map((label, i) => `${label} ${texts[i] ?? ''}`).join(', ')}`;
      })
      .join('; ');
  }
}
