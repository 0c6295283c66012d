/** Everything that a comparison can be written as: the one table behind the command line and the editor. */
import type { RunsComparison } from './comparison-model.ts';
import { renderHtmlComparison, type ReportAssets } from './html.ts';
import { markdownComparison } from './markdown-comparison.ts';

export interface ComparisonFormat {
  /** As in `--format KIND` and `--out KIND`. */
  readonly kind: ComparisonFormatKind;
  /** For menus. */
  readonly title: string;
  readonly detail: string;
  /** Of its file, with the dot. */
  readonly ending: string;
  /** The results view's bundle is read only where a format needs it. */
  readonly text: (comparison: RunsComparison, assets: () => ReportAssets | Promise<ReportAssets>) => Promise<string>;
}

export const COMPARISON_FORMAT_KINDS = ['html', 'markdown'] as const;
export type ComparisonFormatKind = (typeof COMPARISON_FORMAT_KINDS)[number];

const FORMATS_BY_KIND: Readonly<Record<ComparisonFormatKind, Omit<ComparisonFormat, 'kind'>>> = {
  html: {
    title: 'HTML report',
    detail: 'The whole comparison with its charts in one file, to be opened in any browser',
    ending: '.html',
    text: async (comparison, assets) => renderHtmlComparison(comparison, await assets()),
  },
  markdown: {
    title: 'Markdown',
    detail: 'Tables of what changed, for a pull request or a document',
    ending: '.md',
    text: (comparison) => Promise.resolve(markdownComparison(comparison)),
  },
};

export const COMPARISON_FORMATS: readonly ComparisonFormat[] = COMPARISON_FORMAT_KINDS.map((kind) => ({
  kind,
  ...FORMATS_BY_KIND[kind],
}));

export function comparisonFormat(kind: ComparisonFormatKind): ComparisonFormat {
  return { kind, ...FORMATS_BY_KIND[kind] };
}

/** Where a comparison goes that has no target of its own. */
export function usualComparisonTarget({ ending }: ComparisonFormat, { runs }: RunsComparison): string {
  const [first, last] = [runs[0], runs.at(-1)];
  return `comparison-${first?.id ?? 'run'}-${runs.length === 2 ? (last?.id ?? 'run') : `${runs.length}-runs`}${ending}`;
}
