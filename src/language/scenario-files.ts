/** Language ids of scenario files, in the editor and here. */
export const SCENARIO_LANGUAGES = ['rampwright', 'rampwright-json'] as const;
export type ScenarioLanguage = (typeof SCENARIO_LANGUAGES)[number];

/** What file names of scenarios end with. */
export const SCENARIO_SUFFIXES = ['.load.yaml', '.load.yml', '.load.json'] as const;

/** For the editor's file searches and watchers. */
export const SCENARIO_GLOB = '**/*.load.{yaml,yml,json}';

export function isScenarioLanguage(id: string): id is ScenarioLanguage {
  return SCENARIO_LANGUAGES.some((language) => language === id);
}

export function isScenarioPath(path: string): boolean {
  return SCENARIO_SUFFIXES.some((suffix) => path.endsWith(suffix));
}

/** `checkout` of `/tests/checkout.load.yaml`. */
export function scenarioTitle(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const suffix = SCENARIO_SUFFIXES.find((candidate) => name.endsWith(candidate));
  return suffix ? name.slice(0, -suffix.length) : name;
}
