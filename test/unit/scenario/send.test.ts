import assert, { deepEqual, equal } from 'node:assert/strict';
import { loadScenario } from '../../../src/scenario/index.ts';
import type { SourceDocument } from '../../../src/scenario/document.ts';
import type { Plan, Step } from '../../../src/scenario/plan.ts';
import { sendPlan, type SendPlan } from '../../../src/scenario/send.ts';
import { sendableAt } from '../../../src/scenario/sendable-steps.ts';

function load(text: string, file = 'test.load.yaml'): { readonly plan: Plan; readonly document: SourceDocument } {
  const { plan, document, problems } = loadScenario(text, file);
  assert.ok(plan, problems.map(({ message, range }) => `${range.start.line + 1}: ${message}`).join('\n'));
  return { plan, document };
}

/** Sends the request on the line that `# send` stands on. */
function send(text: string): SendPlan {
  const { plan, document } = load(text);
  const step = sendableAt(
    plan,
    document,
    text.split('\n').findIndex((line) => line.includes('# send')),
  );
  assert.ok(step);
  const found = sendPlan(plan, step.id);
  assert.ok(found);
  return found;
}

const names = (steps: readonly Step[]): string[] =>
  steps.map((step) => ('name' in step ? `${step.kind} ${step.name}` : step.kind));

/** What is sent, list by list; lists without steps are left out. */
function sent({ plan }: SendPlan): Record<string, string[]> {
  const [scenario] = plan.scenarios;
  assert.ok(scenario && plan.scenarios.length === 1);
  const lists = {
    setup: plan.setup,
    onStart: scenario.onStart,
    steps: scenario.steps,
    onStop: scenario.onStop,
    teardown: plan.teardown,
  };
  return Object.fromEntries(
    Object.entries(lists)
      .filter(([, steps]) => steps.length > 0)
      .map(([list, steps]) => [list, names(steps)]),
  );
}

const HEAD = 'baseUrl: http://localhost\nvus: 50\nduration: 10m\n';

describe('sending one request', () => {
  it('sends it alone where it reads nothing of others', () => {
    const { plan, notes } = send(`${HEAD}setup:
  - post: /login
    capture: { token: json.token }
steps:
  - get: /a
  - think: 5s
  - get: /b # send
`);
    deepEqual(sent({ plan } as SendPlan), { steps: ['request GET /b'] });
    deepEqual(notes, []);
    deepEqual(plan.scenarios[0]?.executor, {
      kind: 'per-vu-iterations',
      vus: 1,
      iterations: 1,
      maxDurationMs: 600_000,
    });
  });

  it('sends before it what it reads, and what that reads in turn, the last of several that give it', () => {
    deepEqual(
      sent(
        send(`${HEAD}steps:
  - get: /stale
    capture: { id: json.id }
  - get: /list
    capture: { found: json.items }
  - get: /unrelated
    capture: { other: json.x }
  - get: /other/\${other}
  - get: /first
    query: { of: "\${found[0]}" }
    capture: { id: json.id }
  - set: { path: "/items/\${id}" }
  - get: "\${path}" # send
    check: { same: json.id == id }
`),
      ),
      { steps: ['request GET /list', 'request GET /first', 'set', 'request GET {path}'] },
    );
  });

  it('runs setup and teardown as a whole where a value of setup is read', () => {
    deepEqual(
      sent(
        send(`${HEAD}setup:
  - post: /users
  - think: 1s
  - post: /login
    capture: { token: json.token }
teardown:
  - delete: /users
steps:
  - get: /me # send
    auth: { bearer: "\${setup.token}" }
`),
      ),
      {
        setup: ['request POST /users', 'request POST /login'],
        steps: ['request GET /me'],
        teardown: ['request DELETE /users'],
      },
    );
  });

  it('takes the first of a list, asks no condition around it, and says so', () => {
    const found = send(`${HEAD}steps:
  - get: /items
    capture: { items: json.items }
  - forEach: items
    as: item
    steps:
      - if: item.price > 10
        then:
          - get: /dear/\${item.id} # send
`);
    deepEqual(sent(found), { steps: ['request GET /items', 'set', 'request GET /dear/{id}'] });
    deepEqual(found.notes, [
      'Line 10: the condition `if: item.price > 10` was not asked.',
      'Line 7: `item` is the first of `items`.',
    ]);
  });

  it('takes the branch that gives what it needs, asks no condition, and says so', () => {
    const found = send(`${HEAD}steps:
  - choose:
      - weight: 1
        get: /health
      - weight: 9
        steps:
          - group: shop
            steps:
              - get: /cart
                if: "1 > 2"
                capture: { cart: json.id }
  - get: /pay/\${cart} # send
    if: cart != ""
`);
    deepEqual(sent(found), { steps: ['request GET /cart', 'request GET /pay/{cart}'] });
    deepEqual(found.notes, [
      'Its condition `if: cart != ""` was not asked.',
      'Line 5: the branch was taken that gives `cart`.',
      'Line 12: the condition `if: 1 > 2` was not asked.',
    ]);
  });

  it('finds a request inside of groups and flows, with what stands before these', () => {
    deepEqual(
      sent(
        send(`${HEAD}flows:
  pay:
    - group: checkout
      steps:
        - get: /x
        - post: /pay/\${cart} # send
steps:
  - get: /cart
    capture: { cart: json.id }
  - use: pay
`),
      ),
      { steps: ['request GET /cart', 'request POST /pay/{cart}'] },
    );
  });

  it('sends the request before where the last response is read', () => {
    deepEqual(
      sent(
        send(`${HEAD}steps:
  - get: /a
  - get: /b
  - get: /c # send
    query: { after: "\${response.json.next}" }
`),
      ),
      { steps: ['request GET /b', 'request GET /c'] },
    );
  });

  it('works as well in setup', () => {
    deepEqual(
      sent(
        send(`${HEAD}setup:
  - post: /login
    capture: { token: json.token }
  - get: /me # send
    auth: { bearer: "\${token}" }
steps:
  - get: /a
`),
      ),
      { steps: ['request POST /login', 'request GET /me'] },
    );
  });

  it('asks for no secret, variable or var that it does not read', () => {
    const { plan } = send(`${HEAD}vars:
  unused: "\${secret.UNUSED}"
  user: "\${env.USER_NAME}"
  mail: "\${vars.user}@example.com"
steps:
  - post: /login
    json: { password: "\${secret.PASSWORD}" }
  - get: /mail # send
    query: { of: "\${vars.mail}" }
    auth: { bearer: "\${secret.TOKEN}" }
`);
    deepEqual(
      plan.vars.map(([name]) => name),
      ['user', 'mail'],
    );
    deepEqual(plan.secrets, ['TOKEN']);
    deepEqual(
      plan.env.map(({ name }) => name),
      ['USER_NAME'],
    );
  });

  it('sends nothing for what is no request', () => {
    const { plan } = load(`${HEAD}steps:\n  - get: /a\n  - think: 1s\n`);
    equal(sendPlan(plan, plan.scenarios[0]?.steps[1]?.id ?? -1), null);
    equal(sendPlan(plan, 99), null);
  });

  const HERE = `baseUrl: http://localhost:1
vus: 1
duration: 1s
steps:
  - name: first
    get: /a
    query:
      b: 1

  - group: shop
    steps:
      - get: /b
        check:
          ok: status == 200
  - poll:
      get: /c
      until: status == 200
      every: 1s
      timeout: 5s
  - choose:
      - weight: 1
        get: /d
      - weight: 2
        get: /e
thresholds:
  http_req_failed: rate < 1%
`;
  const places: readonly (readonly [line: string, step: string | null])[] = [
    ['vus: 1', null],
    ['steps:', null],
    ['  - name: first', 'first'],
    ['    get: /a', 'first'],
    ['      b: 1', 'first'],
    ['  - group: shop', null],
    ['      - get: /b', 'GET /b'],
    ['          ok: status == 200', 'GET /b'],
    ['  - poll:', 'poll'],
    ['      get: /c', 'poll'],
    ['      timeout: 5s', 'poll'],
    ['  - choose:', null],
    ['      - weight: 1', 'GET /d'],
    ['        get: /e', 'GET /e'],
    ['thresholds:', null],
    ['  http_req_failed: rate < 1%', null],
  ];
  for (const [line, expected] of places) {
    it(`${expected === null ? 'nothing' : `sends ${expected}`} where the cursor is in \`${line.trim()}\``, () => {
      const { plan, document } = load(HERE);
      const step = sendableAt(plan, document, HERE.split('\n').indexOf(line));
      equal(step && ('name' in step ? step.name : step.kind), expected);
    });
  }

  it('finds the request of a line in JSON, too', () => {
    const text =
      '{"baseUrl":"http://localhost:1","vus":1,"duration":"1s",\n"steps":[\n{"get":"/a",\n"query":{"a":"1"}\n},\n{"get":"/b"}\n]}';
    const { plan, document } = load(text, 'test.load.json');
    const found = text.split('\n').map((_, line) => sendableAt(plan, document, line));
    deepEqual(
      found.map((step) => (step && 'name' in step ? step.name : null)),
      [null, null, 'GET /a', 'GET /a', 'GET /a', 'GET /b', null],
    );
  });
});
