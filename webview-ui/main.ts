/** The bundle's entry: the same view as a panel of VS Code and as an HTML report. */
import '@vscode/codicons/dist/codicon.css';
import 'uplot/dist/uPlot.min.css';
import './styles/view.css';
import './styles/tables.css';
import './styles/charts.css';
import { App, type Host } from './app.ts';
import type { HostMessage, UiState, ViewMessage } from './protocol.ts';
import { onThemeChange } from './theme.ts';
import { EVENTS_ELEMENT_ID } from '../src/report/report-document.ts';
import type { RunEvent } from '../src/run/events.ts';

interface VsCodeApi {
  postMessage(message: ViewMessage): void;
  getState(): UiState | undefined;
  setState(state: KeptState): void;
}

/** `restore`: what the host needs to bring the panel back after a reload, handed to it as it came. */
type KeptState = UiState & { readonly restore?: unknown };

declare global {
  var acquireVsCodeApi: (() => VsCodeApi) | undefined;
}

function editorHost(api: VsCodeApi): Host {
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

const reportHost: Host = { hosted: false, ui: {}, post: () => undefined };

function start(): void {
  const root = document.createElement('div');
  root.className = 'rw';
  document.body.append(root);
  const api = globalThis.acquireVsCodeApi?.();
  const app = new App(root, api ? editorHost(api) : reportHost);
  onThemeChange(() => app.recolor());
  // The charts' figures are drawn in the editor's font: once it is there, they are drawn again.
  void document.fonts.ready.then(() => app.recolor());
  if (api) {
    window.addEventListener('message', (event: MessageEvent<HostMessage>) => app.receive(event.data));
    api.postMessage({ type: 'ready' });
    return;
  }
  const events = JSON.parse(document.getElementById(EVENTS_ELEMENT_ID)?.textContent ?? '[]') as RunEvent[];
  const ended = events.some(({ type }) => type === 'run-end');
  app.receive({ type: 'snapshot', events, state: ended ? 'done' : 'interrupted' });
}

start();
