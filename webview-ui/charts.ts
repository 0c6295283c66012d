import { axisMs, ChartData, type Bins } from './chart-data.ts';
import type { Part, ViewContext } from './context.ts';
import { LaneStack } from './lane-stack.ts';
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
import { isOver } from '../src/report/words.ts';
import type { Finding } from '../src/report/diagnosis/index.ts';

/** While a run goes on, lines are drawn anew this often in the time of a point: in less, none of them moves by a pixel. */
const DRAWINGS_PER_POINT = 5;

export interface Charts extends Part {
  readonly section: Section;
  readonly data: ChartData;
  /** After a change of theme. */
  recolor(): void;
  showLane(id: string): void;
}

/** The charts of a run, with its stages and marked times above them. */
export function createCharts(context: ViewContext, plan: Plan, findings: () => readonly Finding[]): Charts {
  const { run } = context;
  const section = context.section('charts', 'Charts');
  const data = new ChartData(run, plan);
  const strip = createStageStrip(context, run.stages);
  const marked = createSpanStrip(context);
  let spans: readonly Span[] = [];
  /** What was drawn last, and how far the run had come. */
  let drawn = { view: '', elapsedMs: 0 };
  const stack = new LaneStack<Bins>({
    specs: createLanes(context, data),
    colors: () => context.colors,
    marks,
    bounds,
    endMs: () => axisMs(run),
    bins: (most) => data.bins(bounds(), most),
    onResize: update,
    onShow: summarize,
    onWindow: (window) => context.setWindow(window),
    onHeat: (heat) => context.keepUi({ heat }),
  });
  const { lanes } = stack;
  section.body.append(strip.node, marked.node, stack.node, stack.spoken);
  if (context.ui.heat === true) for (const lane of lanes) lane.setHeat(true);

  return { node: section.node, section, data, update, recolor: () => stack.recolor(), showLane };

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
    const { bins, width } = stack;
    const view = JSON.stringify([bounds(), width, run.state, spans.length, run.loadChanges.length]);
    const sinceMs = run.elapsedMs - drawn.elapsedMs;
    if (context.state === 'live' && bins && view === drawn.view && sinceMs < bins.sizeMs / DRAWINGS_PER_POINT) return;
    drawn = { view, elapsedMs: run.elapsedMs };
    stack.update((next) => {
      if (run.state !== 'running' && wantsLogarithm(next)) stack.proposeLogarithm();
    });
    if (stack.width < 50) return;
    const { fromMs, toMs } = bounds();
    strip.place([fromMs, toMs], stack.width);
    marked.place(spans, [fromMs, toMs], stack.width);
  }

  function showLane(id: string): void {
    section.toggle(true);
    lanes.find(({ spec }) => spec.id === id)?.node.scrollIntoView({ block: 'center' });
  }

  function summarize(bins: Bins, index: number | null): void {
    if (index === null) {
      const { window } = context;
      const whole = `${isOver(run) ? 'whole run' : 'so far'}, ${clock(run.elapsedMs)}`;
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
}
