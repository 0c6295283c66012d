import type { Span } from './source.ts';

/** One `name:value` of a selector. */
export interface SelectorTag {
  readonly name: string;
  readonly value: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}

export type ParsedSelector =
  | { readonly ok: true; readonly metric: string; readonly metricSpan: Span; readonly tags: readonly SelectorTag[] }
  | { readonly ok: false; readonly problem: { readonly message: string; readonly span: Span } };

/** `metric{tag:value,…}`, as k6 writes it; values may be quoted and may hold colons. */
export function parseSelector(source: string): ParsedSelector {
  const [, metric = '', braced] = /^\s*([^{}\s]+)\s*(\{.*)?$/s.exec(source) ?? [];
  if (metric === '') {
    return {
      ok: false,
      problem: {
        message: 'A threshold is for a metric, for example http_req_duration.',
        span: { start: 0, end: source.length },
      },
    };
  }
  const metricStart = source.indexOf(metric);
  const metricSpan = { start: metricStart, end: metricStart + metric.length };
  if (braced === undefined) return { ok: true, metric, metricSpan, tags: [] };
  const open = source.indexOf('{');
  if (!braced.trimEnd().endsWith('}')) {
    return {
      ok: false,
      problem: { message: 'The tags are not closed; a } is missing.', span: { start: open, end: source.length } },
    };
  }
  const close = source.lastIndexOf('}');
  const tags: SelectorTag[] = [];
  let at = open + 1;
  for (const piece of source.slice(open + 1, close).split(',')) {
    const pieceStart = at;
    at += piece.length + 1;
    const colon = piece.indexOf(':');
    const name = piece.slice(0, Math.max(0, colon)).trim();
    const raw = piece.slice(colon + 1).trim();
    const value = /^(["']).*\1$/.test(raw) ? raw.slice(1, -1) : raw;
    if (colon < 0 || name === '' || value === '') {
      const span = { start: pieceStart, end: Math.max(pieceStart + piece.length, pieceStart + 1) };
      return { ok: false, problem: { message: 'A tag is written name:value, for example {scenario:users}.', span } };
    }
    const nameStart = pieceStart + piece.indexOf(name);
    const valueStart = pieceStart + colon + 1 + piece.slice(colon + 1).indexOf(value);
    tags.push({
      name,
      value,
      nameSpan: { start: nameStart, end: nameStart + name.length },
      valueSpan: { start: valueStart, end: valueStart + value.length },
    });
  }
  return { ok: true, metric, metricSpan, tags };
}
