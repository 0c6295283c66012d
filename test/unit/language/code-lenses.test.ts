import { deepEqual } from 'node:assert/strict';
import { codeLenses, type LensState } from '../../../src/language/code-lenses.ts';
import { sendableRequests } from '../../../src/language/sendable-requests.ts';
import { loadScenario } from '../../../src/scenario/index.ts';

const IDLE: LensState = { mayRun: true, sends: true, run: null, running: false, stopping: false, when: '' };

/** `line: title`, lines from 1, icons left out. */
function lenses(text: string, state: Partial<LensState> = {}, file = 'test.load.yaml'): string[] {
  const loaded = loadScenario(text, file);
  return codeLenses(text, loaded.plan, sendableRequests(loaded) ?? [], { ...IDLE, ...state }).map(
    ({ line, title }) => `${line + 1}: ${title.replace(/\$\([\w-]+\) /, '')}`,
  );
}

const SCENARIO = `baseUrl: http://localhost
vus: 1
duration: 1s
steps:
  - name: first
    get: /a
  - choose:
      - weight: 1

        # Why not
        get: /b
      - { weight: 1, get: /c }
  - { parallel: [{ get: /d }, { get: /e }] }
`;

const HEAD = ['1: Run', '1: Run once', '1: Debug'];

describe('lenses', () => {
  it('send a request from where its item begins, whatever stands before its method', () => {
    deepEqual(lenses(SCENARIO), [...HEAD, '5: Send', '8: Send', '12: Send']);
  });

  it('send from JSON as well', () => {
    const text =
      '{\n"baseUrl": "http://localhost", "vus": 1, "duration": "1s",\n"steps": [\n  {\n    "name": "a",\n    "get": "/a"\n  }\n]}';
    deepEqual(lenses(text, {}, 'test.load.json'), ['2: Run', '2: Run once', '2: Debug', '4: Send']);
  });

  it('send nothing where that is turned off, the workspace is not trusted, or a run is on', () => {
    deepEqual(lenses(SCENARIO, { sends: false }), HEAD);
    deepEqual(lenses(SCENARIO, { mayRun: false }), []);
    deepEqual(lenses(SCENARIO, { running: true }), ['1: Stop', '1: Starting…']);
  });

  const broken = (change: (text: string) => string): string[] =>
    lenses(
      change(`baseUrl: http://localhost
vars: { host: a }
scenarios:
  readers:
    executor: constant-vus
    vus: 1
    duration: 1s
    steps:
      - get: /a
        capture: { id: json.id }
      - get: /b
      - get: /c/\${id}
thresholds:
  http_req_failed: rate < 1%
`),
    ).filter((lens) => lens.includes('Send'));
  const cases: readonly (readonly [string, readonly [string, string], readonly number[]])[] = [
    ['a threshold', ['rate < 1%', 'rat < 1%'], [9, 11, 12]],
    ['the load', ['duration: 1s', 'duration: soon'], [9, 11, 12]],
    ['an executor', ['constant-vus', 'constant-view'], [9, 11, 12]],
    ['another request', ['get: /b', 'get: /b\n        hedaers: {}'], [9, 13]],
    ['what a request needs', ['capture: { id: json.id }', 'capture: { id: json..id }'], [11]],
    ['all requests', ['vars: { host: a }', 'vras: { host: a }'], []],
  ];
  for (const [what, [before, after], lines] of cases) {
    it(`send the requests that an error of ${what} does not concern`, () =>
      deepEqual(
        broken((text) => text.replace(before, after)),
        lines.map((line) => `${line}: Send`),
      ));
  }
});
