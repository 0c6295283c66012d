import { CR, digitOf, LF } from './bytes.ts';

export type ChunkedEvent = 'data' | 'more' | 'end' | 'unusual';

/** More digits could be more bytes than anyone sends in one chunk. */
const MAX_SIZE_DIGITS = 7;

type State = 'size' | 'size-lf' | 'data' | 'data-cr' | 'data-lf' | 'end-cr' | 'end-lf';

/**
 * Takes chunked bodies apart (RFC 9112, 7.1), of the plain kind only: without extensions and trailers. Each `next` goes on to the next piece of data
 * (`at` to `dataTo`), to the end of the bytes or of the body, or to what is unusual, before which it stays.
 */
export class ChunkedBody {
  /** Where it stands in the bytes; of a piece of data, where that begins. */
  at = 0;
  dataTo = 0;
  #state: State = 'size';
  #size = 0;
  #digits = 0;
  /** Of the chunk. */
  #left = 0;

  begin(): void {
    this.#state = 'size';
    this.#size = this.#digits = 0;
  }

  next(bytes: Buffer, from: number, to: number): ChunkedEvent {
    this.at = from;
    while (this.at < to) {
      const byte = bytes[this.at] ?? 0;
      switch (this.#state) {
        case 'size':
          if (!this.#takeSize(byte)) return 'unusual';
          break;
        case 'size-lf':
          if (byte !== LF) return 'unusual';
          this.#left = this.#size;
          this.#state = this.#size === 0 ? 'end-cr' : 'data';
          break;
        case 'data':
          this.dataTo = Math.min(to, this.at + this.#left);
          this.#left -= this.dataTo - this.at;
          if (this.#left === 0) this.#state = 'data-cr';
          return 'data';
        case 'data-cr':
        case 'end-cr':
          if (byte !== CR) return 'unusual';
          this.#state = this.#state === 'end-cr' ? 'end-lf' : 'data-lf';
          break;
        case 'data-lf':
          if (byte !== LF) return 'unusual';
          this.begin();
          break;
        case 'end-lf':
          if (byte !== LF) return 'unusual';
          this.at++;
          return 'end';
      }
      this.at++;
    }
    return 'more';
  }

  /**
   * The shortest beginning of a chunked body after which a parser is where this one is. Data in it stands for what was given out already.
   */
  equivalent(): { readonly text: string; readonly dataBytes: number } {
    const size = this.#digits > 0 ? this.#size.toString(16) : '';
    switch (this.#state) {
      case 'size':
        return { text: size, dataBytes: 0 };
      case 'size-lf':
        return { text: `${size}\r`, dataBytes: 0 };
      case 'data':
        return { text: `${this.#left.toString(16)}\r\n`, dataBytes: 0 };
      case 'data-cr':
        return { text: '1\r\n-', dataBytes: 1 };
      case 'data-lf':
        return { text: '1\r\n-\r', dataBytes: 1 };
      case 'end-cr':
        return { text: '0\r\n', dataBytes: 0 };
      case 'end-lf':
        return { text: '0\r\n\r', dataBytes: 0 };
    }
  }

  #takeSize(byte: number): boolean {
    if (byte === CR) {
      if (this.#digits === 0) return false;
      this.#state = 'size-lf';
      return true;
    }
    const digit = hexDigitOf(byte);
    if (digit < 0 || this.#digits === MAX_SIZE_DIGITS) return false;
    this.#size = this.#size * 16 + digit;
    this.#digits++;
    return true;
  }
}

function hexDigitOf(byte: number): number {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : digitOf(byte);
}
