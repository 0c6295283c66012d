import { AnswerHead, MORE } from './answer-head.ts';
import { CR, equals, LF } from './bytes.ts';

/** What every interim answer begins with. */
const BEGINNING = 'HTTP/1.1 1';
const NOTHING: Buffer = Buffer.alloc(0);

/** Leaves out the interim answers (1xx, but 101) before an answer. What is unusual of them stays for whoever reads on. */
export class InterimAnswers {
  /** Of those left out of the answer. */
  bytes = 0;
  readonly #head = new AnswerHead();
  #expected = false;
  /** The beginning of what may be one. */
  #held: Buffer = NOTHING;

  /** An answer is to come. */
  begin(): void {
    this.#expected = true;
    this.bytes = 0;
  }

  /** @returns what is left of these bytes, together with what was held before */
  leaveOut(bytes: Buffer): Buffer {
    if (!this.#expected) return bytes;
    let all = this.#held.length > 0 ? Buffer.concat([this.#held, bytes]) : bytes;
    this.#held = NOTHING;
    for (;;) {
      all = all.subarray(afterLineBreaks(all));
      const isInterim = equals(all, 0, BEGINNING.slice(0, all.length));
      const to = isInterim ? this.#head.scan(all, 0, all.length) : 0;
      if (to === MORE) {
        this.#held = all;
        return NOTHING;
      }
      if (to <= 0) {
        this.#expected = false;
        return all;
      }
      this.bytes += to;
      all = all.subarray(to);
    }
  }

  /** What is still held, where nothing more comes. */
  rest(): Buffer {
    const held = this.#held;
    this.#held = NOTHING;
    return held;
  }
}

/** Line breaks between answers are left out, as undici does. */
function afterLineBreaks(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length && (bytes[at] === CR || bytes[at] === LF)) at++;
  return at;
}
