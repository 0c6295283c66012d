import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

export interface MarkdownTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** As GitHub renders it, HTML of the text's own included. */
export function gfmToHtml(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

/** The tables of GitHub-flavoured Markdown as a reader sees them, by the heading (or the fold's summary) above. */
export function markdownTables(markdown: string): ReadonlyMap<string, readonly MarkdownTable[]> {
  const tables = new Map<string, MarkdownTable[]>();
  let heading = '';
  const parts = gfmToHtml(markdown).matchAll(/<(h\d|summary)>(.*?)<\/\1>|<table>(.*?)<\/table>/gs);
  for (const [, , title, table] of parts) {
    if (title !== undefined) heading = textOf(title);
    if (table === undefined) continue;
    const [head = [], ...rows] = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOf(cell)),
    );
    tables.set(heading, [...(tables.get(heading) ?? []), { head, rows }]);
  }
  return tables;
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
