import assert from 'node:assert/strict';
import { hover } from '../../../src/language/hover.ts';
import { createYamlService } from '../../../src/language/yaml-service.ts';
import { cursorIn } from './cursor.ts';

const service = createYamlService();

async function hoverText(marked: string): Promise<string | null> {
  const { text, position } = cursorIn(marked);
  return (await hover(text, position, null, () => Promise.resolve(service)))?.markdown ?? null;
}

describe('hover', () => {
  it("shows the schema's words for a key", async () =>
    assert.match((await hoverText('v|us: 10')) ?? '', /^How many virtual users run/));

  it('shows them for keys of a step', async () =>
    assert.match((await hoverText('steps:\n  - g|et: /health')) ?? '', /^A GET request/));

  it('explains a value of a list of values', async () =>
    assert.match((await hoverText('scenarios:\n  a:\n    executor: ramp|ing-vus')) ?? '', /executors/));

  it('explains a metric in thresholds', async () =>
    assert.equal(
      await hoverText('thresholds:\n  http_req_dur|ation{stage:hold}: p(95) < 1s'),
      '**http_req_duration** (trend)\n\nSending + waiting + receiving; without blocked, connecting and TLS.',
    ));

  it('works in JSON with comments', async () =>
    assert.match((await hoverText('// users\n{ "v|us": 10 }')) ?? '', /virtual users/));

  it('says nothing where there is nothing to say', async () => {
    assert.equal(await hoverText('# a com|ment\nvus: 1'), null);
    assert.equal(await hoverText('|'), null);
  });
});
