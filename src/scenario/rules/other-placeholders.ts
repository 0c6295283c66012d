import type { Occurrence } from '../symbols.ts';
import type { Problem } from '../problem.ts';
import { changeTo, problemOf } from '../repair.ts';
import { spanWithin, type ScalarNode, type SourceNode } from '../source.ts';
import type { RuleContext } from './rule.ts';

/** Where a brace has no meaning of its own: it would be sent as `%7B`. */
const URLS: ReadonlySet<string> = new Set([
  ...['get', 'post', 'put', 'patch', 'delete', 'head', 'options'],
  ...['url', 'baseUrl', 'query'],
]);
/** Texts for people, and expressions. */
const SKIPPED: ReadonlySet<string> = new Set([
  ...['name', 'description', 'tags', 'data', 'thresholds', 'metrics', 'log', 'fail', 'abort'],
  ...['check', 'capture', 'record', 'until'],
]);
const DOUBLE = /(?<!\$)\{\{\s*([A-Za-z_][\w.]*)\s*\}\}/g;
const SINGLE = /(?<![$\\{])\{([A-Za-z_]\w*)\}(?!\})/g;

/** `{{name}}`, as other tools put values in, and `{name}` in a URL, as API descriptions do: both would be sent as they stand here. */
export function otherPlaceholders({ document, written, occurrences }: RuleContext): Problem[] {
  // Most files have none; that is seen at a glance.
  if (!document.root || !/(?<!\$)\{/.test(document.text)) return [];
  const values = valuesByName(occurrences);
  return textsIn(document.root, false).flatMap(({ node, text, isUrl }) => {
    const found = [...text.matchAll(DOUBLE), ...(isUrl ? text.matchAll(SINGLE) : [])];
    return found.flatMap((match) => {
      const [whole, name = ''] = match;
      const value = values.get(name) ?? values.get(name.split('.').at(-1) ?? '');
      // Whoever tests a service that fills in templates means it.
      if (value === undefined && !isUrl) return [];
      const at = spanWithin(document.text, node, { start: match.index, end: match.index + whole.length });
      const message = `\`${whole}\` is sent as it stands here; a value is put in by \${${value ?? '…'}}.`;
      const repairs = value === undefined ? [] : [changeTo(at, `\${${value}}`)];
      return [problemOf({ code: 'other-placeholder', severity: 'warning', message, at, repairs }, written)];
    });
  });
}

/** How expressions read what the file defines, by its name. */
function valuesByName(occurrences: readonly Occurrence[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const { kind, name, scope, role } of occurrences) {
    if (role !== 'definition') continue;
    if (kind === 'variable') values.set(name, `vars.${name}`);
    if (kind === 'value') values.set(name, scope === 'setup' || scope === 'vu' ? `${scope}.${name}` : name);
  }
  return values;
}

interface Text {
  readonly node: ScalarNode;
  readonly text: string;
  readonly isUrl: boolean;
}

function textsIn(node: SourceNode, isUrl: boolean): Text[] {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string' && node.value.includes('{') ? [{ node, text: node.value, isUrl }] : [];
    case 'list':
      return node.items.flatMap((item) => textsIn(item, isUrl));
    case 'map':
      return node.entries.flatMap(({ key, value }) => (SKIPPED.has(key) ? [] : textsIn(value, isUrl || URLS.has(key))));
  }
}
