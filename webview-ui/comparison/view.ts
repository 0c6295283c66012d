/** The comparison view: runs side by side, as a tab of the editor and as an HTML report. */
import { createChanges } from './changes.ts';
import { createComparedCharts, type ComparedCharts } from './charts.ts';
import { ComparedPoints } from './compared-points.ts';
import type { ComparisonContext } from './context.ts';
import { createComparedDistribution, type ComparedDistribution } from './distribution.ts';
import { createComparisonFindings, createComparisonHeadline, missingItem } from './headline.ts';
import { createPartlyThere } from './partly-there.ts';
import { createComparedRequirements } from './requirements.ts';
import { createComparedRuns } from './runs.ts';
import { createTextChanges } from './text-changes.ts';
import { h, icon, setText, textButton } from '../dom.ts';
import type { ComparisonMessage, ComparisonRequest, MissingRun, UiState } from '../protocol.ts';
import { createSection, type Section } from '../section.ts';
import { readColors, type Colors } from '../theme.ts';
import type { RunsComparison } from '../../src/report/comparison-model.ts';
import { clockRange, plural } from '../../src/report/format.ts';
import type { TimeWindow } from '../../src/run/model.ts';
import { HeadlineHeight } from '../headline-height.ts';

export interface ComparisonHost {
  /** Whether there is an editor to open runs and texts in. */
  readonly hosted: boolean;
  readonly ui: UiState;
  post(request: ComparisonRequest): void;
}

interface Shown {
  readonly charts: ComparedCharts;
  readonly distribution: ComparedDistribution;
  readonly sections: readonly Section[];
}

/** Sections whose figures are those of the selected window. */
const WINDOWED = ['charts', 'distribution'];

export class ComparisonView {
  readonly #root: HTMLElement;
  readonly #host: ComparisonHost;
  readonly #spoken = h('div', { class: 'sr', attributes: { 'aria-live': 'polite' } });
  readonly #headlineHeight: HeadlineHeight;
  #ui: UiState;
  #window: TimeWindow | null = null;
  #colors: Colors;
  #shown: Shown | null = null;

  constructor(root: HTMLElement, host: ComparisonHost) {
    this.#root = root;
    this.#host = host;
    this.#ui = host.ui;
    this.#colors = readColors(root);
    this.#headlineHeight = new HeadlineHeight(root);
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#window) this.#setWindow(null);
    });
  }

  receive(message: ComparisonMessage): void {
    if (message.type === 'comparison-loading') {
      this.#shown = null;
      const text = `Reading ${plural(message.runs, 'run')} …`;
      this.#root.replaceChildren(
        h('p', { class: 'nothing waiting', attributes: { role: 'status' } }, text),
        this.#spoken,
      );
      return;
    }
    this.#ui = { ...this.#ui, ...message.ui };
    if (message.comparison) this.#show(message.comparison, message.missing);
    else this.#showNothing(message.missing);
  }

  /** After a change of theme. */
  recolor(): void {
    this.#colors = readColors(this.#root);
    this.#shown?.charts.recolor();
  }

  #showNothing(missing: readonly MissingRun[]): void {
    this.#shown = null;
    this.#root.replaceChildren(
      h(
        'header',
        { class: 'headline' },
        h(
          'div',
          { class: 'headline-row' },
          icon('circle-slash'),
          h('h1', { class: 'verdict-text' }, 'Nothing to compare'),
        ),
      ),
      h(
        'main',
        { class: 'why' },
        h('p', { class: 'sentence' }, 'A comparison takes two runs, and fewer are left of these.'),
        h('ul', { class: 'findings' }, missing.map(missingItem)),
      ),
      this.#spoken,
    );
  }

  #show(comparison: RunsComparison, missing: readonly MissingRun[]): void {
    const sections: Section[] = [];
    this.#window = null;
    const context = this.#context(comparison, sections);
    const headline = createComparisonHeadline(context);
    const findings = createComparisonFindings(context, missing);
    const runs = createComparedRuns(context);
    const requirements = createComparedRequirements(context);
    const charts = createComparedCharts(context);
    const changes = createChanges(context);
    const distribution = createComparedDistribution(context);
    const text = createTextChanges(context);
    const partlyThere = createPartlyThere(context);
    this.#root.replaceChildren(
      headline.node,
      h(
        'main',
        { class: 'layout' },
        h('div', { class: 'area verdict-area' }, findings.node, runs.node, requirements.node),
        h('div', { class: 'area chart-area' }, charts.node, distribution.node),
        h('div', { class: 'area table-area' }, changes.node, text.node, partlyThere.node),
      ),
      this.#spoken,
    );
    this.#headlineHeight.watch();
    this.#shown = { charts, distribution, sections };
    this.#update();
  }

  #context(comparison: RunsComparison, sections: Section[]): ComparisonContext {
    const view = { ui: () => this.#ui, window: () => this.#window, colors: () => this.#colors };
    return {
      comparison,
      points: new ComparedPoints(comparison),
      hosted: this.#host.hosted,
      get ui() {
        return view.ui();
      },
      get window() {
        return view.window();
      },
      get colors() {
        return view.colors();
      },
      setWindow: (window) => this.#setWindow(window),
      post: (request) => this.#host.post(request),
      keepUi: (part) => this.#keepUi(part),
      collapseAll: () => {
        for (const section of sections) section.toggle(false);
      },
      section: (id, title, open = true) => {
        const section = createSection(id, title, {
          open: this.#ui.open?.[id] ?? open,
          onToggle: (toggled) => {
            this.#keepUi({ open: { ...this.#ui.open, [id]: toggled.open } });
            this.#update();
          },
        });
        sections.push(section);
        return section;
      },
    };
  }

  #keepUi(part: UiState): void {
    this.#ui = { ...this.#ui, ...part };
    this.#host.post({ type: 'ui', state: this.#ui });
  }

  #setWindow(window: TimeWindow | null): void {
    this.#window = window;
    setText(
      this.#spoken,
      window ? `Charts show ${clockRange(window.fromMs, window.toMs)}` : 'Charts show the whole of the runs',
    );
    for (const { id, chip } of this.#shown?.sections ?? []) {
      if (!WINDOWED.includes(id)) continue;
      const text = window && `window ${clockRange(window.fromMs, window.toMs)}`;
      const back = (): void => this.#setWindow(null);
      chip.replaceChildren(
        ...(text === null ? [] : [textButton('chip', 'Back to the whole runs (Escape)', back, text, icon('close'))]),
      );
    }
    this.#update();
  }

  #update(): void {
    this.#shown?.charts.update();
    this.#shown?.distribution.update();
  }
}
