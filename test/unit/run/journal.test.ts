import assert from 'node:assert/strict';
import { parseJournal, readRun } from '../../../src/run/journal.ts';

const START = JSON.stringify({
  type: 'run-start',
  version: 1,
  plan: { version: 2, scenarios: [], thresholds: [], metrics: [] },
});
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

  it('opens runs whose plan is of version 1, with what it lacked as if the file left it out', () => {
    const request = { kind: 'request', id: 1, method: 'GET' };
    const plan = {
      version: 1,
      http: { cookies: true },
      setup: [request],
      teardown: [],
      thresholds: [],
      metrics: [],
      scenarios: [{ name: 'a', steps: [{ kind: 'choose', id: 2, branches: [{ weight: 1, steps: [request] }] }] }],
    };
    const [start] = parseJournal(`${JSON.stringify({ type: 'run-start', version: 1, plan })}\n`).events;
    const whole = { ...request, retry: null };
    assert.deepEqual(start?.type === 'run-start' && start.plan, {
      version: 2,
      environment: null,
      data: [],
      refresh: null,
      http: {
        cookies: true,
        http2: false,
        proxy: null,
        hosts: [],
        dns: { ttlMs: 300_000, select: 'random', policy: 'preferIPv4' },
        tls: { ca: null, cert: null, key: null, minVersion: 'TLSv1.2' },
      },
      setup: [whole],
      teardown: [],
      thresholds: [],
      metrics: [],
      scenarios: [
        {
          name: 'a',
          pacingMs: null,
          onStart: [],
          onStop: [],
          steps: [{ kind: 'choose', id: 2, exact: false, branches: [{ weight: 1, steps: [whole] }] }],
        },
      ],
    });
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
