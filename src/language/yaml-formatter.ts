/**
 * Prettier's YAML printer, told to leave people's lines alone. A bundle of its own (dist/yaml-formatter.js), as it is large and
 * needed only when somebody formats: imported by `import()` only.
 */
import type { AstPath, Doc, ParserOptions, Plugin, Printer } from 'prettier';
import * as yaml from 'prettier/plugins/yaml';
import { format } from 'prettier/standalone';

/** Lays out YAML. @throws where Prettier cannot read it. */
export type YamlFormatter = (text: string, indent: number) => Promise<string>;

/** Wider than any line, so that no line is broken that its author didn't break. */
const NO_LIMIT = 1_000_000;

export const formatYaml: YamlFormatter = (text, indent) =>
  format(text, {
    parser: 'yaml',
    plugins: [gentle],
    tabWidth: indent,
    printWidth: NO_LIMIT,
    proseWrap: 'preserve',
    endOfLine: 'auto',
  });

/** Nodes as far as they are looked at here. */
interface YamlNode {
  readonly type: string;
  readonly position: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
  readonly children?: readonly (YamlNode | null)[];
}

const { yaml: printer } = yaml.printers;

const gentlePrinter: Printer<YamlNode> = {
  ...printer,
  print(path: AstPath<YamlNode>, options: ParserOptions<YamlNode>, print) {
    const { node } = path;
    // Quotes stay those that were chosen, and no comma is added.
    const own = { ...options, singleQuote: node.type === 'quoteSingle', trailingComma: 'none' as const };
    const doc = printer.print(path, own, print);
    return isLong(node) || isLong(contentOf(node)) ? broken(doc) : doc;
  },
};

// With all that the plugin has, its options among it.
const gentle: Plugin<YamlNode> = { ...yaml, printers: { yaml: gentlePrinter } };

/** A flow collection over several lines: it stays one, with its items on lines of their own. */
function isLong(node: YamlNode | null): boolean {
  if (node?.type !== 'flowMapping' && node?.type !== 'flowSequence') return false;
  return node.position.end.line > node.position.start.line;
}

/** What stands behind a key. */
function contentOf(node: YamlNode): YamlNode | null {
  if (node.type !== 'mappingItem' && node.type !== 'flowMappingItem') return null;
  return node.children?.[1]?.children?.[0] ?? null;
}

/** With the line breaks of its outermost groups. */
function broken(doc: Doc): Doc {
  if (Array.isArray(doc)) return doc.map(broken);
  if (typeof doc === 'object' && 'type' in doc && doc.type === 'group') {
    return { ...doc, break: true, contents: opensFlow(doc.contents) ? doc.contents : broken(doc.contents) };
  }
  return doc;
}

function opensFlow(contents: Doc): boolean {
  return Array.isArray(contents) && (contents[0] === '{' || contents[0] === '[');
}
