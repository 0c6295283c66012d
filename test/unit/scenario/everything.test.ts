import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { loadScenario } from '../../../src/scenario/index.ts';
import { problemLines } from './problem-lines.ts';

const EVERYTHING = readFileSync(path.join(import.meta.dirname, 'everything.load.yaml'), 'utf8');

describe('the example with everything', () => {
  it('is refused exactly at what does not run yet', () => {
    assert.deepEqual(
      problemLines(EVERYTHING).map((line) =>
        line.replace(/ is part of the format but this version does not run it yet\.$/, ''),
      ),
      [
        '8:1 «data» not-supported-yet: `data`',
        '15:1 «environments» not-supported-yet: `environments`',
        '27:3 «proxy» not-supported-yet: A proxy',
        "28:24 «ca» not-supported-yet: A certificate authority of one's own",
        '28:38 «cert» not-supported-yet: A client certificate',
        '28:53 «key» not-supported-yet: A client certificate',
        '28:67 «minVersion» not-supported-yet: A minimum TLS version',
        '35:1 «refresh» not-supported-yet: `refresh`',
        '73:5 «pacing» not-supported-yet: `pacing`',
        '74:5 «onStart» not-supported-yet: `onStart`',
        '76:5 «onStop» not-supported-yet: `onStop`',
      ],
    );
  });

  const laterSteps: [step: string, marked: string][] = [
    ['{ repeat: 3, steps: [{ get: / }] }', 'repeat'],
    ['{ while: "true", steps: [{ get: / }] }', 'while'],
    ['{ forEach: "[1]", as: x, steps: [{ get: / }] }', 'forEach'],
    ['{ if: "true", then: [{ get: / }], else: [] }', 'if'],
    ['{ parallel: [{ get: / }] }', 'parallel'],
    ['{ poll: { get: /, until: status == 200 } }', 'poll'],
    ['{ graphql: { url: /, query: "{ me }" } }', 'graphql'],
    ['{ sse: { url: / } }', 'sse'],
    ['{ websocket: { url: /, send: ping } }', 'websocket'],
    ['{ log: hello }', 'log'],
    ['{ fail: no }', 'fail'],
    ['{ abort: no }', 'abort'],
    ['{ get: /, retry: { max: 3 } }', 'retry'],
    ['{ post: /, multipart: { a: b } }', 'multipart'],
    ['{ post: /, bodyFile: ./a }', 'bodyFile'],
    ['{ choose: [{ get: / }], exact: true }', 'exact'],
  ];
  for (const [step, marked] of laterSteps) {
    it(`refuses ${step}`, () => {
      const problems = problemLines(`baseUrl: http://a\nduration: 1s\nsteps:\n  - ${step}`);
      assert.ok(problems.length > 0);
      for (const line of problems) assert.match(line, /not-supported-yet/);
      assert.ok(problems[0]?.includes(`«${marked}»`), problems[0]);
    });
  }

  it('refuses HTTP/2 only where it is asked for', () => {
    const file = (http2: boolean): string => `http: { http2: ${http2} }\nduration: 1s\nsteps: [{ get: "http://a/" }]`;
    assert.deepEqual(problemLines(file(false)), []);
    assert.match(problemLines(file(true))[0] ?? '', /«http2» not-supported-yet: HTTP\/2 is part of the format/);
  });
});

describe('loadScenario never throws and always ends', function () {
  this.timeout(60_000);

  const check = (text: string, name: string): void => {
    const { problems, plan } = loadScenario(text, name, { env: {}, secrets: {} });
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
