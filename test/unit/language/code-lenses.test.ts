import { deepEqual } from 'node:assert/strict';
import { codeLenses, type LensState } from '../../../src/language/code-lenses.ts';
import { loadScenario } from '../../../src/scenario/index.ts';

const IDLE: LensState = { mayRun: true, sends: true, run: null, running: false, stopping: false, when: '' };

/** `line: title`, lines from 1, icons left out. */
function lenses(text: string, state: Partial<LensState> = {}, file = 'test.load.yaml'): string[] {
  return codeLenses(text, loadScenario(text, file).plan, { ...IDLE, ...state }).map(
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
});
