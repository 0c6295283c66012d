import assert from 'node:assert/strict';
import { loadScenario } from '../../../src/scenario/index.ts';
import { outline, type OutlineItem } from '../../../src/language/symbols.ts';

/** As a tree view would show it: name, kind, detail. */
function tree(text: string, fileName = 'test.load.yaml'): string {
  const { document, model } = loadScenario(text, fileName);
  const lines = (items: readonly OutlineItem[], indent: string): string[] =>
    items.flatMap(({ name, kind, detail, children }) => [
      `${indent}${name} (${kind})${detail === '' ? '' : ` ${detail}`}`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(outline(document, model.draft), '').join('\n');
}

describe('the outline', () => {
  it('has sections, scenarios with their load, stages, and steps by what they do', () => {
    const text = `
name: Shop
vars: { email: a@example.com }
metrics: { queue: { type: trend, unit: ms } }
flows:
  browse:
    - get: /products
      name: list
    - think: { min: 1s, max: 3s }
scenarios:
  users:
    stages:
      - { duration: 2m, target: 100, name: ramp up }
      - { duration: 1m, target: 0 }
    steps:
      - use: browse
      - group: checkout
        steps:
          - post: /cart
          - set: { order: "\${uuid()}" }
      - choose:
          - { weight: 30, get: /a }
          - weight: 70
            steps:
              - request: { method: propfind, url: /dav }
thresholds:
  http_req_duration: [p(95) < 500ms, p(99) < 1s]
  http_req_failed: { expect: rate < 1%, name: few }
`;
    assert.equal(
      tree(text),
      `
name (property) Shop
vars (section)
  email (variable) a@example.com
metrics (section)
  queue (metric) trend, ms
flows (section)
  browse (flow) 2 steps
    GET /products (request) list
    think 1s to 3s (pause)
scenarios (section)
  users (scenario) ramping-vus · 100 VUs · 3m
    stages (section)
      ramp up (stage) 2m to 100
      stage 2 (stage) 1m to 0
    steps (section) 3 steps
      use browse (flow)
      group checkout (group)
        POST /cart (request)
        set order (values)
      choose (choice)
        GET /a (request) weight 30
        steps (group) weight 70
          PROPFIND /dav (request)
thresholds (section)
  http_req_duration (threshold) p(95) < 500ms, p(99) < 1s
  http_req_failed (threshold) rate < 1%`.trimStart(),
    );
  });

  it('names loops, branches and polls', () => {
    const text = `
steps:
  - repeat: 3
    steps: [{ get: /a }]
  - if: vars.admin
    then: [{ get: /admin }]
    else: [{ get: / }]
  - poll: { get: /job, until: json.done }
  - parallel: [{ get: /a }, { get: /b }]`;
    assert.equal(
      tree(text),
      `
steps (section) 4 steps
  repeat 3 (loop)
    GET /a (request)
  if vars.admin (choice)
    then (section)
      GET /admin (request)
    else (section)
      GET / (request)
  poll GET /job (loop)
  parallel (group)
    GET /a (request)
    GET /b (request)`.trimStart(),
    );
  });

  it('is the same for JSON', () =>
    assert.equal(
      tree('{ "vus": 2, "duration": "1s", "steps": [{ "get": "/health" }] }', 'test.load.json'),
      'vus (property) 2\nduration (property) 1s\nsteps (section) 1 step\n  GET /health (request)',
    ));

  it('shows what can be read of a file with errors', () => {
    assert.equal(
      tree('vus: many\nsteps:\n  - get: /a\n  - gett: /b\n  - '),
      'vus (property) many\nsteps (section) 3 steps\n  GET /a (request)',
    );
    assert.match(tree('steps:\n  - get: /a\n    json: { a: \nthresholds:\n'), /GET \/a/);
    assert.equal(tree(''), '');
    assert.equal(tree('- 1'), '');
  });

  it('marks the key, within all of the entry', () => {
    const { document } = loadScenario('flows:\n  browse:\n    - get: /a\n\n\nvus: 1\n', 'test.load.yaml');
    const browse = outline(document, null)[0]?.children[0];
    assert.deepEqual(browse?.selection, { start: { line: 1, character: 2 }, end: { line: 1, character: 8 } });
    assert.deepEqual(browse.range, { start: { line: 1, character: 2 }, end: { line: 2, character: 13 } });
  });

  it('leaves out what an alias stands for, as it is written elsewhere', () =>
    assert.equal(
      tree('setup: &s\n  - get: /a\nteardown: *s\n'),
      'setup (section) 1 step\n  GET /a (request)\nteardown (section) 1 step',
    ));
});
