import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { loadScenario, type ScenarioFiles } from '../../../src/scenario/index.ts';
import { allSteps } from '../../../src/scenario/step-tree.ts';

const EVERYTHING = readFileSync(path.join(import.meta.dirname, 'everything.load.yaml'), 'utf8');

const FILES: ScenarioFiles = {
  facts: (file) =>
    file === './users.csv'
      ? { exists: true, data: { columns: ['id', 'email'], rows: 2, firstRow: null }, problem: null }
      : null,
};

describe('the example with everything', () => {
  for (const environment of [null, 'staging', 'smoke']) {
    it(`is right ${environment === null ? 'as it stands' : `in the environment ${environment}`}`, () => {
      const { problems } = loadScenario(EVERYTHING, 'everything.load.yaml', { environment, files: FILES });
      assert.deepEqual(
        problems.map(({ message }) => message),
        [],
      );
    });
  }

  it('is a draft for the editor', () => {
    const { draft } = loadScenario(EVERYTHING, 'everything.load.yaml').model;
    assert.deepEqual(
      draft?.scenarios.map(({ name, steps }) => `${name}: ${allSteps(steps).length}`),
      ['users: 44', 'locusts: 7'],
    );
  });
});

describe('loadScenario never throws and always ends', function () {
  this.timeout(60_000);

  const check = (text: string, name: string): void => {
    const { problems, plan } = loadScenario(text, name, { env: {}, secrets: {}, files: FILES, environment: 'staging' });
    assert.equal(
      plan === null,
      problems.some(({ severity }) => severity === 'error'),
    );
    const lines = text.split('\n').length;
    for (const { range, message } of problems) {
      assert.ok(range.start.line <= range.end.line && range.end.line < lines);
      assert.ok(range.start.character >= 0 && message.length > 0);
    }
  };

  it('on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => check(text, 'a.yaml')),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (text) => check(text, 'a.load.json')),
      { numRuns: 150 },
    );
  });

  it('on any JSON value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => check(text, 'a.load.json')),
      { numRuns: 150 },
    );
  });

  it('on any edit of one character', () => {
    const characters = fc.constantFrom(...Array.from('{}[]:,-&*!|>"\'%@`$#\n\t 0aé'));
    fc.assert(
      fc.property(fc.nat(EVERYTHING.length), fc.nat(1), characters, (at, removed, character) => {
        check(EVERYTHING.slice(0, at) + character + EVERYTHING.slice(at + removed), 'a.load.yaml');
      }),
      { numRuns: 150 },
    );
  });

  it('on values where others belong', () => {
    const value = fc.constantFrom(
      '',
      '1',
      '-1',
      '[]',
      '{}',
      'text',
      '"${x}"',
      '[1, [2]]',
      '{ a: { b: c } }',
      'null',
      '1e999',
      '*a',
    );
    const colons = [...EVERYTHING.matchAll(/: .*$/gm)].map(({ index }) => index + 2);
    fc.assert(
      fc.property(fc.constantFrom(...colons), value, (at, written) => {
        const end = EVERYTHING.indexOf('\n', at);
        check(EVERYTHING.slice(0, at) + written + EVERYTHING.slice(end), 'a.load.yaml');
      }),
      { numRuns: 150 },
    );
  });
});
