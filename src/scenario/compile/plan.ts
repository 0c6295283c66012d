import type { Declarations } from '../expressions/declarations.ts';
import type { ScenarioFiles } from '../files.ts';
import type { Scenario, ScenarioDocument, Step as StepDocument } from '../generated/scenario-document.ts';
import {
  PLAN_VERSION,
  type CustomMetric,
  type Executor,
  type NamedTemplate,
  type Plan,
  type Refresh,
  type ScenarioPlan,
  type Step,
} from '../plan.ts';
import { BUILT_IN_METRICS } from '../built-in-metrics.ts';
import type { SourcePath } from '../source.ts';
import { tagValuesOf, type UnjudgedPlan } from '../tag-values.ts';
import { literalText } from '../template.ts';
import type { Compilation } from './compilation.ts';
import { shorthandMoved } from './shorthand-moved.ts';
import { DEFAULT_GRACEFUL_STOP_MS, compileExecutor, compileShorthand } from './executor.ts';
import { rowsHere, type RequestDefaults, type StepsContext, type Surroundings } from './context.ts';
import { compileData } from './data.ts';
import { DEFAULT_EXPECTATION, compileExpectation } from './expectation.ts';
import { compileHttp } from './http.ts';
import { sentHeaders } from './headers.ts';
import { compileFlow, compileSteps, flowsUsed, namesMade } from './steps.ts';
import { compileThresholds } from './thresholds.ts';

const NOTHING_KNOWN: Declarations = {
  vars: [],
  setup: [],
  setupOwn: null,
  names: [],
  later: [],
  response: false,
  bareResponse: false,
};
/** Stands in a draft for a load that is wrong, which was reported. */
const UNKNOWN_LOAD: Executor = { kind: 'per-vu-iterations', vus: 1, iterations: 1, maxDurationMs: 600_000 };
const SHORTHAND_LOAD = ['vus', 'duration', 'iterations', 'stages', 'steps', 'flow'] as const;

/** What a plan is made with besides the document. */
export interface PlanSurroundings {
  /** The environment whose values the document holds already. */
  readonly environment: string | null;
  readonly files: ScenarioFiles | null;
}

/** What a document means, with every default filled in. Problems are reported to the compilation. */
export function compilePlan(
  document: ScenarioDocument,
  fileName: string,
  compilation: Compilation,
  { environment, files }: PlanSurroundings = { environment: null, files: null },
): Plan {
  const vars = compileVars(['vars'], [], compilation);
  const varNames = vars.map(([name]) => name);
  const metrics = compileMetrics(document, compilation);
  const defaults = compileDefaults(document, varNames, compilation);
  const data = compileData(document.data ?? {}, files, compilation);
  const flows = document.flows ?? {};
  const base = {
    compilation,
    defaults,
    flows,
    files,
    customMetrics: new Set(metrics.map(({ name }) => name)),
    within: [],
    vars: varNames,
    setup: [...namesMade(document.setup ?? [], flows)],
    vu: [],
  };
  /** Each list of steps starts with no captures and no response of its own. */
  const compileList: CompileList = (body, path, known) => {
    const steps = typeof body === 'string' ? [{ use: body }] : (body ?? []);
    const context: StepsContext = {
      ...base,
      ...known,
      rows: rowsHere(data.shapes, known.phase),
      names: new Set(),
      later: namesMade(steps, flows),
      progress: { requestSeen: false },
    };
    return typeof body === 'string' ? compileFlow(body, path, context) : compileSteps(steps, path, context);
  };
  const setup = compileList(document.setup, ['setup'], { phase: 'setup', setup: [] });
  const refresh = document.refresh ? compileRefresh(document.refresh, compilation, compileList) : null;
  const scenarios = compileScenarios({ document, varNames, compilation, compileList });
  const teardown = compileList(document.teardown, ['teardown'], { phase: 'teardown' });
  checkUnusedFlows(document, compilation, (name) => {
    const owners = Object.values(document.scenarios ?? {});
    compileList(name, ['flows', name], {
      phase: 'iteration',
      vars: [...new Set([...varNames, ...owners.flatMap((owner) => Object.keys(owner.vars ?? {}))])],
      vu: [...new Set(owners.flatMap((owner) => [...namesMade(owner.onStart ?? [], flows)]))],
    });
  });
  const file = fileName.split(/[\\/]/).at(-1) ?? fileName;
  const unjudged = {
    version: PLAN_VERSION,
    name:
      document.name === undefined
        ? file.replace(/(\.load)?\.(ya?ml|json)$/i, '')
        : compilation.fixedText(['name'], 'The name of a scenario file'),
    file,
    environment,
    baseUrl: defaults.baseUrl,
    http: compileHttp(document.http, { ...NOTHING_KNOWN, vars: varNames }, files, compilation),
    data: data.feeders,
    vars,
    metrics,
    setup,
    teardown,
    refresh,
    setupTimeoutMs: compilation.positiveDuration(document.setupTimeout, 60_000, ['setupTimeout']),
    teardownTimeoutMs: compilation.positiveDuration(document.teardownTimeout, 60_000, ['teardownTimeout']),
    scenarios,
  } satisfies UnjudgedPlan;
  // Where a scenario's load is wrong its stages are not known.
  const unknown = scenarios.some(({ executor }) => executor === UNKNOWN_LOAD) ? { stage: null } : {};
  const tagValues = { ...tagValuesOf(unjudged), ...unknown };
  return {
    ...unjudged,
    thresholds: compileThresholds(document.thresholds ?? {}, metrics, tagValues, compilation),
    secrets: [...compilation.secrets.keys()],
    env: [...compilation.env].map(([name, { required }]) => ({ name, required })),
  };
}

/** Compiles steps, or the flow of a name, with what is known at their start. */
type CompileList = (
  body: readonly StepDocument[] | string | undefined,
  path: SourcePath,
  known: Partial<Surroundings> & Pick<Surroundings, 'phase'>,
) => Step[];

function compileRefresh(
  refresh: NonNullable<ScenarioDocument['refresh']>,
  compilation: Compilation,
  compileList: CompileList,
): Refresh {
  const everyMs = compilation.duration(refresh.every, 0);
  if (everyMs === 0) {
    compilation.report('zero-duration', '`every` must be above 0.', compilation.range(['refresh', 'every']));
  }
  return { everyMs, steps: compileList(refresh.steps, ['refresh', 'steps'], { phase: 'refresh' }) };
}

function compileVars(path: SourcePath, known: readonly string[], compilation: Compilation): NamedTemplate[] {
  const node = compilation.node(path);
  if (node?.kind !== 'map') return [];
  const names = [...known];
  return node.entries.map(({ key }) => {
    const template = compilation.template([...path, key], { ...NOTHING_KNOWN, vars: names });
    names.push(key);
    return [key, template] as const;
  });
}

function compileMetrics(document: ScenarioDocument, compilation: Compilation): CustomMetric[] {
  return Object.entries(document.metrics ?? {}).map(([name, metric]) => {
    if (BUILT_IN_METRICS.some((builtIn) => builtIn.name === name)) {
      compilation.report(
        'reserved-name',
        `\`${name}\` is a built-in metric; take another name.`,
        compilation.keyRange(['metrics', name]),
      );
    }
    const { type, unit } = typeof metric === 'string' ? { type: metric, unit: undefined } : metric;
    return { name, kind: type, contains: unit === 'ms' ? 'time' : unit === 'B' ? 'data' : 'default' };
  });
}

function compileDefaults(
  document: ScenarioDocument,
  varNames: readonly string[],
  compilation: Compilation,
): RequestDefaults {
  const known = { ...NOTHING_KNOWN, vars: varNames };
  const baseUrl = document.baseUrl === undefined ? null : compilation.template(['baseUrl'], known);
  if (baseUrl?.kind === 'literal' && !/^https?:\/\/[^/]/i.test(literalText(baseUrl.value))) {
    compilation.report(
      'wrong-value',
      '`baseUrl` must begin with http:// or https:// and a host.',
      compilation.range(['baseUrl']),
    );
  }
  const { http } = document;
  return {
    headers: sentHeaders(['http', 'headers'], known, compilation),
    timeoutMs: compilation.positiveDuration(http?.timeout, 30_000, ['http', 'timeout']),
    redirects: http?.redirects ?? 10,
    expect: http?.expect
      ? compileExpectation(
          http.expect,
          ['http', 'expect'],
          { ...known, bareResponse: true, response: true },
          DEFAULT_EXPECTATION,
          compilation,
        )
      : DEFAULT_EXPECTATION,
    baseUrl,
  };
}

/** What scenarios are compiled with. */
interface Whole {
  readonly document: ScenarioDocument;
  readonly varNames: readonly string[];
  readonly compilation: Compilation;
  readonly compileList: CompileList;
}

function compileScenarios(whole: Whole): ScenarioPlan[] {
  const { document, compilation, compileList } = whole;
  const written = SHORTHAND_LOAD.filter((key) => document[key] !== undefined);
  const [first] = written;
  if (document.scenarios && first !== undefined) {
    const message = `\`${first}\` at the top is the short form of one scenario and cannot be mixed with \`scenarios:\`; move it into a scenario.`;
    compilation.report('shorthand-mixed', message, compilation.keyRange([first]), {
      related: [{ message: '`scenarios:` stands here.', range: compilation.keyRange(['scenarios']) }],
      repairs: shorthandMoved(written, compilation),
    });
    return [];
  }
  if (document.scenarios) {
    return Object.entries(document.scenarios).map(([name, scenario]) => compileScenario(name, scenario, whole));
  }
  if (document.steps === undefined && document.flow === undefined) {
    const message = 'The file has nothing to run: write `steps:` with `vus` and `duration`, or `scenarios:`.';
    const repairs = compilation.addition([], 'steps', [{ get: '/health' }]);
    compilation.report('nothing-to-run', message, firstKeyRange(compilation), { repairs });
    return [];
  }
  checkOneBody(document, [], compilation);
  const executor = compileShorthand(document, compilation);
  const body =
    document.flow === undefined
      ? compileList(document.steps, ['steps'], { phase: 'iteration' })
      : compileList(document.flow, ['flow'], { phase: 'iteration' });
  return [
    {
      name: 'default',
      range: compilation.keyRange([document.steps ? 'steps' : 'flow']),
      executor: executor ?? UNKNOWN_LOAD,
      startTimeMs: 0,
      gracefulStopMs: DEFAULT_GRACEFUL_STOP_MS,
      tags: {},
      vars: [],
      steps: body,
      pacingMs: null,
      onStart: [],
      onStop: [],
    },
  ];
}

function compileScenario(
  name: string,
  scenario: Scenario,
  { document, varNames, compilation, compileList }: Whole,
): ScenarioPlan {
  const path = ['scenarios', name];
  if (name.trim() === '') compilation.report('invalid-name', 'A scenario needs a name.', compilation.keyRange(path));
  if (!scenario.steps && scenario.flow === undefined) {
    compilation.report(
      'missing-key',
      `The scenario \`${name}\` has nothing to run: write \`steps:\` or \`flow:\`.`,
      compilation.keyRange(path),
      { repairs: compilation.addition(path, 'steps', [{ get: '/health' }]) },
    );
  }
  checkOneBody(scenario, path, compilation);
  const vars = compileVars([...path, 'vars'], varNames, compilation);
  const known = {
    vars: [...new Set([...varNames, ...vars.map(([own]) => own)])],
    vu: [...namesMade(scenario.onStart ?? [], document.flows ?? {})],
  };
  const onStart = compileList(scenario.onStart, [...path, 'onStart'], { phase: 'on-start', vars: known.vars });
  const body =
    scenario.flow === undefined
      ? compileList(scenario.steps, [...path, 'steps'], { phase: 'iteration', ...known })
      : compileList(scenario.flow, [...path, 'flow'], { phase: 'iteration', ...known });
  const onStop = compileList(scenario.onStop, [...path, 'onStop'], { phase: 'on-stop', ...known });
  const executor = compileExecutor(scenario, path, compilation);
  const startTimeMs = compilation.duration(scenario.startTime, 0);
  const gracefulStopMs = compilation.duration(scenario.gracefulStop, DEFAULT_GRACEFUL_STOP_MS);
  const tags = scenario.tags ? compilation.fixedTexts([...path, 'tags'], 'A tag') : {};
  return {
    name,
    range: compilation.keyRange(path),
    executor: executor ?? UNKNOWN_LOAD,
    startTimeMs,
    gracefulStopMs,
    tags,
    vars,
    steps: body,
    pacingMs: compilePacing(scenario, executor, path, compilation),
    onStart,
    onStop,
  };
}

function compilePacing(
  scenario: Scenario,
  executor: Executor | null,
  path: SourcePath,
  compilation: Compilation,
): number | null {
  if (scenario.pacing === undefined) return null;
  if (executor?.kind === 'constant-arrival-rate' || executor?.kind === 'ramping-arrival-rate') {
    const message = `\`pacing\` means nothing to ${executor.kind}: its rate says when iterations start.`;
    compilation.report('key-of-another-executor', message, compilation.keyRange([...path, 'pacing']), {
      repairs: compilation.removal([...path, 'pacing']),
    });
  }
  const ms = compilation.duration(scenario.pacing, 0);
  if (ms === 0) {
    const message = '`pacing` must be above 0; leave it out to start iterations one right after the other.';
    compilation.report('zero-duration', message, compilation.range([...path, 'pacing']), {
      repairs: compilation.removal([...path, 'pacing']),
    });
  }
  return ms;
}

function checkOneBody(scenario: Pick<Scenario, 'steps' | 'flow'>, path: SourcePath, compilation: Compilation): void {
  if (scenario.steps && scenario.flow !== undefined) {
    const message = '`steps` and `flow` exclude each other; put `- use: FLOW` among the steps.';
    compilation.report('keys-exclude-each-other', message, compilation.keyRange([...path, 'flow']), {
      repairs: compilation.removal([...path, 'flow'], [...path, 'steps']),
    });
  }
}

/** The flows that a file uses at its top, or one of its environments. */
function flowsUsedIn(top: Omit<ScenarioDocument, 'environments'>): string[] {
  const scenarios = Object.values(top.scenarios ?? {});
  const lists = [
    top.setup,
    top.refresh?.steps,
    top.steps,
    ...scenarios.flatMap(({ onStart, steps, onStop }) => [onStart, steps, onStop]),
    top.teardown,
    ...Object.values(top.flows ?? {}),
  ];
  return [
    ...[top, ...scenarios].flatMap(({ flow }) => flow ?? []),
    ...lists.flatMap((steps) => flowsUsed(steps ?? [])),
  ];
}

/** Flows that nothing uses are checked all the same, as someone is about to use them. */
function checkUnusedFlows(document: ScenarioDocument, compilation: Compilation, check: (name: string) => void): void {
  const used = new Set([document, ...Object.values(document.environments ?? {})].flatMap(flowsUsedIn));
  for (const name of Object.keys(document.flows ?? {})) {
    if (used.has(name)) continue;
    compilation.report('unused-flow', `Nothing uses the flow \`${name}\`.`, compilation.keyRange(['flows', name]), {
      severity: 'hint',
      repairs: compilation.removal(['flows', name]),
    });
    check(name);
  }
}

function firstKeyRange(compilation: Compilation): ReturnType<Compilation['range']> {
  const root = compilation.node([]);
  return root?.kind === 'map' && root.entries[0]
    ? compilation.lines.range(root.entries[0].keySpan)
    : compilation.range([]);
}
