import { KeptBytes } from './kept-bytes.ts';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** One event of an event stream. */
export interface StreamEvent {
  /** `message` where the stream says nothing else. */
  readonly type: string;
  readonly data: string;
  /** The last id that the stream gave; '' for none. */
  readonly id: string;
}

/**
 * Reads an event stream as it comes (WHATWG HTML, 9.2.6), wherever it is cut: inside of a character, or between the two of a line break. An event that
 * no empty line ended is none.
 */
export class EventStream {
  readonly #decoder = new TextDecoder('utf-8');
  /** The beginning of a line whose end has not come, and what came of it besides: a line may be as long as the body, and come byte by byte. */
  #line = '';
  readonly #more = new KeptBytes();
  /** The last chunk ended in a carriage return: a line feed that comes next belongs to it. */
  #afterReturn = false;
  #type = '';
  #data: string[] = [];
  #id = '';
  #retryMs: number | null = null;

  /** How long to wait before connecting again, as the stream wishes; null where it said nothing. */
  get retryMs(): number | null {
    return this.#retryMs;
  }

  /** The events that end in a chunk. */
  push(chunk: Uint8Array): StreamEvent[] {
    if (!chunk.includes(LINE_FEED) && !chunk.includes(RETURN)) {
      this.#more.add(chunk);
      return [];
    }
    let text = this.#decoder.decode(this.#more.empty ? chunk : this.#more.with(chunk), { stream: true });
    this.#more.clear();
    if (this.#afterReturn && text.startsWith('\n')) text = text.slice(1);
    this.#afterReturn = text.endsWith('\r');
    const lines = (this.#line + text).split(/\r\n|\n|\r/);
    this.#line = lines.pop() ?? '';
    return lines.flatMap((line) => this.#read(line) ?? []);
  }

  #read(line: string): StreamEvent | null {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    switch (field) {
      case 'event':
        this.#type = value;
        break;
      case 'data':
        this.#data.push(value);
        break;
      case 'id':
        if (!value.includes('\0')) this.#id = value;
        break;
      case 'retry':
        if (/^\d+$/.test(value)) this.#retryMs = Number(value);
        break;
    }
    return null;
  }

  #dispatch(): StreamEvent | null {
    const event = { type: this.#type || 'message', data: this.#data.join('\n'), id: this.#id };
    const isOne = this.#data.length > 0;
    this.#type = '';
    this.#data = [];
    return isOne ? event : null;
  }
}
