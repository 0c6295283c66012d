import type { SourceDocument } from '../scenario/document.ts';
import { entryOf, type SourceNode } from '../scenario/source.ts';

/** One of a file's `environments`. */
export interface EnvironmentChoice {
  readonly name: string;
  /** What it overrides, for people: `baseUrl: https://staging.example.test, vars.email`. */
  readonly overrides: string;
}

/** The environments that a file has, in its order; also of a file with errors. */
export function environmentChoices({ root }: SourceDocument): EnvironmentChoice[] {
  const environments = entryOf(root ?? undefined, 'environments')?.value;
  if (environments?.kind !== 'map') return [];
  return environments.entries.map(({ key, value }) => ({ name: key, overrides: overridesOf(value).join(', ') }));
}

function overridesOf(environment: SourceNode): string[] {
  if (environment.kind !== 'map') return [];
  return environment.entries.flatMap(({ key, value }) => {
    if (key === 'baseUrl' && value.kind === 'scalar') return [`baseUrl: ${String(value.value)}`];
    return value.kind === 'map' && value.entries.length > 0
      ? value.entries.map((entry) => `${key}.${entry.key}`)
      : [key];
  });
}
