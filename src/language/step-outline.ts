import { entryOf, type MapNode, type SourceEntry, type SourceNode } from '../scenario/source.ts';

/** What a step of a file is, told from its keys, so that it can be named while it is still being written. */
export interface StepOutline {
  readonly kind: 'request' | 'group' | 'choice' | 'loop' | 'flow' | 'pause' | 'values' | 'other';
  /** `GET /health`, `group checkout`, `think 1s`. */
  readonly title: string;
  /** The request's own name, a branch's weight; '' for none. */
  readonly detail: string;
  /** The steps inside of it, in the file's order, with what holds them where there are several lists. */
  readonly inner: readonly StepList[];
}

export interface StepList {
  /** `then`, `else`; null where it is the step's only list. */
  readonly entry: SourceEntry | null;
  readonly items: readonly SourceNode[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const;
const STREAMS = ['graphql', 'sse', 'websocket'] as const;
/** Steps that are named by their key and its value, and hold steps in `steps`. */
const HOLDERS = [
  ['group', 'group'],
  ['repeat', 'loop'],
  ['while', 'loop'],
  ['forEach', 'loop'],
] as const;
const PLAIN = [
  ['think', 'pause'],
  ['use', 'flow'],
  ['log', 'other'],
  ['fail', 'other'],
  ['abort', 'other'],
] as const;

/** Long values are cut: an outline is narrow. */
const LONGEST = 60;

/** Reads a step; null where it is none that can be named yet. */
export function stepOutline(node: SourceNode): StepOutline | null {
  if (node.kind !== 'map') return null;
  const weight = valueText(node, 'weight');
  const detail = [weight === '' ? '' : `weight ${weight}`, valueText(node, 'name')].filter((part) => part !== '');
  const outline = (kind: StepOutline['kind'], title: string, inner: readonly StepList[] = []): StepOutline => ({
    kind,
    title: shortened(title),
    detail: shortened(detail.join(' · ')),
    inner,
  });
  const request = requestTitle(node);
  if (request !== null) return outline('request', request);
  for (const [key, kind] of HOLDERS) {
    const entry = entryOf(node, key);
    if (entry) return outline(kind, `${key} ${summary(entry.value)}`, listOf(node, 'steps'));
  }
  if (entryOf(node, 'if') && (entryOf(node, 'then') ?? entryOf(node, 'else'))) {
    const branches = ['then', 'else'].flatMap((key) => {
      const entry = entryOf(node, key);
      return entry ? [{ entry, items: itemsOf(entry.value) }] : [];
    });
    return outline('choice', `if ${valueText(node, 'if')}`, branches);
  }
  if (entryOf(node, 'choose')) return outline('choice', 'choose', listOf(node, 'choose'));
  if (entryOf(node, 'parallel')) return outline('group', 'parallel', listOf(node, 'parallel'));
  const poll = entryOf(node, 'poll');
  if (poll) return outline('loop', `poll ${poll.value.kind === 'map' ? (requestTitle(poll.value) ?? '') : ''}`);
  for (const [key, kind] of PLAIN) {
    const entry = entryOf(node, key);
    if (entry) return outline(kind, `${key} ${key === 'think' ? pause(entry.value) : summary(entry.value)}`);
  }
  for (const key of ['set', 'record']) {
    const entry = entryOf(node, key);
    if (entry) return outline('values', `${key} ${keysOf(entry.value).join(', ')}`);
  }
  // A branch of `choose` that is a list of steps.
  if (entryOf(node, 'steps')) return outline('group', 'steps', listOf(node, 'steps'));
  return null;
}

/** `1s`, `1s to 3s`, `2s ± 500ms`. */
function pause(node: SourceNode): string {
  if (node.kind !== 'map') return summary(node);
  const [min, max, mean, sd] = ['min', 'max', 'mean', 'sd'].map((key) => valueText(node, key));
  return mean ? `${mean} ± ${sd ?? ''}` : `${min ?? ''} to ${max ?? ''}`;
}

function requestTitle(node: MapNode): string | null {
  for (const method of METHODS) {
    const entry = entryOf(node, method);
    if (entry) return `${method.toUpperCase()} ${summary(entry.value)}`;
  }
  const request = entryOf(node, 'request')?.value;
  if (request?.kind === 'map') return `${valueText(request, 'method').toUpperCase()} ${valueText(request, 'url')}`;
  for (const key of STREAMS) {
    const entry = entryOf(node, key);
    if (entry) return `${key} ${entry.value.kind === 'map' ? valueText(entry.value, 'url') : summary(entry.value)}`;
  }
  return null;
}

/** The text of a key's value where it is a scalar, else ''. */
export function valueText(node: SourceNode, key: string): string {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'scalar' && value.value !== null ? String(value.value) : '';
}

/** A value on one line: a scalar's text, the values of a small map, how many items a list has. */
export function summary(node: SourceNode): string {
  switch (node.kind) {
    case 'scalar':
      return node.value === null ? '' : shortened(String(node.value));
    case 'list':
      return `${node.items.length} ${node.items.length === 1 ? 'item' : 'items'}`;
    case 'map': {
      const values = node.entries.map(({ value }) => (value.kind === 'scalar' ? summary(value) : ''));
      return shortened(values.filter((text) => text !== '').join(', '));
    }
  }
}

export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).trimEnd()}…`;
}

export function itemsOf(node: SourceNode): readonly SourceNode[] {
  return node.kind === 'list' ? node.items : [];
}

function listOf(node: MapNode, key: string): StepList[] {
  const entry = entryOf(node, key);
  return entry ? [{ entry: null, items: itemsOf(entry.value) }] : [];
}

function keysOf(node: SourceNode): readonly string[] {
  return node.kind === 'map' ? node.entries.map(({ key }) => key) : [];
}
