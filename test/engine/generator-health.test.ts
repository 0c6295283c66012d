import { strict as assert } from 'node:assert';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { diagnose, findingText } from '../../src/report/diagnosis/index.ts';
import { STRAINED_DELAY_MS } from '../../src/run/generator-health.ts';
import { runScenario, type ScenarioRun } from '../support/run-scenario.ts';

/** Its parsing alone keeps an event loop for longer than what counts as saturated. */
const HUGE = JSON.stringify(Array.from({ length: 400_000 }, (_, id) => ({ id, name: 'x' })));
const MOST_TRIES = 10;

describe('the judgement of the generator', function () {
  this.timeout(60_000);
  let server: Server;
  let url = '';

  before(async () => {
    server = createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(request.url === '/huge' ? HUGE : '{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  after(() => server.close());

  it('is saturated where a worker is blocked by its own work, whatever the server does', async () => {
    const { run } = await runScenario(`baseUrl: ${url}
vus: 4
duration: 5s
steps:
  - get: /huge
    check: { is all: "size(json) == 400000" }
`);
    const { trust, cause, worst } = run.generator.judgement;
    assert.deepEqual([trust, cause], ['saturated', 'event-loop']);
    assert.ok(worst > 50);
  });

  it('is saturated where the engine was suspended, and says for how long', async function () {
    if (process.platform === 'win32') this.skip();
    let suspended = false;
    const { run } = await runScenario(`baseUrl: ${url}\nvus: 2\nduration: 5s\nsteps: [{ get: / }, { think: 50ms }]\n`, {
      onEvent({ type }, { pid }) {
        if (type !== 'interval' || suspended || pid === undefined) return;
        suspended = true;
        process.kill(pid, 'SIGSTOP');
        setTimeout(() => process.kill(pid, 'SIGCONT'), 2500);
      },
    });
    const { trust, cause, worst } = run.generator.judgement;
    assert.deepEqual([trust, cause], ['saturated', 'stall']);
    assert.ok(worst > 2000 && worst < 4000, `${worst} ms`);
    assert.match(
      diagnose(run)
        .map((finding) => findingText(finding))
        .join('\n'),
      /stood still for 2\.\d+\u00a0s/,
    );
  });

  it('is trustworthy where it has little to do', async () => {
    const light = `baseUrl: ${url}
vus: 2
duration: 4s
steps:
  - get: /
  - think: 100ms
`;
    // A machine that does not even let this test's own idle process run in time can't tell a healthy generator: it is asked again.
    for (let nth = 1; ; nth++) {
      const { run, quiet } = await onQuietMachine(() => runScenario(light));
      if (!quiet && nth < MOST_TRIES && run.generator.judgement.trust !== 'trustworthy') continue;
      assert.deepEqual(run.generator.judgement, { trust: 'trustworthy', cause: null, share: 0, worst: 0 });
      break;
    }
  });
});

/** `quiet`: this process, which only waited, was never late itself by what counts as strain. */
async function onQuietMachine(make: () => Promise<ScenarioRun>): Promise<ScenarioRun & { readonly quiet: boolean }> {
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  const made = await make();
  delays.disable();
  return { ...made, quiet: delays.max / 1e6 - 10 < STRAINED_DELAY_MS };
}
