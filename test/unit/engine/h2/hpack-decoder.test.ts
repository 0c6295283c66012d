import assert from 'node:assert/strict';
import { HeaderFields } from '../../../../src/engine/http/h2/header-fields.ts';
import { HpackDecoder } from '../../../../src/engine/http/h2/hpack-decoder.ts';
import { Random } from '../../../../src/engine/random.ts';
import {
  bytesOfBits,
  decoded,
  END_OF_STRING,
  fromHex,
  HUFFMAN_CODES,
  huffman,
  huffmanString,
  indexed,
  integer,
  kept,
  linesOf,
  literal,
  string,
  tableOf,
  tableSize,
} from '../../../support/hpack-blocks.ts';

/** `server: …` with a value whose bytes are given, as Huffman's code. */
function withHuffmanValue(bytes: readonly number[]): number[] {
  return [0x0f, 54 - 15, ...integer(bytes.length, 0x7f, 0x80), ...bytes];
}

describe('HpackDecoder', () => {
  it('knows the code of each byte', () => {
    for (let byte = 0; byte < 256; byte++) {
      const char = String.fromCharCode(byte);
      // A name, as values with control characters are left out; it makes the block no response, but is told.
      const block = [0x00, ...huffmanString(`:${char}x${char}`), ...huffmanString('v')];
      assert.deepEqual(decoded(new HpackDecoder(), block), [`:${char}x${char}: v`]);
    }
  });

  it('reads all bytes that a value may have, with Huffman code and without', () => {
    const chars = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
    const value = `.${chars.filter((char) => /[\t -~\x80-\xff]/.test(char)).join('')}.`;
    for (const coded of [string(value), huffmanString(value)]) {
      assert.deepEqual(decoded(new HpackDecoder(), [0x00, ...string('x'), ...coded]), [`x: ${value}`]);
      const decoder = new HpackDecoder();
      assert.deepEqual(decoded(decoder, [0x40, ...string('x'), ...coded]), [`x: ${value}`]);
      assert.deepEqual(tableOf(decoder), [`x: ${value}`]);
    }
  });

  for (const [what, bytes, value] of [
    ['an empty string', [], ''],
    ['no padding, where the codes fill the bytes', huffman('00000000'), '00000000'],
    ['padding of seven ones', huffman('0--'), '0--'],
    ['padding of one one', huffman('0---'), '0---'],
    ['padding of eight ones', [...huffman('00000000'), 0xff], null],
    ['padding of ten ones', [...huffman('000000'), 0xff], null],
    ['padding with a zero', bytesOfBits('00000' + '110'), null],
    ['padding of zeros', bytesOfBits('00001' + '000'), null],
    ['the end of a string', bytesOfBits(HUFFMAN_CODES[END_OF_STRING] ?? ''), null],
    ['the end of a string, and more', bytesOfBits(`${HUFFMAN_CODES[END_OF_STRING] ?? ''}0000000000`), null],
    ['the begin of a code only', bytesOfBits((HUFFMAN_CODES[0] ?? '').slice(0, 8)), null],
  ] as const) {
    it(`${value === null ? 'refuses' : 'reads'} Huffman code with ${what}`, () => {
      assert.deepEqual(
        decoded(new HpackDecoder(), withHuffmanValue(bytes)),
        value === null ? null : [`server: ${value}`],
      );
    });
  }

  for (const [what, block] of [
    ['index 0', indexed(0)],
    ['an index above the static table, while the dynamic one is empty', indexed(62)],
    ['a name of such an index', [...integer(62, 0x0f), ...string('v')]],
    ['an index of 33 bits', [0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]],
    ['an index with too many zeros', [0xff, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00]],
    ['an index that does not end', [0xff, 0x80]],
    ['a length above 64 KiB', [0x00, ...integer(65_537, 0x7f), ...Array.from({ length: 70_000 }, () => 0x61)]],
    ['a length beyond the block', [0x00, 5, 0x61, 0x61]],
    ['a name without a value', [0x00, ...string('name')]],
    ['a table larger than the settings allow', tableSize(4097)],
    ['a new table size after a field', [...indexed(8), ...tableSize(0)]],
  ] as const) {
    it(`refuses ${what}`, () => {
      assert.equal(decoded(new HpackDecoder(), block), null);
    });
  }

  it('takes an integer with as many zeros as 32 bits have room for', () => {
    assert.deepEqual(decoded(new HpackDecoder(), [0x0f, 0x80, 0x80, 0x80, 0x80, 0x00, 0x00]), ['accept-charset: ']);
  });

  it('takes any number of table sizes before the first field, and none at all', () => {
    const decoder = new HpackDecoder();
    assert.deepEqual(decoded(decoder, []), []);
    const block = [...tableSize(0), ...tableSize(4096), ...tableSize(40), ...kept('a', 'b')];
    assert.deepEqual(decoded(decoder, block), ['a: b']);
    assert.deepEqual(tableOf(decoder), ['a: b']);
    assert.deepEqual(decoded(decoder, kept('c', 'd')), ['c: d']);
    assert.deepEqual(tableOf(decoder), ['c: d']);
  });

  it('empties its table for an entry that is larger than the table, which is told and not kept', () => {
    const decoder = new HpackDecoder(64);
    decoded(decoder, kept('a', 'b'));
    assert.deepEqual(tableOf(decoder), ['a: b']);
    assert.deepEqual(decoded(decoder, kept('a', 'x'.repeat(32))), [`a: ${'x'.repeat(32)}`]);
    assert.deepEqual(tableOf(decoder), []);
  });

  it('knows the name of an entry that has to go for the field with this name', () => {
    const decoder = new HpackDecoder(64);
    decoded(decoder, kept('long-name', 'first'));
    assert.deepEqual(decoded(decoder, [...integer(62, 0x3f, 0x40), ...string('second')]), ['long-name: second']);
    assert.deepEqual(tableOf(decoder), ['long-name: second']);
  });

  it('refuses a block that stands for more than its limit', () => {
    const decoder = new HpackDecoder(4096, 100_000);
    decoded(decoder, kept('x', 'y'.repeat(4000)));
    const block = (fields: number): number[] => Array.from({ length: fields }, () => 0xbe);
    assert.equal(decoded(decoder, block(24))?.length, 24);
    const fields = new HeaderFields();
    assert.equal(decoder.decode(Uint8Array.from(block(25)), 0, 25, fields), false);
    assert.equal(fields.isTooLarge, true);
    assert.equal(decoder.decode(Uint8Array.from([0xff]), 0, 1, fields), false);
    assert.equal(fields.isTooLarge, false);
  });

  it('keeps the fields of a block while other blocks are read into other fields, and its bytes are written over', () => {
    const decoder = new HpackDecoder();
    const bytes = Uint8Array.from([...kept('first', 'one'), ...literal('second', 'two'), ...indexed(8)]);
    const fields = new HeaderFields();
    assert.equal(decoder.decode(bytes, 0, bytes.length, fields), true);
    bytes.fill(0);
    assert.notEqual(decoded(decoder, [...tableSize(0), ...literal('other', 'three')]), null);
    assert.deepEqual(linesOf(fields), ['first: one', 'second: two', ':status: 200']);
    assert.deepEqual(linesOf(fields), ['first: one', 'second: two', ':status: 200']);
  });

  it('forgets the fields of the block before', () => {
    const decoder = new HpackDecoder();
    const fields = new HeaderFields();
    const read = (block: number[]): string[] => {
      assert.equal(decoder.decode(Uint8Array.from(block), 0, block.length, fields), true);
      return linesOf(fields);
    };
    assert.deepEqual(read([...literal('a', 'x'.repeat(40_000)), ...literal('b', '2')]).length, 2);
    assert.deepEqual(read(literal('c', '3')), ['c: 3']);
    assert.equal(fields.value(1), '');
    assert.equal(fields.has('b'), false);
    assert.deepEqual(read([]), []);
  });

  it('reads a part of the bytes', () => {
    const fields = new HeaderFields();
    const bytes = Uint8Array.from([1, 2, 3, ...literal('a', 'b'), 0xff, 0xff]);
    assert.equal(new HpackDecoder().decode(bytes, 3, bytes.length - 2, fields), true);
    assert.deepEqual(linesOf(fields), ['a: b']);
  });

  it('never takes a block that is cut off for a whole one, unless a field ends there', () => {
    const hex =
      '3f e1 1f 88 6196 d07a be94 1054 d444 a820 0595 040b 8166 e084 a62d 1bff 5a 839b d9ab 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf 7f 00 01 61';
    const block = fromHex(hex);
    const ends = [0, 3, 4, 28, 33, 53];
    assert.equal(decoded(new HpackDecoder(), block)?.length, 5);
    for (let length = 0; length < block.length; length++) {
      const lines = decoded(new HpackDecoder(), block.subarray(0, length));
      assert.equal(lines !== null, ends.includes(length), `${length} bytes: ${lines?.join(', ') ?? 'refused'}`);
    }
  });

  it('takes any bytes without a throw', () => {
    const random = new Random(7541);
    const fields = new HeaderFields();
    let taken = 0;
    for (let round = 0; round < 20_000; round++) {
      const decoder = new HpackDecoder();
      const bytes = Uint8Array.from({ length: Math.floor(random.next() * 60) }, () => Math.floor(random.next() * 256));
      if (!decoder.decode(bytes, 0, bytes.length, fields)) continue;
      taken++;
      linesOf(fields);
      fields.isValidResponse();
    }
    assert.ok(taken > 100, `${taken} blocks could be read`);
  });

  it('takes next to nothing for a connection that was not used', () => {
    const kept: unknown[] = [];
    const before = process.memoryUsage();
    for (let i = 0; i < 10_000; i++) kept.push(new HpackDecoder(), new HeaderFields());
    const after = process.memoryUsage();
    const bytes = (after.heapUsed + after.external - before.heapUsed - before.external) / (kept.length / 2);
    assert.ok(bytes < 1000, `${bytes.toFixed(0)} bytes each`);
  });
});
