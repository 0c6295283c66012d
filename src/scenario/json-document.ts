import { parseTree, printParseErrorCode, type Node as JsonNode, type ParseError as JsonError } from 'jsonc-parser';
import {
  DEEPEST,
  MOST_NODES,
  MOST_SYNTAX_PROBLEMS,
  TOO_DEEP,
  TooLarge,
  absent,
  type Report,
} from './document-reading.ts';
import type { SourceEntry, SourceNode, Span } from './source.ts';

/** JSON with comments and trailing commas. @throws TooLarge */
export function readJson(text: string, report: Report): SourceNode | null {
  const errors: JsonError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  for (const { error, offset, length } of errors.slice(0, MOST_SYNTAX_PROBLEMS)) {
    report('json-syntax', `This is not correct JSON: ${jsonSentence(printParseErrorCode(error))}`, {
      start: offset,
      end: offset + length,
    });
  }
  let nodes = 0;
  const read = (node: JsonNode, depth: number): SourceNode => {
    const span = { start: node.offset, end: node.offset + node.length };
    if (++nodes > MOST_NODES) throw new TooLarge('The file holds too many values for a scenario.', span);
    if (depth > DEEPEST) throw new TooLarge(TOO_DEEP, span);
    if (node.type === 'array')
      return { kind: 'list', items: (node.children ?? []).map((item) => read(item, depth + 1)), span };
    if (node.type === 'object')
      return { kind: 'map', entries: jsonEntries(node, (child) => read(child, depth + 1), report), span };
    const value: unknown = node.value;
    const plain =
      typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
    return { kind: 'scalar', value: plain ? value : null, span };
  };
  return tree ? read(tree, 0) : null;
}

function jsonEntries(node: JsonNode, read: (node: JsonNode) => SourceNode, report: Report): SourceEntry[] {
  const entries = new Map<string, SourceEntry>();
  const properties = node.children ?? [];
  for (const [index, property] of properties.entries()) {
    const [keyNode, valueNode] = property.children ?? [];
    if (!keyNode) continue;
    const key = String(keyNode.value);
    const keySpan = { start: keyNode.offset, end: keyNode.offset + keyNode.length };
    const first = entries.get(key);
    if (first) {
      const duplicate = `\`${key}\` stands here twice; only one of them can count.`;
      const related = { message: `\`${key}\` stands here first.`, span: first.keySpan };
      const surplus = { container: jsonSpan(node), parts: properties.map(jsonSpan), index };
      report('duplicate-key', duplicate, keySpan, { related, surplus });
      continue;
    }
    entries.set(key, { key, keySpan, value: valueNode ? read(valueNode) : absent(keySpan) });
  }
  return [...entries.values()];
}

function jsonSpan({ offset, length }: JsonNode): Span {
  return { start: offset, end: offset + length };
}

/** `CommaExpected` → `a comma is missing here.` */
function jsonSentence(code: string): string {
  const expected = /^(.*)Expected$/.exec(code)?.[1];
  const words = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return expected === undefined ? `${words(code)}.` : `a ${words(expected)} is missing here.`;
}
