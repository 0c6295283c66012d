import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadScenario } from '../../../src/scenario/index.ts';

type Snippet = Readonly<Record<'description', string>> & { readonly body: readonly string[] };

const file = join(import.meta.dirname, '../../../schemas/snippets.json');
const snippets = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Snippet>);

/** What the editor inserts when every default is taken. */
function inserted(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/(?<!\\)\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/(?<!\\)\$\d/g, '')
    .replaceAll('\\$', '$');
}

describe('snippets', () => {
  for (const [name, { body, description }] of snippets) {
    it(`${name} is a scenario without problems, and says what it is for`, () => {
      const text = inserted(body);
      const whole = text.startsWith('- ') ? `vus: 1\nduration: 1s\nbaseUrl: http://127.0.0.1\nsteps:\n${text}` : text;
      assert.deepEqual(loadScenario(whole, 'snippet.load.yaml').problems, []);
      assert.match(description, /\.$/);
    });
  }

  it('has the kinds of load test that people start with', () => {
    const names = snippets.map(([name]) => name);
    for (const name of ['Baseline', 'Stress', 'Spike', 'Soak']) assert.ok(names.includes(name));
  });
});
