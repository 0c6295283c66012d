import { createHash } from 'node:crypto';
import type { RunEvent } from '../run/events.ts';
import { RunModel } from '../run/model.ts';
import type { RunsComparison } from './comparison-model.ts';
import { COMPARISON_ELEMENT_ID, EVENTS_ELEMENT_ID } from './report-document.ts';
import { REPORT_THEME } from './report-theme.ts';
import { headline } from './words.ts';

/** The results view's bundle: `dist/webview/results.js`, `results.css` and `codicon.ttf`. */
export interface ReportAssets {
  readonly script: string;
  readonly style: string;
  /** Without it, symbols are missing and words are not. */
  readonly font?: Uint8Array;
}

/**
 * A run as one HTML file: the results view with the run's journal in it. It asks the network for nothing, and its
 * Content-Security-Policy lets nothing run or load but the bundle, which it names by its hash. Events hold no secret, hence
 * neither does the report.
 */
export function renderHtmlReport(events: readonly RunEvent[], assets: ReportAssets): string {
  const run = new RunModel({ keepIntervals: false });
  for (const event of events) run.apply(event);
  run.markInterrupted();
  return page(`${run.plan?.name ?? 'Load test'} – ${headline(run)}`, { id: EVENTS_ELEMENT_ID, value: events }, assets);
}

/** Several runs side by side as one HTML file of the same kind: the comparison view with what it shows in it. */
export function renderHtmlComparison(comparison: RunsComparison, assets: ReportAssets): string {
  const title = `${comparison.title} – ${comparison.headline.text}`;
  return page(title, { id: COMPARISON_ELEMENT_ID, value: comparison }, assets);
}

function page(title: string, data: { readonly id: string; readonly value: unknown }, assets: ReportAssets): string {
  const style = inlineStyle(REPORT_THEME + withFont(withoutSourceMap(assets.style), assets.font));
  const script = inlineScript(withoutSourceMap(assets.script));
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Rampwright">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<noscript>This report needs JavaScript, which it has in itself. ${escapeHtml(title)}.</noscript>
<script type="application/json" id="${data.id}">${inlineJson(data.value)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** JSON may hold `</script>` or `<!--` in any of its strings: written as an escape, a `<` ends nothing. */
function inlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** In the bundle, such text can only stand in strings and patterns, where the escape means the same. */
function inlineScript(script: string): string {
  return script.replace(/<(?=\/script|!--)/gi, '\\x3c');
}

function inlineStyle(style: string): string {
  return style.replace(/<(?=\/style)/gi, '\\3c ');
}

function withoutSourceMap(code: string): string {
  return code.replace(/\n?(\/\/|\/\*)# sourceMappingURL=[^\n]*\n?$/, '\n');
}

function withFont(style: string, font: Uint8Array | undefined): string {
  const source = font ? `url("data:font/ttf;base64,${Buffer.from(font).toString('base64')}")` : 'local("codicon")';
  return style.replace(/url\(["']?\.\/codicon\.ttf[^)]*\)/g, source);
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Text as it stands in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
