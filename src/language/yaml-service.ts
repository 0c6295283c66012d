/**
 * yaml-language-server's language service with the scenario schema, and what it can't do itself. A bundle of its own
 * (dist/language-service.js), as it takes a tenth of a second to load: imported by `import()` only.
 */
import {
  CompletionItemKind,
  getLanguageService,
  MarkupKind,
  type CompletionItem,
  type Hover,
} from 'yaml-language-server';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { stripComments } from 'jsonc-parser';
import schema from '../../schemas/scenario.schema.json' with { type: 'json' };
import type { SourcePosition } from '../scenario/range.ts';
import { isJson, mapContext, type MapContext } from './map-context.ts';
import { keysAt, valuesAt, type KeyProposal, type Schema } from './schema-walk.ts';

export interface YamlService {
  /** What may stand at the position by the schema. */
  complete(text: string, position: SourcePosition): Promise<CompletionItem[]>;
  /** What the schema says about what stands there. */
  hover(text: string, position: SourcePosition): Promise<Hover | null>;
}

const FILE = 'file:///scenario.load.yaml';
const SCHEMA: Schema = schema;

export function createYamlService(): YamlService {
  const service = getLanguageService({
    // The schema is at hand; nothing may be fetched, whatever a scenario's comments ask for.
    schemaRequestService: (uri) => Promise.reject(new Error(`Schemas aren't fetched: ${uri}`)),
    workspaceContext: { resolveRelativePath: (path) => path },
  });
  service.configure({
    completion: true,
    hover: true,
    validate: false,
    format: false,
    hoverSchemaSource: false,
    // A copy: the service writes into it.
    schemas: [{ uri: 'rampwright:/scenario.schema.json', fileMatch: [FILE], schema: structuredClone(schema) }],
  });
  // The service keeps parsed documents by version: each text is a new one.
  let version = 0;
  // JSON is YAML but for its comments.
  const documentOf = (text: string): TextDocument =>
    TextDocument.create(FILE, 'yaml', ++version, isJson(text) ? stripComments(text, ' ') : text);
  return {
    complete: async (text, position) => {
      const context = mapContext(text, position);
      if (context?.flow) return flowItems(context, position, isJson(text));
      const { items } = await service.doComplete(documentOf(text), position, false);
      return blockItems(items, context);
    },
    hover: (text, position) => service.doHover(documentOf(text), position),
  };
}

/**
 * The service's items without what it offers too much: keys that can't join those that are there, and whole objects under the
 * schema's titles. Keys that say what a map is come first.
 */
function blockItems(items: readonly CompletionItem[], context: MapContext | null): CompletionItem[] {
  const keys = context?.at === 'key' ? keysAt(SCHEMA, context.path, context.siblings) : null;
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const { label, kind = CompletionItemKind.Text } = item;
    if (kind === CompletionItemKind.Class || seen.has(label)) return [];
    const key = kind === CompletionItemKind.Property ? keys?.find((proposal) => proposal.key === label) : undefined;
    if (kind === CompletionItemKind.Property && keys && keys.length > 0 && !key) return [];
    // Snippets of a request are no help inside of one.
    if (kind === CompletionItemKind.Snippet && (context?.siblings.length ?? 0) > 0) return [];
    seen.add(label);
    return [{ ...item, ...withoutObjects(item), ...(key ? { sortText: sortTextOf(key) } : {}) }];
  });
}

/** The service writes examples of lists of maps as `[object Object]`: then only the key is inserted. */
function withoutObjects(item: CompletionItem): Partial<CompletionItem> {
  const strip = (text: string): string =>
    text.includes('[object Object]') ? text.replace(/\n(\s*)- \$\{\d+:\[object Object\]\}[^]*/, '\n$1- ') : text;
  const { insertText, textEdit } = item;
  return {
    ...(insertText === undefined ? {} : { insertText: strip(insertText) }),
    ...(textEdit ? { textEdit: { ...textEdit, newText: strip(textEdit.newText) } } : {}),
  };
}

function sortTextOf({ key, leading }: KeyProposal): string {
  // `$schema` is for editors without this extension.
  return `${leading ? '0' : key.startsWith('$') ? '2' : '1'}_${key}`;
}

/** Keys and values inside `{…}`, where the service has none; in JSON with quotes. */
function flowItems(context: MapContext, position: SourcePosition, json: boolean): CompletionItem[] {
  const { path, at, siblings, typed, quoted } = context;
  const range = {
    start: { line: position.line, character: position.character - typed.length },
    end: position,
  };
  if (at === 'value') {
    return valuesAt(SCHEMA, path).map((value) => ({
      label: String(value),
      kind: CompletionItemKind.Value,
      textEdit: { range, newText: json && !quoted ? JSON.stringify(value) : String(value) },
    }));
  }
  const written = (key: string): string => (quoted ? key : json ? `"${key}": ` : `${key}: `);
  return keysAt(SCHEMA, path, siblings).map((proposal) => ({
    label: proposal.key,
    kind: CompletionItemKind.Property,
    sortText: sortTextOf(proposal),
    documentation: { kind: MarkupKind.Markdown, value: proposal.documentation },
    textEdit: { range, newText: written(proposal.key) },
  }));
}
