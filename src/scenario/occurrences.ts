/**
 * Where a file names its things: definitions and references are read from the document as it is written, right or not, and
 * from the expressions in it. Nothing here depends on the file being free of errors.
 */
import type { NameRead } from './expressions/reads.ts';
import type { PlacedRead } from './compile/compilation.ts';
import { parseSelector } from './selectors.ts';
import type { SourceDocument } from './document.ts';
import {
  entryOf,
  spanWithin,
  type LineIndex,
  type MapNode,
  type ScalarNode,
  type SourceEntry,
  type SourceNode,
  type Span,
} from './source.ts';
import type { Occurrence, SymbolKind } from './symbols.ts';
import { ValueScopes, flowScope, scenarioScope, vuScope } from './value-scopes.ts';
import { inTextOrder } from './range.ts';

/** In the order of the text. */
export function occurrencesOf(document: SourceDocument, reads: readonly PlacedRead[]): Occurrence[] {
  const finder = new OccurrenceFinder(document);
  if (document.root?.kind === 'map') finder.file(document.root);
  for (const read of reads) finder.read(read);
  return finder.found();
}

interface Found {
  readonly kind: SymbolKind;
  readonly name: string;
  /** Of captured values: the steps that they are in, before it is known which steps share them. */
  readonly scope: string;
  readonly role: Occurrence['role'];
  readonly span: Span;
  readonly extent?: Span;
}

class OccurrenceFinder {
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #found: Found[] = [];
  readonly #scopes = new ValueScopes();

  constructor({ text, lines }: SourceDocument) {
    this.#text = text;
    this.#lines = lines;
  }

  found(): Occurrence[] {
    const unique = new Map<string, Occurrence>();
    for (const { kind, name, scope, role, span, extent } of this.#found) {
      const place = `${span.start} ${kind} ${role}`;
      if (unique.has(place)) continue;
      unique.set(place, {
        kind,
        name,
        scope: kind === 'value' ? this.#scopes.shared(scope) : scope,
        role,
        range: this.#lines.range(span),
        ...(extent && { extent: this.#lines.range(extent) }),
      });
    }
    return [...unique.values()].sort(inTextOrder);
  }

  file(root: MapNode): void {
    this.#top(root);
    for (const environment of this.#definitions(root, 'environments', 'environment')) {
      if (environment.value.kind === 'map') this.#top(environment.value);
    }
  }

  /** What stands at the file's top, or in an environment. */
  #top(root: MapNode): void {
    this.#definitions(root, 'vars', 'variable');
    this.#definitions(root, 'metrics', 'metric');
    for (const feeder of this.#definitions(root, 'data', 'data')) this.#columns(feeder);
    for (const { key, value } of this.#definitions(root, 'flows', 'flow')) this.#steps(value, flowScope(key));
    this.#steps(entryOf(root, 'setup')?.value, 'setup');
    // Its captures replace those of setup.
    this.#steps(entryOf(entryOf(root, 'refresh')?.value, 'steps')?.value, 'setup');
    this.#steps(entryOf(root, 'teardown')?.value, 'teardown');
    this.#load(root, 'default');
    for (const { key, value } of this.#definitions(root, 'scenarios', 'scenario')) {
      if (value.kind !== 'map') continue;
      this.#definitions(value, 'vars', 'variable');
      this.#load(value, key);
    }
    this.#thresholds(entryOf(root, 'thresholds')?.value);
  }

  #load(scenario: MapNode, name: string): void {
    const scope = scenarioScope(name);
    const stages = entryOf(scenario, 'stages')?.value;
    for (const stage of stages?.kind === 'list' ? stages.items : []) {
      this.#named(entryOf(stage, 'name'), 'stage', '', 'definition', stage.span);
    }
    this.#use(entryOf(scenario, 'flow'), scope);
    this.#steps(entryOf(scenario, 'onStart')?.value, vuScope(scope));
    this.#steps(entryOf(scenario, 'steps')?.value, scope);
    this.#steps(entryOf(scenario, 'onStop')?.value, scope);
  }

  #columns({ key, value }: SourceEntry): void {
    const values = entryOf(value, 'values')?.value;
    const [first] = values?.kind === 'list' ? values.items : [];
    if (first?.kind !== 'map') return;
    for (const column of first.entries) {
      this.#add({ kind: 'column', name: column.key, scope: key, role: 'definition', ...this.#ofEntry(column) });
    }
  }

  #steps(node: SourceNode | undefined, scope: string): void {
    if (!node) return;
    this.#scopes.cover(scope, node.span);
    for (const step of node.kind === 'list' ? node.items : []) this.#step(step, scope);
  }

  #step(step: SourceNode, scope: string): void {
    if (step.kind !== 'map') return;
    for (const entry of step.entries) {
      switch (entry.key) {
        case 'use':
          this.#use(entry, scope);
          break;
        case 'group':
          this.#named(entry, 'group', '', 'definition', step.span);
          break;
        case 'name':
          this.#named(entry, 'request', '', 'definition', step.span);
          break;
        case 'as':
          this.#named(entry, 'value', scope, 'definition', step.span);
          break;
        case 'check':
          this.#entries(entry.value, 'check', '', 'definition');
          break;
        case 'capture':
        case 'set':
          this.#entries(entry.value, 'value', scope, 'definition');
          break;
        case 'record':
          this.#entries(entry.value, 'metric', '', 'reference');
          break;
        case 'steps':
        case 'then':
        case 'else':
        case 'choose':
        case 'parallel':
          for (const inner of entry.value.kind === 'list' ? entry.value.items : []) this.#step(inner, scope);
          break;
        case 'poll':
        case 'graphql':
        case 'sse':
        case 'websocket':
          this.#step(entry.value, scope);
          break;
      }
    }
  }

  #use(entry: SourceEntry | undefined, scope: string): void {
    if (entry?.value.kind !== 'scalar' || typeof entry.value.value !== 'string') return;
    this.#named(entry, 'flow', '', 'reference');
    this.#scopes.join(flowScope(entry.value.value), scope);
  }

  #thresholds(node: SourceNode | undefined): void {
    for (const { key, keySpan } of node?.kind === 'map' ? node.entries : []) {
      const parsed = parseSelector(key);
      if (!parsed.ok) continue;
      const scalar: ScalarNode = { kind: 'scalar', value: key, span: keySpan };
      const add = (kind: SymbolKind, name: string, part: Span): void => {
        this.#add({ kind, name, scope: '', role: 'reference', span: spanWithin(this.#text, scalar, part) });
      };
      add('metric', parsed.metric, parsed.metricSpan);
      for (const tag of parsed.tags) {
        const kind = TAG_KINDS[tag.name];
        if (kind === 'group') {
          // `::checkout::pay` names its groups, outermost first.
          let at = tag.valueSpan.start;
          for (const part of tag.value.split('::')) {
            if (part !== '') add('group', part, { start: at, end: at + part.length });
            at += part.length + 2;
          }
        } else if (kind) add(kind, tag.value, tag.valueSpan);
      }
    }
  }

  read({ read, span }: PlacedRead): void {
    const own = this.#scopes.at(span.start);
    this.#add({ role: 'reference', span, name: read.name, ...meaning(read, own) });
  }

  #definitions(map: MapNode, section: string, kind: SymbolKind): readonly SourceEntry[] {
    const node = entryOf(map, section)?.value;
    this.#entries(node, kind, '', 'definition');
    return node?.kind === 'map' ? node.entries : [];
  }

  #entries(node: SourceNode | undefined, kind: SymbolKind, scope: string, role: Occurrence['role']): void {
    for (const entry of node?.kind === 'map' ? node.entries : []) {
      const { span, extent } = this.#ofEntry(entry);
      this.#add({ kind, name: entry.key, scope, role, span, ...(role === 'definition' && { extent }) });
    }
  }

  #named(
    entry: SourceEntry | undefined,
    kind: SymbolKind,
    scope: string,
    role: Occurrence['role'],
    extent?: Span,
  ): void {
    const node = entry?.value;
    if (node?.kind !== 'scalar' || typeof node.value !== 'string' || node.value === '') return;
    const span = spanWithin(this.#text, node, { start: 0, end: node.value.length });
    this.#add({ kind, name: node.value, scope, role, span, ...(extent && { extent }) });
  }

  #ofEntry({ key, keySpan, value }: SourceEntry): { span: Span; extent: Span } {
    const scalar: ScalarNode = { kind: 'scalar', value: key, span: keySpan };
    return {
      span: spanWithin(this.#text, scalar, { start: 0, end: key.length }),
      extent: { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) },
    };
  }

  #add(found: Found): void {
    this.#found.push(found);
  }
}

const TAG_KINDS: Readonly<Record<string, SymbolKind>> = {
  name: 'request',
  scenario: 'scenario',
  stage: 'stage',
  group: 'group',
  check: 'check',
};

function meaning({ root, feeder }: NameRead, scope: string): Pick<Found, 'kind' | 'scope'> {
  switch (root) {
    case null:
      return { kind: 'value', scope };
    case 'vars':
      return { kind: 'variable', scope: '' };
    case 'data':
      return feeder === null ? { kind: 'data', scope: '' } : { kind: 'column', scope: feeder };
    case 'setup':
      return { kind: 'value', scope: 'setup' };
    case 'vu':
      return { kind: 'value', scope: vuScope(scope) };
    case 'env':
      return { kind: 'env', scope: '' };
    case 'secret':
      return { kind: 'secret', scope: '' };
  }
}
