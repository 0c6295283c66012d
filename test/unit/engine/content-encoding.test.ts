import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { unpack } from '../../../src/engine/http/content-encoding.ts';

function packed(layers: number): Buffer {
  let bytes: Buffer = Buffer.from('hello');
  for (let layer = 0; layer < layers; layer++) bytes = gzipSync(bytes);
  return bytes;
}

describe('content-encoding', () => {
  it('is undone layer by layer', () => {
    assert.equal(unpack(packed(5), 'gzip, gzip,gzip , GZIP, x-gzip', 1000, true).toString(), 'hello');
  });

  it('of more layers than any server has is not undone', () => {
    assert.equal(unpack(packed(6), 'gzip, gzip, gzip, gzip, gzip, gzip', 1000, true), 'corrupt');
  });
});
