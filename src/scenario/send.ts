import { readsOf } from './step-reads.ts';
import type { Expression, NamedTemplate, Plan, ScenarioPlan, Step } from './plan.ts';
import { innerSteps, withInnerSteps } from './step-tree.ts';
import { expressionsIn } from './templates.ts';
import { Needs, expressionsOfAll, hasValue, lineOf, withoutCondition } from './send-needs.ts';
import { isSendable, type SendableStep } from './sendable-steps.ts';

export interface SendPlan {
  readonly plan: Plan;
  readonly step: SendableStep;
  /** In the order in which they are run before the wanted one. */
  readonly before: readonly Step[];
  /** Sentences on what differs from a run of the file. */
  readonly notes: readonly string[];
}

const ONE_ITERATION: ScenarioPlan['executor'] = {
  kind: 'per-vu-iterations',
  vus: 1,
  iterations: 1,
  maxDurationMs: 600_000,
};

/**
 * Sends one request of a plan, with what it needs and nothing else, by one VU:
 *
 * - of the steps before it in its own list those whose captures or variables it reads, or which these read in turn. Conditions are not
 *   asked, loops are passed once (of lists the first item), and of branches the ones with a needed value are taken;
 * - `onStart` (and then `onStop`) as a whole where a `vu.X` of it is read, `setup` (and then `teardown`) as a whole where a `setup.X` is: what
 *   these make on the server belongs together;
 * - no think times, pacing, retries, refresh or thresholds; only the `vars`, data, secrets and variables of the environment that are read.
 *
 * What an earlier answer left in a cookie alone is not seen as a need. null: the plan has no such step, or it sends nothing.
 */
export function sendPlan(plan: Plan, stepId: number): SendPlan | null {
  const place = placeOf(plan, stepId);
  const found = place?.way.at(-1)?.step;
  if (!place || !found || !isSendable(found)) return null;

  const notes: string[] = [];
  const wanted = withoutCondition(found, notes, 'Its');
  const before = stepsBefore(place.way, wanted, notes);
  const own = [...before, wanted];

  const { scenario } = place;
  const ownReads = readsOf(expressionsOfAll(own));
  const starts = place.list !== 'onStart' && hasValue(scenario.onStart, ownReads.vu);
  const onStart = starts ? withoutThinking(scenario.onStart) : [];
  const onStop = starts && place.list !== 'onStop' ? withoutThinking(scenario.onStop) : [];
  const withStart = readsOf(expressionsOfAll([...own, ...onStart, ...onStop]));
  const setsUp = withStart.setup.size > 0;
  const setup = setsUp ? withoutThinking(plan.setup) : [];
  const teardown = setsUp && place.list !== 'teardown' ? withoutThinking(plan.teardown) : [];

  const expressions = [
    ...expressionsOfAll([...setup, ...onStart, ...own, ...onStop, ...teardown]),
    ...[plan.baseUrl, plan.http.proxy].flatMap((template) => (template ? expressionsIn(template) : [])),
  ];
  const vars = neededVars(plan.vars, scenario.vars, expressions);
  const reads = readsOf([
    ...expressions,
    ...[...vars.plan, ...vars.scenario].flatMap(([, value]) => expressionsIn(value)),
  ]);
  return {
    step: wanted,
    before: [...setup, ...onStart, ...before],
    notes,
    plan: {
      ...plan,
      vars: vars.plan,
      data: plan.data.filter(({ name }) => reads.data.has(name)),
      setup,
      teardown,
      refresh: null,
      scenarios: [
        {
          ...scenario,
          executor: ONE_ITERATION,
          startTimeMs: 0,
          pacingMs: null,
          vars: vars.scenario,
          onStart,
          steps: own,
          onStop,
        },
      ],
      thresholds: [],
      env: plan.env.filter(({ name }) => reads.env.has(name)),
      secrets: plan.secrets.filter((name) => reads.secrets.has(name)),
    },
  };
}

// ── where the step is ──

/** One of the lists on the way to a step: the step there, and those before it. */
interface Level {
  readonly before: readonly Step[];
  readonly step: Step;
}

interface Place {
  /** Setup, teardown and refresh count as scenarios of their own. */
  readonly scenario: ScenarioPlan;
  readonly list: 'setup' | 'teardown' | 'refresh' | 'onStart' | 'steps' | 'onStop';
  /** From the outermost list to the step itself. */
  readonly way: readonly Level[];
}

function placeOf(plan: Plan, stepId: number): Place | null {
  const hook = (name: string): ScenarioPlan => ({
    name,
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    executor: ONE_ITERATION,
    startTimeMs: 0,
    gracefulStopMs: 0,
    tags: {},
    vars: [],
    steps: [],
    pacingMs: null,
    onStart: [],
    onStop: [],
  });
  const lists: readonly (readonly [Place['list'], ScenarioPlan, readonly Step[]])[] = [
    ...plan.scenarios.flatMap((scenario) => [
      ['steps', scenario, scenario.steps] as const,
      ['onStart', scenario, scenario.onStart] as const,
      ['onStop', scenario, scenario.onStop] as const,
    ]),
    ['setup', hook('setup'), plan.setup],
    ['refresh', hook('refresh'), plan.refresh?.steps ?? []],
    ['teardown', hook('teardown'), plan.teardown],
  ];
  for (const [list, scenario, steps] of lists) {
    const way = wayTo(steps, stepId);
    if (way) return { scenario, list, way };
  }
  return null;
}

function wayTo(steps: readonly Step[], stepId: number): readonly Level[] | null {
  for (const [index, step] of steps.entries()) {
    const level = { before: steps.slice(0, index), step };
    if (step.id === stepId) return [level];
    for (const inner of innerSteps(step)) {
      const way = wayTo(inner, stepId);
      // Requests of a parallel step don't see each other.
      if (way) return [level, ...(step.kind === 'parallel' ? way.map((one) => ({ ...one, before: [] })) : way)];
    }
  }
  return null;
}

// ── what has to be sent before ──

function stepsBefore(way: readonly Level[], wanted: SendableStep, notes: string[]): Step[] {
  const needs = new Needs(notes);
  needs.read(wanted);
  const steps: Step[] = [];
  for (const [depth, { before }] of [...way.entries()].reverse()) {
    steps.unshift(...needs.of(before));
    const around = way[depth - 1]?.step;
    if (around?.kind === 'for-each') steps.unshift(...needs.firstItem(around));
    if (around?.kind === 'if')
      notes.push(`${lineOf(around)}: the condition \`if: ${around.condition.source}\` was not asked.`);
  }
  return steps;
}

function withoutThinking(steps: readonly Step[]): Step[] {
  return steps.filter(({ kind }) => kind !== 'think').map((step) => withInnerSteps(step, withoutThinking));
}

/** The `vars` that are read, and those that they read: each sees only earlier ones. A scenario's own see all of the plan's. */
function neededVars(
  plan: readonly NamedTemplate[],
  scenario: readonly NamedTemplate[],
  expressions: readonly Expression[],
): { readonly plan: NamedTemplate[]; readonly scenario: NamedTemplate[] } {
  const names = new Set(readsOf(expressions).vars);
  const pick = (vars: readonly NamedTemplate[]): NamedTemplate[] =>
    vars.toReversed().reduce<NamedTemplate[]>((picked, one) => {
      if (!names.has(one[0])) return picked;
      for (const name of readsOf(expressionsIn(one[1])).vars) names.add(name);
      return [one, ...picked];
    }, []);
  const own = pick(scenario);
  return { plan: pick(plan), scenario: own };
}
