import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import type { WireRequest } from '../../src/engine/http/exchange.ts';
import { turns } from './http1-lanes.ts';
import {
  ACK,
  DATA,
  END_HEADERS,
  END_STREAM,
  FRAME_HEAD_BYTES,
  GOAWAY,
  HEADERS,
  PING,
  RST_STREAM,
  SETTINGS,
  WINDOW_UPDATE,
} from './http2-frames.ts';
import { frame } from './http2-server.ts';

/** How a connection of HTTP/2 goes. */
export interface Http2Script {
  /** All at a time, as far as the server lets them. */
  readonly requests: readonly [WireRequest, ...WireRequest[]];
  /** What the server begins with. */
  readonly begin: Buffer;
  /** What it sends when it has all requests, one by one, so that each is read by itself. */
  readonly pieces: readonly Buffer[];
  /** The first request is broken off before. */
  readonly aborts: boolean;
  /** What it does with the connection then. */
  readonly then: 'keep' | 'end' | 'reset';
}

const PREFACE_BYTES = 24;

/** A server of one connection at a time, which sends what it is told to. */
export class ScriptedHttp2Server {
  readonly #events: string[] = [];
  /** How much of which request's body came, which it may come in any number of frames. */
  readonly #bodies = new Map<number, number>();
  /** How many requests it has. */
  requests = 0;
  /** Answers each further request at once. */
  answers = false;
  #socket: Socket | null = null;
  #received = Buffer.alloc(0);
  readonly #server: Server = createServer({ noDelay: true }, (socket) => this.#serve(socket));

  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  reset(): void {
    this.#events.length = 0;
    this.#bodies.clear();
    this.requests = 0;
    this.#received = Buffer.alloc(0);
    this.#socket = null;
    this.answers = false;
  }

  /** What it heard on the last connection. */
  get heard(): string[] {
    return [...this.#events, ...Array.from(this.#bodies, ([id, bytes]) => `${bytes} bytes on ${id}`)];
  }

  async play(pieces: readonly Buffer[], then: Http2Script['then']): Promise<void> {
    for (const piece of pieces) {
      if (this.#socket?.destroyed !== false) return;
      this.#socket.write(piece);
      await turn();
    }
    await turns();
    if (then === 'end') this.end();
    if (then === 'reset') this.#socket?.resetAndDestroy();
    await turns();
  }

  end(): void {
    this.#socket?.end();
  }

  close(): void {
    this.#socket?.destroy();
    this.#server.close();
  }

  #serve(socket: Socket): void {
    this.#socket = socket;
    socket.on('error', () => undefined);
    let at = PREFACE_BYTES;
    socket.on('data', (chunk: Buffer) => {
      if (socket !== this.#socket) return;
      const received = (this.#received = Buffer.concat([this.#received, chunk]));
      while (received.length >= at + FRAME_HEAD_BYTES) {
        const end = at + FRAME_HEAD_BYTES + received.readUIntBE(at, 3);
        if (received.length < end) return;
        this.#hear(received.subarray(at, end));
        at = end;
      }
    });
  }

  #hear(bytes: Buffer): void {
    const type = bytes.readUInt8(3);
    const flags = bytes.readUInt8(4);
    const id = bytes.readUInt32BE(5);
    const payload = bytes.subarray(FRAME_HEAD_BYTES);
    switch (type) {
      case HEADERS:
        this.requests++;
        if (this.answers) this.#socket?.write(frame(HEADERS, id, Buffer.from([0x88]), END_STREAM | END_HEADERS));
        break;
      case DATA:
        this.#bodies.set(id, (this.#bodies.get(id) ?? 0) + payload.length);
        if ((flags & END_STREAM) !== 0) this.#events.push(`all of the body on ${id}`);
        break;
      case RST_STREAM:
        this.#events.push(`RST_STREAM ${payload.readUInt32BE(0)} on ${id}`);
        break;
      case SETTINGS:
        if ((flags & ACK) !== 0) this.#events.push('SETTINGS are known');
        break;
      case PING:
        this.#events.push(`PING ${payload.toString('hex')}`);
        break;
      case GOAWAY:
        this.#events.push(`GOAWAY ${payload.readUInt32BE(4)}`);
        break;
      case WINDOW_UPDATE:
        break;
      default:
        this.#events.push(`${type}`);
    }
  }
}
