import type { Plan } from '../scenario/plan.ts';
import type { Problem } from '../scenario/problem.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** All values that `env.X` and `secret.X` may take, before it is known which of them a scenario reads. */
export interface Values {
  readonly env: Environment;
  readonly secrets: Environment;
}

/** `-e` goes before the process's variables; a secret is from `--secret`, else from the variable of its name. */
export function givenValues(
  env: readonly (readonly [string, string])[],
  secrets: readonly (readonly [string, string])[],
  process: Environment,
): Values {
  const all = { ...process, ...Object.fromEntries(env) };
  return { env: all, secrets: { ...all, ...Object.fromEntries(secrets) } };
}

/** Of all values those that the plan reads: nothing else of the machine's environment leaves this process. */
export function valuesOf(plan: Plan, values: Values): { env: Record<string, string>; secrets: Record<string, string> } {
  const names = plan.env.map(({ name }) => name);
  return { env: known(names, values.env), secrets: known(plan.secrets, values.secrets) };
}

/** For problems of values that are not set, and of an environment that is not picked: how to, in a sentence; '' for other problems. */
export function howToSet(problems: readonly Problem[]): string {
  const unset = problems.some(({ code }) => code === 'env-not-set');
  const unpicked = problems.some(({ code }) => code === 'environment-not-picked');
  const secret = problems.some(({ code }) => code === 'secret-not-set');
  return [
    unpicked ? 'Pick an environment with --environment NAME.' : '',
    unset ? 'Give variables with -e NAME=VALUE or in the environment.' : '',
    secret ? 'Give secrets as environment variables of their name, or with --secret NAME=VALUE.' : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function known(names: readonly string[], source: Environment): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name): [string, string][] => {
      const value = Object.hasOwn(source, name) ? source[name] : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
