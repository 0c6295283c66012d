import { h, setHidden } from './dom.ts';
import { AXIS_PX, RIGHT_PX } from './lane.ts';
import type { ViewContext } from './context.ts';
import type { StageWindow } from '../src/scenario/schedule/index.ts';
import { clockRange } from '../src/report/format.ts';
import { stageTitle } from '../src/report/words.ts';

/** The stages above the charts, each a button that selects its window. Scenarios side by side have a row each. */
export function createStageStrip(
  context: Pick<ViewContext, 'setWindow' | 'state'> & { readonly run: Pick<ViewContext['run'], 'elapsedMs'> },
  stages: readonly StageWindow[],
): { readonly node: HTMLElement; place(boundsMs: readonly [number, number], width: number): void } {
  const scenarios = [...new Set(stages.map(({ scenario }) => scenario))];
  const buttons = stages.map((stage) => {
    const title = `${stageTitle(stage.name)}, ${clockRange(stage.fromMs, stage.toMs)}`;
    const scenario = scenarios.length > 1 ? `${stage.scenario}: ` : '';
    const button = h(
      'button',
      {
        class: 'stage',
        attributes: { type: 'button', title: `${scenario}${title}: select this window` },
        on: { click: () => context.setWindow({ fromMs: stage.fromMs, toMs: stage.toMs }) },
      },
      h('span', null, `${scenario}${stage.name}`),
    );
    button.style.top = `${scenarios.indexOf(stage.scenario) * 22}px`;
    return { stage, button };
  });
  const node = h('div', { class: 'strip', attributes: { role: 'group', 'aria-label': 'Stages' } });
  node.style.height = `${scenarios.length * 22 - 2}px`;
  node.append(...buttons.map(({ button }) => button));
  setHidden(node, stages.length === 0);
  return {
    node,
    place([from, to], width) {
      const inner = Math.max(1, width - AXIS_PX - RIGHT_PX);
      const live = context.state === 'live';
      for (const { stage, button } of buttons) {
        const left = Math.max(from, stage.fromMs);
        const right = Math.min(to, stage.toMs);
        const px = ((right - left) / (to - from)) * inner;
        setHidden(button, right <= left);
        button.style.left = `${AXIS_PX + ((left - from) / (to - from)) * inner}px`;
        button.style.width = `${Math.max(3, px)}px`;
        button.classList.toggle('bare', px < 34);
        button.classList.toggle('future', live && stage.fromMs >= context.run.elapsedMs);
      }
    },
  };
}
