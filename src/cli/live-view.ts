import { stripVTControlCharacters } from 'node:util';
import type { RunModel } from '../run/model.ts';
import { displayWidth, truncate } from '../report/text-layout.ts';
import { progressBlock, progressLine } from '../report/text-progress.ts';
import { hasKeyboard, KEYS_TEXT } from './load-keys.ts';
import type { Terminal } from './terminal.ts';

/** How a run is shown while it goes. */
export interface LiveView {
  /** Whether it tells of the keys that change the load, and so takes them. */
  readonly keys: boolean;
  /** Shows the run as it is now. */
  update(run: RunModel): void;
  /** Writes a sentence without spoiling what is drawn. */
  say(text: string): void;
  /** Takes away what was only for the time of the run. */
  close(): void;
}

/** Without a terminal that can redraw: this often one line, by the run's own time. */
const LINE_EVERY_MS = 10_000;

const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';

export function createLiveView(terminal: Terminal, progress: boolean): LiveView {
  if (!progress)
    return { keys: false, update: () => undefined, say: (text) => terminal.line(`  ${text}`), close: () => undefined };
  return terminal.redraws ? new BlockView(terminal) : new LineView(terminal);
}

/** One block, drawn anew in place. */
class BlockView implements LiveView {
  readonly keys = hasKeyboard();
  readonly #terminal: Terminal;
  readonly #restoreCursor = (): void => this.#terminal.write(SHOW_CURSOR);
  #run: RunModel | null = null;
  /** How wide its lines are. */
  #drawn: readonly number[] = [];

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    terminal.write(HIDE_CURSOR);
    process.once('exit', this.#restoreCursor);
  }

  update(run: RunModel): void {
    this.#run = run;
    const { columns, paint } = this.#terminal;
    const lines = ['', ...progressBlock(run, columns, paint)];
    if (this.keys && run.state === 'running') lines.push('', `  ${paint.dim(truncate(KEYS_TEXT, columns - 4))}`);
    const shown = fitting(lines, this.#terminal.rows - 2);
    // One write, so that no half of it is ever seen.
    this.#terminal.write(`${this.#erase()}${shown.join('\n')}\n`);
    this.#drawn = shown.map((line) => displayWidth(stripVTControlCharacters(line)));
  }

  say(text: string): void {
    this.#terminal.write(`${this.#erase()}\n  ${text}\n`);
    this.#drawn = [];
    if (this.#run) this.update(this.#run);
  }

  close(): void {
    this.#terminal.write(this.#erase() + SHOW_CURSOR);
    process.off('exit', this.#restoreCursor);
    this.#drawn = [];
    this.#run = null;
  }

  #erase(): string {
    const { columns, rows } = this.#terminal;
    // A terminal that was made narrower since has wrapped what is too wide for it now.
    const lines = this.#drawn.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / columns)), 0);
    return lines === 0 ? '' : `\u001b[${Math.min(lines, rows - 1)}A\r\u001b[J`;
  }
}

/**
 * What a low terminal has room for, as what has left it at the top could not be drawn anew. Empty lines go first, then those at the end. One line more stays free:
 * tmux keeps what is erased in its history where that is the whole screen.
 */
function fitting(lines: readonly string[], rows: number): readonly string[] {
  const full = lines.length > rows ? lines.filter((line) => line !== '') : lines;
  return full.slice(0, Math.max(1, rows));
}

class LineView implements LiveView {
  readonly keys = false;
  readonly #terminal: Terminal;
  #nextMs = LINE_EVERY_MS;
  #lines = 0;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  update(run: RunModel): void {
    // Half an interval of tolerance: intervals are about a second, never exactly one.
    if (run.state !== 'running' || run.elapsedMs < this.#nextMs - 500) return;
    this.#nextMs += LINE_EVERY_MS;
    this.say(progressLine(run));
  }

  say(text: string): void {
    if (this.#lines++ === 0) this.#terminal.line();
    this.#terminal.line(`  ${text}`);
  }

  close(): void {
    // Lines stay where they are.
  }
}
