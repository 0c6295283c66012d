import assert from 'node:assert/strict';
import { HeaderFields } from '../../../../src/engine/http/h2/header-fields.ts';
import { HpackDecoder } from '../../../../src/engine/http/h2/hpack-decoder.ts';
import { indexed, linesOf, literal } from '../../../support/hpack-blocks.ts';

type Field = readonly [name: string, value: string];

/** A block of them, as literals. */
function fieldsOf(list: readonly Field[], decoder = new HpackDecoder()): HeaderFields {
  const fields = new HeaderFields();
  const block = Uint8Array.from(list.flatMap(([name, value]) => literal(name, value)));
  assert.equal(decoder.decode(block, 0, block.length, fields), true);
  return fields;
}

const OK: Field = [':status', '200'];

describe('HeaderFields', () => {
  for (const [what, list, left] of [
    ['a status', [OK], [':status: 200']],
    ['any other field after it', [OK, ['x', '']], [':status: 200', 'x: ']],
    ['an interim answer', [[':status', '103']], [':status: 103']],
    ['a status nobody knows', [[':status', '999']], [':status: 999']],
    ['one name several times', [OK, ['a', '1'], ['b', '2'], ['a', '3']], [':status: 200', 'a: 1', 'b: 2', 'a: 3']],
    ['te with trailers', [OK, ['te', 'Trailers']], [':status: 200', 'te: Trailers']],
    ['a value with blanks and letters beyond ASCII inside', [OK, ['a', 'ü \t.']], [':status: 200', 'a: ü \t.']],
    // Left out, as nghttp2 does it.
    ['a value with a blank before it', [OK, ['a', ' b']], [':status: 200']],
    ['a value with a tab after it', [OK, ['a', 'b\t']], [':status: 200']],
    ['a value that is a blank', [OK, ['a', ' ']], [':status: 200']],
    ['a value of two lines', [OK, ['a', 'b\r\nc']], [':status: 200']],
    ['a value with a zero', [OK, ['a', 'b\0c'], ['d', 'e']], [':status: 200', 'd: e']],
    ['a value with a delete', [OK, ['a', 'b\x7f']], [':status: 200']],
    ['an empty name', [OK, ['', 'x']], [':status: 200']],
    ['a name with a blank', [OK, ['a b', 'x']], [':status: 200']],
    ['a name with a capital letter after what is no name', [OK, ['a B', 'x']], [':status: 200']],
    ['a name beyond ASCII', [OK, ['ä', 'x']], [':status: 200']],
    ['a colon in a name', [OK, ['a:', 'x']], [':status: 200']],
    [
      'an empty body of a 204',
      [
        [':status', '204'],
        ['content-length', '0'],
      ],
      [':status: 204'],
    ],
  ] as const satisfies readonly (readonly [string, readonly Field[], readonly string[]])[]) {
    it(`takes ${what}: ${left.join(', ')}`, () => {
      const fields = fieldsOf(list);
      assert.equal(fields.isValidResponse(), true);
      assert.deepEqual(linesOf(fields), left);
    });
  }

  for (const [what, list] of [
    ['nothing', []],
    ['no status', [['a', 'b']]],
    ['two of the same', [OK, OK]],
    ['a status after another field', [['a', 'b'], OK]],
    ['a status after a field that is left out', [['', 'b'], OK]],
    ['an empty status', [[':status', '']]],
    ['a status of two digits', [[':status', '20']]],
    ['a status of four digits', [[':status', '2000']]],
    ['a status that begins with 0', [[':status', '099']]],
    ['a status with a letter', [[':status', '20x']]],
    ['101', [[':status', '101']]],
    ['a field of requests', [OK, [':path', '/']]],
    ['an unknown field with a colon', [OK, [':x', 'y']]],
    ['a colon alone', [OK, [':', 'y']]],
    ['a capital letter in a name', [OK, ['Date', 'x']]],
    ['connection', [OK, ['connection', 'close']]],
    ['keep-alive', [OK, ['keep-alive', '1']]],
    ['proxy-connection', [OK, ['proxy-connection', 'close']]],
    ['transfer-encoding', [OK, ['transfer-encoding', 'chunked']]],
    ['upgrade', [OK, ['upgrade', 'h2c']]],
    ['te with anything else', [OK, ['te', 'gzip']]],
    ['a length with a sign', [OK, ['content-length', '+1']]],
    ['no digits for a length', [OK, ['content-length', '']]],
    ['a length with a blank', [OK, ['content-length', '1 ']]],
    ['a length above 63 bits', [OK, ['content-length', '9223372036854775808']]],
    ['two lengths, even the same', [OK, ['content-length', '1'], ['content-length', '1']]],
    [
      'a length in an interim answer',
      [
        [':status', '100'],
        ['content-length', '0'],
      ],
    ],
    [
      'a length of a 204 other than 0',
      [
        [':status', '204'],
        ['content-length', '1'],
      ],
    ],
    [
      'a length of a 204 with two zeros',
      [
        [':status', '204'],
        ['content-length', '00'],
      ],
    ],
    [
      'two lengths of a 204',
      [
        [':status', '204'],
        ['content-length', '0'],
        ['content-length', '0'],
      ],
    ],
  ] as const satisfies readonly (readonly [string, readonly Field[]])[]) {
    it(`does not take ${what} for a response`, () => {
      assert.equal(fieldsOf(list).isValidResponse(), false);
    });
  }

  for (const [list, status] of [
    [[OK], 200],
    [
      [
        [':status', '599'],
        ['a', 'b'],
      ],
      599,
    ],
    [[], -1],
    [[OK, OK], -1],
    [[['a', 'b'], OK], -1],
    [[[':status', 'abc']], -1],
  ] as const satisfies readonly (readonly [readonly Field[], number])[]) {
    it(`says ${status} for the status of ${JSON.stringify(list)}`, () => {
      assert.equal(fieldsOf(list).status(), status);
    });
  }

  for (const [lengths, expected] of [
    [[], -1],
    [['0'], 0],
    [['00012'], 12],
    [['9007199254740991'], 9_007_199_254_740_991],
    [['9223372036854775807'], 2 ** 63],
    [['9223372036854775808'], -2],
    [['-1'], -2],
    [['1', '1'], -2],
    [['x', '1'], -2],
  ] as const) {
    it(`says ${expected} for the lengths ${JSON.stringify(lengths)}`, () => {
      const fields = fieldsOf([OK, ...lengths.map((length) => ['content-length', length] as const)]);
      assert.equal(fields.contentLength(), expected);
      assert.equal(fields.isValidResponse(), expected !== -2);
    });
  }

  it('knows a length and a status by their index, too', () => {
    const decoder = new HpackDecoder();
    const fields = new HeaderFields();
    const blocks = [
      [...indexed(13), 0x5c, 2, 0x34, 0x32],
      [...indexed(13), ...indexed(62)],
      [0x48, 3, 0x32, 0x30, 0x34],
      indexed(62),
      [...indexed(62), 0x5c, 1, 0x30],
    ];
    const said = blocks.map((block) => {
      assert.equal(decoder.decode(Uint8Array.from(block), 0, block.length, fields), true);
      return [fields.status(), fields.contentLength(), fields.isValidResponse(), ...linesOf(fields)];
    });
    assert.deepEqual(said, [
      [404, 42, true, ':status: 404', 'content-length: 42'],
      [404, 42, true, ':status: 404', 'content-length: 42'],
      [204, -1, true, ':status: 204'],
      [204, -1, true, ':status: 204'],
      [204, 0, true, ':status: 204'],
    ]);
  });

  it('knows whether a name is there', () => {
    const fields = fieldsOf([OK, ['set-cookie', 'a=b'], ['left-out', '\n']]);
    assert.equal(fields.has('set-cookie'), true);
    assert.equal(fields.has('cookie'), false);
    assert.equal(fields.has('left-out'), false);
  });

  for (const [what, list, lengthKnown, valid] of [
    ['nothing', [], false, true],
    ['fields', [['grpc-status', '0']], true, true],
    ['a field that is left out', [['', '0']], true, true],
    ['a status', [OK], false, false],
    ['a capital letter', [['X', '0']], false, false],
    ['a field that HTTP/2 forbids', [['connection', 'close']], false, false],
    ['a length', [['content-length', '1']], false, true],
    ['a length where there is one', [['content-length', '1']], true, false],
    ['a bad length', [['content-length', 'x']], false, false],
  ] as const satisfies readonly (readonly [string, readonly Field[], boolean, boolean])[]) {
    it(`${valid ? 'takes' : 'does not take'} ${what} after a body${lengthKnown ? ' of known length' : ''}`, () => {
      assert.equal(fieldsOf(list).isValidTrailer(lengthKnown), valid);
    });
  }
});
