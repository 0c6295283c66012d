import type { Plan } from '../scenario/plan.ts';
import type { SourcePosition, SourceRange } from '../scenario/range.ts';
import { metricDefinition } from '../run/metrics.ts';
import type { YamlServiceProvider } from './completion.ts';
import { surroundings } from './surroundings.ts';

/** Markdown about what stands at a position. */
export interface HoverText {
  readonly markdown: string;
  readonly range: SourceRange | null;
}

/** What a key, a value or a metric means; null where there is nothing to say. */
export async function hover(
  text: string,
  position: SourcePosition,
  plan: Plan | null,
  yamlService: YamlServiceProvider,
): Promise<HoverText | null> {
  const metric = hoverMetric(text, position, plan);
  if (metric) return metric;
  const found = await (await yamlService()).hover(text, position);
  if (!found || typeof found.contents !== 'object' || !('value' in found.contents)) return null;
  // The schema's titles ("a request") are made for sentences about problems, not for headings.
  const markdown = found.contents.value.replace(/^#### [^\n]*\n+/, '').trim();
  return markdown === '' ? null : { markdown, range: found.range ?? null };
}

/** A metric's definition over its name in `thresholds`. */
function hoverMetric(text: string, position: SourcePosition, plan: Plan | null): HoverText | null {
  const { before, after, section, parents } = surroundings(text, position);
  if (section !== 'thresholds' || parents.length !== 1) return null;
  const left = /^\s*["']?(\w*)$/.exec(before)?.[1];
  const right = /^\w*/.exec(after)?.[0] ?? '';
  if (left === undefined) return null;
  const definition = metricDefinition(left + right, plan?.metrics ?? []);
  if (!definition) return null;
  const { line, character } = position;
  return {
    markdown: `**${definition.name}** (${definition.kind})\n\n${definition.description}`,
    range: {
      start: { line, character: character - left.length },
      end: { line, character: character + right.length },
    },
  };
}
