import { doesNotMatch, match, ok, strictEqual } from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { LOCUST_FILES } from '../../src/report/locust-csv.ts';
import { startReceiverServer, type ReceiverServer } from '../support/receiver-server.ts';
import { useTargetServer } from '../support/target-server.ts';
import { cli, TestFolder, type CliResult } from './cli-process.ts';

describe('rampwright run --out', () => {
  const target = useTargetServer();
  let receiver: ReceiverServer;
  let folder: TestFolder;
  beforeEach(async () => {
    folder = new TestFolder();
    receiver = await startReceiverServer();
  });
  afterEach(async () => {
    folder.remove();
    await receiver.close();
  });

  const counted = (name = 'counted', threshold = 'http_reqs: count == 20'): string =>
    folder.write(
      `${name}.load.yaml`,
      `baseUrl: ${target.url}
vus: 2
iterations: 20
steps:
  - get: /ok
thresholds:
  ${threshold}
`,
    );

  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> =>
    cli(['run', ...args, '--no-progress'], { cwd: folder.path, env });

  it('writes every format in one run, the names without a target after the run', async () => {
    const kinds = ['markdown', 'junit=tests.xml', 'locust-csv=out/api', 'csv=rows.csv', 'intervals', 'influxdb=run.lp'];
    const more = ['k6-summary=summary.json', 'k6-summary-data=data.json'];
    const result = await run([counted(), ...[...kinds, ...more].flatMap((kind) => ['-o', kind])]);
    strictEqual(result.code, 0, result.stdout + result.stderr);
    const files = readdirSync(folder.path);
    ok(files.some((file) => /^counted-\d{8}-\d{6}-[0-9a-f]{4}\.md$/.test(file)));
    ok(files.some((file) => file.endsWith('.intervals.jsonl')));
    for (const ending of LOCUST_FILES) ok(existsSync(folder.at(`out/api${ending}`)), ending);
    match(readFileSync(folder.at('tests.xml'), 'utf8'), /tests="2" failures="0" errors="0"/);
    match(readFileSync(folder.at('out/api_stats.csv'), 'utf8'), /\r\nGET,\/ok,20,0,/);
    match(
      result.stdout,
      /JUnit XML +tests\.xml\n[\s\S]*Locust CSV files +out\/api_stats\.csv, out\/api_stats_history\.csv/,
    );
  });

  it('sends a run to InfluxDB, Prometheus and OpenTelemetry while it goes', async () => {
    receiver.answer((_, { path }) => ({ status: path === '/v1/metrics' ? 200 : 204 }));
    const result = await run([
      counted(),
      ...['-o', `influxdb=${receiver.url}/loads`, '-o', `prometheus-rw=${receiver.url}/api/v1/write`],
      ...['-o', `opentelemetry=${receiver.url}`],
    ]);
    strictEqual(result.code, 0, result.stdout + result.stderr);
    const paths = new Set(receiver.received.map(({ path }) => path.split('?')[0]));
    for (const path of ['/query', '/write', '/api/v1/write', '/v1/metrics']) ok(paths.has(path), path);
    match(result.stdout, /InfluxDB at http:\S+ +\d+\spoints sent/);
    match(result.stdout, /Prometheus at http:\S+ +\d+\ssamples sent/);
    match(result.stdout, /OpenTelemetry at http:\S+ +\d+\sdata points sent/);
    doesNotMatch(result.stdout, /did not get/);
  });

  it('goes on without a receiver that is not there, and says at the end what it did not get', async () => {
    await receiver.close();
    const result = await run([counted(), '-o', `influxdb=${receiver.url}/loads`, '-o', `otel=${receiver.url}`], {
      OTEL_EXPORTER_OTLP_TIMEOUT: '500',
    });
    strictEqual(result.code, 0, result.stdout + result.stderr);
    match(
      result.stdout,
      /InfluxDB at http:\/\/\S+ does not take the run's points: connection refused\. The run goes on\./,
    );
    match(result.stdout, /InfluxDB at http:\/\/\S+ did not get \d+ of \d+\spoints: connection refused\./);
    match(result.stdout, /OpenTelemetry at http:\/\/\S+ did not get \d+ of \d+\sdata points: connection refused\./);
    strictEqual(target.counts().requests, 20);
  });

  it('names the variables of a receiver that refuses the credentials, and never the credentials', async () => {
    receiver.answer(() => ({ status: 401, body: 'no' }));
    const result = await run([counted(), '-o', 'prometheus-rw'], {
      K6_PROMETHEUS_RW_SERVER_URL: receiver.url,
      K6_PROMETHEUS_RW_BEARER_TOKEN: 'sesame-open-1234',
    });
    strictEqual(result.code, 0, result.stdout + result.stderr);
    strictEqual(receiver.received[0]?.headers.authorization, 'Bearer sesame-open-1234');
    match(result.stdout, /401 Unauthorized: no\. Set K6_PROMETHEUS_RW_USERNAME/);
    doesNotMatch(result.stdout + result.stderr, /sesame/);
  });

  it('fills the summary of a step in GitHub Actions, a run after the other, and annotates what failed', async () => {
    const env = { GITHUB_STEP_SUMMARY: folder.at('summary.md'), GITHUB_WORKSPACE: folder.path };
    mkdirSync(folder.at('loads'));
    const failing = counted('loads/failing', 'http_reqs: count > 1000');
    const result = await run([counted(), failing, '-o', 'github-summary'], env);
    strictEqual(result.code, 99, result.stdout + result.stderr);
    const summary = readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8');
    match(summary, /\*\*✅ Passed: the one requirement\*\*[\s\S]*\*\*❌ Failed: 1 of 1 requirement\*\*/);
    match(
      result.stdout,
      /\n::error file=loads\/failing\.load\.yaml,line=7,endLine=7,title=http_reqs%3A count > 1000::http_reqs: count > 1000: 20, target > 1,000 \(98\.0 %25 short\)\n/,
    );
    strictEqual(result.stdout.match(/^::/gm)?.length, 1);
  });

  const refused: readonly (readonly [title: string, args: readonly string[], message: RegExp])[] = [
    ['a kind that is misspelt', ['-o', 'junti=x.xml'], /no output called "junti"\.\nDid you mean junit\?/],
    ['a file in a place that is none', ['-o', 'junit=/dev/null/x.xml'], /a part of its path is not a folder/],
    ['the first of several files', ['-o', 'locust-csv=/dev/null/x'], /x_stats\.csv can't be written/],
    ['a URL that is none', ['-o', 'opentelemetry=localhost'], /takes a URL, not "localhost"/],
    [
      'a summary of a step outside of GitHub Actions',
      ['-o', 'github-summary'],
      /works in GitHub Actions[\s\S]*--out markdown/,
    ],
    [
      'InfluxDB 2 without a bucket',
      ['-o', 'influxdb=http://127.0.0.1:9/api/v2/write'],
      /needs a bucket[\s\S]*INFLUX_BUCKET/,
    ],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title} with 104, before anything is sent`, async () => {
      const result = await run([counted(), ...args]);
      strictEqual(result.code, 104, result.stdout);
      match(result.stderr, message);
      strictEqual(target.counts().requests, 0);
    });
  }

  it('lets several runs write into files of their own only', async () => {
    const [a, b] = [counted('a'), counted('b')];
    const shared = await run([a, b, '-o', 'junit=tests.xml']);
    strictEqual(shared.code, 104);
    match(shared.stderr, /only the last one would be left\.\nPut \{run\} into its name/);
    const own = await run([a, b, '-o', 'junit=tests/{run}.xml']);
    strictEqual(own.code, 0, own.stdout + own.stderr);
    match(readdirSync(folder.at('tests')).sort().join(' '), /^a-\S+\.xml b-\S+\.xml$/);
  });

  it('names a run so that every file system and command line takes it, whatever the scenario is called', async () => {
    for (const name of ['y'.repeat(240), '日本語 %#']) {
      const { code, stdout, stderr } = await run([counted(name), '-o', 'jsonl']);
      strictEqual(code, 0, stdout + stderr);
    }
    match(readdirSync(folder.at('.rampwright/runs')).sort().join(' '), /^run-2\S+ y{100}-2\S+$/);
  });

  it('writes a stored run in any format, too', async () => {
    const journal = folder.at('kept.run.jsonl');
    await run([counted(), '-o', `jsonl=${journal}`]);
    const report = (...args: string[]): Promise<CliResult> => cli(['report', journal, ...args], { cwd: folder.path });

    const printed = await report('--format', 'markdown', '--out', 'junit=tests.xml');
    strictEqual(printed.code, 0, printed.stderr);
    match(printed.stdout, /^# counted[\s\S]*\| `GET \/ok` \| 20 \|/);
    match(printed.stderr, /^JUnit XML {2}tests\.xml\n$/);
    match(readFileSync(folder.at('tests.xml'), 'utf8'), /<testsuites /);

    match((await report('--format', 'markdwon')).stderr, /no format called "markdwon"\.\nDid you mean markdown\?/);
    match((await report('--format', 'locust-csv')).stderr, /several files[\s\S]*--out locust-csv=PREFIX/);
    match((await report('--out', 'k6-json=x')).stderr, /no single samples/);
    match((await report('--out', 'influxdb=http://127.0.0.1:9')).stderr, /--out influxdb=FILE here/);
  });
});
