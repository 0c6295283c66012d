import { palette, type Palette } from '../report/text-layout.ts';

const DEFAULT_COLUMNS = 80;

/** Where a command writes for people, and what that place can do. */
export class Terminal {
  readonly #stream: NodeJS.WriteStream;
  readonly colour: boolean;
  readonly paint: Palette;

  constructor(stream: NodeJS.WriteStream, options: { readonly colour: boolean }) {
    this.#stream = stream;
    // https://no-color.org: any value but the empty one.
    const noColour = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
    this.colour = options.colour && stream.isTTY && !noColour;
    this.paint = palette(this.colour);
  }

  /** Whether lines can be drawn anew in place. */
  get redraws(): boolean {
    return this.#stream.isTTY && process.env['TERM'] !== 'dumb';
  }

  get columns(): number {
    return this.#stream.isTTY && this.#stream.columns > 0 ? this.#stream.columns : DEFAULT_COLUMNS;
  }

  /** Infinity where it is no terminal, or does not say. */
  get rows(): number {
    return this.#stream.isTTY && this.#stream.rows > 0 ? this.#stream.rows : Number.POSITIVE_INFINITY;
  }

  write(text: string): void {
    if (this.#stream.writable) this.#stream.write(text);
  }

  line(text = ''): void {
    this.write(`${text}\n`);
  }
}

/** A reader that goes away (`rampwright run … | head`), or a full disk, ends the writing, not the program. `onLost` hears of the latter. */
export function survivesBrokenPipes(stream: NodeJS.WriteStream, onLost: (why: string) => void = () => undefined): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') onLost(error.message);
  });
}
