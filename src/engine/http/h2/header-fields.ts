import { VALUE_BYTES, digitOf, SPACE, TAB } from '../raw/bytes.ts';
import type { FieldKind, FieldName } from './field-names.ts';

/** A name with its value, as HPACK's tables have them. */
export interface TableEntry {
  readonly name: FieldName;
  readonly value: string;
  /** See `meaningOf`. */
  readonly meaning: number;
}

/** There is no such field. */
const NONE = -1;
/** There is one that says nothing, or two that say it. */
const MALFORMED = -2;
const MOST_LENGTH = 2n ** 63n - 1n;
/** What is kept for the next block although this one was short. */
const MOST_KEPT_BYTES = 16_384;
const NO_BYTES = Buffer.alloc(0);

/**
 * The fields of one header block, in their order, and what they say of the response as a whole. The same object serves one block after the other. It
 * keeps what it needs of the block's bytes; texts are made when someone asks.
 *
 * It judges as nghttp2 does (nghttp2_http.c): fields with a name or a value that HTTP does not know are left out, as many servers send such; all else
 * that is not as RFC 9113, 8.2 and 8.3, wants it makes the whole block wrong.
 */
export class HeaderFields {
  count = 0;
  /** The block stands for more than its decoder takes, and was read only so far. */
  isTooLarge = false;
  readonly #names: FieldName[] = [];
  /** null: those from `#starts` to `#ends`, not made yet. */
  readonly #values: (string | null)[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #bytes = NO_BYTES;
  #status = NONE;
  #length = NONE;
  #hasStatus = false;
  #afterPseudo = false;
  #wrong = false;

  /** In lower case, if the block is valid. */
  name(i: number): string {
    return this.#names[i]?.text ?? '';
  }

  /** Each byte is a character. */
  value(i: number): string {
    if (i >= this.count) return '';
    const known = this.#values[i];
    if (typeof known === 'string') return known;
    return (this.#values[i] = this.#bytes.toString('latin1', this.#starts[i], this.#ends[i]));
  }

  has(name: string): boolean {
    for (let i = 0; i < this.count; i++) if (this.#names[i]?.text === name) return true;
    return false;
  }

  /** Three digits; -1: there is none, or it is not one, or not where it must be. */
  status(): number {
    return this.#status;
  }

  /** In bytes; -1: there is none. -2: it is no length, or there are two, or this answer cannot have one. */
  contentLength(): number {
    return this.#length;
  }

  /** Whether they are the head of a response, also of an interim one (1xx). */
  isValidResponse(): boolean {
    return this.#hasStatus && !this.#wrong;
  }

  /** Whether they may come after a body. `lengthKnown`: the head said how long the body is, or it had to be empty; then they must not say it. */
  isValidTrailer(lengthKnown = false): boolean {
    return !this.#hasStatus && !this.#wrong && !(lengthKnown && this.#length !== NONE);
  }

  // ── the decoder's side ──

  /** Forgets all fields. @returns where the decoder may write so many bytes for as long as it adds fields */
  begin(mostBytes: number): Buffer {
    this.count = 0;
    this.isTooLarge = false;
    this.#status = this.#length = NONE;
    this.#hasStatus = this.#afterPseudo = this.#wrong = false;
    const size = this.#bytes.length;
    if (size < mostBytes || (size > MOST_KEPT_BYTES && mostBytes <= MOST_KEPT_BYTES)) {
      this.#bytes = Buffer.allocUnsafeSlow((mostBytes + 255) & ~255);
    }
    return this.#bytes;
  }

  addEntry(entry: TableEntry): void {
    if (!this.#takes(entry.name.kind, entry.meaning, entry.value.length)) return;
    const i = this.count++;
    this.#names[i] = entry.name;
    this.#values[i] = entry.value;
    this.#starts[i] = this.#ends[i] = 0;
  }

  /** `start` and `end` are places in what `begin` returned. */
  addLiteral(name: FieldName, start: number, end: number): void {
    if (!this.#takes(name.kind, meaningOf(name.kind, this.#bytes, start, end), end - start)) return;
    const i = this.count++;
    this.#names[i] = name;
    this.#values[i] = null;
    this.#starts[i] = start;
    this.#ends[i] = end;
  }

  /** Whether it is not one to be left out. */
  #takes(kind: FieldKind, meaning: number, valueLength: number): boolean {
    if (kind === 'status') {
      // 101 is not known to HTTP/2 (RFC 9113, 8.6).
      if (this.#hasStatus || this.#afterPseudo || meaning < 0 || meaning === 101) {
        this.#wrong = true;
        this.#status = NONE;
      } else this.#status = meaning;
      this.#hasStatus = true;
      return true;
    }
    this.#afterPseudo = true;
    switch (kind) {
      case 'regular':
        return meaning >= 0;
      case 'ignored':
        return false;
      case 'length':
        return this.#takesLength(meaning, valueLength);
      case 'te':
        if (meaning < 0) this.#wrong = true;
        return true;
      case 'wrong':
        this.#wrong = true;
        return true;
    }
  }

  #takesLength(length: number, digits: number): boolean {
    const empty = this.#status === 204;
    // Servers do send a length of 0 with 204, where there must be none (RFC 9110, 8.6).
    if (this.#length !== NONE || length < 0 || (empty && (length !== 0 || digits !== 1)) || isInterim(this.#status)) {
      this.#wrong = true;
      this.#length = MALFORMED;
      return true;
    }
    this.#length = length;
    return !empty;
  }
}

function isInterim(status: number): boolean {
  return status >= 100 && status < 200;
}

/** What a value is to its field: a status or a length as a number, 0 for any other good one, -1 for a bad one. */
export function meaningOf(kind: FieldKind, bytes: Buffer, start: number, end: number): number {
  switch (kind) {
    case 'regular':
      return isValue(bytes, start, end) ? 0 : -1;
    case 'status':
      return end - start === 3 && bytes[start] !== 0x30 ? numberOf(bytes, start, end) : -1;
    case 'length':
      return numberOf(bytes, start, end);
    case 'te':
      return bytes.toString('latin1', start, end).toLowerCase() === 'trailers' ? 0 : -1;
    case 'ignored':
    case 'wrong':
      return 0;
  }
}

function isValue(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return true;
  if (isBlank(bytes[start]) || isBlank(bytes[end - 1])) return false;
  for (let i = start; i < end; i++) if (VALUE_BYTES[bytes[i] ?? 0] !== 1) return false;
  return true;
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB;
}

function numberOf(bytes: Buffer, start: number, end: number): number {
  if (start === end) return -1;
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = digitOf(bytes[i] ?? 0);
    if (digit < 0) return -1;
    number = number * 10 + digit;
  }
  if (number <= Number.MAX_SAFE_INTEGER) return number;
  const exact = BigInt(bytes.toString('latin1', start, end));
  return exact <= MOST_LENGTH ? Number(exact) : -1;
}
