import type { MetricShape } from '../conditions.ts';
import { BUILT_IN_METRICS } from '../built-in-metrics.ts';
import type { Condition, Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import type { Repair } from '../repair.ts';
import { maxVUs } from '../schedule/index.ts';
import type { SourceDocument } from '../document.ts';
import { problemOf } from '../repair.ts';
import type { RuleContext } from './rule.ts';
import { selectorPlaces, type ConditionPlace, type RequirementPlace, type SelectorPlace } from './threshold-places.ts';

/** The values that a figure can have. */
interface Domain {
  readonly least: number;
  readonly most: number;
  /** Why it is never more, where that is not plain. */
  readonly because: string;
}

/** Thresholds that hold, or fail, whatever the run measures. */
export function decidedThresholds({ document, written, plan, isWhole }: RuleContext): Problem[] {
  return selectorPlaces({ document, plan }).flatMap((place) =>
    place.requirements.flatMap((requirement) => {
      const { expect, acceptable } = requirement;
      const domain = domainOf(place.metric, expect.condition, isWhole ? plan : null);
      const outcome = outcomeOf(expect.condition, domain);
      if (outcome !== null) return [problem(outcome, expect, domain, place, requirement, written)];
      // That a warning is the worst that comes of a target may be meant; that nothing is acceptable is not.
      const decided = acceptable && outcomeOf(acceptable.condition, domain) === 'fails';
      return decided ? [problem('fails', acceptable, domain, place, requirement, written)] : [];
    }),
  );
}

function problem(
  outcome: 'holds' | 'fails',
  { condition, node }: ConditionPlace,
  domain: Domain,
  place: SelectorPlace,
  requirement: RequirementPlace,
  written: SourceDocument,
): Problem {
  const source = condition.source.trim();
  const bounds = boundsText(place.metric, condition, domain);
  const at = node.span;
  const repairs = repairsOf(outcome, condition, node, place, requirement);
  if (outcome === 'holds') {
    const message = `\`${source}\` can never fail: ${bounds}.${hintOf(repairs)}`;
    return problemOf({ code: 'threshold-always-holds', severity: 'warning', message, at, repairs }, written);
  }
  const message = `\`${source}\` can never hold: ${bounds}.${hintOf(repairs)}`;
  return problemOf({ code: 'threshold-never-holds', severity: 'warning', message, at, repairs }, written);
}

function hintOf([repair]: readonly Repair[]): string {
  const change = repair?.changes[0];
  return change?.kind === 'replace' && typeof change.value === 'string'
    ? ` Did you mean \`${change.value}\`?`
    : ' Write the limit that is meant.';
}

function domainOf(metric: MetricShape, { method }: Condition, plan: Plan | null): Domain {
  const isBuiltIn = BUILT_IN_METRICS.some(({ name }) => name === metric.name);
  // What expressions record may be negative.
  if (!isBuiltIn && metric.kind !== 'rate') return { least: -Infinity, most: Infinity, because: '' };
  if (metric.kind === 'rate' || (metric.name === 'errors' && method === 'rate')) {
    return { least: 0, most: 1, because: '' };
  }
  if ((metric.name === 'vus' || metric.name === 'vus_max') && plan) {
    const most = plan.scenarios.reduce((sum, { executor }) => sum + maxVUs(executor), 0);
    return { least: 0, most, because: `this file has at most ${most} ${most === 1 ? 'VU' : 'VUs'}` };
  }
  return { least: 0, most: Infinity, because: '' };
}

function outcomeOf({ operator, limit }: Condition, { least, most }: Domain): 'holds' | 'fails' | null {
  const isOutside = limit < least || limit > most;
  switch (operator) {
    case '<':
      return limit > most ? 'holds' : limit <= least ? 'fails' : null;
    case '<=':
      return limit >= most ? 'holds' : limit < least ? 'fails' : null;
    case '>':
      return limit < least ? 'holds' : limit >= most ? 'fails' : null;
    case '>=':
      return limit <= least ? 'holds' : limit > most ? 'fails' : null;
    case '==':
      return isOutside ? 'fails' : null;
    case '!=':
      return isOutside ? 'holds' : null;
  }
}

function boundsText({ name }: MetricShape, { operator, limit, source }: Condition, { most, because }: Domain): string {
  const figure = /^\s*([^\s<>=!]+)/.exec(source)?.[1] ?? 'it';
  const isAboutMost =
    most !== Infinity && limit >= most && operator !== '==' && operator !== '!=' ? true : limit > most;
  if (isAboutMost) return because === '' ? `${figure} of ${name} is at most 100%` : because;
  return `${figure} of ${name} is never below 0`;
}

function repairsOf(
  outcome: 'holds' | 'fails',
  { operator, limit, unit, source }: Condition,
  { span }: ConditionPlace['node'],
  { metric, entry }: SelectorPlace,
  { only }: RequirementPlace,
): Repair[] {
  const replace = (value: string): Repair => ({
    title: `Change to \`${value}\``,
    changes: [{ kind: 'replace', at: span, value }],
    preferred: true,
  });
  const isShare = metric.kind === 'rate' || metric.name === 'errors';
  // `rate < 5` of a share is k6's 500%.
  if (isShare && unit === '' && limit > 1 && limit <= 100) return [replace(`${source.trim()}%`)];
  if (outcome === 'fails' && operator === '<' && limit === 0) return [replace(source.trim().replace('<', '=='))];
  if (outcome === 'fails' && operator === '>' && isShare && limit === 1)
    return [replace(source.trim().replace('>', '=='))];
  if (outcome === 'holds' && only) {
    return [{ title: 'Remove this threshold', changes: [{ kind: 'remove', keySpan: entry.keySpan }] }];
  }
  return [];
}
