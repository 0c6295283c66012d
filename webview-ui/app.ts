/** The results view: builds its parts once for a run, then feeds them what changed, at most once a frame. */
import { createChecks } from './checks.ts';
import { createCharts, type Charts } from './charts.ts';
import type { Part, ViewContext } from './context.ts';
import { createDistribution } from './distribution.ts';
import { h } from './dom.ts';
import { createEndpoints } from './endpoints.ts';
import { createErrors } from './errors.ts';
import { createExchangeList } from './exchanges.ts';
import { createFindings } from './findings.ts';
import { createHeadline } from './headline.ts';
import { HeadlineHeight } from './headline-height.ts';
import { createGroups, createScenarios, createStages } from './loads.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createPreview } from './preview.ts';
import type { HostMessage, UiState, ViewMessage, ViewState } from './protocol.ts';
import { createRequirements } from './requirements.ts';
import { Sections } from './sections.ts';
import { createTags } from './tags.ts';
import { readColors, type Colors } from './theme.ts';
import type { Plan } from '../src/scenario/plan.ts';
import type { RunEvent } from '../src/run/events.ts';
import { secondsKept } from '../src/run/interval-groups.ts';
import { RunModel, type TimeWindow } from '../src/run/model.ts';

export interface Host {
  /** Whether there is an editor to run, stop and reveal in. */
  readonly hosted: boolean;
  readonly ui: UiState;
  post(message: ViewMessage): void;
}

interface View {
  readonly run: RunModel;
  readonly charts: Charts;
  readonly whole: readonly Part[];
  readonly windowed: readonly { updateWindow(): void }[];
  showExchange(key: string): void;
}

/** Whole seconds of the run that a window's tables must know again when more intervals come. */
const UNTOUCHED: TimeWindow = { fromMs: -1, toMs: -1 };

export class App {
  readonly #root: HTMLElement;
  readonly #host: Host;
  readonly #sections: Sections;
  #state: ViewState = 'live';
  #canRun = true;
  #canChange = false;
  /** The window that the tables show, once no later event can change it. */
  #settled: TimeWindow = UNTOUCHED;
  #colors: Colors;
  #view: View | null = null;
  #frame = 0;
  readonly #headlineHeight: HeadlineHeight;

  constructor(root: HTMLElement, host: Host) {
    this.#root = root;
    this.#host = host;
    this.#sections = new Sections({
      ui: host.ui,
      keep: (state) => this.#host.post({ type: 'ui', state }),
      whole: 'the whole run',
      unwindowed: ['requirements', 'exchanges', 'log'],
      onToggle: () => {
        // What was closed may have been left as it was.
        this.#settled = UNTOUCHED;
        this.#schedule();
      },
      onWindow: () => {
        this.#view?.charts.update();
        this.#updateWindowed();
      },
    });
    this.#sections.listen(root);
    this.#colors = readColors(root);
    this.#headlineHeight = new HeadlineHeight(root);
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case 'snapshot':
        this.#canRun = message.canRun ?? true;
        this.#canChange = message.canChange ?? false;
        this.#state = message.state;
        this.#show(message.events, message.ui);
        break;
      case 'events':
        if (!this.#view) {
          this.#show(message.events);
          break;
        }
        for (const event of message.events) this.#view.run.apply(event);
        this.#schedule();
        break;
      case 'state':
        this.#state = message.state;
        if (message.state === 'interrupted') this.#view?.run.markInterrupted();
        this.#schedule();
        break;
      case 'empty':
        this.#view = null;
        this.#sections.begin();
        this.#root.replaceChildren(
          ...createPreview(message, (posted) => this.#host.post(posted)),
          this.#sections.spoken,
        );
        this.#headlineHeight.watch();
        break;
    }
  }

  /** After a change of theme. */
  recolor(): void {
    this.#colors = readColors(this.#root);
    this.#view?.charts.recolor();
    this.#settled = UNTOUCHED;
    this.#schedule();
  }

  #show(events: readonly RunEvent[], ui?: UiState): void {
    const run = new RunModel({ keepDecoded: true });
    for (const event of events) run.apply(event);
    if (this.#state === 'interrupted') run.markInterrupted();
    this.#sections.begin(ui);
    this.#settled = UNTOUCHED;
    const { plan } = run;
    if (!plan) {
      this.#view = null;
      this.#root.replaceChildren(
        h('p', { class: 'nothing waiting' }, 'Waiting for the run to begin …'),
        this.#sections.spoken,
      );
      return;
    }
    this.#view = this.#build(run, plan);
    this.#update();
  }

  #build(run: RunModel, plan: Plan): View {
    const context = this.#context(run);
    const headline = createHeadline(context);
    const findings = createFindings(context);
    const requirements = createRequirements(context, plan);
    const charts = createCharts(context, plan, () => findings.findings);
    const endpoints = createEndpoints(context, charts.data);
    const errors = createErrors(context);
    const exchanges = createExchangeList(context);
    const stages = createStages(context, charts.data);
    const scenarios = createScenarios(context, charts.data);
    const groups = createGroups(context, charts.data);
    const tags = createTags(context, charts.data);
    const metrics = createMetrics(context);
    const distribution = createDistribution(context);
    const checks = createChecks(context);
    const log = createLog(context);
    const windowed = [endpoints, errors, stages, scenarios, groups, tags, metrics, distribution, checks];
    this.#root.replaceChildren(
      headline.node,
      h(
        'main',
        { class: 'layout' },
        h('div', { class: 'area verdict-area' }, findings.node, requirements.node),
        h('div', { class: 'area chart-area' }, charts.node),
        h(
          'div',
          { class: 'area table-area' },
          [exchanges, endpoints, errors, stages, scenarios, groups, tags, metrics, distribution, checks, log].map(
            ({ node }) => node,
          ),
        ),
      ),
      this.#sections.spoken,
    );
    this.#headlineHeight.watch();
    return {
      run,
      charts,
      whole: [headline, findings, requirements, charts, exchanges, log],
      windowed,
      showExchange: (key) => errors.reveal(key),
    };
  }

  #context(run: RunModel): ViewContext {
    const sections = this.#sections;
    const view = {
      state: () => this.#state,
      canRun: () => this.#canRun && this.#host.hosted,
      canChange: () => this.#canChange && this.#host.hosted,
      colors: () => this.#colors,
    };
    return {
      root: this.#root,
      run,
      hosted: this.#host.hosted,
      get state() {
        return view.state();
      },
      get canRun() {
        return view.canRun();
      },
      get canChange() {
        return view.canChange();
      },
      get ui() {
        return sections.ui;
      },
      get window() {
        return sections.window;
      },
      get colors() {
        return view.colors();
      },
      post: (message) => this.#host.post(message),
      setWindow: (window) => sections.setWindow(window),
      showExchange: (key) => this.#view?.showExchange(key),
      keepUi: (part) => sections.keepUi(part),
      showGenerator: () => this.#view?.charts.showLane('generator'),
      collapseAll: () => sections.collapseAll(),
      section: (id, title, open) => sections.create(id, title, open),
    };
  }

  #schedule(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#update();
    });
  }

  #update(): void {
    const view = this.#view;
    if (!view) return;
    for (const part of view.whole) part.update();
    this.#updateWindowed();
  }

  #updateWindowed(): void {
    const view = this.#view;
    if (!view) return;
    const selected = this.#sections.window;
    const widened = selected && view.run.widened(selected);
    if (widened !== selected) {
      // It comes back here.
      this.#sections.setWindow(widened);
      return;
    }
    const window = selected ?? { fromMs: 0, toMs: view.run.elapsedMs };
    const same = window.fromMs === this.#settled.fromMs && window.toMs === this.#settled.toMs;
    if (same && selected) return;
    for (const part of view.windowed) part.updateWindow();
    const { elapsedMs } = view.run;
    const seconds = secondsKept(elapsedMs);
    // What may still become one interval can change what lies at a window's borders.
    const settledMs = seconds === 1 ? elapsedMs : elapsedMs - seconds * 1000;
    this.#settled = window.toMs < settledMs ? window : UNTOUCHED;
  }
}
