import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly action: { readonly indent: 'none' | 'indent'; readonly appendText?: string };
}

const file = join(import.meta.dirname, '../../../language-configuration.json');
const { onEnterRules, wordPattern } = JSON.parse(readFileSync(file, 'utf8')) as {
  onEnterRules: EnterRule[];
  wordPattern: string;
};

/** What stands before the cursor after Enter at a line's end: the first rule that fits, as the editor does, else the indentation. */
function entered(line: string, indentation = '  '): string {
  const own = /^\s*/.exec(line)?.[0] ?? '';
  const rule = onEnterRules.find(
    ({ beforeText, afterText }) => new RegExp(beforeText).test(line) && (!afterText || new RegExp(afterText).test('')),
  );
  if (!rule) return own;
  return own + (rule.action.indent === 'indent' ? indentation : '') + (rule.action.appendText ?? '');
}

describe('Enter', () => {
  for (const [what, line, next] of [
    ['goes deeper behind a key without a value', 'steps:', '  '],
    ['goes deeper behind a key with a comment', '  headers: # c', '    '],
    ['goes deeper into a text of several lines', '    body: |', '      '],
    ['stays behind a value', '    name: checkout', '    '],
    ['goes under the first key of a step', '  - get: /health', '    '],
    ['goes under the first key of a step with a comment', '  - get: /health # c', '    '],
    ['goes deeper than the first key of a step', '  - choose:', '      '],
    ['goes deeper into a text that a step begins with', '  - log: |', '      '],
    ['goes to the next step behind a pause', '  - think: 1s', '  - '],
    ['goes to the next step behind a flow', '  - use: browse', '  - '],
    ['goes to the next item behind a flow map', '      - { duration: 2m, target: 100 }', '      - '],
    ['goes to the next item of a list of values', '      - 200', '      - '],
    ['goes to the next item of a list of quoted values', '    - "p(95) < 1s"', '    - '],
    ['leaves brackets to the editor', '  - { get: /a,', '  '],
    ['leaves brackets behind a key to the editor', '  - json: {', '  '],
    ['ends a comment', '  # a comment:', '  '],
    ['stays behind a document without structure', 'hello', ''],
  ] as const) {
    it(what, () => assert.equal(entered(line), next));
  }

  it('goes under the first key of a step also where lines are indented by four', () => {
    assert.equal(entered('    - get: /health', '    '), '      ');
    assert.equal(entered('    - choose:', '    '), '          ');
  });
});

describe('a word', () => {
  it('is a name, a metric, an executor, a duration; in quotes and in expressions as well', () =>
    assert.deepEqual(
      'auth: "${vars.email_1}" http_req_duration{stage:ramp} ramping-vus 1m30s'.match(new RegExp(wordPattern, 'g')),
      [...['auth', 'vars', 'email_1', 'http_req_duration', 'stage', 'ramp', 'ramping-vus', '1m30s']],
    ));
});
