/** The bundle's entry: the same view as a panel of VS Code and as an HTML report. */
import '@vscode/codicons/dist/codicon.css';
import 'uplot/dist/uPlot.min.css';
import './styles/view.css';
import './styles/tables.css';
import './styles/charts.css';
import './styles/comparison.css';
import { App } from './app.ts';
import { ComparisonView } from './comparison/view.ts';
import type { ComparisonMessage, ComparisonRequest, HostMessage, UiState, ViewMessage } from './protocol.ts';
import { onThemeChange } from './theme.ts';
import type { RunsComparison } from '../src/report/comparison-model.ts';
import { COMPARISON_ELEMENT_ID, EVENTS_ELEMENT_ID } from '../src/report/report-document.ts';
import type { RunEvent } from '../src/run/events.ts';

interface VsCodeApi {
  postMessage(message: ViewMessage | ComparisonRequest): void;
  getState(): UiState | undefined;
  setState(state: KeptState): void;
}

/** `restore`: what the host needs to bring the panel back after a reload, handed to it as it came. */
type KeptState = UiState & { readonly restore?: unknown };

declare global {
  var acquireVsCodeApi: (() => VsCodeApi) | undefined;
}

interface EditorHost {
  readonly hosted: true;
  readonly ui: UiState;
  post(message: ViewMessage | ComparisonRequest): void;
}

function editorHost(api: VsCodeApi): EditorHost {
  const restore: unknown = JSON.parse(document.body.dataset['restore'] ?? 'null');
  const ui = api.getState() ?? {};
  api.setState({ ...ui, restore });
  return {
    hosted: true,
    ui,
    post: (message) => {
      if (message.type === 'ui') api.setState({ ...message.state, restore });
      api.postMessage(message);
    },
  };
}

const reportHost = { hosted: false, ui: {}, post: () => undefined } as const;

function start(): void {
  const root = document.createElement('div');
  root.className = 'rw';
  document.body.append(root);
  const api = globalThis.acquireVsCodeApi?.();
  const host = api ? editorHost(api) : reportHost;
  const compared = embedded(COMPARISON_ELEMENT_ID);
  if (compared !== null || document.body.dataset['view'] === 'comparison') {
    const view = new ComparisonView(root, host);
    begin(view, ({ data }: MessageEvent<ComparisonMessage>) => view.receive(data), api);
    if (compared === null) return;
    view.receive({ type: 'comparison', comparison: JSON.parse(compared) as RunsComparison, missing: [] });
    return;
  }
  const app = new App(root, host);
  begin(app, ({ data }: MessageEvent<HostMessage>) => app.receive(data), api);
  if (api) return;
  const events = JSON.parse(embedded(EVENTS_ELEMENT_ID) ?? '[]') as RunEvent[];
  const ended = events.some(({ type }) => type === 'run-end');
  app.receive({ type: 'snapshot', events, state: ended ? 'done' : 'interrupted' });
}

/** The JSON that a report has in itself. */
function embedded(id: string): string | null {
  return document.getElementById(id)?.textContent ?? null;
}

/** Follows the theme, and the host where there is one. */
function begin(view: { recolor(): void }, onMessage: (event: MessageEvent) => void, api: VsCodeApi | undefined): void {
  onThemeChange(() => view.recolor());
  // The charts' figures are drawn in the editor's font: once it is there, they are drawn again.
  void document.fonts.ready.then(() => view.recolor());
  if (!api) return;
  window.addEventListener('message', onMessage);
  api.postMessage({ type: 'ready' });
}

start();
