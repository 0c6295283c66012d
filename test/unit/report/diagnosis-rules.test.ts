import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { diagnose, findingText, RULE_IDS, RULES, ruleDocs, type RuleId } from '../../../src/report/diagnosis/index.ts';
import type { RunEvent } from '../../../src/run/events.ts';
import { readRun } from '../../../src/run/journal.ts';
import { RunModel } from '../../../src/run/model.ts';
import { builtRun, spread, type BuiltRun } from '../../support/built-run.ts';

const ROOT = join(import.meta.dirname, '../../..');

function folded(events: readonly RunEvent[]): RunModel {
  const run = new RunModel();
  for (const event of events) run.apply(event);
  return run;
}

function recorded(name: string): RunModel {
  const journal = gunzipSync(readFileSync(join(ROOT, 'test/report/recorded', `${name}.run.jsonl.gz`)));
  const { run, problem } = readRun(journal.toString());
  assert.equal(problem, null);
  return run;
}

type Expected = Partial<Record<RuleId, RegExp>>;

/** Asserts the exact set of rules, in order, and what each says. */
function says(run: RunModel, expected: Expected): void {
  const findings = diagnose(run);
  const texts = findings.map((finding) => findingText(finding).replaceAll('\u00a0', ' '));
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    RULE_IDS.filter((rule) => rule in expected),
    texts.join('\n'),
  );
  for (const [index, { rule }] of findings.entries()) assert.match(texts[index] ?? '', expected[rule] ?? /never/);
}

describe('diagnosis of recorded runs of the engine', () => {
  const cases: Readonly<Record<string, Expected>> = {
    'healthy-vus': {},
    'healthy-rate': {},
    'healthy-ramp': {},
    'refused-token': {
      'failures-alike': /401 Unauthorized, on exactly the two endpoints that send \$\{setup\.token\}/,
      'never-accepted': /it was never accepted, so it did not expire/,
      'failed-latency': /measure rejections/,
    },
    'setup-failed': { 'setup-failed': /^Setup failed at POST \/login: 401 Unauthorized/ },
    throttled: {
      'failures-alike': /^All [\d,]+ failures are 429 Too Many Requests\.$/,
      throttling:
        /It did so in 0:0[89]–0:20, whenever more than about (7[5-9]|8[0-5])\.\d req\/s came\. Its answers ask to wait for 2 seconds/,
    },
    'open-circuit': {
      'failures-alike': /503 Service Unavailable, on POST \/cart only/,
      'open-circuit':
        /^POST \/cart failed as a block in 0:0[89]–0:1[567], 0:0[678] in total .*503 Service Unavailable within .* as an open circuit answers\. The other endpoints went on/,
    },
    outage: {
      'failures-alike': /502 Bad Gateway, on all three endpoints/,
      'service-down':
        /^The whole service was down in 0:\d\d–0:\d\d, for .*: .* % of [\d,]+ requests to all three endpoints failed, 502 Bad Gateway\. Then it answered again at once/,
    },
    'saturated-by-vus': {
      'saturation-point':
        /load at about (1[6-9]|2\d) VUs and \d+ req\/s \(0:\d\d\): at \d+ VUs it was \d+ req\/s, while/,
    },
    'saturated-by-rate': {
      'saturation-point': /load at about (9\d|1[0-3]\d)(\.\d)? iterations\/s and (9\d|1[0-3]\d)(\.\d)? req\/s/,
    },
    spike: {
      'spike-recovery':
        /^In the spike to 60 VUs, 0:10–0:18, the median latency climbed from .* and [4-7]\.00 s later both/,
    },
    'spike-borne': { 'spike-recovery': /^In the spike to 40 VUs, 0:08–0:15, latency and errors stayed/ },
    'cold-start': { 'cold-start': /in the first [34]\.00 s, the median latency was up to \d\d.* ms, [5-9]\.\d+ times/ },
    bimodal: {
      'bimodal-latency':
        /^GET \/item answers in two distinct times: 6\d\.\d % around 1\d\.\d ms, 3\d\.\d % around [78]\d\.\d ms/,
    },
    'slow-endpoint': { 'slow-endpoint': /^GET \/report hides in the total: its p95 is 2\d\d ms/ },
    'capped-by-think': {
      'load-capped': /the 10 VUs of this run.* About 5\d VUs would reach the 50\.0 req\/s of http_reqs/,
    },
    'capped-by-max-vus': {
      'load-capped': /as all 20 VUs were busy.* An iteration takes 1\.0\d s: maxVUs needs to be about 5\d/,
    },
    'out-of-file-handles': {
      'machine-limits': /^This machine ran out of file handles: [\d,]+ requests found none left/,
    },
    'never-recorded': { 'never-recorded': /^cart_time has no samples/ },
    'blocked-generator': {
      'generator-saturated': /^The generator was the bottleneck for .* event-loop delay p99 above 50 ms/,
    },
    'suspended-vus': {
      'stood-still':
        /^The load generator stood still for [23]\.\d+ s, 0:0[23]–0:0\d: it was suspended, .* No load was made meanwhile, and the/,
    },
    'suspended-rate': {
      'stood-still':
        /^The load generator stood still for [23]\.\d+ s, .* due then was started late or dropped \(\d+ iterations\), and the/,
    },
  };
  for (const [name, expected] of Object.entries(cases)) it(name, () => says(recorded(name), expected));
});

describe('diagnosis of built runs', function () {
  // Thousands of seconds are to be made.
  this.timeout(30_000);

  const soak = (minutes: number): string =>
    `vus: 10\nduration: ${minutes}m\nsteps:\n  - get: http://127.0.0.1/a\n  - get: http://127.0.0.1/b\n`;
  const spike = `scenarios:
  spike:
    executor: ramping-vus
    startVUs: 10
    stages:
      - { duration: 60s, target: 10 }
      - { duration: 30s, target: 100 }
      - { duration: 30s, target: 10 }
      - { duration: 60s, target: 10 }
    steps:
      - get: http://127.0.0.1/a
`;
  const both = { 'GET /a': 0.5, 'GET /b': 0.5 };
  const built: Readonly<Record<string, readonly [BuiltRun, Expected]>> = {
    'a stable soak': [{ scenario: soak(20), endpoints: both, answer: ({ draw }) => ({ ms: 20 * spread(draw) }) }, {}],
    'a soak that wobbles by a fifth every few minutes': [
      {
        scenario: soak(20),
        endpoints: both,
        answer: ({ second, draw }) => ({ ms: (20 + 4 * Math.sin(second / 32)) * spread(draw) }),
      },
      {},
    ],
    'a soak whose server leaks': [
      {
        scenario: soak(20),
        endpoints: both,
        answer: ({ endpoint, second, draw }) => ({
          ms: (endpoint === 'GET /b' ? 20 + second / 60 : 20) * spread(draw),
        }),
      },
      {
        drift:
          /^Under a constant load of 10 VUs, 0:00–20:00, latency rose steadily: the median of GET \/b from (19|2[0-2])\.\d ms to (3[89]|4[01])\.\d ms \(\+[89]\d\.\d %, (5[89]|6[0-2])\.\d ms per hour\)\.$/,
      },
    ],
    'a soak that is slower from its middle on': [
      {
        scenario: soak(20),
        endpoints: both,
        answer: ({ second, draw }) => ({ ms: (second < 600 ? 20 : 30) * spread(draw) }),
      },
      {},
    ],
    'a leak while the generator is saturated': [
      {
        scenario: soak(10),
        endpoints: both,
        answer: ({ second, draw }) => ({ ms: (20 + second / 10) * spread(draw) }),
        loopDelayMs: () => 90,
      },
      { 'generator-saturated': /^The generator was the bottleneck for 10:00 of 10:00 \(100 %\)/ },
    ],
    'a spike that the service does not get over': [
      {
        scenario: spike,
        endpoints: { 'GET /a': 1 },
        answer: ({ second, draw }) => ({ ms: (second > 75 ? 200 : 10) * spread(draw) }),
      },
      {
        'spike-recovery':
          /The service did not recover in the 60\.0 s of the same load that followed: at the end of them the median was (19|20)\d ms/,
      },
    ],
    'a machine without a local port left': [
      {
        scenario: soak(2),
        endpoints: both,
        answer: ({ second, draw }) =>
          second > 60 && draw() < 0.6
            ? {
                ms: 0.2,
                status: 0,
                kind: 'connect',
                errorCode: 1210,
                message:
                  'This machine has no local port left for another connection to http://127.0.0.1 (EADDRNOTAVAIL).',
              }
            : { ms: 20 * spread(draw) },
      },
      {
        'machine-limits':
          /^This machine ran out of local ports: [\d,]+ requests found none left, which is not the server's doing/,
      },
    ],
    'a server that is not there': [
      {
        scenario: soak(1),
        endpoints: both,
        answer: () => ({
          ms: 0.2,
          status: 0,
          kind: 'connect',
          errorCode: 1212,
          message: 'http://127.0.0.1 refused the connection.',
        }),
      },
      { 'failures-alike': /connection refused, on all two endpoints/ },
    ],
    'timeouts in seconds in which the generator itself was late': [
      {
        scenario: soak(2),
        endpoints: both,
        answer: ({ second, draw }) =>
          second >= 80 && second < 90
            ? { ms: 5000, status: 0, kind: 'timeout', errorCode: 1050 }
            : { ms: 20 * spread(draw) },
        loopDelayMs: (second) => (second >= 80 && second < 90 ? 3000 : 1),
      },
      {
        'generator-saturated': /^The generator was the bottleneck for 0:10 of 2:00/,
        'failures-alike': /request timeout, on all two endpoints/,
      },
    ],
    'a service that goes down and does not come back': [
      {
        scenario: soak(2),
        endpoints: both,
        answer: ({ second, draw }) =>
          second >= 80
            ? { ms: 2 * spread(draw), status: 503, kind: '5xx', errorCode: 1503 }
            : { ms: 20 * spread(draw) },
      },
      {
        'failures-alike': /503 Service Unavailable, on all two endpoints/,
        'service-down':
          /^The whole service was down in 1:20–2:00, for 40\.0 s: 100 % of [\d,]+ requests to both endpoints failed, 503 Service Unavailable\. It did not come back before the run ended\./,
      },
    ],
    'a service of which one endpoint in ten goes on': [
      {
        scenario: soak(2),
        endpoints: { 'GET /a': 0.9, 'GET /b': 0.1 },
        answer: ({ endpoint, second, draw }) =>
          second >= 40 && second < 60 && endpoint === 'GET /a'
            ? { ms: 20 * spread(draw), status: 503, kind: '5xx', errorCode: 1503 }
            : { ms: 20 * spread(draw) },
      },
      { 'failures-alike': /503/, 'open-circuit': /^GET \/a failed as a block in 0:40–1:00/ },
    ],
    'two circuits of two endpoints, three times': [
      {
        scenario: soak(4),
        endpoints: both,
        answer: ({ endpoint, second, draw }) =>
          endpoint === 'GET /b' && second > 30 && second % 60 >= 40
            ? { ms: 1.2 * spread(draw), status: 503, kind: '5xx', errorCode: 1503 }
            : { ms: 50 * spread(draw) },
      },
      {
        'failures-alike': /503/,
        'open-circuit':
          /^GET \/b failed as a block in 0:40–1:00, 1:40–2:00, 2:40–3:00 and one more, 1:20 in total or 33\.3 % of its time/,
      },
    ],
  };
  for (const [name, [run, expected]] of Object.entries(built)) it(name, () => says(folded(builtRun(run)), expected));
});

describe('diagnosis of a run whose load a person changed', () => {
  it('says nothing that rests on the plan', () => {
    const run = recorded('saturated-by-vus');
    run.apply({ type: 'load-change', atMs: 5000, paused: false, factor: 1.5 });
    says(run, { 'load-changed': /^The load was changed by hand: 150.% of the plan 0:05–0:32\.$/ });
  });
});

describe('the rules of the diagnosis', () => {
  it('come in the order of their ids, each once', () =>
    assert.deepEqual(
      RULES.map(({ id }) => id),
      RULE_IDS,
    ));

  it('are each explained in docs/diagnosis.md, in the same order', () => {
    const page = readFileSync(join(ROOT, 'docs/diagnosis.md'), 'utf8');
    assert.deepEqual(
      [...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title),
      RULE_IDS,
    );
    assert.equal(ruleDocs('drift'), 'docs/diagnosis.md#drift');
  });

  it('are silenced only by rules that come before them', () => {
    for (const { id, unless = [] } of RULES) {
      for (const other of unless) assert.ok(RULE_IDS.indexOf(other) < RULE_IDS.indexOf(id), `${other} before ${id}`);
    }
  });
});
