import assert from 'node:assert/strict';
import { RunMasks } from '../../../src/engine/run-masks.ts';
import type { Sample } from '../../../src/run/events.ts';

const SAMPLE: Sample = {
  type: 'sample',
  atMs: 0,
  phase: 'load',
  scenario: 'a',
  name: 'a',
  stepId: 0,
  vu: 1,
  iteration: 0,
  kind: null,
  errorCode: 0,
  message: '',
  request: { method: 'GET', url: 'http://it/', headers: [], body: null },
  response: { status: 200, headers: [], body: null, bodyBytes: 0 },
  timings: { blockedMs: 0, connectingMs: 0, tlsMs: 0, sendingMs: 0, waitingMs: 0, receivingMs: 0, durationMs: 0 },
};

describe('what a server says', () => {
  const masks = new RunMasks({ key: 'sesame-open' });

  it('is cut in messages, URLs and headers, so that it does not fill the journal', () => {
    const long = 'x'.repeat(1_000_000);
    const sample = masks.sample({
      ...SAMPLE,
      message: long,
      request: { ...SAMPLE.request, url: `http://it/${long}` },
      response: { status: 200, headers: [['a', long]], body: null, bodyBytes: 0 },
    });
    assert.equal(sample.message.length, 1001);
    assert.equal(sample.request.url.length, 8193);
    assert.equal(sample.response?.headers[0]?.[1].length, 8193);
    assert.equal(masks.log({ type: 'log', atMs: 0, level: 'error', message: long }).message.length, 1001);
  });

  it('has as many headers as anyone reads, and how many there are besides', () => {
    const headers = Array.from({ length: 20_000 }, (_, index): [string, string] => [`x-${index}`, 'ab']);
    const { response } = masks.sample({ ...SAMPLE, response: { status: 200, headers, body: null, bodyBytes: 0 } });
    const shown = response?.headers ?? [];
    assert.ok(shown.length > 5000 && shown.length < 10_000);
    assert.deepEqual(shown.at(-1), ['…', `${20_000 - shown.length + 1} more`]);
  });

  it('is masked before it is cut: half a secret is one, too', () => {
    const { message } = masks.log({ type: 'log', atMs: 0, level: 'error', message: `${'x'.repeat(995)}sesame-open` });
    assert.equal(message, `${'x'.repeat(995)}•••`);
  });
});
