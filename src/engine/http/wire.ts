import type { Socket } from 'node:net';
import type { Dialled } from './dial.ts';

/** Called without an error when the kernel has taken all that was sent. */
export type OnWritten = (error?: Error | null) => void;

/** Whoever reads from a wire. */
export interface WireListener {
  /** The bytes up to `end`; those of a plain connection are overwritten after this call. */
  onBytes(bytes: Buffer, end: number): void;
  /** The other side ended the connection, or it broke: `error`. Called once at most. */
  onLost(error: Error | null): void;
}

/**
 * Where all plain connections of a thread read to. Reading and handling what was read is one call out of libuv, so that no connection sees what
 * another one read, and 10,000 of them need no 10,000 buffers.
 */
const READ_BUFFER = Buffer.allocUnsafeSlow(65_536);

const NOTHING = Buffer.alloc(0);

/** With less of a request left in this process, its connection is used again. */
const STUCK_BYTES = 65_536;

/**
 * Much of what was sent has not left: who answered it has not read it, and may never do. The next request would wait behind it. To be asked in another
 * turn of the event loop than that of the answer: TLS says only then that it is done.
 */
export function isStuck({ writableLength }: Socket): boolean {
  return writableLength >= STUCK_BYTES;
}

/** A socket with one listener, which can be replaced, and no stream between them. */
export class Wire {
  listener: WireListener;
  #socket: Socket | null = null;
  #tcp: Socket | null = null;
  #lost = false;
  readonly #onClose = (): void => this.#lose(null);
  /** Up to libuv 1.46 (Node 20), a reset that is seen together with data is the end: its error stays behind, for the next call of the system. */
  readonly #onEnd = (): void => {
    const tcp = this.#tcp;
    if (this.#lost || !tcp) return;
    if (!tcp.writable || tcp.writableLength > 0) this.#lose(null);
    else tcp.write(NOTHING, (error) => this.#lose(isReset(error) ? error : null));
  };

  constructor(listener: WireListener) {
    this.listener = listener;
  }

  /** For `dial`, where it makes a plain connection. */
  readonly onRead = {
    buffer: READ_BUFFER,
    callback: (length: number): boolean => {
      if (!this.#lost) this.listener.onBytes(READ_BUFFER, length);
      return true;
    },
  };

  /** Takes the connection that stands now. */
  attach({ socket, tcp }: Dialled, readsToBuffer: boolean): void {
    this.#socket = socket;
    this.#tcp = tcp;
    if (!readsToBuffer) {
      socket.on('data', (chunk: Buffer) => {
        if (!this.#lost) this.listener.onBytes(chunk, chunk.length);
      });
    }
    socket.on('error', (error) => this.#lose(error));
    // Before the socket ends by itself, and can't be written to any more.
    socket.prependListener('end', this.#onEnd);
    socket.on('close', this.#onClose);
    // The end is told only to whoever reads.
    socket.resume();
  }

  get socket(): Socket | null {
    return this.#socket;
  }

  /** See `isStuck`. */
  get stuck(): boolean {
    return this.#socket !== null && isStuck(this.#socket);
  }

  /** One write where the body is part of the text. */
  send(text: string, body: Buffer | null, onWritten?: OnWritten): void {
    const socket = this.#socket;
    if (!socket) return;
    if (body === null) {
      socket.write(text, 'latin1', onWritten);
      return;
    }
    socket.cork();
    socket.write(text, 'latin1');
    socket.write(body, onWritten);
    socket.uncork();
  }

  /** Closes it without a word. */
  close(): void {
    this.#lost = true;
    this.#socket?.destroy();
  }

  #lose(error: Error | null): void {
    if (this.#lost) return;
    this.close();
    this.listener.onLost(error);
  }
}

function isReset(error: Error | null | undefined): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}
