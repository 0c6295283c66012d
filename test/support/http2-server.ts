/** Real HTTP/2 servers on loopback for tests of the engine: one that counts what reaches it, and one that breaks the rules. */
import { once } from 'node:events';
import {
  createSecureServer,
  type IncomingHttpHeaders,
  type SecureServerOptions,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { TEST_TLS } from './tls-files.ts';

export interface Http2Counts {
  /** Streams whose headers arrived. */
  readonly requests: number;
  readonly sessions: number;
  /** The most streams that were open at a time. */
  readonly atOnce: number;
  /** TCP connections accepted. */
  readonly connections: number;
  /** Those that are open now. */
  readonly open: number;
}

export interface Http2Server {
  /** E.g. `https://127.0.0.1:41234`, without a slash at its end. */
  readonly url: string;
  counts(): Http2Counts;
  /** Resolves when no connection is open any more. */
  empty(): Promise<void>;
  reset(): void;
  close(): Promise<void>;
}

export type Http2Answer = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => void;

/** `answer` is called for each request. */
export async function startHttp2Server(
  answer: Http2Answer,
  options: SecureServerOptions = {},
  onSession: (session: ServerHttp2Session) => void = () => undefined,
): Promise<Http2Server> {
  const server = createSecureServer({ ...TEST_TLS, ...options });
  const sockets = new Set<Socket>();
  const live = new Set<ServerHttp2Session>();
  let counts = { requests: 0, sessions: 0, atOnce: 0, connections: 0 };
  let streams = 0;
  server.on('connection', (socket: Socket) => {
    counts.connections++;
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) server.emit('empty');
    });
  });
  server.on('session', (session) => {
    counts.sessions++;
    live.add(session);
    // A client that breaks off is part of the tests.
    session.on('error', () => undefined);
    session.once('close', () => live.delete(session));
    onSession(session);
  });
  server.on('stream', (stream, headers) => {
    counts.requests++;
    counts.atOnce = Math.max(counts.atOnce, ++streams);
    stream.on('error', () => undefined);
    stream.once('close', () => streams--);
    answer(stream, headers);
  });
  server.on('sessionError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts: () => ({ ...counts, open: sockets.size }),
    empty: async () => {
      if (sockets.size > 0) await once(server, 'empty');
    },
    reset: () => (counts = { requests: 0, sessions: 0, atOnce: 0, connections: 0 }),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const session of live) session.destroy();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

const FRAME_HEADER = 9;
const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'.length;
const HEADERS = 1;

/** A frame of HTTP/2 (RFC 9113, 4.1). `length`: what it says of itself. */
export function frame(type: number, streamId: number, payload: Buffer, flags = 0, length = payload.length): Buffer {
  const header = Buffer.alloc(FRAME_HEADER);
  header.writeUIntBE(length, 0, 3);
  header.writeUInt8(type, 3);
  header.writeUInt8(flags, 4);
  header.writeUInt32BE(streamId, 5);
  return Buffer.concat([header, payload]);
}

/** A server that begins properly, and answers every request with these bytes. */
export async function startRawHttp2Server(bytes: Buffer): Promise<{ url: string; close: () => void }> {
  const sockets = new Set<Socket>();
  const server = createTlsServer({ ...TEST_TLS, ALPNProtocols: ['h2'] }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write(frame(4, 0, Buffer.alloc(0)));
    let received = Buffer.alloc(0);
    let at = PREFACE;
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= at + FRAME_HEADER) {
        const type = received.readUInt8(at + 3);
        at += FRAME_HEADER + received.readUIntBE(at, 3);
        if (type === HEADERS) socket.write(bytes);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
