import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Dispatcher } from 'undici';
import Client from 'undici/lib/dispatcher/client.js';
import type { ByteMeter } from './byte-meter.ts';
import type { TlsSettings } from './tls.ts';

export interface ConnectionOptions {
  readonly connectTimeoutMs: number;
  readonly tls: TlsSettings;
  readonly meter: ByteMeter;
  readonly now: () => number;
}

/**
 * One VU's keep-alive connection to one origin, on undici's dispatcher: it connects when first needed and again after the
 * other side closed. It remembers how long connecting took until a request has accounted for it.
 */
export class Connection {
  readonly origin: string;
  readonly #client: Client;
  readonly #options: ConnectionOptions;
  #connectingMs = 0;
  #tlsMs = 0;

  constructor(origin: string, options: ConnectionOptions) {
    this.origin = origin;
    this.#options = options;
    this.#client = new Client(origin, {
      pipelining: 1,
      // Deadlines are the engine's own, for whole requests; undici's timers cost per request.
      headersTimeout: 0,
      bodyTimeout: 0,
      // A real client keeps its connection as long as the server does; the server's keep-alive hint still counts.
      keepAliveTimeout: 600_000,
      keepAliveMaxTimeout: 600_000,
      allowH2: false,
      connect: (target, callback) => this.#connect(target, callback),
    });
  }

  /** After `destroy` it can no longer be used. */
  get destroyed(): boolean {
    return this.#client.destroyed;
  }

  dispatch(request: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): void {
    this.#client.dispatch(request, handler);
  }

  /** How long connecting took since this was last asked; 0 on a reused connection. */
  takeConnectTimes(): { readonly connectingMs: number; readonly tlsMs: number } {
    const times = { connectingMs: this.#connectingMs, tlsMs: this.#tlsMs };
    this.#connectingMs = this.#tlsMs = 0;
    return times;
  }

  /** Ends everything at once; a request that is under way fails with `reason`. */
  destroy(reason: Error): void {
    this.#client.destroy(reason, () => undefined);
  }

  /** The TCP connect is timed from the end of the name look-up, as k6 times it. */
  #connect(
    target: { hostname: string; protocol: string; port: string; servername?: string | undefined },
    callback: (...result: [null, Socket] | [Error, null]) => void,
  ): void {
    const { now, meter, connectTimeoutMs, tls } = this.#options;
    const secure = target.protocol === 'https:';
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const port = Number(target.port) || (secure ? 443 : 80);
    let dialMs = now();
    let connectedMs = dialMs;
    const tcp = connectTcp({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 });
    const servername = isIP(host) === 0 ? { servername: host } : {};
    const socket = secure ? connectTls({ socket: tcp, ...servername, ALPNProtocols: ['http/1.1'], ...tls }) : tcp;
    tcp.once('lookup', () => {
      dialMs = now();
    });
    tcp.once('connect', () => {
      connectedMs = now();
    });
    meter.watch(tcp);

    let settled = false;
    const settle = (error: Error | null): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      if (error) {
        tcp.destroy();
        callback(error, null);
        return;
      }
      this.#connectingMs += connectedMs - dialMs;
      if (secure) this.#tlsMs += now() - connectedMs;
      callback(null, socket);
    };
    const timer = setTimeout(() => {
      settle(Object.assign(new Error(`No connection to ${this.origin} in time`), { code: 'UND_ERR_CONNECT_TIMEOUT' }));
    }, connectTimeoutMs);
    socket.once(secure ? 'secureConnect' : 'connect', () => settle(null));
    // undici adds its own listener once it has the socket; until then a failure is a failed connect.
    socket.on('error', settle);
    if (secure) tcp.on('error', settle);
    tcp.once('close', () => settle(Object.assign(new Error('The connection was closed'), { code: 'ECONNRESET' })));
  }
}
