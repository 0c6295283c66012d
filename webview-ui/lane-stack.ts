import type { Points } from './chart-data.ts';
import { h, setText } from './dom.ts';
import type { Marks } from './drawing.ts';
import { AXIS_PX, Lane, RIGHT_PX } from './lane.ts';
import type { LaneSpec } from './lanes.ts';
import type { Colors } from './theme.ts';
import type { TimeWindow } from '../src/run/model.ts';
import { clock } from '../src/report/format.ts';

const PX_PER_POINT = 2.5;

export interface LaneStackOptions<B extends Points> {
  readonly specs: readonly LaneSpec<B>[];
  readonly colors: () => Colors;
  readonly marks: () => Marks;
  /** What the time axis spans. */
  readonly bounds: () => TimeWindow;
  /** Where a selection ends at the latest. */
  readonly endMs: () => number;
  /** The points of the time axis, at most this many. */
  readonly bins: (most: number) => B;
  /** The width changed, or is known now. */
  readonly onResize: () => void;
  /** The cursor is at a point, or nowhere. */
  readonly onShow: (bins: B, index: number | null) => void;
  /** null: back to all of it. */
  readonly onWindow: (window: TimeWindow | null) => void;
  readonly onHeat?: (on: boolean) => void;
}

/**
 * Lanes over one time axis with one cursor and one brush, for mouse and keyboard. There is no floating tooltip, for it would cover what
 * one looks at: the legends are the readout.
 */
export class LaneStack<B extends Points> {
  readonly node: HTMLElement;
  /** What the keyboard's cursor is at, for who hears it. */
  readonly spoken = h('div', { class: 'sr', attributes: { 'aria-live': 'polite' } });
  readonly lanes: readonly Lane<B>[];
  readonly #options: LaneStackOptions<B>;
  #bins: B | null = null;
  #width = 0;
  #cursorS: number | null = null;
  #anchorS: number | null = null;
  #shownAt: number | null = null;
  #pending: { readonly index: number | null } | null = null;

  constructor(options: LaneStackOptions<B>) {
    this.#options = options;
    this.node = h('div', {
      class: 'lanes',
      attributes: {
        tabindex: 0,
        role: 'group',
        'aria-roledescription': 'charts',
        'aria-label':
          'Charts over time. Left and right move the cursor, with Shift they select a window, Enter zooms into it, ' +
          'Escape goes back to the whole run. Every chart can be shown as a table.',
      },
      on: { keydown: (event) => this.#onKey(event), mouseleave: () => this.showAt(null) },
    });
    const { specs, colors, marks, bounds, bins, onWindow, onHeat } = options;
    this.lanes = specs.map(
      (spec, index) =>
        new Lane<B>({
          spec,
          last: index === specs.length - 1,
          colors,
          marks,
          bounds: () => {
            const { fromMs, toMs } = bounds();
            return [fromMs / 1000, toMs / 1000];
          },
          coarse: bins,
          onCursor: (at) => this.#schedule(at),
          onSelect: (fromS, toS) => this.#select(fromS, toS),
          onReset: () => onWindow(null),
          onHeat: (on) => onHeat?.(on),
        }),
    );
    this.node.append(...this.lanes.map(({ node }) => node));
    new ResizeObserver(() => {
      const { clientWidth } = this.node;
      if (clientWidth === this.#width || clientWidth < 50) return;
      this.#width = clientWidth;
      options.onResize();
    }).observe(this.node);
  }

  /** Of the lanes, px; 0 before they are seen. */
  get width(): number {
    return this.#width;
  }

  /** The points that are shown. */
  get bins(): B | null {
    return this.#bins;
  }

  /** Works out the points anew; null before the lanes have a width. `ready` sees them before they are drawn. */
  update(ready?: (bins: B) => void): void {
    if (this.#width < 50) this.#width = this.node.clientWidth;
    if (this.#width < 50) return;
    const bins = this.#options.bins((this.#width - AXIS_PX - RIGHT_PX) / PX_PER_POINT);
    this.#bins = bins;
    ready?.(bins);
    for (const lane of this.lanes) lane.update(bins, this.#width);
    this.showAt(this.#shownAt !== null && this.#shownAt < bins.t.length ? this.#shownAt : null);
  }

  /** A tail would flatten all else: lanes whose scale nobody chose become logarithmic. */
  proposeLogarithm(): void {
    for (const lane of this.lanes)
      if (lane.spec.canBeLogarithmic && lane.logarithmic === null) lane.setLogarithmic(true);
  }

  /** After a change of theme. */
  recolor(): void {
    for (const lane of this.lanes) lane.rebuild();
  }

  // ── the readout ──

  showAt(index: number | null): void {
    this.#shownAt = index;
    for (const lane of this.lanes) lane.showAt(index);
    if (this.#bins) this.#options.onShow(this.#bins, index);
  }

  /** The cursors of all lanes move at once: one readout a frame is enough. */
  #schedule(index: number | null): void {
    if (!this.#pending)
      requestAnimationFrame(() => {
        const next = this.#pending;
        this.#pending = null;
        if (next) this.showAt(next.index);
      });
    this.#pending = { index };
  }

  #select(fromS: number, toS: number): void {
    const fromMs = Math.max(0, Math.floor(fromS)) * 1000;
    const toMs = Math.min(this.#options.endMs(), Math.ceil(toS) * 1000);
    for (const lane of this.lanes) lane.clearSelection();
    this.#options.onWindow({ fromMs, toMs: Math.max(fromMs + 2000, toMs) });
  }

  // ── the keyboard ──

  #onKey(event: KeyboardEvent): void {
    if (event.target !== this.node || !this.#bins) return;
    const stepS = this.#bins.sizeMs / 1000;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -stepS,
      ArrowRight: stepS,
      PageUp: -10 * stepS,
      PageDown: 10 * stepS,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.#move(this.#bins, step, event.shiftKey);
    } else if (event.key === 'Enter' && this.#anchorS !== null && this.#cursorS !== null) {
      const [from = 0, to = 0] = [this.#anchorS, this.#cursorS].sort((a, b) => a - b);
      this.#cursorS = this.#anchorS = null;
      this.#select(from, to);
    }
  }

  #move(bins: B, stepS: number, selecting: boolean): void {
    const { fromMs, toMs } = this.#options.bounds();
    const now = this.#cursorS ?? fromMs / 1000 - Math.min(0, stepS) / 2;
    if (!selecting) this.#anchorS = null;
    else this.#anchorS ??= now;
    const cursorS = Math.min(toMs / 1000 - 0.001, Math.max(fromMs / 1000, now + stepS));
    this.#cursorS = cursorS;
    for (const lane of this.lanes) lane.mark(cursorS, this.#anchorS);
    const index = Math.min(bins.t.length - 1, Math.floor((cursorS * 1000 - fromMs) / bins.sizeMs));
    this.showAt(index);
    setText(this.spoken, `${clock(cursorS * 1000)}: ${this.#speech(bins, index)}`);
  }

  #speech(bins: B, index: number): string {
    return this.lanes
      .filter(({ node }) => !node.hidden)
      .map((lane) => {
        const texts = lane.spec.at(bins, index);
        return `${lane.spec.title} ${lane.labels.map((label, i) => `${label} ${texts[i] ?? ''}`).join(', ')}`;
      })
      .join('; ');
  }
}
