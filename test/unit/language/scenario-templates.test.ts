import assert from 'node:assert/strict';
import templates from '../../../schemas/templates.json' with { type: 'json' };
import { loadScenario } from '../../../src/scenario/index.ts';
import {
  asJson,
  SCENARIO_TEMPLATES,
  snippetOf,
  snippetText,
  templateSnippet,
} from '../../../src/language/scenario-templates.ts';

describe('templates of new scenarios', () => {
  it('are the kinds of load test that people start with', () =>
    assert.deepEqual(
      SCENARIO_TEMPLATES.map(({ title }) => title),
      ['Smallest load test', 'Baseline', 'Stress', 'Spike', 'Soak', 'Login in setup'],
    ));

  it('are snippets of the editor for whole files, without a prefix, by which it would propose them at every key', () => {
    for (const written of Object.values<Record<string, unknown>>(templates)) {
      assert.equal(written['isFileTemplate'], true);
      assert.ok(!('prefix' in written));
    }
  });

  for (const template of SCENARIO_TEMPLATES) {
    it(`${template.title} has no problems, in YAML and in JSON, takes the base URL, and says what it is for`, () => {
      assert.match(template.description, /\.$/);
      const text = snippetText(templateSnippet(template, 'http://127.0.0.1:8080/api'));
      const yaml = loadScenario(text, 'new.load.yaml');
      assert.deepEqual(yaml.problems, []);
      assert.deepEqual(yaml.plan?.baseUrl, { kind: 'literal', value: 'http://127.0.0.1:8080/api' });
      assert.deepEqual(loadScenario(asJson(text), 'new.load.json').problems, []);
    });
  }

  it('keep the base URL a tab stop, whatever is in it', () => {
    const [smallest] = SCENARIO_TEMPLATES;
    assert.ok(smallest);
    const snippet = templateSnippet(smallest, '${env.BASE_URL}');
    assert.match(snippet, /^baseUrl: \$\{1:\\\$\{env\.BASE_URL\\\}\}$/m);
    assert.match(snippetText(snippet), /^baseUrl: \$\{env\.BASE_URL\}$/m);
  });

  it('make tab stops of the load in a finished text', () => {
    const text = 'vus: 10\nduration: 1m\nsteps:\n  - get: /${vars.a}\n';
    assert.equal(snippetOf(text), 'vus: ${1:10}\nduration: ${2:1m}\nsteps:\n  - get: /\\${vars.a\\}\n');
    assert.equal(snippetText(snippetOf(text)), text);
  });
});
