import assert from 'node:assert/strict';
import { parseSelector } from '../../../src/scenario/selectors.ts';

describe('selectors of thresholds', () => {
  it('name a metric and tags', () => {
    const parsed = parseSelector('http_req_duration{name:GET http://a:80/, status:200}');
    assert.ok(parsed.ok);
    assert.deepEqual(
      [parsed.metric, parsed.tags.map(({ name, value }) => [name, value])],
      [
        'http_req_duration',
        [
          ['name', 'GET http://a:80/'],
          ['status', '200'],
        ],
      ],
    );
  });
  for (const source of ['http_reqs{name:me', 'http_reqs{name}', 'http_reqs{:x}', '{name:me}', '']) {
    it(`${source === '' ? 'nothing' : source} is refused`, () => assert.equal(parseSelector(source).ok, false));
  }
});
