/** The comparison view: runs side by side, as a tab of the editor and as an HTML report. */
import { createChanges } from './changes.ts';
import { createComparedCharts, type ComparedCharts } from './charts.ts';
import { ComparedPoints } from './compared-points.ts';
import type { ComparisonContext } from './context.ts';
import { createComparedDistribution } from './distribution.ts';
import { createComparisonFindings, createComparisonHeadline, missingItem } from './headline.ts';
import { createPartlyThere } from './partly-there.ts';
import { createComparedRequirements } from './requirements.ts';
import { createComparedRuns } from './runs.ts';
import { createTextChanges } from './text-changes.ts';
import { h, icon } from '../dom.ts';
import { HeadlineHeight } from '../headline-height.ts';
import type { ComparisonMessage, ComparisonRequest, MissingRun, UiState } from '../protocol.ts';
import { Sections } from '../sections.ts';
import { readColors, type Colors } from '../theme.ts';
import type { RunsComparison } from '../../src/report/comparison-model.ts';
import { plural } from '../../src/report/format.ts';

export interface ComparisonHost {
  /** Whether there is an editor to open runs and texts in. */
  readonly hosted: boolean;
  readonly ui: UiState;
  post(request: ComparisonRequest): void;
}

interface Shown {
  readonly charts: ComparedCharts;
  readonly windowed: readonly { update(): void }[];
}

/** Of whole runs. */
const UNWINDOWED = ['runs', 'requirements', 'text', 'partly-there'];

export class ComparisonView {
  readonly #root: HTMLElement;
  readonly #host: ComparisonHost;
  readonly #headlineHeight: HeadlineHeight;
  readonly #sections: Sections;
  #colors: Colors;
  #shown: Shown | null = null;

  constructor(root: HTMLElement, host: ComparisonHost) {
    this.#root = root;
    this.#host = host;
    this.#sections = new Sections({
      ui: host.ui,
      keep: (state) => this.#host.post({ type: 'ui', state }),
      whole: 'the whole runs',
      unwindowed: UNWINDOWED,
      onToggle: () => this.#update(),
      onWindow: () => this.#update(),
    });
    this.#sections.listen(root);
    this.#colors = readColors(root);
    this.#headlineHeight = new HeadlineHeight(root);
  }

  receive(message: ComparisonMessage): void {
    if (message.type === 'comparison-loading') {
      this.#shown = null;
      const text = `Reading ${plural(message.runs, 'run')} …`;
      this.#root.replaceChildren(
        h('p', { class: 'nothing waiting', attributes: { role: 'status' } }, text),
        this.#sections.spoken,
      );
      return;
    }
    this.#sections.begin(message.ui);
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
      this.#sections.spoken,
    );
  }

  #show(comparison: RunsComparison, missing: readonly MissingRun[]): void {
    const context = this.#context(comparison);
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
      this.#sections.spoken,
    );
    this.#headlineHeight.watch();
    this.#shown = { charts, windowed: [charts, requirements, changes, distribution] };
    this.#update();
  }

  #context(comparison: RunsComparison): ComparisonContext {
    const sections = this.#sections;
    const colors = (): Colors => this.#colors;
    return {
      comparison,
      points: new ComparedPoints(comparison),
      hosted: this.#host.hosted,
      get ui() {
        return sections.ui;
      },
      get window() {
        return sections.window;
      },
      get colors() {
        return colors();
      },
      setWindow: (window) => sections.setWindow(window),
      post: (request) => this.#host.post(request),
      keepUi: (part) => sections.keepUi(part),
      collapseAll: () => sections.collapseAll(),
      section: (id, title, open) => sections.create(id, title, open),
    };
  }

  #update(): void {
    for (const part of this.#shown?.windowed ?? []) part.update();
  }
}
