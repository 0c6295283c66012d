import { plural } from '../report/format.ts';
import type { SourceDocument } from '../scenario/document.ts';
import type { Plan } from '../scenario/plan.ts';
import { contains, inTextOrder, type SourceRange } from '../scenario/range.ts';
import { durationMs, maxVUs } from '../scenario/schedule/index.ts';
import { entryOf, type SourceEntry, type SourceNode, type Span } from '../scenario/source.ts';
import { formatDuration } from '../scenario/units.ts';
import { itemsOf, stepOutline, shortened, summary, valueText, type StepOutline } from './step-outline.ts';

/** What an outline item stands for. The editor chooses the icon. */
export type OutlineKind =
  | 'section'
  | 'property'
  | 'variable'
  | 'data'
  | 'environment'
  | 'metric'
  | 'flow'
  | 'scenario'
  | 'stage'
  | 'threshold'
  | StepOutline['kind'];

export interface OutlineItem {
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  readonly kind: OutlineKind;
  /** Key and value. */
  readonly range: SourceRange;
  /** What is marked when the item is chosen; inside of `range`. */
  readonly selection: SourceRange;
  readonly children: readonly OutlineItem[];
}

/**
 * The file's outline, in its order, also of one that has errors, as far as it can be read. `draft` gives the loads of scenarios;
 * without it their executors are as written.
 */
export function outline(document: SourceDocument, draft: Plan | null): OutlineItem[] {
  const reader = new OutlineReader(document, draft);
  return document.root?.kind === 'map' ? document.root.entries.flatMap((entry) => reader.topLevel(entry)) : [];
}

/** Sections whose entries are named things. */
const NAMED: Readonly<Record<string, OutlineKind>> = {
  vars: 'variable',
  data: 'data',
  environments: 'environment',
  metrics: 'metric',
  http: 'property',
};

class OutlineReader {
  readonly #document: SourceDocument;
  readonly #draft: Plan | null;

  constructor(document: SourceDocument, draft: Plan | null) {
    this.#document = document;
    this.#draft = draft;
  }

  topLevel(entry: SourceEntry): OutlineItem[] {
    const { key, value } = entry;
    switch (key) {
      case 'scenarios':
        return this.#entry(
          entry,
          'section',
          '',
          this.#each(value, (scenario) => this.#scenario(scenario)),
        );
      case 'flows':
        return this.#entry(
          entry,
          'section',
          '',
          this.#each(value, (flow) => this.#entry(flow, 'flow', stepCount(flow.value), this.#steps(flow.value))),
        );
      case 'setup':
      case 'teardown':
      case 'steps':
        return this.#entry(entry, 'section', stepCount(value), this.#steps(value));
      case 'refresh':
        return this.#entry(
          entry,
          'section',
          valueText(value, 'every') === '' ? '' : `every ${valueText(value, 'every')}`,
          this.#steps(entryOf(value, 'steps')?.value ?? null),
        );
      case 'stages':
        return this.#entry(entry, 'section', '', this.#stages(value));
      case 'thresholds':
        return this.#entry(
          entry,
          'section',
          '',
          this.#each(value, (threshold) => this.#entry(threshold, 'threshold', conditions(threshold.value))),
        );
      default: {
        const named = NAMED[key];
        if (named === undefined) return this.#entry(entry, 'property', summary(value));
        return this.#entry(
          entry,
          'section',
          '',
          this.#each(value, (one) => this.#entry(one, named, summary(one.value))),
        );
      }
    }
  }

  #scenario(entry: SourceEntry): OutlineItem[] {
    const { value } = entry;
    const hook = (key: string): OutlineItem[] => {
      const steps = entryOf(value, key);
      return steps ? this.#entry(steps, 'section', stepCount(steps.value), this.#steps(steps.value)) : [];
    };
    const stages = entryOf(value, 'stages');
    const children = [
      ...(stages ? this.#entry(stages, 'section', '', this.#stages(stages.value)) : []),
      ...['onStart', 'steps', 'onStop'].flatMap(hook),
    ];
    return this.#entry(entry, 'scenario', this.#load(entry.key, value), inOrder(children));
  }

  /** `ramping-vus · 100 VUs · 13m`. */
  #load(name: string, node: SourceNode): string {
    const executor = this.#draft?.scenarios.find((scenario) => scenario.name === name)?.executor;
    if (!executor) return valueText(node, 'executor');
    return [executor.kind, plural(maxVUs(executor), 'VU'), formatDuration(durationMs(executor))].join(' · ');
  }

  #stages(node: SourceNode): OutlineItem[] {
    return itemsOf(node).flatMap((stage, index) => {
      const target = valueText(stage, 'target');
      const detail = [valueText(stage, 'duration'), target === '' ? '' : `to ${target}`].filter((part) => part !== '');
      const name = valueText(stage, 'name') || `stage ${index + 1}`;
      return this.#item(stage, { name, kind: 'stage', detail: detail.join(' ') });
    });
  }

  #steps(node: SourceNode | null): OutlineItem[] {
    return node ? itemsOf(node).flatMap((item) => this.#step(item)) : [];
  }

  #step(node: SourceNode): OutlineItem[] {
    const step = stepOutline(node);
    if (!step) return [];
    const children = step.inner.flatMap(({ entry, items }) => {
      const steps = items.flatMap((item) => this.#step(item));
      return entry ? this.#entry(entry, 'section', '', steps) : steps;
    });
    return this.#item(node, { name: step.title, kind: step.kind, detail: step.detail, children });
  }

  #each(node: SourceNode, read: (entry: SourceEntry) => OutlineItem[]): OutlineItem[] {
    return node.kind === 'map' ? node.entries.flatMap(read) : [];
  }

  #entry(entry: SourceEntry, kind: OutlineKind, detail: string, children: readonly OutlineItem[] = []): OutlineItem[] {
    const { key, keySpan, value } = entry;
    // What an alias stands for is written elsewhere.
    const own = value.span.start >= keySpan.end;
    return this.#built(
      key,
      kind,
      detail,
      { start: keySpan.start, end: own ? value.span.end : keySpan.end },
      keySpan,
      children,
    );
  }

  #item(
    node: SourceNode,
    {
      name,
      kind,
      detail,
      children = [],
    }: Pick<OutlineItem, 'name' | 'kind' | 'detail'> & { children?: readonly OutlineItem[] },
  ): OutlineItem[] {
    const first = node.kind === 'map' ? node.entries[0]?.keySpan : undefined;
    const selection = first && first.start >= node.span.start && first.end <= node.span.end ? first : null;
    return this.#built(
      name,
      kind,
      detail,
      node.span,
      selection ?? { start: node.span.start, end: node.span.start },
      children,
    );
  }

  #built(
    name: string,
    kind: OutlineKind,
    detail: string,
    span: Span,
    selection: Span,
    children: readonly OutlineItem[],
  ): OutlineItem[] {
    const { text, lines } = this.#document;
    let end = Math.min(span.end, text.length);
    while (end > selection.end && /\s/.test(text.charAt(end - 1))) end--;
    const range = lines.range({ start: span.start, end });
    return [
      {
        name: shortened(name) || '…',
        detail: shortened(detail),
        kind,
        range,
        selection: lines.range(selection),
        children: children.filter((child) => isWithin(child.range, range)),
      },
    ];
  }
}

function isWithin(inner: SourceRange, outer: SourceRange): boolean {
  return contains(outer, inner.start) && contains(outer, inner.end);
}

function inOrder(items: readonly OutlineItem[]): OutlineItem[] {
  return [...items].sort(inTextOrder);
}

function stepCount(node: SourceNode): string {
  return node.kind === 'list' ? plural(node.items.length, 'step') : '';
}

/** `p(95) < 500ms, p(99) < 1s`, whichever way they are written. */
function conditions(node: SourceNode): string {
  if (node.kind === 'list') return node.items.map(conditions).join(', ');
  return node.kind === 'map' ? valueText(node, 'expect') : summary(node);
}
