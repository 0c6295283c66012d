import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportAssets } from '../report/html.ts';

/** The results view that goes into an HTML report; it is built beside this program. */
export function viewAssets(): ReportAssets {
  const webview = join(import.meta.dirname, 'webview');
  return {
    script: readFileSync(join(webview, 'results.js'), 'utf8'),
    style: readFileSync(join(webview, 'results.css'), 'utf8'),
    font: readFileSync(join(webview, 'codicon.ttf')),
  };
}
