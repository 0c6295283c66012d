import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SCENARIO_TEMPLATES, snippetText } from '../../../src/language/scenario-templates.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** A scenario of the project, by name. */
export interface ScenarioText {
  readonly name: string;
  readonly fileName: string;
  readonly text: string;
}

/** Every example, every template, and the file that has all of the format. */
export function scenarioTexts(): ScenarioText[] {
  const files = [
    ...readdirSync(join(ROOT, 'examples'), { recursive: true })
      .map(String)
      .filter((name) => /\.load\.(ya?ml|json)$/.test(name) && !name.includes('node_modules'))
      .map((name) => join('examples', name)),
    'test/unit/scenario/everything.load.yaml',
  ];
  return [
    ...files.map((name) => ({ name, fileName: basename(name), text: readFileSync(join(ROOT, name), 'utf8') })),
    ...templates(),
  ];
}

function templates(): ScenarioText[] {
  return SCENARIO_TEMPLATES.map(({ title, body }) => ({
    name: `the template ${title}`,
    fileName: 'template.load.yaml',
    text: snippetText(body),
  }));
}
