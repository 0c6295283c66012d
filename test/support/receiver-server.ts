import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server on loopback that keeps what is posted to it. */
export interface ReceiverServer {
  readonly url: string;
  readonly received: Received[];
  /** How it answers the n-th request from now on, counting from 0; 204 by default. */
  answer(reply: (index: number, request: Received) => Reply): void;
  close(): Promise<void>;
}

export async function startReceiverServer(): Promise<ReceiverServer> {
  const received: Received[] = [];
  let reply: (index: number, request: Received) => Reply = () => ({ status: 204 });
  let answered = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, path: url, headers, body: Buffer.concat(chunks) };
      received.push(one);
      const { status, body = '', headers: own = {} } = reply(answered++, one);
      response.writeHead(status, own).end(status === 204 ? undefined : body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answer: (next) => {
      reply = next;
      answered = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
