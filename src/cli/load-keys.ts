import type { LoadLevel } from '../run/events.ts';

/** What each press of + or − adds to the load, as a share of what is planned. */
const STEP = 0.1;

const CTRL_C = '\u0003';
const CTRL_Z = '\u001a';

/** What the keys do, for the terminal's last line. */
export const KEYS_TEXT = 'p pause or go on   + more   − less   Ctrl+C stop';

/** Whether there is someone at a keyboard. */
export function hasKeyboard(): boolean {
  return process.stdin.isTTY;
}

/** Changes the load of a running test by keys, which come one by one while this is open. */
export class LoadKeys {
  readonly #onChange: (level: LoadLevel) => void;
  /** As it was last asked for: the engine's answer may still be on its way when the next key comes. */
  #level: LoadLevel = { paused: false, factor: 1 };

  constructor(onChange: (level: LoadLevel) => void) {
    this.#onChange = onChange;
    process.on('SIGCONT', this.#listen);
    process.stdin.setEncoding('utf8').on('data', this.#receive);
    this.#listen();
  }

  close(): void {
    process.off('SIGCONT', this.#listen);
    process.stdin.off('data', this.#receive);
    process.stdin.setRawMode(false);
    process.stdin.pause();
  }

  readonly #listen = (): void => {
    process.stdin.setRawMode(true);
    process.stdin.resume();
  };

  readonly #receive = (keys: string): void => {
    for (const key of keys) this.#pressed(key);
  };

  #change(part: Partial<LoadLevel>): void {
    this.#level = { ...this.#level, ...part };
    this.#onChange(this.#level);
  }

  #pressed(key: string): void {
    const { paused, factor } = this.#level;
    switch (key) {
      case 'p':
      case ' ':
        this.#change({ paused: !paused });
        break;
      case '+':
      case '=':
        this.#change({ factor: rounded(factor + STEP) });
        break;
      case '-':
      case '_':
        this.#change({ factor: Math.max(STEP, rounded(factor - STEP)) });
        break;
      // With keys one by one the terminal no longer makes signals of these.
      case CTRL_C:
        process.kill(process.pid, 'SIGINT');
        break;
      case CTRL_Z:
        process.stdin.setRawMode(false);
        // The whole group, as the terminal does it: an engine that went on would make load that nobody sees.
        process.kill(0, 'SIGTSTP');
        break;
    }
  }
}

/** 0.1 + 0.2 is 0.3 for people. */
function rounded(factor: number): number {
  return Math.round(factor * 100) / 100;
}
