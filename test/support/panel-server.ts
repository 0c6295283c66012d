/**
 * The view as VS Code shows it, without VS Code: the same bundle and Content-Security-Policy, a theme's variables on
 * <html>, and a host that answers `ready` with a run of test/support/run-fixture.ts. For pictures and tests only.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { COMPARISONS } from './compared-fixture.ts';
import { hourFixture } from './hour-fixture.ts';
import { ODD_LIVE, ODD_RUNS } from './odd-runs.ts';
import { fixturePlan, LONG_STAGES, STATES } from './run-fixture.ts';
import type { ComparisonMessage, HostMessage } from '../../webview-ui/protocol.ts';

export interface PanelServer {
  /** Append `?state=failed-401&theme=dark`. */
  readonly url: string;
  close(): Promise<void>;
}

/** `root`: the repository, with a built dist/. */
export async function servePanel(root: string): Promise<PanelServer> {
  const files: Readonly<Record<string, readonly [path: string, type: string]>> = {
    '/results.js': ['dist/webview/results.js', 'text/javascript'],
    '/results.css': ['dist/webview/results.css', 'text/css'],
    '/codicon.ttf': ['dist/webview/codicon.ttf', 'font/ttf'],
    '/theme-dark.css': ['webview-ui/harness/themes/dark.css', 'text/css'],
    '/theme-light.css': ['webview-ui/harness/themes/light.css', 'text/css'],
    '/theme-high-contrast.css': ['webview-ui/harness/themes/high-contrast.css', 'text/css'],
    '/host.js': ['webview-ui/harness/host.js', 'text/javascript'],
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const headers = {
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'",
    };
    const file = files[url.pathname];
    if (file) {
      response.writeHead(200, { ...headers, 'content-type': `${file[1]}; charset=utf-8` });
      response.end(readFileSync(join(root, file[0])));
    } else if (url.pathname === '/messages') {
      response.writeHead(200, { ...headers, 'content-type': 'application/json' });
      response.end(JSON.stringify(messagesOf(url.searchParams)));
    } else if (url.pathname === '/') {
      response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' });
      response.end(page(url.searchParams.get('theme') ?? 'dark', url.searchParams.get('state') ?? ''));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function messagesOf(parameters: URLSearchParams): (HostMessage | ComparisonMessage)[] {
  const name = parameters.get('state') ?? 'passed';
  const long = parameters.get('long') === '1';
  if (name === 'compared-gone') {
    const missing = [{ name: 'ai-proxy-20250610-140200-3f9a', why: 'its journal was deleted.' }];
    return [{ type: 'comparison', comparison: null, missing }];
  }
  const [, compared] = Object.entries(COMPARISONS).find(([state]) => state === name) ?? [];
  if (compared) {
    const missing = name === 'compared-several' ? [{ name: 'ai-proxy-20250608', why: 'its journal was deleted.' }] : [];
    return [{ type: 'comparison', comparison: compared(long), missing }];
  }
  if (name === 'empty') {
    const plan = fixturePlan({}, long ? LONG_STAGES : undefined);
    return [{ type: 'empty', preview: { plan, hosts: ['https://proxy.example.test'] } }];
  }
  if (name === 'hour') return [{ type: 'snapshot', events: hourFixture(), state: 'done' }];
  if (name === 'many-endpoints') {
    return [{ type: 'snapshot', events: hourFixture({ seconds: 600, endpoints: 60 }, false), state: 'live' }];
  }
  const [, odd] = Object.entries(ODD_RUNS).find(([state]) => state === name) ?? [];
  if (odd) {
    const live = ODD_LIVE.has(name);
    return [{ type: 'snapshot', events: odd(), state: live ? 'live' : 'done', canChange: live }];
  }
  const [, make] = Object.entries(STATES).find(([state]) => state === name) ?? [];
  if (!make) throw new RangeError(`There is no state ${name}`);
  const events = make(long);
  const state = name === 'running' || name === 'changed' ? 'live' : name === 'interrupted' ? 'interrupted' : 'done';
  return [{ type: 'snapshot', events, state, canChange: state === 'live' }];
}

function page(theme: string, state: string): string {
  const body = theme === 'high-contrast' ? 'vscode-high-contrast' : `vscode-${theme}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Results</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="theme-${theme}.css">
<link rel="stylesheet" href="results.css">
</head>
<body class="${body}" data-view="${state.startsWith('compared') ? 'comparison' : 'results'}">
<script src="host.js"></script>
<script src="results.js"></script>
</body>
</html>`;
}
