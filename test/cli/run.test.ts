import { deepStrictEqual, doesNotMatch, match, ok, strictEqual } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { K6Summary } from '../../src/report/k6-summary.ts';
import { useTargetServer } from '../support/target-server.ts';
import { cli, TestFolder } from './cli-process.ts';

interface K6Line {
  readonly metric: string;
  readonly type: 'Metric' | 'Point';
  readonly data: { readonly time: string; readonly value: number; readonly tags: Readonly<Record<string, string>> };
}

describe('rampwright run', () => {
  const target = useTargetServer();
  let folder: TestFolder;
  beforeEach(() => {
    folder = new TestFolder();
  });
  afterEach(() => folder.remove());

  /** 20 iterations of 2 requests. */
  const counted = (thresholds: string): string =>
    folder.write(
      'counted.load.yaml',
      `name: Counted
baseUrl: ${target.url}
vus: 2
iterations: 20
steps:
  - get: /ok
  - get: /json
    check: { has a name: response.json.name == "Ada" }
thresholds:
  ${thresholds}
`,
    );

  const endless = (): string =>
    folder.write(
      'endless.load.yaml',
      `baseUrl: ${target.url}
vus: 1
duration: 1m
steps:
  - get: /ok
  - think: 100ms
thresholds:
  http_req_failed: rate < 1%
`,
    );

  it('passes, and counts just what the server counted', async () => {
    const summary = folder.at('summary.json');
    const result = await cli(['run', counted('http_req_failed: rate < 1%'), '--summary-export', summary]);
    strictEqual(result.code, 0, result.stdout + result.stderr);
    match(result.stdout, /✓ Passed: the one requirement/);
    match(result.stdout, new RegExp(`Counted {2}counted\\.load\\.yaml {2}→ {2}${target.url}`));
    match(result.stdout, /Exit code 0\n$/);
    strictEqual(result.stderr, '');

    strictEqual(target.counts().requests, 40);
    const { metrics, root_group: root } = JSON.parse(readFileSync(summary, 'utf8')) as K6Summary;
    strictEqual(metrics['http_reqs']?.['count'], 40);
    strictEqual(metrics['iterations']?.['count'], 20);
    deepStrictEqual(metrics['http_req_failed'], { value: 0, passes: 0, fails: 40, thresholds: { 'rate < 1%': false } });
    strictEqual(root.checks['has a name']?.passes, 20);
  });

  it('ends with 99 where a threshold fails', async () => {
    const result = await cli(['run', counted('http_reqs: count > 1000')]);
    strictEqual(result.code, 99, result.stderr);
    match(result.stdout, /✗ Failed: 1 of 1 requirement/);
    match(result.stdout, /✗ fail +http_reqs +> 1,000 +40 /);
  });

  it('ends with 99 where a threshold has no data, unless that is allowed', async () => {
    const file = counted('"http_req_duration{expected_response:false}": p(95) < 1s');
    const strict = await cli(['run', file]);
    strictEqual(strict.code, 99, strict.stderr);
    match(strict.stdout, /\? no data .* no samples +inconclusive/);
    strictEqual((await cli(['run', file, '--allow-empty-thresholds'])).code, 0);
  });

  it('runs several files one after another and ends with the worst', async () => {
    const failing = folder.write(
      'failing.load.yaml',
      `baseUrl: ${target.url}\nvus: 1\niterations: 3\nsteps:\n  - get: /status/503\nthresholds:\n  http_req_failed: rate < 1%\n`,
    );
    const result = await cli(['run', failing, counted('http_req_failed: rate < 1%')]);
    strictEqual(result.code, 99, result.stderr);
    ok(result.stdout.indexOf('503 Service Unavailable') < result.stdout.indexOf('Passed'), result.stdout);
    strictEqual(target.counts().requests, 43);
  });

  it("takes k6's load options and says so in the journal", async () => {
    const journal = folder.at('out/run.run.jsonl');
    const args = ['-u', '1', '-i', '3', '--seed', '7', '--quiet', '-o', `jsonl=${journal}`];
    const result = await cli(['run', counted('http_reqs: count == 6'), ...args]);
    strictEqual(result.code, 0, result.stdout + result.stderr);
    strictEqual(target.counts().requests, 6);
    const [start = '{}'] = readFileSync(journal, 'utf8').split('\n');
    deepStrictEqual((JSON.parse(start) as { options: unknown }).options, {
      workers: 1,
      seed: 7,
      overrides: ['--vus 1', '--iterations 3'],
    });
    match(result.stdout, /^ {2}✓ Passed|^\n {2}✓ Passed/);
  });

  it('writes a point for every sample as k6 does, and gzip where the name asks for it', async () => {
    const plain = folder.at('points.json');
    const zipped = folder.at('points.json.gz');
    const result = await cli([
      'run',
      counted('http_reqs: count == 40'),
      '-o',
      `k6-json=${plain}`,
      '-o',
      `k6-json=${zipped}`,
    ]);
    strictEqual(result.code, 0, result.stdout + result.stderr);
    const text = readFileSync(plain, 'utf8');
    strictEqual(gunzipSync(readFileSync(zipped)).toString('utf8'), text);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as K6Line);
    for (const metric of ['http_reqs', 'http_req_duration', 'http_req_waiting', 'http_req_failed']) {
      const points = lines.filter((line) => line.metric === metric && line.type === 'Point');
      strictEqual(points.length, 40, metric);
      strictEqual(lines.find((line) => line.metric === metric)?.type, 'Metric');
      for (const { data } of points) {
        match(data.time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
        ok(Object.values(data.tags).every((value) => typeof value === 'string'));
        strictEqual(data.tags['url'], data.tags['name']);
      }
    }
    strictEqual(lines.filter((line) => line.metric === 'iterations' && line.type === 'Point').length, 20);
  });

  it('keeps the journal in the usual folder, from where it can be shown again', async () => {
    const result = await cli(['run', counted('http_reqs: count == 40'), '-o', 'jsonl'], { cwd: folder.path });
    strictEqual(result.code, 0, result.stderr);
    const [name = ''] = readdirSync(folder.at('.rampwright/runs'));
    match(name, /^counted-\d{8}-\d{6}-[0-9a-f]{4}\.run\.jsonl\.gz$/);
    const shown = await cli(['report', name.replace('.run.jsonl.gz', '')], { cwd: folder.path });
    strictEqual(shown.code, 0, shown.stderr);
    const tables = (text: string): string =>
      text
        .slice(text.indexOf('VERDICT'), text.indexOf('Exit code'))
        .replace(/Journal.*\n/, '')
        .trim();
    strictEqual(tables(shown.stdout), tables(result.stdout));
  });

  it('replaces the journal of an earlier run under the same name, as all other outputs', async () => {
    const journal = folder.at('run.jsonl');
    const sizes: number[] = [];
    for (const threshold of ['http_reqs: count == 40', 'http_reqs: count == 41']) {
      const result = await cli(['run', counted(threshold), '-o', `jsonl=${journal}`]);
      strictEqual(result.code, threshold.endsWith('40') ? 0 : 99, result.stdout + result.stderr);
      const starts = readFileSync(journal, 'utf8').match(/"type":"run-start"/g) ?? [];
      sizes.push(starts.length);
    }
    deepStrictEqual(sizes, [1, 1]);
  });

  it('gives programs every event on standard output, and people the rest on standard error', async () => {
    const result = await cli(['run', counted('http_reqs: count == 40'), '--events']);
    strictEqual(result.code, 0, result.stderr);
    const types = result.stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { type: string }).type);
    strictEqual(types[0], 'run-start');
    strictEqual(types.at(-1), 'run-end');
    match(result.stderr, /✓ Passed/);
  });

  it('stops gracefully at the first SIGINT, keeps the results, and ends with 105', async () => {
    const summary = folder.at('summary.json');
    const signalled = new Set<number | undefined>();
    const result = await cli(['run', endless(), '--summary-export', summary, '--events'], {
      onOutput: (stdout, child) => {
        if (!stdout.includes('"type":"interval"') || signalled.has(child.pid)) return;
        signalled.add(child.pid);
        child.kill('SIGINT');
      },
    });
    strictEqual(result.code, 105, result.stderr);
    match(result.stderr, /Stopping: what is under way may finish/);
    match(result.stderr, /■ Interrupted at 0:0\d of 1:00/);
    const { metrics } = JSON.parse(readFileSync(summary, 'utf8')) as K6Summary;
    strictEqual(metrics['http_reqs']?.['count'], target.counts().requests);
  });

  // The oldest Node takes a reset that it sees together with data for the end (libuv 1.46).
  it('tells a reset right behind a part of the body from the end of the connection', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nok');
        socket.resetAndDestroy();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const file = folder.write(
      'reset.load.yaml',
      `iterations: 30
steps:
  - get: http://127.0.0.1:${port}/
thresholds:
  errors{error_code:1220}: count == 30
`,
    );
    const { code, stdout } = await cli(['run', file]);
    server.close();
    strictEqual(code, 0, stdout);
  });

  it('goes on without a reader that went away', async () => {
    const result = await cli(['run', counted('http_reqs: count == 40'), '--events'], {
      started: (child) => child.stdout?.destroy(),
    });
    strictEqual(result.code, 0, result.stderr);
    strictEqual(target.counts().requests, 40);
  });

  (existsSync('/dev/full') ? it : it.skip)('goes on where its output is redirected to a full disk', async () => {
    const result = await cli(['run', counted('http_reqs: count == 40')], { output: '/dev/full' });
    strictEqual(result.code, 0, result.stderr);
    match(result.stderr, /could not be written to standard output: ENOSPC/);
    strictEqual(target.counts().requests, 40);
  });

  it('ends with 107 where setup fails, and makes no load', async () => {
    const file = folder.write(
      'setup.load.yaml',
      `baseUrl: ${target.url}
setup:
  - get: /json
    expect: { status: 200 }
    capture: { token: json.access_token }
vus: 1
iterations: 5
steps:
  - get: /ok
    auth: { bearer: "\${setup.token}" }
`,
    );
    const result = await cli(['run', file]);
    strictEqual(result.code, 107, result.stdout + result.stderr);
    strictEqual(target.counts().byOutcome['GET /ok 200'], undefined);
    match(result.stdout, /Aborted before the load began: Setup failed/);
  });

  it('ends with 107 where teardown fails, and says so', async () => {
    const file = folder.write(
      'teardown.load.yaml',
      `baseUrl: ${target.url}
vus: 1
iterations: 5
steps:
  - get: /ok
teardown:
  - fail: The basket could not be emptied.
thresholds:
  http_reqs: count == 5
`,
    );
    const summary = folder.at('teardown.xml');
    const { code, stdout, stderr } = await cli(['run', file, '--out', `junit=${summary}`]);
    strictEqual(code, 107, stdout + stderr);
    match(stdout, /✗ Teardown failed: The basket could not be emptied\n/);
    match(stdout, /✓ pass +http_reqs/);
    match(readFileSync(summary, 'utf8'), /<error message="Teardown failed: The basket could not be emptied"/);
  });

  it('sends nothing before all values and files are there', async () => {
    const file = folder.write(
      'needy.load.yaml',
      `baseUrl: ${target.url}
vus: 1
iterations: 1
steps:
  - get: /ok
    headers: { x-region: "\${env.REGION}" }
    auth: { bearer: "\${secret.API_TOKEN}" }
`,
    );
    const result = await cli(['run', counted('http_reqs: count == 40'), file]);
    strictEqual(result.code, 104);
    match(result.stderr, /needy\.load\.yaml:6:\d+: error: .*REGION is not set/);
    match(result.stderr, /needy\.load\.yaml:7:\d+: error: .*API_TOKEN is not set/);
    match(result.stderr, /-e NAME=VALUE[\s\S]*--secret NAME=VALUE/);
    strictEqual(target.counts().requests, 0);

    const given = await cli(['run', file, '-e', 'REGION=eu'], { env: { API_TOKEN: 'sesame-open-1234' } });
    strictEqual(given.code, 0, given.stdout + given.stderr);
    strictEqual(target.received()[0]?.headers.authorization, 'Bearer sesame-open-1234');
    doesNotMatch(given.stdout + given.stderr, /sesame/);
  });

  const refused: readonly (readonly [title: string, args: readonly string[], message: RegExp])[] = [
    ['an unknown option', ['--vuss', '3'], /unknown option '--vuss'[\s\S]*Did you mean --vus/],
    ['a value that is no number', ['-u', 'many'], /whole number/],
    ['another engine', ['--engine', 'k6'], /--engine k6 is not supported yet/],
    ['a baseline that is not there', ['--baseline', 'no-such-run'], /The run no-such-run can't be read/],
    ['a regression from nothing', ['--fail-on-regression'], /needs a run to compare with/],
    ['a scenario that is not there', ['--scenario', 'nobody'], /nobody/],
    [
      'a journal that is no plain file',
      ['-o', 'jsonl=/dev/null'],
      /\/dev\/null can't be written: it is not a plain file/,
    ],
    [
      'an output below a file',
      ['--summary-export', `${import.meta.filename}/x.json`],
      /a part of its path is not a folder/,
    ],
    ['an output that cannot be written', ['--summary-export', '/dev/null/x.json'], /can't be written/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title} with 104, before anything is sent`, async () => {
      const result = await cli(['run', counted('http_reqs: count == 40'), ...args]);
      strictEqual(result.code, 104, result.stdout);
      match(result.stderr, message);
      strictEqual(target.counts().requests, 0);
    });
  }

  it('never repeats a secret whose name was forgotten', async () => {
    const result = await cli(['run', counted('http_reqs: count == 40'), '--secret', 'hunter2hunter2']);
    strictEqual(result.code, 104);
    doesNotMatch(result.stderr, /hunter2/);
  });

  it('shows a file with errors as a compiler would', async () => {
    const file = folder.write(
      'broken.load.yaml',
      `baseUrl: ${target.url}\nvus: 1\nduratoin: 3s\nsteps:\n  - get: /ok\n`,
    );
    const result = await cli(['run', 'broken.load.yaml'], { cwd: folder.path });
    ok(existsSync(file));
    strictEqual(result.code, 104);
    match(result.stderr, /^broken\.load\.yaml:3:1: error: .*duration.*\n {2}3 │ duratoin: 3s\n {4}│ \^{8}\n/);
    match(result.stderr, /nothing was run/);
  });

  for (const [what, name, why] of [
    ['a file that is not there', 'missing.load.yaml', /there is no such file/],
    ['a folder', '.', /it is a folder, not a file/],
  ] as const) {
    it(`says so of ${what}`, async () => {
      const result = await cli(['run', name], { cwd: folder.path });
      strictEqual(result.code, 104);
      match(result.stderr, why);
    });
  }

  it('writes an HTML report that holds the run', async () => {
    const report = folder.at('out/report.html');
    const result = await cli(['run', counted('http_reqs: count == 40'), '-o', `html=${report}`]);
    strictEqual(result.code, 0, result.stdout + result.stderr);
    match(result.stdout, /HTML report +\S+report\.html/);
    match(readFileSync(report, 'utf8'), /^<!doctype html>[\s\S]*<title>Counted[\s\S]*"type":"run-end"/);
  });

  it('has no colour without a terminal', async () => {
    const result = await cli(['run', counted('http_reqs: count == 40')], { env: { NO_COLOR: '1' } });
    doesNotMatch(result.stdout, /\u001b/);
    doesNotMatch(result.stdout, /NaN|undefined|Infinity/);
  });
});
