import { isMasked, SHORTEST_MASKED } from '../run/mask.ts';
import {
  allowedInWords,
  formatDuration,
  hostsBeyond,
  planHosts,
  planProxy,
  type Overridden,
} from '../scenario/index.ts';
import type { Plan, Threshold } from '../scenario/plan.ts';
import { CliError } from './cli-error.ts';
import { givenValues, howToSet, valuesOf, type Environment, type Values } from './environment.ts';
import { loadOverrides, type LoadOptions } from './load-options.ts';
import { problemText } from './problem-text.ts';
import { openScenario } from './scenario-file.ts';
import type { Terminal } from './terminal.ts';

/** A scenario that can be run: checked, overridden, and with all that it reads of the environment. */
export interface PreparedRun {
  readonly path: string;
  readonly text: string;
  readonly plan: Plan;
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** null: any, for who types a command means its hosts. */
  readonly allowedHosts: readonly string[] | null;
  /** As the user gave them; of `-e` only the names. */
  readonly overrides: readonly string[];
}

export interface PrepareOptions extends LoadOptions {
  readonly secret?: readonly (readonly [string, string])[];
}

/**
 * Everything that is to be known before the first request. Problems are shown on `errors`.
 *
 * @throws CliError where the file can't be run.
 */
export function prepareRun(path: string, options: PrepareOptions, errors: Terminal): PreparedRun {
  const values = givenValues(options.env ?? [], options.secret ?? [], process.env);
  const { plan, text, leftOut } = checkedPlan(path, options, errors, values);
  const { env, secrets } = valuesOf(plan, values);
  for (const [name, value] of Object.entries(secrets)) {
    if (!isMasked(value)) {
      errors.line(
        `secret.${name} has fewer than ${SHORTEST_MASKED} characters, so it is not masked where it is shown.`,
      );
    }
  }
  return {
    path,
    text,
    plan,
    env,
    secrets,
    allowedHosts: options.allowHost ?? null,
    overrides: [...describeOverrides(options), ...describeLeftOut(leftOut)],
  };
}

/** The plan with the load options applied. Without `values`, it may read what is not set. @throws CliError where there is none. */
export function checkedPlan(
  path: string,
  options: LoadOptions,
  errors: Terminal,
  values: Partial<Values> = {},
): Overridden & { readonly text: string } {
  const { plan, text, problems } = openScenario(path, {
    ...values,
    environment: options.environment ?? null,
    toRun: true,
    ...(options.allowHost && { allowedHosts: options.allowHost }),
  });
  for (const problem of problems) errors.line(problemText(problem, errors.columns, errors.paint));
  if (!plan) {
    const count = problems.filter(({ severity }) => severity === 'error').length;
    throw new CliError(
      `${path} has ${count === 1 ? 'an error' : `${count} errors`}; nothing was run.`,
      howToSet(problems),
    );
  }
  const overridden = loadOverrides(plan, options);
  if (overridden.note !== null) errors.line(errors.paint.warn(overridden.note));
  checkHosts(path, overridden.plan, options, values.env ?? process.env);
  return { ...overridden, text };
}

/** The hosts that variables of the environment bring; those that stand in the file are problems of the file. */
function checkHosts(path: string, plan: Plan, { allowHost, env = [] }: LoadOptions, known: Environment): void {
  if (!allowHost) return;
  const values = { ...known, ...Object.fromEntries(env) };
  const proxy = planProxy(plan, values);
  const beyond = hostsBeyond([...planHosts(plan, values), ...(proxy === null ? [] : [proxy])], allowHost);
  if (beyond.length === 0) return;
  throw new CliError(
    `${path} would send its load to ${beyond.join(' and ')}, and may send it to ${allowedInWords(allowHost)}.`,
    `Change the variables that its URLs are made of, or add ${beyond.map((host) => `--allow-host ${host}`).join(' ')}.`,
  );
}

function describeOverrides(options: LoadOptions): string[] {
  return [
    ...(options.environment === undefined ? [] : [`--environment ${options.environment}`]),
    ...(options.env ?? []).map(([name]) => `-e ${name}`),
    ...(options.vus === undefined ? [] : [`--vus ${options.vus}`]),
    ...(options.iterations === undefined ? [] : [`--iterations ${options.iterations}`]),
    ...(options.duration === undefined ? [] : [`--duration ${formatDuration(options.duration)}`]),
    ...(options.stage ?? []).map(({ durationMs, target }) => `--stage ${formatDuration(durationMs)}:${target}`),
    ...(options.scenario ?? []).map((name) => `--scenario ${name}`),
    ...(options.scaleTo === undefined ? [] : [`--scale-to ${formatDuration(options.scaleTo)}`]),
  ];
}

const MOST_LEFT_OUT = 2;

/** A requirement that this load cannot meet is not judged; who reads the run must know. */
function describeLeftOut(thresholds: readonly Threshold[]): string[] {
  return thresholds.length > MOST_LEFT_OUT
    ? [`not judged: ${thresholds.length} requirements of what is not run`]
    : thresholds.map(({ selector, condition }) => `not judged: ${selector}: ${condition.source}`);
}
