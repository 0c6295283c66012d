import type { Finding } from '../src/report/diagnosis/index.ts';
import { saturatedWindows } from '../src/run/generator-health.ts';
import { changedLoads } from '../src/run/changed-load.ts';
import type { RunModel, TimeWindow } from '../src/run/model.ts';

/** A stretch of time above the charts, named by what was special about it. */
export interface Span extends TimeWindow {
  readonly kind: 'paused' | 'changed' | 'failing' | 'saturated';
  /** What stands on it; `title` has more words. */
  readonly text: string;
  readonly title: string;
}

/** The times that the charts mark: changes of the load, endpoints that failed as a block, a generator that didn't keep up. */
export function spansOf(run: RunModel, findings: readonly Finding[]): Span[] {
  const changed = changedLoads(run).map(({ fromMs, toMs, paused, factor }): Span => {
    if (paused) return { kind: 'paused', fromMs, toMs, text: 'paused', title: 'Load paused' };
    const percent = `${Math.round(factor * 100)}\u00a0%`;
    return { kind: 'changed', fromMs, toMs, text: percent, title: `Load at ${percent} of the plan` };
  });
  const failing = findings
    .filter(({ rule }) => rule === 'open-circuit')
    .flatMap(({ parts }) => {
      const what = parts.find((part) => typeof part === 'object' && part.kind !== 'window');
      const name = typeof what === 'object' && 'text' in what ? what.text : 'an endpoint';
      return parts.flatMap((part): Span[] =>
        typeof part === 'object' && part.kind === 'window'
          ? [
              {
                kind: 'failing',
                fromMs: part.fromMs,
                toMs: part.toMs,
                text: `${name} failing`,
                title: `${name} failing`,
              },
            ]
          : [],
      );
    });
  const saturated = saturatedWindows(run.timeline).map(({ fromMs, toMs }): Span => ({
    kind: 'saturated',
    fromMs,
    toMs,
    text: 'saturated',
    title: 'Generator saturated',
  }));
  return [...changed, ...failing, ...saturated].sort((a, b) => a.fromMs - b.fromMs);
}
