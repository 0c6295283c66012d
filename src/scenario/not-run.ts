import type { Compilation } from './compile/compilation.ts';
import type { Plan, Step } from './plan.ts';
import type { SourceRange } from './range.ts';
import { entryOf, type SourceNode, type SourcePath } from './source.ts';
import { allSteps, stepLists } from './step-tree.ts';

/** A feature of the format that a plan uses. */
interface Use {
  /** The key that asks for it: a whole path, or one within a step. */
  readonly at: SourcePath | { readonly step: Step; readonly key: string };
}

interface Feature {
  /** As a message begins: `Repeating steps`. */
  readonly name: string;
  readonly uses: (plan: Plan) => readonly Use[];
}

/**
 * What the format has and this version's engine does not run. A file that uses it is checked as any other, and refused
 * before a run. Whoever teaches the engine one of these deletes its row.
 */
const NOT_RUN: readonly Feature[] = [
  { name: 'HTTP/2', uses: ({ http }) => (http.http2 ? [{ at: ['http', 'http2'] }] : []) },
  { name: 'A proxy', uses: ({ http }) => (http.proxy ? [{ at: ['http', 'proxy'] }] : []) },
  {
    name: "A certificate authority of one's own",
    uses: ({ http }) => (http.tls.ca === null ? [] : [{ at: ['http', 'tls', 'ca'] }]),
  },
  {
    name: 'A client certificate',
    uses: ({ http }) => (http.tls.cert === null ? [] : [{ at: ['http', 'tls', 'cert'] }]),
  },
  {
    name: 'A minimum TLS version',
    uses: ({ http }) => (http.tls.minVersion === 'TLSv1.2' ? [] : [{ at: ['http', 'tls', 'minVersion'] }]),
  },
  { name: '`websocket`', uses: (plan) => ofKind(plan, 'websocket', 'websocket') },
];

/** Reports each use of what the engine does not run. */
export function reportNotRun(plan: Plan, compilation: Compilation): void {
  for (const { name, uses } of NOT_RUN) {
    for (const { at } of uses(plan)) {
      const message = `${name} is part of the format and was checked, but this version's engine does not run it yet.`;
      const range = 'step' in at ? keyRange(at.step.range, at.key, compilation) : compilation.keyRange(at);
      compilation.report('not-run-yet', message, range);
    }
  }
}

function steps(plan: Plan): readonly Step[] {
  return stepLists(plan).flatMap(allSteps);
}

function ofKind(plan: Plan, kind: Step['kind'], key: string): Use[] {
  return steps(plan).flatMap((step) => (step.kind === kind ? [{ at: { step, key } }] : []));
}

/** Of a key of the step whose head is at a range: in the same map as the head, or in the map behind it. */
function keyRange(head: SourceRange, key: string, compilation: Compilation): SourceRange {
  const offset = compilation.lines.offset(head.start);
  const span = keyIn(compilation.node([]), offset, key);
  return span ? compilation.lines.range(span) : head;
}

function keyIn(node: SourceNode | undefined, head: number, key: string): { start: number; end: number } | null {
  if (node?.kind === 'map') {
    const entry = node.entries.find(({ keySpan }) => keySpan.start === head);
    if (entry) return (entryOf(node, key) ?? entryOf(entry.value, key))?.keySpan ?? null;
  }
  const inner = node?.kind === 'map' ? node.entries.map(({ value }) => value) : node?.kind === 'list' ? node.items : [];
  for (const child of inner) {
    const found = keyIn(child, head, key);
    if (found) return found;
  }
  return null;
}
