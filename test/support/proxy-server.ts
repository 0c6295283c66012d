/** A real HTTP proxy on loopback for tests of the engine: a forwarding one for plain http, a tunnel for the rest. It counts what it is asked for. */
import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { TEST_TLS } from './tls-files.ts';

export interface ProxyOptions {
  /** It is spoken to by TLS. */
  readonly secure?: boolean;
  /** `user:password` that it wants. */
  readonly wants?: string;
  /** How long it takes to open a way. */
  readonly delayMs?: number;
  /** The first line of what it answers whoever asks for a way, instead of opening it; '': nothing, ever. */
  readonly answers?: string;
}

export interface ProxyServer {
  /** E.g. `http://127.0.0.1:41234`. */
  readonly url: string;
  /** The ways it was asked for (`127.0.0.1:3000`) and the URLs that it was to forward, in turn. */
  readonly asked: string[];
  /** TCP connections accepted. */
  connections(): number;
  close(): void;
}

export async function startProxy({ secure, wants, delayMs = 0, answers }: ProxyOptions = {}): Promise<ProxyServer> {
  const sockets = new Set<Duplex>();
  const asked: string[] = [];
  let connections = 0;
  const keep = (socket: Duplex): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  };
  const mayUse = ({ headers }: IncomingMessage): boolean =>
    wants === undefined || headers['proxy-authorization'] === `Basic ${Buffer.from(wants).toString('base64')}`;

  const forward: RequestListener = (request, response) => {
    const { method, url = '' } = request;
    asked.push(url);
    if (!mayUse(request)) {
      response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end();
      return;
    }
    const headers = { ...request.headers };
    delete headers['proxy-authorization'];
    const onward = httpRequest(url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.writeHead(502).end('no way'));
    request.pipe(onward);
  };

  const server = secure ? createTlsServer(TEST_TLS, forward) : createServer(forward);
  server.on('connection', (socket: Socket) => {
    connections++;
    keep(socket);
  });
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    const way = request.url ?? '';
    asked.push(way);
    keep(client);
    if (answers === '') return;
    const refusal = mayUse(request) ? answers : 'HTTP/1.1 407 Proxy Authentication Required';
    if (refusal !== undefined) {
      client.end(`${refusal}\r\ncontent-length: 6\r\n\r\nsorry\n`);
      return;
    }
    const colon = way.lastIndexOf(':');
    const target = connect(Number(way.slice(colon + 1)), way.slice(0, colon), () => {
      void delay(delayMs).then(() => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        target.write(head);
        target.pipe(client).pipe(target);
      });
    });
    keep(target);
    target.on('error', () => client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    client.once('close', () => target.destroy());
    target.once('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    connections: () => connections,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
