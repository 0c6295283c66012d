import type { SourceDocument } from '../scenario/document.ts';
import type { SourceRange } from '../scenario/range.ts';
import { spanWithin, type SourceEntry, type SourceNode } from '../scenario/source.ts';

/** A file that the scenario names. */
export interface FileLink {
  /** Without quotes. */
  readonly range: SourceRange;
  /** As written: relative to the scenario file, or absolute. */
  readonly path: string;
}

/**
 * The files that a scenario names: data, bodies, parts of multipart bodies, certificates and keys. A path with `${…}` in it is
 * known only when it runs, so it is none.
 */
export function links(document: SourceDocument): FileLink[] {
  const found: FileLink[] = [];
  const add = (node: SourceNode | undefined): void => {
    if (node?.kind !== 'scalar' || typeof node.value !== 'string') return;
    if (node.value.trim() === '' || node.value.includes('${') || /^[a-z][a-z\d+.-]+:\/\//i.test(node.value)) return;
    const span = spanWithin(document.text, node, { start: 0, end: node.value.length });
    found.push({ range: document.lines.range(span), path: node.value });
  };
  const visit = (node: SourceNode, path: readonly string[]): void => {
    if (node.kind === 'list') for (const item of node.items) visit(item, path);
    if (node.kind !== 'map') return;
    for (const entry of node.entries) {
      if (namesFile(entry, path)) add(entry.value);
      // What a body holds is the server's business, and may have keys of any name.
      if (!OPAQUE.has(entry.key)) visit(entry.value, [...path, entry.key]);
    }
  };
  if (document.root) visit(document.root, []);
  // An alias is written elsewhere, so what it stands for is met more than once.
  const unique = new Map(found.map((link) => [`${link.range.start.line}:${link.range.start.character}`, link]));
  return [...unique.values()];
}

const OPAQUE: ReadonlySet<string> = new Set([
  'json',
  'form',
  'headers',
  'query',
  'capture',
  'check',
  'record',
  'set',
  'vars',
  'tags',
  'values',
  'variables',
]);

function namesFile({ key }: SourceEntry, path: readonly string[]): boolean {
  switch (key) {
    case 'bodyFile':
      return true;
    case 'file':
      return (
        path.at(-2) === 'multipart' || (path.at(-2) === 'data' && (path.length === 2 || path[0] === 'environments'))
      );
    case 'ca':
    case 'cert':
    case 'key':
      return path.at(-1) === 'tls';
    default:
      return false;
  }
}
