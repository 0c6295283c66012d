import { expressionsAfter, expressionsBefore, readsOf, valuesOf } from './step-reads.ts';
import type { Expression, NamedTemplate, Plan, ScenarioPlan, Step } from './plan.ts';
import { allSteps, innerSteps, stepLists, withInnerSteps } from './step-tree.ts';
import type { SourceDocument } from './document.ts';
import type { SourcePosition } from './range.ts';
import type { SourceNode } from './source.ts';
import { expressionsIn } from './templates.ts';

/** A step that sends something and has an answer. */
export type SendableStep = Extract<Step, { kind: 'request' | 'sse' | 'poll' | 'websocket' }>;

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

/** Asked for by a request that reads the last `response`. No value of a scenario can have this name. */
const LAST_RESPONSE = '@response';

export function isSendable(step: Step): step is SendableStep {
  return step.kind === 'request' || step.kind === 'sse' || step.kind === 'poll' || step.kind === 'websocket';
}

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

/** Goes backwards through steps and picks those that give what later ones read. */
class Needs {
  readonly #names = new Set<string>();
  readonly #notes: string[];

  constructor(notes: string[]) {
    this.#notes = notes;
  }

  read(step: Step): void {
    const inner = step.kind === 'poll' ? [step.request] : step.kind === 'parallel' ? step.requests : [];
    for (const one of [step, ...inner]) {
      const before = expressionsBefore(one);
      for (const name of readsOf([...before, ...expressionsAfter(one)]).values) this.#names.add(name);
      if (before.some(({ source }) => /\bresponse\b/.test(source))) this.#names.add(LAST_RESPONSE);
    }
  }

  of(steps: readonly Step[]): Step[] {
    return steps.toReversed().reduce<Step[]>((picked, step) => [...this.#pick(step), ...picked], []);
  }

  firstItem(step: Extract<Step, { kind: 'for-each' }>): Step[] {
    if (!this.#names.delete(step.as)) return [];
    const first: Expression = { source: `(${step.items.source})[0]`, range: step.items.range };
    const set: Step = {
      id: step.id,
      range: step.range,
      kind: 'set',
      values: [[step.as, { kind: 'expression', expression: first }]],
    };
    this.read(set);
    this.#notes.push(`${lineOf(step)}: \`${step.as}\` is the first of \`${step.items.source}\`.`);
    return [set];
  }

  #pick(step: Step): Step[] {
    switch (step.kind) {
      case 'group':
      case 'flow':
      case 'repeat':
      case 'while':
        return this.of(step.steps);
      case 'for-each': {
        const inner = this.of(step.steps);
        return [...(inner.length > 0 ? this.firstItem(step) : []), ...inner];
      }
      case 'choose':
        return this.#branch(
          step,
          step.branches.map(({ steps }) => steps),
        );
      case 'if':
        return this.#branch(step, [step.then, step.else]);
      case 'parallel': {
        const requests = step.requests.filter((request) => this.#gives(request));
        return requests.length === 0 ? [] : this.#take({ ...step, requests }, requests);
      }
      case 'poll':
        return this.#gives(step.request) ? this.#take(step, [step.request]) : [];
      default:
        return this.#gives(step) ? this.#take(withoutCondition(step, this.#notes, `${lineOf(step)}: the`), [step]) : [];
    }
  }

  /** The first branch that gives a value that is needed, as if it had been chosen. */
  #branch(step: Step, branches: readonly (readonly Step[])[]): Step[] {
    const branch = branches.find((steps) => hasValue(steps, this.#names));
    if (!branch) return [];
    const names = [...this.#names].filter((name) => hasValue(branch, new Set([name])));
    this.#notes.push(
      `${lineOf(step)}: the branch was taken that gives ${names.map((name) => `\`${name}\``).join(', ')}.`,
    );
    return this.of(branch);
  }

  #gives(step: Step): boolean {
    return valuesOf(step).some((name) => this.#names.has(name)) || (isSendable(step) && this.#names.has(LAST_RESPONSE));
  }

  #take(step: Step, givers: readonly Step[]): Step[] {
    for (const giver of givers) for (const name of valuesOf(giver)) this.#names.delete(name);
    if (givers.some(isSendable)) this.#names.delete(LAST_RESPONSE);
    this.read(step);
    return [step];
  }
}

function lineOf({ range }: Step): string {
  return `Line ${range.start.line + 1}`;
}

function hasValue(steps: readonly Step[], names: ReadonlySet<string>): boolean {
  return allSteps(steps)
    .flatMap(valuesOf)
    .some((name) => names.has(name));
}

function withoutCondition<T extends Step>(step: T, notes: string[], whose: string): T {
  if (!('condition' in step) || step.kind === 'while' || step.kind === 'if') return withoutRetry(step);
  if (step.condition !== null) notes.push(`${whose} condition \`if: ${step.condition.source}\` was not asked.`);
  return withoutRetry({ ...step, condition: null });
}

/** Who sends one request wants to see its answer, not that of a second try. */
function withoutRetry<T extends Step>(step: T): T {
  return step.kind === 'request' ? { ...step, retry: null } : step;
}

function withoutThinking(steps: readonly Step[]): Step[] {
  return steps.filter(({ kind }) => kind !== 'think').map((step) => withInnerSteps(step, withoutThinking));
}

// ── what else is read ──

function expressionsOfAll(steps: readonly Step[]): Expression[] {
  return allSteps(steps).flatMap((step) => [...expressionsBefore(step), ...expressionsAfter(step)]);
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

/**
 * The request that a line belongs to, as one of its keys or values stands there: of several on one line the first, of one that is used
 * more than once the first use. null: the line is of something else.
 */
export function sendableAt(plan: Plan, { root, lines }: SourceDocument, line: number): SendableStep | null {
  const steps = new Map(sendableSteps(plan).map((step) => [placeKey(step.range.start), step]));
  const find = (node: SourceNode): SendableStep | null => {
    const { start, end } = lines.range(node.span);
    // A block's end may be the beginning of the line behind it.
    if (line < start.line || line > (end.character === 0 ? end.line - 1 : end.line) || node.kind === 'scalar')
      return null;
    for (const inner of node.kind === 'list' ? node.items : node.entries.map(({ value }) => value)) {
      const found = find(inner);
      if (found) return found;
    }
    const keys = node.kind === 'map' ? node.entries.map(({ keySpan }) => lines.position(keySpan.start)) : [];
    return keys.map((start) => steps.get(placeKey(start))).find((step) => step !== undefined) ?? null;
  };
  return root && find(root);
}

/** All steps that can be sent on their own, each place in the file once; a poll's request goes with it. */
export function sendableSteps(plan: Plan): SendableStep[] {
  const places = new Map<string, SendableStep>();
  const visit = (steps: readonly Step[]): void => {
    for (const step of steps) {
      const key = placeKey(step.range.start);
      if (isSendable(step) && !places.has(key)) places.set(key, step);
      if (step.kind !== 'poll') for (const inner of innerSteps(step)) visit(inner);
    }
  };
  for (const steps of stepLists(plan)) visit(steps);
  return [...places.values()].sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

function placeKey({ line, character }: SourcePosition): string {
  return `${line}:${character}`;
}
