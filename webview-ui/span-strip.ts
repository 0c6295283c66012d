import { h, setHidden, textButton } from './dom.ts';
import { AXIS_PX, RIGHT_PX } from './lane.ts';
import type { ViewContext } from './context.ts';
import type { Span } from './spans.ts';
import { clockRange } from '../src/report/format.ts';

/** Below a text of this width there is only its mark. */
const TEXT_PX = 34;

/** What was special about some of the time, in a row under the stages; each is a button that selects its window. */
export function createSpanStrip(context: ViewContext): {
  readonly node: HTMLElement;
  place(spans: readonly Span[], boundsMs: readonly [number, number], width: number): void;
} {
  const node = h('div', { class: 'strip spans', attributes: { role: 'group', 'aria-label': 'Marked times' } });
  let shown = '';
  let buttons: { readonly span: Span; readonly button: HTMLButtonElement }[] = [];
  setHidden(node, true);
  return {
    node,
    place(spans, [from, to], width) {
      const inner = Math.max(1, width - AXIS_PX - RIGHT_PX);
      const px = (atMs: number): number => ((Math.min(to, Math.max(from, atMs)) - from) / (to - from)) * inner;
      const now = JSON.stringify(spans);
      if (now !== shown) {
        shown = now;
        // A button that stays keeps the focus: only the end of the last one moves while a run goes on.
        buttons = spans.map((span, index) => {
          const known = buttons[index];
          if (known?.span.kind === span.kind && known.span.text === span.text && known.span.fromMs === span.fromMs) {
            name(known.button, span);
            return { span, button: known.button };
          }
          known?.button.remove();
          return { span, button: buttonOf(span, index) };
        });
        node.replaceChildren(...buttons.map(({ button }) => button));
        setHidden(node, spans.length === 0);
      }
      // Spans over one another stand in rows of their own.
      const ends: number[] = [];
      for (const { span, button } of buttons) {
        const outside = span.toMs <= from || span.fromMs >= to;
        setHidden(button, outside);
        if (outside) continue;
        const left = px(span.fromMs);
        const size = Math.max(3, px(span.toMs) - left);
        const free = ends.findIndex((end) => end <= left + 0.5);
        const row = free === -1 ? ends.length : free;
        ends[row] = left + size;
        button.style.top = `${row * 18}px`;
        button.style.left = `${AXIS_PX + left}px`;
        button.style.width = `${size}px`;
        button.classList.toggle('bare', size < TEXT_PX);
      }
      node.style.height = `${Math.max(1, ends.length) * 18}px`;
    },
  };

  function buttonOf(span: Span, index: number): HTMLButtonElement {
    const select = (): void => {
      const now = buttons[index]?.span ?? span;
      context.setWindow({ fromMs: now.fromMs, toMs: now.toMs });
    };
    const button = textButton(`span span-${span.kind}`, null, select, h('span', null, span.text));
    name(button, span);
    return button;
  }
}

function name(button: HTMLButtonElement, { title, fromMs, toMs }: Span): void {
  button.title = `${title}, ${clockRange(fromMs, toMs)}: select this window`;
  button.setAttribute('aria-label', button.title);
}
