import assert from 'node:assert/strict';
import { KeptBytes } from '../../../src/engine/http/kept-bytes.ts';
import { Random } from '../../../src/engine/random.ts';

describe('KeptBytes', () => {
  it('are all chunks, however large each is', () => {
    const random = new Random(1, 0);
    for (let round = 0; round < 50; round++) {
      const kept = new KeptBytes();
      const chunks = Array.from({ length: 1 + Math.floor(random.next() * 40) }, () =>
        Buffer.alloc(Math.floor(10 ** (random.next() * 4.5)), Math.floor(random.next() * 256)),
      );
      for (const chunk of chunks) kept.add(chunk);
      assert.ok(kept.bytes().equals(Buffer.concat(chunks)));
    }
  });

  it('grow on after they were asked for, and begin anew when they are cleared', () => {
    const kept = new KeptBytes();
    for (const text of ['a', 'b', 'c']) kept.add(Buffer.from(text));
    assert.equal(kept.bytes().toString(), 'abc');
    for (const text of ['d', 'e']) kept.add(Buffer.from(text));
    assert.equal(kept.bytes().toString(), 'abcde');
    kept.clear();
    assert.equal(kept.empty, true);
    kept.add(Buffer.from('f'));
    assert.equal(kept.bytes().toString(), 'f');
  });

  it('do not see what becomes of a chunk', () => {
    const kept = new KeptBytes();
    const chunk = Buffer.from('a');
    for (const letter of ['a', 'b', 'c']) {
      chunk.write(letter);
      kept.add(chunk);
    }
    assert.equal(kept.bytes().toString(), 'abc');
  });

  it('take little more than the bytes themselves where these come one by one', () => {
    const kept = new KeptBytes();
    const chunk = Buffer.from('x');
    const before = process.memoryUsage();
    for (let i = 0; i < 1_000_000; i++) kept.add(chunk);
    const after = process.memoryUsage();
    const taken = after.heapUsed + after.external - before.heapUsed - before.external;
    assert.ok(taken < 20_000_000, `${taken} bytes`);
    assert.equal(kept.bytes().length, 1_000_000);
  });
});
