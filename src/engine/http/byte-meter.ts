import type { Socket } from 'node:net';

/** Counts what sockets really sent and received: TLS records, headers and all. */
export class ByteMeter {
  readonly #open = new Map<Socket, { sent: number; received: number }>();
  #sent = 0;
  #received = 0;

  get sockets(): number {
    return this.#open.size;
  }

  watch(socket: Socket): void {
    this.#open.set(socket, { sent: 0, received: 0 });
    socket.once('close', () => {
      this.#read(socket);
      this.#open.delete(socket);
    });
  }

  /** Bytes since the last call. */
  drain(): { readonly sent: number; readonly received: number } {
    for (const socket of this.#open.keys()) this.#read(socket);
    const bytes = { sent: this.#sent, received: this.#received };
    this.#sent = this.#received = 0;
    return bytes;
  }

  #read(socket: Socket): void {
    const seen = this.#open.get(socket);
    if (!seen) return;
    this.#sent += socket.bytesWritten - seen.sent;
    this.#received += socket.bytesRead - seen.received;
    seen.sent = socket.bytesWritten;
    seen.received = socket.bytesRead;
  }
}
