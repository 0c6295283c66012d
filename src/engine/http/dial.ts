import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ByteMeter } from './byte-meter.ts';
import { openTunnel, proxyFailure, type Proxy } from './proxy.ts';
import type { TlsSettings } from './tls.ts';
import { addressOf } from './url.ts';

export interface DialOptions {
  readonly connectTimeoutMs: number;
  readonly tls: TlsSettings;
  readonly proxy: Proxy | null;
  readonly meter: ByteMeter;
  readonly now: () => number;
}

/** A way to a target. */
export interface Dialled {
  readonly socket: Socket;
  /** The protocol that both sides agreed to by ALPN; null: they did not speak of it. */
  readonly protocol: string | null;
  /** Until the way stood: TCP; through a proxy its TLS and its answer to CONNECT, too. */
  readonly connectingMs: number;
  /** The target's handshake. */
  readonly tlsMs: number;
}

/**
 * Connects to an origin, through the proxy where there is one. `protocols` are offered by ALPN, the best first; `tunnel` asks an http proxy for a way
 * also to plain http. `done` is called once, never at once; after the returned function was called, not any more.
 */
export function dial(
  origin: string,
  { protocols, tunnel = false }: { readonly protocols: readonly string[]; readonly tunnel?: boolean },
  { connectTimeoutMs, tls, proxy, meter, now }: DialOptions,
  done: (error: Error | null, way: Dialled | null) => void,
): () => void {
  const target = addressOf(origin);
  const { host, port } = proxy ?? target;
  let dialMs = now();
  let wayMs: number | null = null;
  let over = false;
  const tcp = connectTcp({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 });
  meter.watch(tcp);

  /** A failure before the way stands is the proxy's. */
  const fail = (error: Error): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    tcp.destroy();
    done(proxy && wayMs === null ? proxyFailure(error, proxy) : error, null);
  };
  const secure = (inner: Socket, name: string, offered: readonly string[], then: (outer: Socket) => void): void => {
    const servername = isIP(name) === 0 ? { servername: name } : {};
    const outer = connectTls({ socket: inner, ...servername, ALPNProtocols: [...offered], ...tls });
    // Whoever gets the socket adds a listener of its own; until then a failure is a failed connect.
    outer.on('error', fail);
    outer.once('secureConnect', () => then(outer));
    // Of TLS inside of TLS neither side ends the other by itself.
    if (inner !== tcp) {
      outer.once('close', () => inner.destroy());
      inner.once('close', () => outer.destroy());
    }
  };
  const onWay = (socket: Socket): void => {
    wayMs = now();
    if (target.secure) secure(socket, target.host, protocols, finish);
    else finish(socket);
  };
  const finish = (socket: Socket): void => {
    if (over || wayMs === null) return;
    over = true;
    clearTimeout(timer);
    const protocol = 'alpnProtocol' in socket && typeof socket.alpnProtocol === 'string' ? socket.alpnProtocol : null;
    done(null, { socket, protocol, connectingMs: wayMs - dialMs, tlsMs: target.secure ? now() - wayMs : 0 });
  };
  const atProxy = (socket: Socket, through: Proxy): void => {
    if (!target.secure && !tunnel) onWay(socket);
    else openTunnel(socket, through, target, (error) => (error ? fail(error) : onWay(socket)));
  };

  const timer = setTimeout(() => {
    fail(Object.assign(new Error(`No connection to ${origin} in time`), { code: 'UND_ERR_CONNECT_TIMEOUT' }));
  }, connectTimeoutMs);
  // TCP is timed from the end of the name look-up, as k6 times it.
  tcp.once('lookup', () => (dialMs = now()));
  tcp.on('error', fail);
  tcp.once('close', () => fail(Object.assign(new Error('The connection was closed'), { code: 'ECONNRESET' })));
  tcp.once('connect', () => {
    if (!proxy) onWay(tcp);
    else if (proxy.secure) secure(tcp, proxy.host, ['http/1.1'], (socket) => atProxy(socket, proxy));
    else atProxy(tcp, proxy);
  });

  return () => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    tcp.destroy();
  };
}
