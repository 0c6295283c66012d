import { HeaderFields } from '../../src/engine/http/h2/header-fields.ts';
import type { HpackDecoder } from '../../src/engine/http/h2/hpack-decoder.ts';

/** Bits of the code of each byte, and of the end of a string at last, in base 36 (RFC 7541, appendix B). */
const CODE_BITS =
  'dnsssssssoussussssssssusssssssss6aacd68baa8b8666555666666678f6ca' +
  'd67777777777777777777777878djde6f56565666577666567655677777fbeds' +
  'kmkkmmmnmnnnnnonoomnonnnnlmnmnnomlkmmnnlnmmolmnnllmlnmnnkmmmnmmn' +
  'qqkjmnmpqqqrrqopjlqrrqrollqqsrrrkoklmllnmmppooqnqrqqrrrrrsrrrrrqu';

function makeCodes(): string[] {
  const bits = Array.from(CODE_BITS, (digit) => Number.parseInt(digit, 36));
  const codes: string[] = [];
  let code = 0;
  for (let length = 5; length <= 30; length++) {
    for (const [symbol, own] of bits.entries()) {
      if (own === length) codes[symbol] = (code++).toString(2).padStart(length, '0');
    }
    code *= 2;
  }
  return codes;
}

export const HUFFMAN_CODES: readonly string[] = makeCodes();
export const END_OF_STRING = 256;

/** Bits as bytes, with ones after the last. */
export function bytesOfBits(bits: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < bits.length; at += 8) bytes.push(Number.parseInt(bits.slice(at, at + 8).padEnd(8, '1'), 2));
  return bytes;
}

export function huffman(text: string): number[] {
  return bytesOfBits(Array.from(text, (char) => HUFFMAN_CODES[char.charCodeAt(0)] ?? '').join(''));
}

/** An integer after the bits of `first` that are not its own (RFC 7541, 5.1). */
export function integer(value: number, mask: number, first = 0): number[] {
  if (value < mask) return [first | value];
  const bytes = [first | mask];
  for (let rest = value - mask; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 0x80);
  }
}

export function string(text: string): number[] {
  return [...integer(text.length, 0x7f), ...Array.from(text, (char) => char.charCodeAt(0))];
}

export function huffmanString(text: string): number[] {
  const bytes = huffman(text);
  return [...integer(bytes.length, 0x7f, 0x80), ...bytes];
}

/** A literal with its name in full, which no table takes. */
export function literal(name: string, value: string): number[] {
  return [0x00, ...string(name), ...string(value)];
}

/** The same, which the dynamic table takes. */
export function kept(name: string, value: string): number[] {
  return [0x40, ...string(name), ...string(value)];
}

export function indexed(index: number): number[] {
  return integer(index, 0x7f, 0x80);
}

export function tableSize(size: number): number[] {
  return integer(size, 0x1f, 0x20);
}

export function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));
}

/** Each field as `name: value`; null: not a header block. */
export function decoded(decoder: HpackDecoder, block: ArrayLike<number>): string[] | null {
  const fields = new HeaderFields();
  if (!decoder.decode(Uint8Array.from(block), 0, block.length, fields)) return null;
  return linesOf(fields);
}

export function linesOf(fields: HeaderFields): string[] {
  return Array.from({ length: fields.count }, (_, i) => `${fields.name(i)}: ${fields.value(i)}`);
}

/** What the dynamic table has, the newest first. */
export function tableOf(decoder: HpackDecoder): string[] {
  const entries: string[] = [];
  for (let index = 62; ; index++) {
    const entry = decoded(decoder, indexed(index));
    if (!entry) return entries;
    entries.push(...entry);
  }
}
