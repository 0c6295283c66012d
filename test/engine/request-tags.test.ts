import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { counted, messages, runScenario, type ScenarioRun } from '../support/run-scenario.ts';
import { useTargetServer } from '../support/target-server.ts';

describe('tags that requests work out', function () {
  this.timeout(20_000);
  const server = useTargetServer();

  const load = (text: string): string => `baseUrl: ${server.url}\n${text}`;

  /** The count of a metric by the value of a tag. */
  function byTag({ run }: ScenarioRun, metric: string, tag: string): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { definition, sink } of run.series()) {
      if (definition.metric !== metric) continue;
      const value = definition.tags[tag] ?? '';
      const count = sink.kind === 'counter' ? sink.sum : sink.kind === 'trend' ? sink.count : 0;
      counts[value] = (counts[value] ?? 0) + count;
    }
    return counts;
  }

  it('are told apart in every metric of a request, its retries and its records', async () => {
    const done = await runScenario(
      load(`
metrics: { size: trend }
data:
  shops: { values: [{ plan: free }, { plan: team }] }
iterations: 6
steps:
  - get: /status/503
    tags: { plan: "\${data.shops.plan}", fixed: yes }
    retry: { max: 1, on: 5xx, backoff: 1ms }
    record: { size: "1" }
  - poll:
      get: /ok
      tags: { plan: "p-\${data.shops.plan}" }
      until: status == 200
thresholds:
  "http_reqs{plan:team}": count == 6
`),
    );
    strictEqual(done.run.end?.exitCode, 0, messages(done.run).join('\n'));
    deepStrictEqual(byTag(done, 'http_reqs', 'plan'), { free: 6, team: 6, 'p-free': 3, 'p-team': 3 });
    deepStrictEqual(byTag(done, 'retries', 'plan'), { free: 3, team: 3 });
    deepStrictEqual(byTag(done, 'size', 'plan'), { free: 3, team: 3 });
    deepStrictEqual(byTag(done, 'poll_duration', 'plan'), { 'p-free': 3, 'p-team': 3 });
    deepStrictEqual(byTag(done, 'http_reqs', 'fixed'), { yes: 12, '': 6 });
  });

  it('are worked out once for a poll, whose own metrics have those of its tries', async () => {
    const done = await runScenario(
      load(`
iterations: 2
steps:
  - poll:
      get: /cookie
      tags: { draw: "p\${seq()}" }
      every: 1ms
      until: response.json.visits == "2"
`),
    );
    deepStrictEqual(byTag(done, 'http_reqs', 'draw'), { p0: 3, p1: 3 });
    deepStrictEqual(byTag(done, 'poll_duration', 'draw'), { p0: 1, p1: 1 });
  });

  it('have a hundred values and those that thresholds name, the same on all workers; the others count together', async () => {
    const done = await runScenario(
      load(`
vus: 8
iterations: 900
steps:
  - get: /ok
    tags: { user: "u\${iteration.global % 300}" }
thresholds:
  "http_reqs{user:u299}": count == 3
`),
      { options: { workers: 3 } },
    );
    const counts = byTag(done, 'http_reqs', 'user');
    strictEqual(done.run.end?.exitCode, 0, messages(done.run).join('\n'));
    const apart = Object.entries(counts).filter(([value]) => value !== '(other)');
    strictEqual(apart.length, 101);
    deepStrictEqual(new Set(apart.map(([, count]) => count)), new Set([3]));
    strictEqual(counts['(other)'], 900 - 303);
    const told = messages(done.run).filter((message) => message.includes('more than 100 values'));
    strictEqual(told.length, 1, messages(done.run).join('\n'));
    match(told[0] ?? '', /^The tag `user` of GET \/ok had more than 100 values; .*`\(other\)`/);
  });

  it('of one request together have no more combinations than one has values', async () => {
    const done = await runScenario(
      load(`
iterations: 400
steps:
  - get: /ok
    tags: { a: "\${iteration.global % 20}", b: "\${iteration.global % 21}" }
`),
    );
    const pairs = done.run.series().filter(({ definition }) => definition.metric === 'http_reqs');
    strictEqual(pairs.length, 101);
    strictEqual(counted(done.run, 'http_reqs'), 400);
  });

  it('show no secret and no credential', async () => {
    const done = await runScenario(
      load(`
iterations: 2
vars: { id: "\${secret.API}" }
steps:
  - set: { token: "captured-token-\${iteration.index}" }
  - get: /ok
    tags: { who: "\${token}", which: "id \${vars.id}" }
`),
      { secrets: { API: 'sesame-open' } },
    );
    deepStrictEqual(byTag(done, 'http_reqs', 'who'), { '•••': 2 });
    deepStrictEqual(byTag(done, 'http_reqs', 'which'), { 'id •••': 2 });
    ok(!/sesame-open|captured-token/.test(JSON.stringify(done.events.filter(({ type }) => type === 'series'))));
  });
});
