import assert from 'node:assert/strict';
import { parseJournal, readRun } from '../../../src/run/journal.ts';

const START = JSON.stringify({ type: 'run-start', version: 1, plan: { scenarios: [], thresholds: [], metrics: [] } });
const INTERVAL = JSON.stringify({
  type: 'interval',
  fromMs: 0,
  toMs: 1000,
  vus: { active: 3, allocated: 3 },
  health: [],
});

describe('journal', () => {
  it('reads a run whose last line was cut by a kill as interrupted, with all before it', () => {
    const { run, problem } = readRun(`${START}\n${INTERVAL}\n${INTERVAL.slice(0, 30)}`);
    assert.equal(problem, null);
    assert.equal(run.state, 'interrupted');
    assert.equal(run.elapsedMs, 1000);
    assert.equal(run.vus.active, 3);
  });

  it('says which line is damaged', () => {
    assert.equal(parseJournal(`${START}\n{"x\n${INTERVAL}\n`).problem, 'Line 2 is not a run event.');
  });

  it('refuses what is not a journal, an empty file, and one of a newer format', () => {
    assert.equal(parseJournal(`${INTERVAL}\n`).problem, 'This is not the journal of a run.');
    assert.equal(parseJournal('').problem, 'The journal is empty.');
    assert.equal(
      parseJournal(`${START.replace('"version":1', '"version":9')}\n`).problem,
      'This run was written by a newer Rampwright (format 9).',
    );
  });
});
