/**
 * The bytes whose codes are as long, in the order of their codes (RFC 7541, appendix B). The code is canonical, so that this is all of it: each code is
 * the one before it plus one, with zeros after it where it is longer. The last one, of 30 bits, is the end of a string (EOS), which is never sent.
 */
const SYMBOLS: readonly (readonly [bits: number, symbols: string])[] = [
  [5, '012aceiost'],
  [6, ' %-./3456789=A_bdfghlmnpru'],
  [7, ':BCDEFGHIJKLMNOPQRSTUVWYjkqvwxyz'],
  [8, '&*,;XZ'],
  [10, '!"()?'],
  [11, "'+|"],
  [12, '#>'],
  [13, '\x00$@[]~'],
  [14, '^}'],
  [15, '<`{'],
  [19, '\\\xc3\xd0'],
  [20, '\x80\x82\x83\xa2\xb8\xc2\xe0\xe2'],
  [21, '\x99\xa1\xa7\xac\xb0\xb1\xb3\xd1\xd8\xd9\xe3\xe5\xe6'],
  [22, '\x81\x84\x85\x86\x88\x92\x9a\x9c\xa0\xa3\xa4\xa9\xaa\xad\xb2\xb5\xb9\xba\xbb\xbd\xbe\xc4\xc6\xe4\xe8\xe9'],
  [
    23,
    '\x01\x87\x89\x8a\x8b\x8c\x8d\x8f\x93\x95\x96\x97\x98\x9b\x9d\x9e\xa5\xa6\xa8\xae\xaf\xb4\xb6\xb7\xbc\xbf\xc5\xe7\xef',
  ],
  [24, '\x09\x8e\x90\x91\x94\x9f\xab\xce\xd7\xe1\xec\xed'],
  [25, '\xc7\xcf\xea\xeb'],
  [26, '\xc0\xc1\xc8\xc9\xca\xcd\xd2\xd5\xda\xdb\xee\xf0\xf2\xf3\xff'],
  [27, '\xcb\xcc\xd3\xd4\xd6\xdd\xde\xdf\xf1\xf4\xf5\xf6\xf7\xf8\xfa\xfb\xfc\xfd\xfe'],
  [
    28,
    '\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f\xdc\xf9',
  ],
  [30, '\x0a\x0d\x16'],
];
const EOS = 256;
/** Padding has less than a byte, of ones, as the code of EOS begins (RFC 7541, 5.2). */
const MOST_PADDING_BITS = 7;

/** Places within codes; a string ends well in the first ones, which are padding. After `FAILED` nothing is read any more. */
const FAILED = 256;
const PADDING_PLACES = MOST_PADDING_BITS + 1;

/**
 * For each place and the next four bits: the byte of the code that ends in them, 1 << 8 if one does (a code has five bits at least), and from bit 9 on
 * the place they lead to, times 16.
 */
let steps: Uint32Array | null = null;

/** The most bytes that so many bytes of Huffman's code stand for, and one more, which `decodeHuffman` may write. */
export function mostDecodedBytes(encoded: number): number {
  return Math.ceil((encoded * 8) / 5) + 1;
}

/**
 * Decodes the bytes from `from` to `to` into `out`, from `at` on, where there is room for `mostDecodedBytes` of them.
 * @returns where it ends in `out`, or -1 if it is not a string of this code (RFC 7541, 5.2)
 */
export function decodeHuffman(bytes: Uint8Array, from: number, to: number, out: Uint8Array, at: number): number {
  const table = (steps ??= makeSteps());
  let place = 0;
  let end = at;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    // Without a branch for whether a code ends here: what is written and not counted is written over.
    let step = table[place | (byte >> 4)] ?? 0;
    out[end] = step & 0xff;
    end += (step >> 8) & 1;
    step = table[(step >> 9) | (byte & 15)] ?? 0;
    out[end] = step & 0xff;
    end += (step >> 8) & 1;
    place = step >> 9;
  }
  return place < PADDING_PLACES << 4 ? end : -1;
}

function makeSteps(): Uint32Array {
  const children = makeTree();
  const table = new Uint32Array((FAILED + 1) << 4);
  for (let place = 0; place <= FAILED; place++) {
    for (let bits = 0; bits < 16; bits++) {
      let now = place;
      let ended = 0;
      for (let bit = 3; bit >= 0 && now !== FAILED; bit--) {
        const child = children[(now << 1) | ((bits >> bit) & 1)] ?? 0;
        if (child >= 0) now = child;
        else if (~child === EOS) now = FAILED;
        else {
          ended = 0x100 | ~child;
          now = 0;
        }
      }
      table[(place << 4) | bits] = (now << 13) | ended;
    }
  }
  return table;
}

/** Both places that follow each place; a byte's code ends in its complement. The places in the code of EOS are the first ones. */
function makeTree(): Int16Array {
  const children = new Int16Array(FAILED << 1);
  let places = 1;
  const insert = (code: number, bits: number, end: number): void => {
    let place = 0;
    for (let bit = bits - 1; bit > 0; bit--) {
      const at = (place << 1) | ((code >> bit) & 1);
      if (children[at] === 0) children[at] = places++;
      place = children[at] ?? 0;
    }
    children[(place << 1) | (code & 1)] = ~end;
  };
  insert(0x3fff_ffff, 30, EOS);
  let code = 0;
  let length = 0;
  for (const [bits, symbols] of SYMBOLS) {
    code <<= bits - length;
    length = bits;
    for (let i = 0; i < symbols.length; i++) insert(code++, bits, symbols.charCodeAt(i));
  }
  return children;
}
