import assert from 'node:assert/strict';
import { problemLines } from './problem-lines.ts';

const step = (more: string): string => `baseUrl: http://a\niterations: 1\nsteps:\n  - ${more}`;
const scenario = (load: string): string => `baseUrl: http://a\nscenarios:\n  a:\n    ${load}\n    steps: [{ get: / }]`;

describe('what can never be sent, or waited for', () => {
  const table: [what: string, text: string, problems: string[]][] = [
    [
      'a header whose name has a space',
      step('{ get: /, headers: { "x y": a } }'),
      ['4:26 «"x y"» wrong-value: `x y` is no name of a header: it may have letters, digits, - and _, and no spaces.'],
    ],
    [
      'a header beyond Latin-1',
      step('{ get: /, headers: { x-name: 日本 } }'),
      [
        '4:34 «日本» wrong-value: A header cannot hold `日`; ${urlEncode("…")} or ${base64("…")} make it a text that can be sent.',
      ],
    ],
    [
      'a header of two lines',
      step('{ get: /, headers: { x-name: "a\\nb: c" } }'),
      [
        '4:34 «"a\\nb: c"» wrong-value: A header cannot hold a line break; ${urlEncode("…")} or ${base64("…")} make it a text that can be sent.',
      ],
    ],
    [
      'a length of the body',
      step('{ post: /, body: abc, headers: { Content-Length: 5 } }'),
      ['4:38 «Content-Length» wrong-value: `Content-Length` is worked out from the body; leave it out.'],
    ],
    [
      'an encoding of the body, for all requests',
      `http: { headers: { transfer-encoding: chunked } }\n${step('get: /')}`,
      [
        '1:20 «transfer-encoding» wrong-value: `transfer-encoding` says how the body is sent, which is by its length; leave it out.',
      ],
    ],
    [
      'a question before the body',
      step('{ post: /, body: abc, headers: { expect: 100-continue } }'),
      ['4:38 «expect» wrong-value: `expect` asks for an answer before the body, which is sent at once; leave it out.'],
    ],
    [
      'another kind of connection',
      step('{ get: /, headers: { Connection: upgrade } }'),
      ['4:38 «upgrade» wrong-value: `connection` can be `close` or `keep-alive`.'],
    ],
    [
      'a request without time',
      step('{ get: /, timeout: 0s }'),
      ['4:24 «0s» zero-duration: `timeout` must be above 0.'],
    ],
    [
      'a stream without time',
      step('sse: { url: /, timeout: 0s }'),
      ['4:29 «0s» zero-duration: `timeout` must be above 0.'],
    ],
    [
      'connections and setup without time',
      `http: { timeout: 0s, connectTimeout: 0s }\nsetupTimeout: 0s\n${step('get: /')}`,
      [
        '1:18 «0s» zero-duration: `timeout` must be above 0.',
        '1:38 «0s» zero-duration: `connectTimeout` must be above 0.',
        '2:15 «0s» zero-duration: `setupTimeout` must be above 0.',
      ],
    ],
    [
      'a rate that no clock can tell',
      scenario('rate: 1e13\n    duration: 1s\n    maxVUs: 10'),
      [
        '4:11 «1e13» wrong-value: This asks for 10,000,000,000,000 iterations per second; a scenario can have at most 10,000,000.',
      ],
    ],
  ];
  for (const [what, text, problems] of table) {
    it(what, () => assert.deepEqual(problemLines(text), problems));
  }

  it('and what can', () => {
    for (const headers of ['Connection: close', 'x-e: é', 'x_a.b~c: ""', 'Host: other.test'])
      assert.deepEqual(problemLines(step(`{ get: /, headers: { ${headers} } }`)), []);
  });
});
