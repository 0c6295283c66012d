import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderHtmlReport } from '../report/html.ts';
import type { RunEvent } from '../run/events.ts';

/** Writes a run as one HTML file. The results view that goes into it is built beside this program. */
export function writeHtmlReport(path: string, events: readonly RunEvent[]): void {
  const webview = join(import.meta.dirname, 'webview');
  const html = renderHtmlReport(events, {
    script: readFileSync(join(webview, 'results.js'), 'utf8'),
    style: readFileSync(join(webview, 'results.css'), 'utf8'),
    font: readFileSync(join(webview, 'codicon.ttf')),
  });
  writeFileSync(path, html);
}
