import { fieldName, readFieldName, type FieldName } from './field-names.ts';
import { meaningOf, type HeaderFields, type TableEntry } from './header-fields.ts';
import { decodeHuffman, mostDecodedBytes } from './huffman.ts';
import { ENTRY_BYTES, STATIC_TABLE } from './static-table.ts';

/** Of an encoded name or value; nghttp2 takes no longer ones, either. */
const MOST_STRING_BYTES = 65_536;
const LONG_COPY_BYTES = 64;

const STATIC_ENTRIES: readonly TableEntry[] = STATIC_TABLE.map(([text, value]) => {
  const name = fieldName(text);
  const bytes = Buffer.from(value, 'latin1');
  return { name, value, meaning: meaningOf(name.kind, bytes, 0, bytes.length) };
});
const STATIC_COUNT = STATIC_ENTRIES.length;

/** Decodes the header blocks of one connection, one after the other (HPACK, RFC 7541). */
export class HpackDecoder {
  readonly #mostTableBytes: number;
  readonly #mostListBytes: number;
  /** The oldest one first. */
  readonly #entries: TableEntry[] = [];
  #tableBytes = 0;
  /** What the server chose of `mostTableBytes`. */
  #tableLimit: number;
  #at = 0;
  #to = 0;

  /**
   * `mostTableBytes` is what the settings said (SETTINGS_HEADER_TABLE_SIZE). A block with more than `mostListBytes` of names and values, 32 for each field
   * included, is too large: a few bytes can stand for very many.
   */
  constructor(mostTableBytes = 4096, mostListBytes = 1_048_576) {
    this.#mostTableBytes = this.#tableLimit = mostTableBytes;
    this.#mostListBytes = mostListBytes;
  }

  /**
   * Decodes a whole header block, from `from` to `to`, into `fields`, which then have only this block's.
   * @returns false: it is wrong (COMPRESSION_ERROR), or too large (`isTooLarge`), and no further block of the connection can be read
   */
  decode(bytes: Uint8Array, from: number, to: number, fields: HeaderFields): boolean {
    const out = fields.begin(mostDecodedBytes(to - from));
    this.#at = from;
    this.#to = to;
    let end = 0;
    let listBytes = 0;
    let begun = false;
    while (this.#at < to) {
      const first = bytes[this.#at] ?? 0;
      if (first >= 0x80) {
        const entry = this.#entry(this.#readInteger(bytes, first, 0x7f));
        if (!entry) return false;
        fields.addEntry(entry);
        listBytes += sizeOf(entry);
      } else if (first >= 0x40 || first < 0x20) {
        const indexed = first >= 0x40;
        const name = this.#readName(bytes, first, indexed ? 0x3f : 0x0f, out, end);
        if (!name) return false;
        const start = end;
        end = this.#readString(bytes, out, start);
        if (end < 0) return false;
        const size = name.text.length + end - start + ENTRY_BYTES;
        listBytes += size;
        if (indexed && this.#makeRoom(size)) {
          const meaning = meaningOf(name.kind, out, start, end);
          const entry: TableEntry = { name, value: out.toString('latin1', start, end), meaning };
          this.#entries.push(entry);
          this.#tableBytes += size;
          fields.addEntry(entry);
        } else fields.addLiteral(name, start, end);
      } else {
        // Only before the first field (RFC 7541, 4.2).
        if (begun || !this.#resize(this.#readInteger(bytes, first, 0x1f))) return false;
        continue;
      }
      begun = true;
      if (listBytes > this.#mostListBytes) {
        fields.isTooLarge = true;
        return false;
      }
    }
    return true;
  }

  #entry(index: number): TableEntry | undefined {
    if (index <= STATIC_COUNT) return STATIC_ENTRIES[index - 1];
    return this.#entries[this.#entries.length - (index - STATIC_COUNT)];
  }

  #resize(size: number): boolean {
    if (size < 0 || size > this.#mostTableBytes) return false;
    this.#tableLimit = size;
    this.#makeRoom(0);
    return true;
  }

  /** Lets go of the oldest entries. @returns whether there is room for an entry of this size, also when all are gone */
  #makeRoom(size: number): boolean {
    while (this.#tableBytes + size > this.#tableLimit) {
      const oldest = this.#entries.shift();
      if (!oldest) return false;
      this.#tableBytes -= sizeOf(oldest);
    }
    return true;
  }

  // ── parts of a field, from `#at` on ──

  /** The name of a literal, by its index or in full; then `out` has its bytes from `end` on, which may be written over. */
  #readName(bytes: Uint8Array, first: number, mask: number, out: Buffer, end: number): FieldName | undefined {
    if ((first & mask) !== 0) return this.#entry(this.#readInteger(bytes, first, mask))?.name;
    this.#at++;
    const to = this.#readString(bytes, out, end);
    return to < 0 ? undefined : readFieldName(out, end, to);
  }

  /** Writes it to `out`, from `start` on. @returns where it ends there, or -1 */
  #readString(bytes: Uint8Array, out: Buffer, start: number): number {
    if (this.#at >= this.#to) return -1;
    const first = bytes[this.#at] ?? 0;
    const length = this.#readInteger(bytes, first, 0x7f);
    const from = this.#at;
    const to = from + length;
    if (length < 0 || length > MOST_STRING_BYTES || to > this.#to) return -1;
    this.#at = to;
    if (first >= 0x80) return decodeHuffman(bytes, from, to, out, start);
    if (length > LONG_COPY_BYTES) out.set(bytes.subarray(from, to), start);
    else for (let i = 0; i < length; i++) out[start + i] = bytes[from + i] ?? 0;
    return start + length;
  }

  /** `first` is the byte at `#at`, `mask` the bits of it that are the integer's (RFC 7541, 5.1). @returns -1: it does not end, or has more than 32 bits */
  #readInteger(bytes: Uint8Array, first: number, mask: number): number {
    let integer = first & mask;
    let at = this.#at + 1;
    if (integer === mask) {
      let unit = 1;
      let byte: number;
      do {
        if (at >= this.#to || unit > 2 ** 28) return -1;
        byte = bytes[at++] ?? 0;
        integer += (byte & 0x7f) * unit;
        if (integer > 0xffff_ffff) return -1;
        unit *= 128;
      } while (byte >= 0x80);
    }
    this.#at = at;
    return integer;
  }
}

function sizeOf({ name, value }: TableEntry): number {
  return name.text.length + value.length + ENTRY_BYTES;
}
