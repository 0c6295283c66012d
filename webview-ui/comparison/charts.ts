import { LaneStack } from '../lane-stack.ts';
import { createStageStrip } from '../stage-strip.ts';
import type { ComparedBins } from './compared-points.ts';
import type { ComparisonContext, ComparisonPart } from './context.ts';
import { createComparedLanes, percentileOf, spreadsWide, windowOf } from './lanes.ts';
import { clock, clockRange } from '../../src/report/format.ts';

export interface ComparedCharts extends ComparisonPart {
  /** After a change of the window. */
  update(): void;
  recolor(): void;
}

/** Every run's lines over one time axis, which counts from the start of each load. */
export function createComparedCharts(context: ComparisonContext): ComparedCharts {
  const { comparison, points } = context;
  const section = context.section('charts', 'Charts');
  const strip = createStageStrip(
    { setWindow: (window) => context.setWindow(window), state: 'done', run: { elapsedMs: points.endMs } },
    comparison.stages,
  );
  const stack = new LaneStack<ComparedBins>({
    specs: createComparedLanes(context, () => update()),
    colors: () => context.colors,
    marks: () => ({
      spans: [],
      stages: comparison.stages.map(({ fromMs }) => fromMs).filter((at) => at > 0),
      now: null,
    }),
    bounds: () => windowOf(context),
    endMs: () => points.endMs,
    bins: (most) => points.bins(windowOf(context), most, percentileOf(context)),
    onResize: () => update(),
    onShow: (bins, index) => {
      const { fromMs, toMs } = windowOf(context);
      const from = bins.fromMs + (index ?? 0) * bins.sizeMs;
      const whole = context.window ? clockRange(fromMs, toMs) : `whole runs, ${clock(toMs)}`;
      section.summary(
        index === null
          ? `${whole} · each point is ${bins.sizeMs / 1000}\u00a0s`
          : bins.sizeMs === 1000
            ? clock(from)
            : clockRange(from, from + bins.sizeMs),
      );
    },
    onWindow: (window) => context.setWindow(window),
  });
  section.body.append(strip.node, stack.node, stack.spoken);
  return { node: section.node, update, recolor: () => stack.recolor() };

  function update(): void {
    stack.update((bins) => {
      if (spreadsWide(bins)) stack.proposeLogarithm();
    });
    if (stack.width < 50) return;
    const { fromMs, toMs } = windowOf(context);
    strip.place([fromMs, toMs], stack.width);
  }
}
