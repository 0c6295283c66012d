import type { Declarations } from '../expressions/check.ts';
import type { Scenario, ScenarioDocument, Step as StepDocument } from '../generated/scenario-document.ts';
import {
  PLAN_VERSION,
  type CustomMetric,
  type Executor,
  type HttpDefaults,
  type NamedTemplate,
  type Plan,
  type ScenarioPlan,
} from '../plan.ts';
import { BUILT_IN_METRICS } from '../built-in-metrics.ts';
import type { SourcePath } from '../source.ts';
import { tagValuesOf, type UnjudgedPlan } from '../tag-values.ts';
import { literalText } from '../template.ts';
import { parseSize } from '../units.ts';
import type { Compilation } from './compilation.ts';
import { DEFAULT_GRACEFUL_STOP_MS, compileExecutor, compileShorthand } from './executor.ts';
import {
  DEFAULT_EXPECTATION,
  compileExpectation,
  compileFlow,
  compileSteps,
  lowerCased,
  namesMade,
  type RequestDefaults,
  type StepsContext,
} from './steps.ts';
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

/** What a document means, with every default filled in. Problems are reported to the compilation. */
export function compilePlan(document: ScenarioDocument, fileName: string, compilation: Compilation): Plan {
  const vars = compileVars(['vars'], [], compilation);
  const varNames = vars.map(([name]) => name);
  const metrics = compileMetrics(document, compilation);
  const defaults = compileDefaults(document, varNames, compilation);
  const flows = document.flows ?? {};
  const base = {
    compilation,
    defaults,
    flows,
    customMetrics: new Set(metrics.map(({ name }) => name)),
    within: [],
  };
  /** A list of steps starts with no captures and no response of its own. */
  const context = (
    steps: readonly StepDocument[],
    known: { vars: readonly string[]; setup: readonly string[]; phase?: 'setup' | 'teardown' },
  ): StepsContext => ({
    ...base,
    vars: known.vars,
    setup: known.setup,
    names: new Set(),
    later: namesMade(steps, flows),
    progress: { requestSeen: false },
    group: known.phase === undefined ? '' : `::${known.phase}`,
    isSetup: known.phase === 'setup',
  });
  const setupDocument = document.setup ?? [];
  const setup = compileSteps(
    setupDocument,
    ['setup'],
    context(setupDocument, { vars: varNames, setup: [], phase: 'setup' }),
  );
  const setupNames = [...namesMade(setupDocument, flows)];
  const scenarios = compileScenarios(document, varNames, compilation, (scenario, path, allVars) => {
    const steps = scenario.steps ?? [];
    const own = context(scenario.flow === undefined ? steps : [{ use: scenario.flow }], {
      vars: allVars,
      setup: setupNames,
    });
    return scenario.flow === undefined
      ? compileSteps(steps, [...path, 'steps'], own)
      : compileFlow(scenario.flow, [...path, 'flow'], own);
  });
  const teardownDocument = document.teardown ?? [];
  const teardown = compileSteps(
    teardownDocument,
    ['teardown'],
    context(teardownDocument, { vars: varNames, setup: setupNames, phase: 'teardown' }),
  );
  checkUnusedFlows(document, compilation, (name) => {
    const allVars = [
      ...new Set([
        ...varNames,
        ...Object.values(document.scenarios ?? {}).flatMap(({ vars: own }) => Object.keys(own ?? {})),
      ]),
    ];
    compileFlow(name, ['flows', name], context([{ use: name }], { vars: allVars, setup: setupNames }));
  });
  const file = fileName.split(/[\\/]/).at(-1) ?? fileName;
  const unjudged = {
    version: PLAN_VERSION,
    name:
      document.name === undefined
        ? file.replace(/(\.load)?\.(ya?ml|json)$/i, '')
        : compilation.fixedText(['name'], 'The name of a scenario file'),
    file,
    environment: null,
    baseUrl: defaults.baseUrl,
    http: compileHttp(document.http, compilation),
    data: [],
    vars,
    metrics,
    setup,
    teardown,
    refresh: null,
    setupTimeoutMs: compilation.duration(document.setupTimeout, 60_000),
    teardownTimeoutMs: compilation.duration(document.teardownTimeout, 60_000),
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
    headers: http?.headers ? lowerCased(compilation.namedTemplates(['http', 'headers'], known)) : [],
    timeoutMs: compilation.duration(http?.timeout, 30_000),
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

function compileHttp(http: ScenarioDocument['http'], compilation: Compilation): HttpDefaults {
  return {
    connectTimeoutMs: compilation.duration(http?.connectTimeout, 10_000),
    reuseConnections: http?.reuseConnections === 'perIteration' ? 'iteration' : 'vu',
    cookies: http?.cookies ?? true,
    keepCookies: http?.keepCookies ?? false,
    maxBodyBytes: parseSize(http?.maxBodySize ?? '10MB') ?? 10_000_000,
    verifyTls: http?.tls?.verify ?? true,
    http2: http?.http2 ?? false,
    proxy: null,
    tls: { ca: null, cert: null, key: null, minVersion: 'TLSv1.2' },
  };
}

type CompileSteps = (scenario: Scenario, path: SourcePath, vars: readonly string[]) => ScenarioPlan['steps'];

function compileScenarios(
  document: ScenarioDocument,
  varNames: readonly string[],
  compilation: Compilation,
  steps: CompileSteps,
): ScenarioPlan[] {
  const written = SHORTHAND_LOAD.filter((key) => document[key] !== undefined);
  const [first] = written;
  if (document.scenarios && first !== undefined) {
    const message = `\`${first}\` at the top is the short form of one scenario and cannot be mixed with \`scenarios:\`; move it into a scenario.`;
    compilation.report('shorthand-mixed', message, compilation.keyRange([first]), 'error', [
      { message: '`scenarios:` stands here.', range: compilation.keyRange(['scenarios']) },
    ]);
    return [];
  }
  if (document.scenarios) {
    return Object.entries(document.scenarios).map(([name, scenario]) =>
      compileScenario(name, scenario, ['scenarios', name], varNames, compilation, steps),
    );
  }
  if (document.steps === undefined && document.flow === undefined) {
    const message = 'The file has nothing to run: write `steps:` with `vus` and `duration`, or `scenarios:`.';
    compilation.report('nothing-to-run', message, firstKeyRange(compilation));
    return [];
  }
  checkOneBody(document, [], compilation);
  const executor = compileShorthand(document, compilation);
  const shorthand = {
    ...(document.steps && { steps: document.steps }),
    ...(document.flow !== undefined && { flow: document.flow }),
  };
  const body = steps(shorthand, [], varNames);
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
  path: SourcePath,
  varNames: readonly string[],
  compilation: Compilation,
  steps: CompileSteps,
): ScenarioPlan {
  if (name.trim() === '') compilation.report('invalid-name', 'A scenario needs a name.', compilation.keyRange(path));
  if (!scenario.steps && scenario.flow === undefined) {
    compilation.report(
      'missing-key',
      `The scenario \`${name}\` has nothing to run: write \`steps:\` or \`flow:\`.`,
      compilation.keyRange(path),
    );
  }
  checkOneBody(scenario, path, compilation);
  const vars = compileVars([...path, 'vars'], varNames, compilation);
  const body = steps(scenario, path, [...new Set([...varNames, ...vars.map(([own]) => own)])]);
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
    pacingMs: null,
    onStart: [],
    onStop: [],
  };
}

function checkOneBody(scenario: Pick<Scenario, 'steps' | 'flow'>, path: SourcePath, compilation: Compilation): void {
  if (scenario.steps && scenario.flow !== undefined) {
    const message = '`steps` and `flow` exclude each other; put `- use: FLOW` among the steps.';
    compilation.report('keys-exclude-each-other', message, compilation.keyRange([...path, 'flow']));
  }
}

/** Flows that nothing uses are checked all the same, as someone is about to use them. */
function checkUnusedFlows(document: ScenarioDocument, compilation: Compilation, check: (name: string) => void): void {
  const used = new Set<string>();
  const note = (steps: readonly object[]): void => {
    for (const step of steps) {
      if ('use' in step && typeof step.use === 'string') used.add(step.use);
      for (const key of ['steps', 'choose'] as const) {
        const inner: unknown = Reflect.get(step, key);
        if (Array.isArray(inner)) note(inner.filter((item: unknown) => typeof item === 'object' && item !== null));
      }
    }
  };
  const scenarios = Object.values(document.scenarios ?? {});
  for (const { flow } of [document, ...scenarios]) if (flow !== undefined) used.add(flow);
  const lists = [
    document.setup,
    document.teardown,
    document.steps,
    ...scenarios.map(({ steps }) => steps),
    ...Object.values(document.flows ?? {}),
  ];
  for (const steps of lists) note(steps ?? []);
  for (const name of Object.keys(document.flows ?? {})) {
    if (used.has(name)) continue;
    compilation.report(
      'unused-flow',
      `Nothing uses the flow \`${name}\`.`,
      compilation.keyRange(['flows', name]),
      'hint',
    );
    check(name);
  }
}

function firstKeyRange(compilation: Compilation): ReturnType<Compilation['range']> {
  const root = compilation.node([]);
  return root?.kind === 'map' && root.entries[0]
    ? compilation.lines.range(root.entries[0].keySpan)
    : compilation.range([]);
}
