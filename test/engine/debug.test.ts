import assert, { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { DebugRun } from '../support/debug-run.ts';
import { useTargetServer } from '../support/target-server.ts';

describe('debugging a scenario', function () {
  this.timeout(30_000);
  const target = useTargetServer();
  let run: DebugRun | null = null;
  afterEach(async () => {
    run?.engine.kill();
    await run?.engine.finished;
    run = null;
  });

  const debug = (...args: ConstructorParameters<typeof DebugRun>): DebugRun => (run = new DebugRun(...args));

  const SHOP = (): string => `baseUrl: ${target.url}
vus: 5
duration: 1m
setup:
  - get: /json
    capture: { token: json.token, user: json.name }
flows:
  browse:
    - get: /ok
    - group: shop
      steps:
        - get: /json
          capture: { id: json.id }
        - think: 10m
        - get: /echo
          headers: { authorization: "Bearer \${setup.token}", x-user: "\${setup.user}" }
steps:
  - use: browse
  - set: { twice: "\${id * 2}" }
  - get: /status/204
`;

  it('stops before the first step, steps over, into and out of flows and groups, and comes to its end', async () => {
    const session = debug(SHOP(), { stopOnEntry: true });
    equal(await session.stop(), 'entry GET /json');
    deepEqual(target.counts().requests, 0);
    equal(await session.go('over'), 'step flow browse');
    equal(await session.go('into'), 'step GET /ok');
    equal(await session.go('over'), 'step group shop');
    equal(await session.go('into'), 'step GET /json');
    equal(await session.go('over'), 'step think');
    equal(await session.go('out'), 'step set twice');
    equal(await session.go('over'), 'step GET /status/{id}');
    equal(await session.go('over'), 'end');
    equal((await session.engine.finished).end?.outcome, 'passed');
    equal(target.counts().requests, 5);
  });

  it('steps over a whole flow', async () => {
    const session = debug(SHOP(), { stopOnEntry: true });
    await session.stop();
    equal(await session.go('over'), 'step flow browse');
    equal(await session.go('over'), 'step set twice');
  });

  it('stops at breakpoints, and shows what the iteration sees there', async () => {
    const session = debug(SHOP(), { stopOnEntry: true });
    await session.stop();
    session.break(session.breakpoint(15), session.breakpoint(20));
    equal(await session.go(), 'breakpoint GET /echo');
    deepEqual(await session.members('Locals'), ['id: 7']);
    deepEqual((await session.members('Response')).slice(0, 3), [
      'status: 200',
      'statusText: "OK"',
      'proto: "HTTP/1.1"',
    ]);
    deepEqual(await session.members('Response', 'json', 'items'), ['0: {"id":1}', '1: {"id":2}']);
    deepEqual(await session.members('Response', 'json', 'items', '1'), ['id: 2']);
    deepEqual(await session.members('Scenario', 'setup'), ['token: "•••"', 'user: "Ada"']);
    deepEqual(await session.members('Scenario', 'vu'), ['id: 1']);
    equal(await session.evaluate('id + 1'), '8');
    equal(await session.evaluate('json.items.size() == 2'), 'true');
    equal(await session.evaluate('response'), 'status 200');
    equal(await session.evaluate('nothing'), '`nothing` has no value here.');
    await session.ask({ kind: 'set', name: 'id', expression: '20 + 1' });
    equal(await session.go(), 'breakpoint GET /status/{id}');
    deepEqual(await session.members('Locals'), ['id: 21', 'twice: 42']);
    equal(await session.go(), 'end');
  });

  it('stops only where a condition holds, at the hit that is wanted, and writes instead of stopping', async () => {
    const session = debug(
      `baseUrl: ${target.url}
scenarios:
  a: { executor: per-vu-iterations, vus: 1, iterations: 1, flow: f }
flows:
  f:
    - forEach: "[1, 2, 3, 4, 5, 6]"
      as: n
      steps:
        - set: { square: "\${n * n}" }
        - get: /ok
`,
      { stopOnEntry: true },
    );
    await session.stop();
    session.break(
      session.breakpoint(10, { condition: 'square > 8' }),
      session.breakpoint(9, { log: 'n is {n}, and ${n * 10}' }),
    );
    equal(await session.go(), 'breakpoint GET /ok');
    deepEqual(await session.members('Locals'), ['n: 3', 'square: 9']);
    deepEqual(
      session.output.filter((line) => line.startsWith('logpoint')),
      ['logpoint 9: n is 1, and 10', 'logpoint 9: n is 2, and 20', 'logpoint 9: n is 3, and 30'],
    );
    session.break(session.breakpoint(9, { hits: { operator: '%', count: 3 } }));
    equal(await session.go(), 'breakpoint set square');
    deepEqual((await session.members('Locals'))[0], 'n: 6');
    equal(await session.go(), 'end');
  });

  it('stops at an answer that is not as expected, and says what came', async () => {
    const session = debug(
      `baseUrl: ${target.url}\nvus: 1\nduration: 1s\nsteps:\n  - get: /status/404\n  - get: /ok\n`,
      {
        exceptions: ['expectations'],
      },
    );
    const stopped = await session.stopped();
    equal(stopped?.reason.kind, 'exception');
    match(stopped.reason.exception?.text ?? '', /The status was 404; expected 200-399/);
    match(stopped.reason.exception?.details ?? '', /The body begins with:\n\{\}/);
    equal(await session.evaluate('status'), '404');
    equal(await session.go('over'), 'step GET /ok');
    equal(await session.go(), 'end');
  });

  it('stops at checks that do not hold, and before an error ends the iteration', async () => {
    const session = debug(
      `baseUrl: ${target.url}\nvus: 1\nduration: 1s\nsteps:\n  - get: /json\n    check: { named: json.name == "Bob" }\n  - get: /json\n    capture: { gone: json.gone }\n  - get: /never/\${gone}\n`,
      { exceptions: ['checks', 'errors'] },
    );
    equal(
      (await session.stopped())?.reason.exception?.text,
      '“named” does not hold: json.name == "Bob", where json.name is "Ada"',
    );
    session.engine.debug({ kind: 'go', how: 'continue' });
    const error = await session.stopped();
    equal(error?.reason.exception?.filter, 'errors');
    match(error.reason.exception.text, /`gone` could not be captured from GET \/json/);
    equal(await session.evaluate('json.id'), '7');
    equal(await session.go(), 'end');
    equal(target.counts().requests, 2);
  });

  it('has the scenarios of a file in turn, each a thread', async () => {
    const session = debug(`baseUrl: ${target.url}
scenarios:
  a: { executor: constant-vus, vus: 9, duration: 1m, steps: [{ get: /delay/30, name: a1 }, { get: /ok, name: a2 }] }
  b: { executor: constant-vus, vus: 9, duration: 1m, steps: [{ get: /ok, name: b1 }] }
`);
    equal(await session.stop(), 'end');
    deepEqual(
      session.events.flatMap((event) => (event.kind === 'thread' ? [`${event.thread} ${event.runs}`] : [])),
      ['2 true', '2 false', '3 true', '3 false'],
    );
    deepEqual(session.output, ['a1 200', 'a2 200', 'b1 200']);
  });

  it('pauses a scenario that runs', async () => {
    const session = debug(
      `baseUrl: ${target.url}\nvus: 1\nduration: 1s\nsteps:\n  - repeat: 1000\n    steps:\n      - get: /delay/20\n`,
      { stopOnEntry: true },
    );
    await session.stop();
    session.engine.debug({ kind: 'go', how: 'continue' });
    session.engine.debug({ kind: 'pause' });
    match(await session.stop(), /^pause GET/);
  });

  it('shows no secret, whatever is asked', async () => {
    const session = debug(
      `baseUrl: ${target.url}\nvus: 1\nduration: 1s\nvars: { copy: "\${secret.KEY}" }\nsteps:\n  - get: /echo\n    headers: { x-key: "\${secret.KEY}" }\n    capture:\n      seen: json.headers['x-key']\n      password: json.method\n  - log: "the key is \${secret.KEY}"\n  - get: /ok\n`,
      { stopOnEntry: true },
      { KEY: 'open-sesame-4711' },
    );
    await session.stop();
    session.break(session.breakpoint(12));
    equal(await session.go(), 'breakpoint GET /ok');
    deepEqual(await session.members('Locals'), ['seen: "•••"', 'password: "•••"']);
    deepEqual(await session.members('Scenario', 'secret'), ['KEY: "•••"']);
    equal(await session.evaluate('secret.KEY + "!"'), '"•••"');
    assert.ok(session.output.includes('info 11: the key is •••'), session.output.join('\n'));
    doesNotMatch(JSON.stringify([session.events, await session.members('Response', 'json')]), /sesame/);
  });

  it('is not hurried: what is slow to be looked at is no timeout', async () => {
    const session = debug(
      `baseUrl: ${target.url}\nvus: 1\nduration: 100ms\nsetupTimeout: 100ms\nsetup: [{ get: /ok, name: before }]\nhttp: { timeout: 100ms }\nsteps: [{ get: /ok, name: a }, { get: /ok, name: b }]\n`,
      { stopOnEntry: true },
    );
    equal(await session.stop(), 'entry GET before');
    // The time that passes is the test.
    await new Promise((resolve) => setTimeout(resolve, 300));
    equal(await session.go('over'), 'step GET a');
    await new Promise((resolve) => setTimeout(resolve, 300));
    equal(await session.go('over'), 'step GET b');
    equal(await session.go(), 'end');
    equal((await session.engine.finished).end?.outcome, 'passed');
  });
});
