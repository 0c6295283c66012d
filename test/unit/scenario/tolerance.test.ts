import assert from 'node:assert/strict';
import { loadScenario } from '../../../src/scenario/index.ts';

/** `line: code: message` of everything that is wrong with a text. */
function problems(text: string): string[] {
  return loadScenario(text, 'checkout.load.yaml').problems.map(
    ({ code, message, range }) => `${range.start.line + 1}: ${code}: ${message}`,
  );
}

describe('a scenario with errors', () => {
  it('is checked for what it means where it can be read', () => {
    assert.deepEqual(problems('baseUrl: http://a\nduraton: 3s\nsteps:\n  - get: /${nope}\n    timeout: 5\n'), [
      '2: unknown-key: The scenario has no key `duraton`. Did you mean `duration`?',
      '4: undefined-name: There is no `nope` here. Capture it in a step before, or declare it under `vars` and write vars.nope.',
      '5: wrong-type: `timeout` needs a unit: 5s, 5ms or 5m.',
    ]);
  });

  it('does not call undefined what a part that cannot be read would have made', () => {
    const text = `baseUrl: http://a
duration: 3s
steps:
  - get: /login
    capture: { token: [json.token] }
  - get: /me/\${token}
`;
    assert.deepEqual(problems(text), ['5: wrong-type: `token` must be an expression, not a list.']);
  });

  it('does not miss what a misspelt key says', () => {
    assert.deepEqual(problems('baseUrl: http://a\nduration: 3s\nstps:\n  - get: /x\n  - gett: /y/${nope}\n'), [
      '3: unknown-key: The scenario has no key `stps`. Did you mean `steps`?',
      '5: unknown-key: A step has no key `gett`. Did you mean `get`?',
      '5: undefined-name: There is no `nope` here. Capture it in a step before, or declare it under `vars` and write vars.nope.',
    ]);
  });

  it('sends a key of a scenario to where scenarios are', () => {
    assert.deepEqual(problems('baseUrl: http://a\nrate: 3/s\nduration: 1s\nsteps: [{ get: / }]\n'), [
      '2: unknown-key: The scenario has no key `rate`. It belongs into a scenario under `scenarios:`.',
    ]);
  });

  it('has no other problems than its syntax where that is broken', () => {
    const codes = loadScenario('baseUrl: http://a\nduration: [3s\nsteps:\n  - get: /${nope}\n', 'checkout.load.yaml');
    assert.deepEqual([...new Set(codes.problems.map(({ code }) => code))], ['yaml-syntax']);
  });

  it('has a draft of its right parts, and no plan', () => {
    const { plan, model } = loadScenario(
      'baseUrl: http://a\nduration: 3s\nsteps:\n  - get: /a\n  - get: 3\n  - think: 1s\n',
      'checkout.load.yaml',
    );
    assert.equal(plan, null);
    assert.deepEqual(
      model.draft?.scenarios[0]?.steps.map(({ kind }) => kind),
      ['request', 'think'],
    );
  });
});
