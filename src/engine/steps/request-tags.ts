import { compileTemplate, textOf, type Scope } from '../../scenario/expression.ts';
import type { RequestStep } from '../../scenario/plan.ts';
import { maskedBy } from '../run-masks.ts';
import type { ScenarioContext } from '../scenario-context.ts';
import { OTHER_VALUES } from '../../run/tag-tables.ts';
import { MOST_TAG_VALUES, together } from '../tag-values.ts';
import type { Vu } from '../vu.ts';

/** A longer value is cut: it is a label, not a text. */
const LONGEST_VALUE = 100;

type TaggedStep = Pick<RequestStep, 'name' | 'tags' | 'tagTemplates' | 'range'>;

/**
 * What belongs to a step's own tags, made once for each set of their values. Most steps have one; values that are worked out for each
 * request are bounded, and so is what is made.
 *
 * @returns what belongs to the tags that a VU's request has which is sent now; it throws what expressions throw
 */
export function byTags<T>(
  step: TaggedStep,
  scenario: ScenarioContext,
  make: (tags: Readonly<Record<string, string>>) => T,
): (vu: Vu) => T {
  const { tagTemplates = [] } = step;
  if (tagTemplates.length === 0) {
    const only = make(step.tags);
    return () => only;
  }
  const names = tagTemplates.map(([name]) => name);
  const values = tagTemplates.map(([name, template]) => {
    const compiled = compileTemplate(template, scenario.compiler);
    return boundedValue(name, (scope) => textOf(compiled.evaluate(scope)), step, scenario);
  });
  const made = new Map<string, T>();
  return (vu) => {
    const found = values.map((value) => value(vu));
    const known = made.get(together(found));
    if (known !== undefined) return known;
    const kept = boundedTogether(names, found, step, scenario, vu);
    const key = together(kept);
    const same = made.get(key);
    if (same !== undefined) return same;
    const one = make({ ...step.tags, ...Object.fromEntries(names.map((name, index) => [name, kept[index] ?? ''])) });
    made.set(key, one);
    return one;
  };
}

/** A tag's value for a VU's request: without credentials, and `(other)` where there are too many. */
function boundedValue(
  tag: string,
  textFor: (scope: Scope) => string,
  step: TaggedStep,
  scenario: ScenarioContext,
): (vu: Vu) => string {
  const admitted = new Map<string, string>();
  const evaluate = (scope: Scope): string => textFor(scope).slice(0, LONGEST_VALUE);
  return (vu) => {
    const text = vu.evaluate(evaluate);
    const known = admitted.get(text);
    if (known !== undefined) return known;
    const { tagValues } = scenario;
    if (!tagValues.isAskedFor(tag, text) && !tagValues.admits(tag, text)) {
      tell(tag, `The tag \`${tag}\` of ${step.name}`, step, scenario, vu);
      return OTHER_VALUES;
    }
    const shown = maskedBy(vu.scope, text);
    admitted.set(text, shown);
    return shown;
  };
}

/** A hundred values of one tag times a hundred of another would be too many: of combinations there are no more than of values. */
function boundedTogether(
  tags: readonly string[],
  values: readonly string[],
  step: TaggedStep,
  scenario: ScenarioContext,
  vu: Vu,
): readonly string[] {
  const { tagValues } = scenario;
  if (tags.length === 1 || tagValues.admits(together(tags), together(values))) return values;
  tell(
    together(tags),
    `The tags ${tags.map((tag) => `\`${tag}\``).join(', ')} of ${step.name} together`,
    step,
    scenario,
    vu,
  );
  return values.map((value, index) => (tagValues.isAskedFor(tags[index] ?? '', value) ? value : OTHER_VALUES));
}

function tell(tag: string, what: string, { range }: TaggedStep, scenario: ScenarioContext, vu: Vu): void {
  if (!scenario.tagValues.tells(tag)) return;
  scenario.log(
    'warning',
    `${what} had more than ${MOST_TAG_VALUES} values; the further ones count as \`${OTHER_VALUES}\`, except those that thresholds name. ` +
      'Each value makes a series of every metric: tag by what has few values, such as a plan or a region, not by users.',
    range.start.line,
    vu,
  );
}
