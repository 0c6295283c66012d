import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import {
  hostName,
  keyValue,
  positiveDuration,
  positiveInteger,
  stages,
  wholeNumber,
} from '../../src/cli/option-values.ts';
import { journalPath, outputChoice } from '../../src/cli/outputs.ts';

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

  it('name the outputs that are there, and are honest about the others', () => {
    deepStrictEqual(outputChoice('jsonl'), { kind: 'jsonl', path: null });
    deepStrictEqual(outputChoice('k6-json=out/points.json.gz'), { kind: 'k6-json', path: 'out/points.json.gz' });
    throws(() => outputChoice('influxdb=http://127.0.0.1'), /not supported yet/);
    throws(() => outputChoice('xml'), /no output called "xml"/);
    throws(() => outputChoice('k6-json'), /needs a file/);
    throws(() => outputChoice('html='), /no file name/);
  });

  it('put journals where the project keeps them', () => {
    strictEqual(journalPath(null, 'a-1').endsWith('/.rampwright/runs/a-1.run.jsonl.gz'), true);
    strictEqual(journalPath('/tmp/x.run.jsonl', 'a-1'), '/tmp/x.run.jsonl');
  });
});
