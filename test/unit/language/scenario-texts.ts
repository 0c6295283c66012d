import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/** A scenario of the project, by name. */
export interface ScenarioText {
  readonly name: string;
  readonly fileName: string;
  readonly text: string;
}

/** Every example, every snippet, and the file that has all of the format. */
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
    ...snippets(),
  ];
}

/** What the editor inserts when every default is taken. */
function snippets(): ScenarioText[] {
  const all: unknown = JSON.parse(readFileSync(join(ROOT, 'schemas/snippets.json'), 'utf8'));
  return Object.entries(all ?? {}).map(([name, snippet]: [string, unknown]) => {
    const body =
      typeof snippet === 'object' && snippet !== null && 'body' in snippet && Array.isArray(snippet.body)
        ? snippet.body.map(String).join('\n')
        : '';
    const text = body
      .replace(/(?<!\\)\$\{\d+:([^}]*)\}/g, '$1')
      .replace(/(?<!\\)\$\d/g, '')
      .replaceAll('\\$', '$');
    const whole = text.startsWith('- ') ? `vus: 1\nduration: 1s\nbaseUrl: http://127.0.0.1\nsteps:\n${text}` : text;
    return { name: `the snippet ${name}`, fileName: 'snippet.load.yaml', text: whole };
  });
}
