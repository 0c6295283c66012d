import { BUILT_IN_METRICS } from '../built-in-metrics.ts';
import { parseCondition, type MetricShape } from '../conditions.ts';
import { parseSelector, type SelectorTag } from '../selectors.ts';
import type { Requirement, ScenarioDocument } from '../generated/scenario-document.ts';
import type { Condition, CustomMetric, Threshold } from '../plan.ts';
import type { Repair } from '../repair.ts';
import type { SourcePath } from '../source.ts';
import type { TagValues } from '../symbols.ts';
import { suggestion } from '../suggestion.ts';
import type { Compilation } from './compilation.ts';

export function compileThresholds(
  thresholds: NonNullable<ScenarioDocument['thresholds']>,
  metrics: readonly CustomMetric[],
  values: TagValues,
  compilation: Compilation,
): Threshold[] {
  const compiled: Threshold[] = [];
  for (const [selector, written] of Object.entries(thresholds)) {
    const path: SourcePath = ['thresholds', selector];
    const head = compileSelector(selector, path, metrics, values, compilation);
    const add = (item: string | Requirement, itemPath: SourcePath): void => {
      const requirement = typeof item === 'string' ? { expect: item } : item;
      const expectPath = typeof item === 'string' ? itemPath : [...itemPath, 'expect'];
      const metric = head?.metric ?? null;
      const condition = compileCondition(requirement.expect, expectPath, metric, compilation);
      const acceptable =
        requirement.acceptable === undefined
          ? null
          : compileCondition(requirement.acceptable, [...itemPath, 'acceptable'], metric, compilation);
      if (condition && acceptable) checkTiers(condition, acceptable, itemPath, compilation);
      if (!condition || !head) return;
      compiled.push({
        id: compiled.length,
        metric: head.metric.name,
        tags: head.tags,
        selector,
        condition,
        acceptable,
        name:
          requirement.name === undefined
            ? null
            : compilation.fixedText([...itemPath, 'name'], 'The name of a threshold'),
        windowMs: windowOf(requirement, itemPath, compilation),
        abortOnFail: requirement.abortOnFail ?? false,
        delayAbortEvalMs: compilation.duration(requirement.delayAbortEval, 0),
        range: compilation.range(expectPath),
      });
    };
    if (Array.isArray(written)) written.forEach((item, index) => add(item, [...path, index]));
    else add(written, path);
  }
  return compiled;
}

function windowOf(requirement: Requirement, path: SourcePath, compilation: Compilation): number | null {
  if (requirement.window === undefined) return null;
  const ms = compilation.duration(requirement.window, 0);
  if (ms < 1000) {
    compilation.report(
      'wrong-value',
      'Results are gathered each second, so a window lasts at least 1s.',
      compilation.range([...path, 'window']),
    );
  }
  return ms;
}

function compileCondition(
  source: string,
  path: SourcePath,
  metric: MetricShape | null,
  compilation: Compilation,
): Condition | null {
  const parsed = parseCondition(source, metric);
  if (parsed.ok) return parsed.condition;
  const { code, message, span } = parsed.problem;
  compilation.report(code, message, compilation.rangeWithin(path, span), { meant: parsed.problem.meant ?? null });
  return null;
}

/** What is acceptable must be easier than the target, and of the same figure. */
function checkTiers(target: Condition, acceptable: Condition, path: SourcePath, compilation: Compilation): void {
  const report = (message: string, repairs: readonly Repair[] = []): void =>
    compilation.report('tiers-do-not-fit', message, compilation.range([...path, 'acceptable']), { repairs });
  if (target.method !== acceptable.method || target.percentile !== acceptable.percentile) {
    report('`acceptable` must be about the same figure as `expect`.');
    return;
  }
  const isUpper = (condition: Condition): boolean => condition.operator === '<' || condition.operator === '<=';
  const isLower = (condition: Condition): boolean => condition.operator === '>' || condition.operator === '>=';
  const stricter =
    (isUpper(target) && isUpper(acceptable) && acceptable.limit < target.limit) ||
    (isLower(target) && isLower(acceptable) && acceptable.limit > target.limit);
  if (stricter)
    report(
      '`acceptable` is stricter than `expect`, so it could never count; swap the two.',
      compilation.swap([...path, 'expect'], [...path, 'acceptable']),
    );
}

function compileSelector(
  selector: string,
  path: SourcePath,
  metrics: readonly CustomMetric[],
  values: TagValues,
  compilation: Compilation,
): { metric: MetricShape; tags: Record<string, string> } | null {
  const parsed = parseSelector(selector);
  if (!parsed.ok) {
    compilation.report(
      'threshold-syntax',
      parsed.problem.message,
      compilation.keyRangeWithin(path, parsed.problem.span),
    );
    return null;
  }
  const known: readonly MetricShape[] = [...BUILT_IN_METRICS, ...metrics];
  const metric = known.find(({ name }) => name === parsed.metric);
  const tags: Record<string, string> = {};
  for (const tag of parsed.tags) {
    const value = tag.name === 'group' && !tag.value.startsWith('::') ? `::${tag.value}` : tag.value;
    checkTag(tag, value, path, values, compilation);
    tags[tag.name] = value;
  }
  if (metric) return { metric, tags };
  const meant = suggestion(
    parsed.metric,
    known.map(({ name }) => name),
  );
  const hint = meant === null ? ' Custom metrics are declared under `metrics`.' : ` Did you mean \`${meant}\`?`;
  compilation.report(
    'undefined-metric',
    `There is no metric \`${parsed.metric}\`.${hint}`,
    compilation.keyRangeWithin(path, parsed.metricSpan),
    { meant },
  );
  return null;
}

function checkTag(
  tag: SelectorTag,
  value: string,
  path: SourcePath,
  values: TagValues,
  compilation: Compilation,
): void {
  const knownTags = Object.keys(values);
  if (!knownTags.includes(tag.name)) {
    const meant = suggestion(tag.name, knownTags);
    const hint = meant === null ? ` There are ${knownTags.join(', ')}.` : ` Did you mean \`${meant}\`?`;
    compilation.report(
      'unknown-tag',
      `No sample has a tag \`${tag.name}\`.${hint}`,
      compilation.keyRangeWithin(path, tag.nameSpan),
      { meant },
    );
    return;
  }
  if (tag.name === 'status' && !/^(0|[1-5]\d\d)$/.test(value)) {
    const message = 'A status is a number such as 404, or 0 where no answer came. Classes are kinds: errors{kind:4xx}.';
    compilation.report('unknown-tag-value', message, compilation.keyRangeWithin(path, tag.valueSpan));
    return;
  }
  const possible = values[tag.name] ?? null;
  if (possible === null || possible.includes(value)) return;
  const meant = suggestion(value, possible);
  const some = possible.slice(0, 8).join(', ');
  const hint =
    meant !== null
      ? ` Did you mean \`${meant}\`?`
      : possible.length === 0
        ? ''
        : ` There ${possible.length === 1 ? 'is' : 'are'} ${some}${possible.length > 8 ? ', …' : ''}.`;
  compilation.report(
    'unknown-tag-value',
    `Nothing in this file has the ${tag.name} \`${tag.value}\`.${hint}`,
    compilation.keyRangeWithin(path, tag.valueSpan),
    { meant },
  );
}
