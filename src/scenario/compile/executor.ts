import type { Scenario } from '../generated/scenario-document.ts';
import type { Executor, JsonValue } from '../plan.ts';
import { highestRate, MOST_RATE, MOST_VUS, maxVUs } from '../schedule/index.ts';
import type { SourcePath } from '../source.ts';
import { formatDuration } from '../units.ts';
import { allocatedVUs, rateOf, timeUnit } from './arrival-rate.ts';
import type { Compilation } from './compilation.ts';
import { KEYS_OF, LOAD_KEYS, executorName, type ExecutorName, type LoadKey } from './load-keys.ts';
import { compileStages, needsLoad } from './stages.ts';

/** k6's defaults (lib/executor in k6 v2). */
export const DEFAULT_GRACEFUL_STOP_MS = 30_000;
const DEFAULT_GRACEFUL_RAMP_DOWN_MS = 30_000;
const DEFAULT_MAX_DURATION_MS = 600_000;

/** What a fix writes for a key that is missing. */
const FIRST_VALUES: Partial<Record<LoadKey, JsonValue>> = {
  stages: [{ duration: '1m', target: 10 }],
  rate: '10/s',
};

/** The executor of a scenario under `scenarios:`; null where something is wrong, which is reported. */
export function compileExecutor(scenario: Scenario, path: SourcePath, compilation: Compilation): Executor | null {
  const name = executorName(scenario);
  if (name === null) {
    const message =
      'The scenario does not say how its load is made: give it an `executor`, or `vus` with `duration`, `iterations`, or `stages`.';
    const repairs = compilation.addition(path, 'duration', '30s', 'first');
    compilation.report('missing-load', message, compilation.keyRange(path), { repairs });
    return null;
  }
  const wrong = LOAD_KEYS.filter((key) => scenario[key] !== undefined && !KEYS_OF[name].includes(key));
  for (const key of wrong) {
    const others = (Object.keys(KEYS_OF) as ExecutorName[]).filter((other) => KEYS_OF[other].includes(key));
    const message = `\`${key}\` means nothing to ${name}; it belongs to ${others.join(', ')}.`;
    const repairs = compilation.removal([...path, key]);
    compilation.report('key-of-another-executor', message, compilation.keyRange([...path, key]), { repairs });
  }
  return wrong.length > 0 ? null : build(name, scenario, path, compilation);
}

/** `vus`, `duration`, `iterations`, `stages` at the top of the file, as k6 reads its shortcuts. */
export function compileShorthand(
  load: Pick<Scenario, 'vus' | 'duration' | 'iterations' | 'stages'>,
  compilation: Compilation,
): Executor | null {
  const exclude = (first: LoadKey, second: LoadKey): null => {
    const message = `\`${first}\` and \`${second}\` exclude each other: ${second === 'stages' ? 'stages have durations of their own' : 'choose one of them'}.`;
    compilation.report('keys-exclude-each-other', message, compilation.keyRange([second]), {
      related: [{ message: `\`${first}\` stands here.`, range: compilation.keyRange([first]) }],
      repairs: compilation.removal([first], [second]),
    });
    return null;
  };
  const { vus, duration, iterations, stages } = load;
  if (stages) {
    if (duration !== undefined) return exclude('duration', 'stages');
    if (iterations !== undefined) return exclude('iterations', 'stages');
    return build('ramping-vus', { stages, ...(vus === undefined ? {} : { startVUs: vus }) }, [], compilation);
  }
  if (iterations !== undefined) {
    return build(
      'shared-iterations',
      {
        iterations,
        ...(vus === undefined ? {} : { vus }),
        ...(duration === undefined ? {} : { maxDuration: duration }),
      },
      [],
      compilation,
    );
  }
  if (duration !== undefined)
    return build('constant-vus', { duration, ...(vus === undefined ? {} : { vus }) }, [], compilation);
  if (vus !== undefined && vus !== 1) {
    const message =
      '`vus` has an effect only with `duration`, `iterations` or `stages`; without them one VU runs one iteration.';
    const repairs = [...compilation.addition([], 'duration', '30s', 'first'), ...compilation.removal(['vus'])];
    compilation.report('vus-without-load', message, compilation.keyRange(['vus']), { severity: 'warning', repairs });
  }
  return { kind: 'per-vu-iterations', vus: 1, iterations: 1, maxDurationMs: DEFAULT_MAX_DURATION_MS };
}

function build(name: ExecutorName, scenario: Scenario, path: SourcePath, compilation: Compilation): Executor | null {
  const executor = executorOf(name, scenario, path, compilation);
  if (!executor) return null;
  const tooMuch = (of: string, keys: readonly LoadKey[]): null => {
    const key = keys.find((one) => scenario[one] !== undefined);
    const at = compilation.range(key === undefined ? path : [...path, key]);
    compilation.report('wrong-value', `This asks for ${of}.`, at);
    return null;
  };
  const vus = maxVUs(executor);
  if (vus > MOST_VUS) {
    const of = `${grouped(vus)} VUs; a scenario can have at most ${grouped(MOST_VUS)}`;
    return tooMuch(of, ['maxVUs', 'preAllocatedVUs', 'vus', 'startVUs', 'stages', 'rate']);
  }
  const rate = highestRate(executor);
  if (rate > MOST_RATE) {
    const of = `${grouped(rate)} iterations per second; a scenario can have at most ${grouped(MOST_RATE)}`;
    return tooMuch(of, ['rate', 'stages']);
  }
  return executor;
}

function grouped(n: number): string {
  return Number.isSafeInteger(n) ? n.toLocaleString('en-US') : n.toExponential();
}

function executorOf(
  name: ExecutorName,
  scenario: Scenario,
  path: SourcePath,
  compilation: Compilation,
): Executor | null {
  const needs = (key: LoadKey): null => {
    compilation.report(
      'missing-key',
      `${name} needs the key \`${key}\`.`,
      path.length === 0 ? compilation.range([]) : compilation.keyRange(path),
      { repairs: compilation.addition(path, key, FIRST_VALUES[key] ?? '30s') },
    );
    return null;
  };
  const time = (key: 'duration' | 'maxDuration', fallback: number): number => {
    const ms = compilation.duration(scenario[key], fallback);
    if (ms === 0)
      compilation.report(
        'zero-duration',
        `\`${key}\` is 0, so there would be no load.`,
        compilation.range([...path, key]),
      );
    return ms;
  };
  switch (name) {
    case 'constant-vus':
      if (scenario.duration === undefined) return needs('duration');
      return { kind: name, vus: scenario.vus ?? 1, durationMs: time('duration', 0) };
    case 'shared-iterations':
    case 'per-vu-iterations': {
      const vus = scenario.vus ?? 1;
      const iterations = scenario.iterations ?? 1;
      if (name === 'shared-iterations' && iterations < vus) {
        const message = `${iterations} iterations cannot be shared by ${vus} VUs; give each VU at least one.`;
        const key = scenario.iterations === undefined ? 'vus' : 'iterations';
        const repairs = compilation.replacement([...path, key], key === 'vus' ? iterations : vus);
        compilation.report('too-few-iterations', message, compilation.range([...path, key]), { repairs });
      }
      return { kind: name, vus, iterations, maxDurationMs: time('maxDuration', DEFAULT_MAX_DURATION_MS) };
    }
    case 'ramping-vus': {
      if (scenario.spawnRate !== undefined) return spawning(scenario, scenario.spawnRate, path, compilation);
      for (const key of ['vus', 'duration'] as const) {
        if (scenario[key] === undefined) continue;
        const hint = key === 'vus' ? '; the VUs at the start are `startVUs`' : '; each stage has its own';
        compilation.report(
          'key-of-another-executor',
          `\`${key}\` means nothing to ramping-vus without \`spawnRate\`${hint}.`,
          compilation.keyRange([...path, key]),
          { repairs: compilation.removal([...path, key]) },
        );
      }
      if (!scenario.stages) return needs('stages');
      const stages = compileStages(scenario.stages, path, true, compilation);
      const startVUs = scenario.startVUs ?? 1;
      if (startVUs === 0) needsLoad(scenario.stages, path, 'VUs', compilation);
      const gracefulRampDownMs = compilation.duration(scenario.gracefulRampDown, DEFAULT_GRACEFUL_RAMP_DOWN_MS);
      return { kind: name, startVUs, stages, gracefulRampDownMs };
    }
    case 'constant-arrival-rate': {
      if (scenario.rate === undefined) return needs('rate');
      if (scenario.duration === undefined) return needs('duration');
      const { rate, timeUnitMs } = rateOf(scenario, path, compilation);
      return {
        kind: name,
        rate,
        timeUnitMs,
        durationMs: time('duration', 0),
        ...allocatedVUs(scenario, (rate * 1000) / timeUnitMs, path, compilation),
      };
    }
    case 'ramping-arrival-rate': {
      if (!scenario.stages) return needs('stages');
      const timeUnitMs = timeUnit(scenario, path, compilation);
      const stages = compileStages(scenario.stages, path, false, compilation);
      const startRate = scenario.startRate ?? 0;
      if (startRate === 0) needsLoad(scenario.stages, path, 'a rate', compilation);
      const highest = (stages.reduce((most, { target }) => Math.max(most, target), startRate) * 1000) / timeUnitMs;
      return { kind: name, startRate, timeUnitMs, stages, ...allocatedVUs(scenario, highest, path, compilation) };
    }
  }
}

/** Locust's ramp: users are started at a steady rate until all are there; the ramp is part of the duration. */
function spawning(scenario: Scenario, perSecond: number, path: SourcePath, compilation: Compilation): Executor | null {
  const { vus, duration } = scenario;
  if (vus === undefined || duration === undefined || scenario.stages || scenario.startVUs !== undefined) {
    const message = '`spawnRate` goes with `vus` and `duration`, in place of `stages` and `startVUs`.';
    compilation.report('keys-exclude-each-other', message, compilation.keyRange([...path, 'spawnRate']), {
      repairs: compilation.removal([...path, 'spawnRate']),
    });
    return null;
  }
  const totalMs = compilation.duration(duration, 0);
  const rampMs = Math.round((vus / perSecond) * 1000);
  if (rampMs > totalMs) {
    const message = `Starting ${vus} VUs at ${perSecond}/s takes ${formatDuration(rampMs)}, longer than the ${duration} of the scenario.`;
    compilation.report('wrong-value', message, compilation.range([...path, 'spawnRate']));
    return null;
  }
  return {
    kind: 'ramping-vus',
    startVUs: 0,
    stages: [
      { durationMs: rampMs, target: vus, name: 'ramp up' },
      { durationMs: totalMs - rampMs, target: vus, name: 'sustained' },
    ],
    gracefulRampDownMs: compilation.duration(scenario.gracefulRampDown, DEFAULT_GRACEFUL_RAMP_DOWN_MS),
  };
}
