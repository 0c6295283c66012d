import { strict as assert } from 'node:assert';
import { RunModel } from '../../../src/run/model.ts';
import { totalRow } from '../../../src/run/tables.ts';
import { mostAskedFirst, ownTags, tagRows, valuesOf } from '../../../src/run/tag-tables.ts';
import { STATES } from '../../support/run-fixture.ts';

function folded(state: keyof typeof STATES): RunModel {
  const run = new RunModel();
  for (const event of STATES[state]()) run.apply(event);
  return run;
}

describe('requests by tags of the scenario’s own', function () {
  this.timeout(10_000);
  const run = folded('tagged');

  it('are those that the file gives, without the built-in ones', () => {
    assert.deepEqual(ownTags(run), ['plan', 'region', 'kind of call']);
    assert.deepEqual(ownTags(folded('several')), []);
  });

  it('have a row a value, numbers in their order', () => {
    assert.deepEqual(
      tagRows(run, 'region').map(({ name }) => name),
      ['ap-1', 'eu-2', 'eu-10', 'us-1'],
    );
  });

  it('end with what is without the tag, so that they add up to all requests', () => {
    const rows = tagRows(run, 'plan');
    assert.deepEqual(
      rows.map(({ name, value }) => [name, value]),
      [
        ['enterprise', 'enterprise'],
        ['free', 'free'],
        ['team', 'team'],
        ['without plan', null],
      ],
    );
    const total = totalRow(run);
    assert.equal(
      rows.reduce((sum, { requests }) => sum + requests, 0),
      total?.requests,
    );
    assert.equal(
      rows.reduce((sum, { failed }) => sum + failed, 0),
      total?.failed,
    );
  });

  it('count in a window what was made in it', () => {
    const window = { fromMs: 10_000, toMs: 20_000 };
    assert.equal(
      tagRows(run, 'plan', window).reduce((sum, { requests }) => sum + requests, 0),
      totalRow(run, window)?.requests,
    );
    assert.deepEqual(tagRows(run, 'plan', { fromMs: 900_000, toMs: 901_000 }), []);
  });

  it('are none where a tag tells no requests apart', () => {
    assert.deepEqual(valuesOf(folded('passed'), 'plan'), []);
    assert.deepEqual(tagRows(run, 'team'), []);
  });

  it('have those beyond a hundred values in one row behind them', () => {
    const rows = tagRows(folded('tagged-many'), 'user');
    assert.equal(rows.length, 101);
    assert.deepEqual([rows[0]?.name, rows[99]?.name, rows[100]?.name], ['user-0', 'user-99', '(other)']);
  });

  it('come with the most requests first where not all have room, in their own order', () => {
    const rows = tagRows(run, 'region').map((row, index) => ({ ...row, requests: [1, 5, 3, 4][index] ?? 0 }));
    assert.deepEqual(
      mostAskedFirst(rows, 2).map(({ name }) => name),
      ['eu-2', 'us-1', 'ap-1', 'eu-10'],
    );
    assert.equal(mostAskedFirst(rows, 4), rows);
  });
});
