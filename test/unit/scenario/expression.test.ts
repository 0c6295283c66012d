import assert from 'node:assert/strict';
import type { Expression, JsonValue, Template } from '../../../src/scenario/plan.ts';
import {
  ExpressionError,
  ResponseView,
  compileTemplate,
  createExpressionCompiler,
  expressionNeeds,
  type Scope,
} from '../../../src/scenario/expression.ts';
import { digests } from '../../../src/scenario/expressions/digests.ts';
import { checkExpression } from '../../../src/scenario/expressions/check.ts';
import type { Declarations } from '../../../src/scenario/expressions/declarations.ts';

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const expression = (source: string): Expression => ({ source, range: nowhere });

function response(body: string, headers: Record<string, string> = {}): ResponseView {
  return new ResponseView({
    status: 200,
    statusText: 'OK',
    url: 'http://localhost/login',
    proto: 'HTTP/1.1',
    timings: { duration: 12.5, blocked: 0, connecting: 1, tls: 0, sending: 0.5, waiting: 10, receiving: 2 },
    headers: () => headers,
    body: () => body,
    cookies: () => ({ sid: 'c1' }),
  });
}

const scope: Scope = {
  env: { BASE_URL: 'http://localhost:3000' },
  secret: { PASSWORD: 'hunter2' },
  vars: { n: 3, half: 0.5, list: [1, 2, 3], who: 'ann', none: null },
  setup: { token: 't0' },
  vu: { id: 7 },
  iteration: { index: 0, global: 12 },
  captured: 'abc',
  response: response('{"access_token":"t1","count":2,"items":[{"id":1},{"id":2}],"empty":[],"nothing":null}', {
    location: '/next?id=42',
    'content-type': 'application/json',
  }),
};

let drawn = 0;
const compiler = createExpressionCompiler(
  { random: () => 0.5, nowMs: () => Date.UTC(2026, 0, 31, 12), seq: () => drawn++ },
  digests,
);

const evaluate = (source: string, names: Scope = scope): JsonValue => compiler.compile(expression(source))(names);

function failure(run: () => unknown): ExpressionError {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof ExpressionError, String(error));
    return error;
  }
  assert.fail('no error was thrown');
}

describe('expressions', () => {
  const values: [source: string, value: JsonValue][] = [
    ['status == 200', true],
    ['status in [200, 201]', true],
    ['status >= 200 && status < 300', true],
    ['response.status', 200],
    ['json.count + 1', 3],
    ['json.count == 2', true],
    ['vars.n * 2', 6],
    ['vars.n / 2', 1.5],
    ['1 / 2', 0.5],
    ['4 / 2', 2],
    ['vars.n % 2', 1],
    ['vars.n - 0.5', 2.5],
    ['-vars.n', -3],
    ['size(vars.list)', 3],
    ['size(vars.list) + 1', 4],
    ['size(json.items) == 2', true],
    ['vars.list[0]', 1],
    ['vars.list[size(vars.list) - 1]', 3],
    ['[1, "a", null, {"b": 2}]', [1, 'a', null, { b: 2 }]],
    ['json.access_token', 't1'],
    ['response.json.items[1].id', 2],
    ['json.items.map(i, i.id)', [1, 2]],
    ['json.items.filter(i, i.id > 1).size()', 1],
    ['json.items.exists(i, i.id == 2)', true],
    ['has(json.error)', false],
    ['header("Location")', '/next?id=42'],
    ['response.header("LOCATION")', '/next?id=42'],
    ['headers["content-type"].startsWith("application/json")', true],
    ['cookie("sid")', 'c1'],
    ['jsonpath("$.items[*].id")', [1, 2]],
    ['jsonpath("$.items[0].id")', 1],
    ['jsonpath("$..id")', [1, 2]],
    ['regex("\\"count\\":(\\\\d+)")', '2'],
    ['regex("c.unt")', 'count'],
    ['timings.duration < 500', true],
    ['body.contains("access_token")', true],
    ['captured + "!"', 'abc!'],
    ['setup.token', 't0'],
    ['vu.id', 7],
    ['iteration.global', 12],
    ['env.?BASE_URL.orValue("x")', 'http://localhost:3000'],
    ['env.?OTHER.orValue("x")', 'x'],
    ['vars.?nope.orValue(1)', 1],
    ['uuid()', '80000000-8000-4000-8000-000080000000'],
    ['randomInt(1, 10)', 6],
    ['randomItem(vars.list)', 2],
    ['randomString(4)', 'ffff'],
    ['now()', 1769860800000],
    ['isoTime()', '2026-01-31T12:00:00.000Z'],
    ['base64("ü")', 'w7w='],
    ['sha256("abc")', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['hmacSha256("key", "abc")', '9c196e32dc0175f86f4b1cb89289d6619de6bee699e4c378e68309ed97a1a6ab'],
    ['urlEncode("a b&c")', 'a%20b%26c'],
    ['urlEncode(vars.n)', '3'],
    ['jsonEncode({"a": [1, 2.5]})', '{"a":[1,2.5]}'],
    ['status == 200 ? "ok" : "bad"', 'ok'],
    ['"abcdef".substring(vars.n)', 'def'],
    ['string(vars.n)', '3'],
    ['int("42") + 1', 43],
    ['json.nothing == null', true],
  ];
  for (const [source, value] of values) {
    it(`${source} is ${JSON.stringify(value)}`, () => assert.deepEqual(evaluate(source), value));
  }

  it('counts with seq()', () => {
    drawn = 5;
    assert.deepEqual([evaluate('seq()'), evaluate('seq()')], [5, 6]);
  });

  const failures: [source: string, kind: string, message: string][] = [
    [
      'json.acess_token',
      'nothing-found',
      '`json` has no field "acess_token"; it has access_token, count, items, empty, nothing. Did you mean "access_token"?',
    ],
    [
      'json.items.id',
      'nothing-found',
      '`json.items` is a list, so it has no field "id"; write json.items[0] for its first item.',
    ],
    ['json.nothing.id', 'nothing-found', '`json.nothing` is null, so it has no field "id".'],
    ['json.items[5]', 'nothing-found', 'There is no item 5: the list has 2 items, counted from 0.'],
    [
      'env.OTHER',
      'nothing-found',
      'The environment variable OTHER is not set; set it, or give a default with env.?OTHER.orValue("…").',
    ],
    ['secret.OTHER', 'nothing-found', 'The secret OTHER is not set.'],
    ['other', 'nothing-found', '`other` has no value here.'],
    [
      'vars.who + vars.n',
      'failed',
      '`+` cannot be applied to a text and a number; turn the other into text with string(…), or turn the text into a number with double(…).',
    ],
    [
      'vars.list + vars.who',
      'failed',
      '`+` cannot be applied to a list and a text; turn the other into text with string(…).',
    ],
    [
      'vars.who * 2',
      'failed',
      '`*` cannot be applied to a text and a number; turn the text into a number with double(…).',
    ],
    ['vars.n.contains("a")', 'failed', 'A number has no function contains() that takes a text.'],
    ['vars.n ? 1 : 2', 'failed', 'A condition must be true or false, not a number.'],
    ['vars.n / 0', 'failed', 'The result is not a finite number; is something divided by 0?'],
    ['response', 'failed', 'response is not a value; write response.json, response.body or another of its parts.'],
    [
      'header("X-Id").split("/")',
      'nothing-found',
      'Looked for the header "X-Id"; the response has nothing of the kind.',
    ],
    ['jsonpath("nonsense")', 'invalid', '"nonsense" is not a JSONPath (RFC 9535); write for example $.items[0].id.'],
    ['regex("(")', 'invalid', '"(" is not a regular expression.'],
    ['status ==', 'invalid', 'The expression ends too early.'],
  ];
  for (const [source, kind, message] of failures) {
    it(`${source} fails: ${message}`, () => {
      const error = failure(() => evaluate(source));
      assert.deepEqual([error.kind, error.message, error.source], [kind, message, source]);
    });
  }

  it('says that a body is not JSON, and shows how it starts', () => {
    const error = failure(() => evaluate('json.token', { response: response('<html>Bad gateway</html>') }));
    assert.deepEqual(
      [error.kind, error.message, error.bodyStart],
      ['nothing-found', 'The body of the response is not JSON.', '<html>Bad gateway</html>'],
    );
  });

  it('has no response before the first request', () => {
    assert.equal(
      failure(() => evaluate('header("X")', {})).message,
      'header() needs a response, and no request was made yet.',
    );
  });

  describe('that need no CEL are as CEL has them', () => {
    // In parentheses around a choice, the same expression is worked out by CEL.
    const byCel = (source: string): string => `true ? (${source}) : (${source})`;
    for (const source of [
      ...['status == 200', 'status != 200', 'status < 200', 'status <= 200', 'status > 199.5', 'status >= 201'],
      ...['response.status == 200', 'status == 404 || status == 200', 'status > 200 && status < 300'],
      ...[
        'vu.id',
        'vars.half',
        'vars.who',
        'vars["who"]',
        'vars.list',
        'vars.none',
        'captured',
        'setup.token',
        'env.BASE_URL',
        'true',
        'false',
      ],
    ]) {
      it(source, () => assert.deepEqual(evaluate(source), evaluate(byCel(source))));
    }

    it('a captured `status` comes before that of the answer', () => {
      const shadowed = { ...scope, status: 7 };
      assert.equal(evaluate('status == 7', shadowed), true);
      assert.equal(evaluate('status == 200', shadowed), false);
    });

    for (const source of ['vars.nothing', 'nobody', 'vars.who.length', 'vars.toString', 'vu.constructor']) {
      it(`${source}: the same error`, () =>
        assert.equal(failure(() => evaluate(source)).kind, failure(() => evaluate(byCel(source))).kind));
    }

    it('before a request, a status is an error', () => {
      assert.throws(() => evaluate('status == 200', { vars: {} }), ExpressionError);
    });
  });

  describe('captures', () => {
    const capture = (source: string): JsonValue => compiler.compileCapture(expression(source))(scope);
    it('take what is there', () => assert.equal(capture('json.access_token'), 't1'));
    const missing: [source: string, message: string][] = [
      ['header("X-Token")', 'Looked for the header "X-Token"; the response has nothing of the kind.'],
      ['cookie("other")', 'Looked for a set-cookie of "other"; the response has nothing of the kind.'],
      ['regex("token=(\\\\w+)")', 'Looked for a match of /token=(\\w+)/; the response has nothing of the kind.'],
      ['jsonpath("$..token")', 'Looked for something at $..token; the response has nothing of the kind.'],
      ['jsonpath("$.empty[0]")', 'Looked for something at $.empty[0]; the response has nothing of the kind.'],
      ['json.nothing', 'Looked for `json.nothing` and got null; the response has nothing of the kind.'],
    ];
    for (const [source, message] of missing) {
      it(`${source} that finds nothing is an error`, () => {
        const error = failure(() => capture(source));
        assert.deepEqual([error.kind, error.message], ['nothing-found', message]);
      });
    }
    it('may be false, 0 or an empty list of the body', () => assert.deepEqual(capture('json.empty'), []));
  });
});

describe('templates', () => {
  const run = (template: Template): JsonValue => compileTemplate(template, compiler).evaluate(scope);
  it('keep the type of a whole expression', () => {
    assert.equal(run({ kind: 'expression', expression: expression('vars.n') }), 3);
  });
  it('write whole numbers without a fraction and lists as JSON into text', () => {
    const parts = ['n=', expression('vars.n * 2'), ' l=', expression('vars.list'), ' s=', expression('captured')];
    assert.equal(run({ kind: 'text', parts }), 'n=6 l=[1,2,3] s=abc');
  });
  it('refuse to write null into text', () => {
    const error = failure(() => run({ kind: 'text', parts: ['Bearer ', expression('vars.none')] }));
    assert.equal(error.message, '`vars.none` is null, so there is nothing to write into the text.');
  });
  it('fold what has no expression in it', () => {
    const list: Template = { kind: 'list', items: [{ kind: 'literal', value: 1 }] };
    assert.equal(compileTemplate(list, compiler).constant, true);
  });
  it('build maps', () => {
    const map: Template = { kind: 'map', entries: [['a', { kind: 'expression', expression: expression('vars.n') }]] };
    assert.deepEqual(run(map), { a: 3 });
  });
});

describe('expressionNeeds', () => {
  const table: [source: string, body: boolean, headers: boolean, cookies: boolean][] = [
    ['status == 200', false, false, false],
    ['response.timings.duration', false, false, false],
    ['json.token', true, false, false],
    ['response.json.token', true, false, false],
    ['response.body', true, false, false],
    ['regex("a")', true, false, false],
    ['response.jsonpath("$.a")', true, false, false],
    ['header("a")', false, true, false],
    ['response.headers["a"]', false, true, false],
    ['response.cookie("a")', false, false, true],
    ['jsonEncode(response)', true, true, true],
    ['response["body"]', true, false, false],
    ['vars.n + 1', false, false, false],
  ];
  for (const [source, body, headers, cookies] of table) {
    it(source, () => assert.deepEqual(expressionNeeds({ source }), { body, headers, cookies }));
  }
});

describe('checkExpression', () => {
  const known: Declarations = {
    vars: ['email', 'count'],
    setup: ['token'],
    setupOwn: null,
    names: ['order'],
    later: ['invoice'],
    response: true,
    bareResponse: true,
    data: { users: ['name', 'age'], items: ['price'] },
    textRows: ['users'],
  };
  const table: [source: string, code: string, message: string, part: string][] = [
    ['ordr + 1', 'undefined-name', 'There is no `ordr` here. Did you mean `order`?', 'ordr'],
    ['emial', 'undefined-name', 'There is no `emial` here. Did you mean `vars.email`?', 'emial'],
    ['list.exists(item, itme > 2)', 'undefined-name', 'There is no `itme` here. Did you mean `item`?', 'itme'],
    ['vars.emial', 'undefined-variable', 'vars has no `emial`. Did you mean `email`?', 'vars.emial'],
    ['setup.tokn', 'undefined-setup-value', 'Setup captures no `tokn`. Did you mean `token`?', 'setup.tokn'],
    [
      'invoice',
      'used-before-captured',
      '`invoice` has no value here: it is captured later, or beside this place in another branch. Capture it before.',
      'invoice',
    ],
    ['token', 'undefined-name', 'There is no `token` here; what setup captured is written setup.token.', 'token'],
    [
      'status == "200"',
      'expression-type',
      '`"200"` is a text, and `status` is a number, so they are never equal; write 200 instead of "200".',
      'status == "200"',
    ],
    // One value is wanted, and a whole root or row stands there.
    ...[
      'iteration + 1',
      '"a" + iteration',
      'iteration == 0',
      'size(json) > 1 && iteration < 5',
      'json.items[iteration]',
    ].map((source): [string, string, string, string] => [
      source,
      'expression-type',
      "`iteration` alone is no single value: write iteration.index (its VU's own count, from 0) or iteration.global (that of the whole scenario).",
      'iteration',
    ]),
    [
      'string(vu)',
      'expression-type',
      '`vu` alone is no single value: write vu.id, or vu.NAME for what `onStart` captured.',
      'vu',
    ],
    ['vars * 2', 'expression-type', '`vars` alone is no single value: write vars.NAME.', 'vars'],
    [
      'data.users == "ann"',
      'expression-type',
      '`data.users` alone is no single value: it is a row of `name`, `age`.',
      'data.users',
    ],
    // Texts that look like numbers.
    [
      '"user-" + vu.id + "@example.com"',
      'expression-type',
      '`"user-"` is a text, and `vu.id` is a number, so `+` cannot be applied to them; write string(vu.id) instead of vu.id.',
      '"user-" + vu.id',
    ],
    [
      'data.users.age + 1',
      'expression-type',
      '`data.users.age` is a text, and `1` is a number, so `+` cannot be applied to them; write double(data.users.age) instead of data.users.age.',
      'data.users.age + 1',
    ],
    [
      'env.RETRIES == 3',
      'expression-type',
      '`env.RETRIES` is a text, and `3` is a number, so they are never equal; write double(env.RETRIES) instead of env.RETRIES.',
      'env.RETRIES == 3',
    ],
    [
      'vu.id > "5"',
      'expression-type',
      '`"5"` is a text, and `vu.id` is a number, so `>` cannot be applied to them; write 5 instead of "5".',
      'vu.id > "5"',
    ],
    ['status ==', 'expression-syntax', 'The expression ends too early.', ''],
    ['uid()', 'undefined-name', 'There is no function uid(). Did you mean `uuid`?', 'uid()'],
    // As other languages write it.
    ['status = 200', 'expression-syntax', 'Values are compared by ==.', '='],
    ['status === 200', 'expression-syntax', 'Equality is == here.', '='],
    ['true and status == 200', 'expression-syntax', '`and` is written &&.', 'and'],
    ['not true', 'expression-syntax', '`not` is written `!`.', 'true'],
    [
      'body contains "x"',
      'expression-syntax',
      '`contains` is a function of the text: `body.contains("…")`.',
      'contains',
    ],
    ['timings.duration < 1s', 'expression-syntax', 'Numbers have no units in expressions; times are in ms.', 's'],
    ['env.A ?? "x"', 'expression-syntax', 'A default is given by env.?NAME.orValue("…"), or by has(…) ? … : ….', '?'],
    [
      '$.items[0].id',
      'expression-syntax',
      'A field of the JSON body is written json.id, a JSONPath jsonpath("$.items[*].id").',
      '$',
    ],
    ['status == 200;', 'expression-syntax', '`;` does not belong here.', ';'],
    ['BASE_URL', 'undefined-name', 'There is no `BASE_URL` here. Did you mean `env.BASE_URL`?', 'BASE_URL'],
    ['__VU', 'undefined-name', 'There is no `__VU` here. Did you mean `vu.id`?', '__VU'],
    ['json.a == None', 'undefined-name', 'There is no `None` here. Did you mean `null`?', 'None'],
    ['res.status', 'undefined-name', 'There is no `res` here. Did you mean `response`?', 'res'],
    ['len(json)', 'undefined-name', 'There is no function len(). Did you mean `size`?', 'len(json)'],
    ['body.includes("x")', 'undefined-name', 'There is no function includes(). Did you mean `contains`?', 'includes'],
    [
      'order.toLowerCase()',
      'undefined-name',
      'There is no function toLowerCase(). Did you mean `lowerAscii`?',
      'toLowerCase',
    ],
    ['floor(1.5)', 'undefined-name', 'There is no function floor(). Did you mean `int`?', 'floor(1.5)'],
    [
      'Math.floor(1.5)',
      'undefined-name',
      'There is no `Math` here. Numbers are rounded down by int(…). Random numbers are drawn by randomInt(1, 10), items of a list by randomItem(list), texts by randomString(8).',
      'Math',
    ],
    [
      'response.json().id',
      'undefined-name',
      '`response.json` is a value and no function; write response.json.',
      'response.json()',
    ],
    [
      'json("items.0.id") > 0',
      'undefined-name',
      '`json` is a value and no function; write json.items[0].id.',
      'json("items.0.id")',
    ],
    ['status() == 200', 'undefined-name', '`status` is a value and no function; write status.', 'status()'],
    [
      'headers["Content-Type"]',
      'undefined-name',
      'Names of headers are in lower case: `content-type`.',
      'headers["Content-Type"]',
    ],
    ['vu.name', 'undefined-vu-value', 'vu has no `name`. It has `id`, and what `onStart` captures.', 'vu.name'],
    [
      'jsonpath("$.a[")',
      'invalid-jsonpath',
      '"$.a[" is not a JSONPath (RFC 9535); write for example $.items[0].id.',
      '"$.a["',
    ],
    [
      'timings.total',
      'undefined-name',
      'timings has no `total`; it has duration, blocked, connecting, tls, sending, waiting, receiving.',
      'timings.total',
    ],
  ];
  for (const [source, code, message, part] of table) {
    it(`${source}: ${message}`, () => {
      const [problem] = checkExpression(source, known).problems;
      assert.ok(problem);
      assert.deepEqual(
        [problem.code, problem.message, source.slice(problem.start, problem.end)],
        [code, message, part],
      );
    });
  }

  it('takes everything that is in scope', () => {
    for (const source of [
      'vars.email',
      'json.items.map(x, x.id)',
      'cel.bind(a, json.n, a + 1)',
      'order',
      'env.A',
      'timings.tls',
      'size(body) > 0',
      'iteration.index + 1',
      'iteration.global % size(json.items) == 0',
      'json.items[vu.id - 1]',
      '"user-" + string(vu.id)',
      'double(data.users.age) + 1',
      'data.items.price * 2',
      'jsonEncode(iteration)',
      'data.users == json.user',
      'json.items.filter(vu, vu > 1)',
      'order + 1',
      '1u + 1',
    ]) {
      assert.deepEqual(checkExpression(source, known).problems, [], source);
    }
  });

  it('wants true or false where it must', () => {
    const [problem] = checkExpression('status', known, 'bool').problems;
    assert.equal(problem?.message, 'This must give true or false, and it gives a number.');
  });

  it('knows members of the response by themselves only after a request', () => {
    const [problem] = checkExpression('json.id', { ...known, bareResponse: false }).problems;
    assert.equal(
      problem?.message,
      '`json` alone works in capture, check, record and expect; here write response.json.',
    );
  });

  it('lists what is read from outside, and what has a default', () => {
    const { reads } = checkExpression('env.?A.orValue("x") + env.B + secret.C', known);
    assert.deepEqual(
      reads.env.map(({ name, required }) => [name, required]),
      [
        ['A', false],
        ['B', true],
      ],
    );
    assert.deepEqual(
      reads.secrets.map(({ name }) => name),
      ['C'],
    );
  });
});
