import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { debianProgram } from '../support/debian-program.ts';
import { startInfluxdb, startPrometheus, type ReceiverProgram } from '../support/receiver-program.ts';
import { startTargetServer, type TargetServer } from '../support/target-server.ts';
import { cli, TestFolder } from './cli-process.ts';

/** A first use fetches 25 MB. */
const INSTALL_MS = 120_000;

/** Runs 40 requests, a quarter of them answered with 404, and sends the run to an output. What it printed comes back. */
async function sendRun(output: string): Promise<string> {
  const folder = new TestFolder();
  const target: TargetServer = await startTargetServer();
  try {
    const file = folder.write(
      'received.load.yaml',
      `baseUrl: ${target.url}
vus: 2
iterations: 10
steps:
  - get: /ok
  - get: /ok?again
    name: Wörter mit "Zeichen", \\ und =
  - get: /ok
    tags: { tier: gold }
  - get: /status/404
thresholds:
  http_req_failed: rate < 10%
  http_req_duration: p(95) < 30s
`,
    );
    const { code, stdout, stderr } = await cli(['run', file, '--no-progress', '-o', output], { cwd: folder.path });
    strictEqual(code, 99, stdout + stderr);
    strictEqual(target.counts().requests, 40);
    return stdout;
  } finally {
    await target.close();
    folder.remove();
  }
}

describe('a real Prometheus', () => {
  let prometheus: ReceiverProgram;
  before(async function () {
    this.timeout(INSTALL_MS);
    const program = await debianProgram('prometheus', 'prometheus');
    if (program === null) return this.skip();
    prometheus = await startPrometheus(program);
  });
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- not there where the tests are skipped
  after(() => prometheus?.close());

  /** The last value of each series of a selector, by the labels that a test names. */
  async function values(selector: string, ...by: readonly string[]): Promise<Record<string, number>> {
    const answer = (await prometheus.ask('/api/v1/query', { query: `last_over_time(${selector}[10m])` })) as {
      readonly data: {
        readonly result: readonly {
          readonly metric: Readonly<Record<string, string>>;
          readonly value: readonly [number, string];
        }[];
      };
    };
    return Object.fromEntries(
      answer.data.result.map(({ metric, value }) => [
        by.map((label) => metric[label] ?? '').join(' · '),
        Number(value[1]),
      ]),
    );
  }

  it('takes every sample by remote write, and has the counts that the server saw', async () => {
    const stdout = await sendRun(`prometheus-rw=${prometheus.url}/api/v1/write`);
    match(stdout, /Prometheus at http:\S+ +\d+\ssamples sent/);
    const requests = await values('k6_http_reqs_total', 'name', 'status', 'tier');
    deepStrictEqual(requests, {
      'GET /ok · 200 · ': 10,
      'Wörter mit "Zeichen", \\ und = · 200 · ': 10,
      'GET /ok · 200 · gold': 10,
      'GET /status/{id} · 404 · ': 10,
    });
    deepStrictEqual(await values('k6_iterations_total', 'scenario'), { default: 10 });
    const p95 = await values('k6_http_req_duration_p95{status="404"}', 'name');
    const seconds = p95['GET /status/{id}'] ?? NaN;
    ok(seconds > 0 && seconds < 30, String(seconds));
    deepStrictEqual(await values('rampwright_threshold_ok', 'threshold'), {
      'http_req_failed: rate < 10%': 0,
      'http_req_duration: p(95) < 30s': 1,
    });
  });
});

describe('a real InfluxDB', () => {
  let influxdb: ReceiverProgram;
  before(async function () {
    this.timeout(INSTALL_MS);
    const program = await debianProgram('influxd', 'influxdb');
    if (program === null) return this.skip();
    influxdb = await startInfluxdb(program);
  });
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- not there where the tests are skipped
  after(() => influxdb?.close());

  /** What a query of a group by tags answers: the tags' values → the last column. */
  async function values(q: string): Promise<Record<string, unknown>> {
    const answer = (await influxdb.ask('/query', { db: 'loads', q })) as {
      readonly results: readonly {
        readonly series?: readonly {
          readonly tags?: Readonly<Record<string, string>>;
          readonly values: readonly (readonly unknown[])[];
        }[];
      }[];
    };
    const series = answer.results[0]?.series ?? [];
    return Object.fromEntries(
      series.map(({ tags = {}, values: rows }) => [Object.values(tags).join(' · '), rows[0]?.at(-1)]),
    );
  }

  it('gets its database made, takes every line, and has the counts that the server saw', async () => {
    const stdout = await sendRun(`influxdb=${influxdb.url}/loads`);
    match(stdout, /InfluxDB at http:\S+ +\d+\spoints sent/);
    deepStrictEqual(await values('SELECT sum(value) FROM http_reqs GROUP BY "name", status, tier'), {
      'GET /ok · 200 · ': 10,
      'Wörter mit "Zeichen", \\ und = · 200 · ': 10,
      'GET /ok · 200 · gold': 10,
      'GET /status/{id} · 404 · ': 10,
    });
    deepStrictEqual(await values('SELECT last(ok) FROM threshold GROUP BY threshold'), {
      'http_req_duration: p(95) < 30s': 1,
      'http_req_failed: rate < 10%': 0,
    });
  });
});
