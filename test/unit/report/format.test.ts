import { strict as assert } from 'node:assert';
import * as f from '../../../src/report/format.ts';

/** Reads with plain spaces; the no-break space has its own test. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

function table(
  title: string,
  format: (x: number) => string,
  rows: readonly (readonly [input: number, text: string])[],
) {
  describe(title, () => {
    for (const [input, text] of rows) it(`${input} is ${text}`, () => assert.equal(plain(format(input)), text));
  });
}

describe('number format', () => {
  table('measured values', f.significant, [
    [0, '0'],
    [0.0421, '0.0421'],
    [4.215, '4.21'],
    [9.996, '10.0'],
    [38.14, '38.1'],
    [99.96, '100'],
    [375.4, '375'],
    [10432.7, '10,433'],
    [-4.3, '−4.30'],
  ]);
  table('what a person wrote', f.exact, [
    [500, '500'],
    [0.5, '0.5'],
    [3, '3'],
    [1000, '1,000'],
  ]);
  table('durations', f.duration, [
    [0, '0 ms'],
    [0.12, '120 µs'],
    [0.99996, '1.00 ms'],
    [98, '98.0 ms'],
    [999.7, '1.00 s'],
    [5040, '5.04 s'],
    [119_400, '119 s'],
    [192_000, '3:12 min'],
    [3_872_000, '1:04:32 h'],
  ]);
  table('durations in tables', f.milliseconds, [
    [0.931, '0.931'],
    [5040, '5,040'],
  ]);
  table('rates', f.rate, [
    [0, '0 req/s'],
    [66.84, '66.8 req/s'],
    [0.0313, '1.88 req/min'],
  ]);
  table('percentages', f.percent, [
    [0, '0 %'],
    [0.00004, '< 0.01 %'],
    [0.02, '2.00 %'],
    [0.09998, '10.0 %'],
    [0.67, '67.0 %'],
    [0.99, '99.00 %'],
    [0.9939, '99.39 %'],
    [0.99998, '> 99.99 %'],
    [1, '100 %'],
    [1.25, '125 %'],
  ]);
  table('counts', f.count, [
    [34929, '34,929'],
    [-3, '−3'],
  ]);
  table('times in the run', f.clock, [
    [0, '0:00'],
    [192_000, '3:12'],
    [3_872_000, '1:04:32'],
  ]);
  table('bytes', f.bytes, [
    [812, '812 B'],
    [4210, '4.21 kB'],
    [1_500_000, '1.50 MB'],
  ]);

  describe('changes', () => {
    const rows: readonly (readonly [before: number, after: number, text: string])[] = [
      [100, 112.7, '+12.7 %'],
      [100, 95.7, '−4.30 %'],
      [10, 129, '×12.9'],
      [5, 5, '0 %'],
      [0, 5, 'new'],
    ];
    for (const [before, after, text] of rows) {
      it(`${before} to ${after} is ${text}`, () => assert.equal(plain(f.change(before, after)), text));
    }
    it('of ratios are in points', () => assert.equal(plain(f.points(0.02, 0.0415)), '+2.15 pp'));
  });

  it('keeps a number and its unit on one line', () => assert.equal(f.duration(98), '98.0\u00a0ms'));
  it('joins times by an en dash', () => assert.equal(f.clockRange(612_000, 642_000), '10:12–10:42'));
  it('tells less than a second by its parts', () => {
    assert.equal(f.clockRange(0, 500), '0:00–0:00.5');
    assert.equal(f.clockRange(500, 1000), '0:00.5–0:01');
    assert.equal(f.clockRange(61_200, 61_450), '1:01.2–1:01.45');
    assert.equal(f.clockRange(3000, 3000), '0:03–0:03');
  });
  it('words what is not there', () => {
    assert.equal(f.duration(null), 'no data');
    assert.equal(f.percent(null), 'no data');
    assert.equal(f.milliseconds(null), '–');
  });
});
