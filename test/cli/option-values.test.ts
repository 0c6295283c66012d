import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import {
  hostName,
  keyValue,
  positiveDuration,
  positiveInteger,
  stages,
  wholeNumber,
} from '../../src/cli/option-values.ts';
import { CliError } from '../../src/cli/cli-error.ts';
import { formatChoice, outputChoice } from '../../src/cli/output-choice.ts';
import { journalPath } from '../../src/cli/outputs.ts';

describe('Values of command-line options', () => {
  for (const [text, ms] of [
    ['30s', 30_000],
    ['1m30s', 90_000],
    ['1.5h', 5_400_000],
    ['250ms', 250],
    ['1500', 1500],
  ] as const) {
    it(`take ${text} as ${ms} ms`, () => strictEqual(positiveDuration(text), ms));
  }

  for (const text of ['', 'soon', '0s', '-1s', '10 parsecs', '1m30', 'NaN']) {
    it(`refuse "${text}" as a duration`, () => throws(() => positiveDuration(text)));
  }

  it('take a host by its name, its address or a URL', () => {
    const hosts = ['API.example.test.', '10.0.0.7:8080', 'https://shop.example.test/cart', '[fd00::1]'];
    deepStrictEqual(
      hosts.reduce<string[]>((before, host) => hostName(host, before), []),
      ['api.example.test', '10.0.0.7', 'shop.example.test', '[fd00::1]'],
    );
    for (const none of ['', '*.example.test', 'two hosts']) throws(() => hostName(none));
  });

  it('keep the order of environment values, and further equals signs', () => {
    deepStrictEqual(keyValue('QUERY=a=b', keyValue('BASE_URL=http://127.0.0.1:3000')), [
      ['BASE_URL', 'http://127.0.0.1:3000'],
      ['QUERY', 'a=b'],
    ]);
    deepStrictEqual(keyValue('EMPTY='), [['EMPTY', '']]);
  });

  it('never repeat a value whose name was forgotten: it may be a secret', () => {
    throws(
      () => keyValue('hunter2'),
      (error: Error) => !error.message.includes('hunter2') && error.message.includes('KEY=VALUE'),
    );
  });

  it('take stages one by one or with commas, as k6 does', () => {
    deepStrictEqual(stages('5s:0', stages('30s:10,1m:20')), [
      { durationMs: 30_000, target: 10 },
      { durationMs: 60_000, target: 20 },
      { durationMs: 5_000, target: 0 },
    ]);
    throws(() => stages('30s'), /30s:10/);
    throws(() => stages('30s:-1'));
  });

  it('take only whole numbers', () => {
    strictEqual(positiveInteger('12'), 12);
    strictEqual(wholeNumber('0'), 0);
    for (const text of ['0', '1.5', 'ten', '1e3', '']) throws(() => positiveInteger(text));
  });

  it('name an output and where it goes', () => {
    deepStrictEqual(outputChoice('jsonl'), { type: 'journal', target: null });
    deepStrictEqual(outputChoice('k6-json=out/points.json.gz'), { type: 'points', target: 'out/points.json.gz' });
    deepStrictEqual(outputChoice('junit=a=b.xml'), { type: 'report', kind: 'junit', target: 'a=b.xml' });
    deepStrictEqual(outputChoice('github-summary'), { type: 'github', target: null });
    deepStrictEqual(outputChoice('prometheus-rw'), { type: 'receiver', kind: 'prometheus-rw', target: null });
  });

  it('send lines for InfluxDB to a server, or into a file', () => {
    const url = 'http://127.0.0.1:8086/k6';
    deepStrictEqual(outputChoice(`influxdb=${url}`), { type: 'receiver', kind: 'influxdb', target: url });
    deepStrictEqual(outputChoice('influxdb=run.lp'), { type: 'report', kind: 'influxdb', target: 'run.lp' });
    deepStrictEqual(outputChoice('influxdb'), { type: 'report', kind: 'influxdb', target: null });
  });

  it("take k6's words for outputs, too", () => {
    deepStrictEqual(outputChoice('json=points.json'), { type: 'points', target: 'points.json' });
    deepStrictEqual(outputChoice('experimental-prometheus-rw'), outputChoice('prometheus-rw'));
    deepStrictEqual(outputChoice('otel'), outputChoice('opentelemetry'));
  });

  for (const [text, message, wayOut] of [
    ['k6-json', /--out k6-json needs a file/, /points\.json/],
    ['html=', /nothing after "--out html="/, /--out html=TARGET/],
    ['prometeus-rw=x', /no output called "prometeus-rw"/, /Did you mean prometheus-rw\?/],
    ['xml', /no output called "xml"/, /There are jsonl, k6-json, html, .* and github-summary/],
    ['opentelemetry=otel.json', /takes a URL, not "otel\.json"/, /http:\/\//],
  ] as const) {
    it(`refuse --out ${text}, and say what to write`, () => {
      throws(
        () => outputChoice(text),
        (error) => error instanceof CliError && message.test(error.message) && wayOut.test(error.wayOut),
      );
    });
  }

  it('name a format of a stored run', () => {
    strictEqual(formatChoice('md'), 'markdown');
    throws(() => formatChoice('k6-json'), /no single samples/);
    throws(() => formatChoice('junitt'), /no format called "junitt"/);
  });

  it('put journals where the project keeps them', () => {
    strictEqual(journalPath(null, 'a-1').endsWith('/.rampwright/runs/a-1.run.jsonl.gz'), true);
    strictEqual(journalPath('/tmp/x.run.jsonl', 'a-1'), '/tmp/x.run.jsonl');
  });
});
