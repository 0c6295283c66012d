import type { Plan, RequestStep, SseStep, Step, WebsocketStep } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { innerSteps } from '../step-tree.ts';
import { problemOf } from '../repair.ts';
import type { RuleContext } from './rule.ts';
import { selectorPlaces, type SelectorPlace } from './threshold-places.ts';

type Tags = Readonly<Record<string, string>>;
/** null: any value, which only the run shows. */
type PossibleTags = Readonly<Record<string, string | null>>;

/** What the engine tags these metrics with, besides the tags that scenarios add; the others carry those of requests. */
const TAGS_OF: Readonly<Record<string, readonly string[]>> = {
  vus: [],
  vus_max: [],
  iterations: ['scenario', 'stage'],
  iteration_duration: ['scenario', 'stage'],
  dropped_iterations: ['scenario', 'stage'],
  schedule_delay: ['scenario', 'stage'],
  group_duration: ['scenario', 'stage', 'group'],
  checks: ['scenario', 'stage', 'group', 'check'],
};

/** Thresholds on samples that no request can make: of a name and a method that are two requests', or on a tag that the metric has not. */
export function tagsThatNeverMeet({ document, written, plan, isWhole }: RuleContext): Problem[] {
  const requests = isWhole ? requestTags(plan) : [];
  return selectorPlaces({ document, plan }).flatMap((place) => {
    const missing = tagNotOn(place, plan);
    if (missing) {
      const message = `Samples of ${place.metric.name} have no tag \`${missing.name}\`${possibleTags(place)}`;
      return [problemOf({ code: 'tag-not-on-metric', severity: 'warning', message, at: missing.nameSpan }, written)];
    }
    if (!isWhole || !place.metric.name.startsWith('http_req')) return [];
    const apart = tagsApart(place.tagValues, requests);
    if (!apart) return [];
    const [first, second] = apart;
    const at = place.tags.find(({ name }) => name === second)?.valueSpan ?? place.metricSpan;
    const message = `No request has both the ${first} \`${place.tagValues[first] ?? ''}\` and the ${second} \`${place.tagValues[second] ?? ''}\`, so this threshold would have no samples.`;
    return [problemOf({ code: 'tags-never-meet', severity: 'warning', message, at }, written)];
  });
}

function tagNotOn({ metric, tags }: SelectorPlace, plan: Plan): SelectorPlace['tags'][number] | undefined {
  const own = TAGS_OF[metric.name];
  if (!own) return undefined;
  const custom = metric.name.startsWith('vus') ? [] : plan.scenarios.flatMap((scenario) => Object.keys(scenario.tags));
  return tags.find(({ name }) => !own.includes(name) && !custom.includes(name));
}

function possibleTags({ metric }: SelectorPlace): string {
  const own = TAGS_OF[metric.name] ?? [];
  return own.length === 0 ? '; they have none.' : `; they have ${own.join(', ')}.`;
}

/** Two tags whose values each occur, and never on one request; null where there are none. */
function tagsApart(wanted: Tags, requests: readonly PossibleTags[]): readonly [string, string] | null {
  const fits = (tags: PossibleTags, name: string): boolean => tags[name] === null || tags[name] === wanted[name];
  const names = Object.keys(wanted).filter((name) => requests.some((tags) => fits(tags, name)));
  for (const [index, second] of names.entries()) {
    for (const first of names.slice(0, index)) {
      const meet = requests.some((tags) => fits(tags, first) && fits(tags, second));
      if (!meet) return [first, second];
    }
  }
  return null;
}

function ownTags({ tags, tagTemplates = [] }: RequestStep | SseStep | WebsocketStep): PossibleTags {
  return { ...tags, ...Object.fromEntries(tagTemplates.map(([name]) => [name, null])) };
}

/** What the file itself says of each request's samples. */
function requestTags(plan: Plan): PossibleTags[] {
  const found: PossibleTags[] = [];
  const visit = (steps: readonly Step[], tags: Tags, group: string): void => {
    for (const step of steps) {
      if (step.kind === 'request' || step.kind === 'sse') {
        found.push({ ...tags, ...ownTags(step), name: step.name, method: step.method, group });
      } else if (step.kind === 'websocket') found.push({ ...tags, ...ownTags(step), name: step.name, group });
      const within = step.kind === 'group' ? `${group}::${step.name}` : group;
      for (const inner of innerSteps(step)) visit(inner, tags, within);
    }
  };
  visit(plan.setup, {}, '::setup');
  for (const { name, tags, onStart, steps, onStop } of plan.scenarios) {
    for (const list of [onStart, steps, onStop]) visit(list, { ...tags, scenario: name }, '');
  }
  visit(plan.teardown, {}, '::teardown');
  return found;
}
