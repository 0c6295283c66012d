import { connect as connectTcp, isIP, type LookupFunction, type OnReadOpts, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { overrideOf } from '../../scenario/host-overrides.ts';
import type { HostOverride } from '../../scenario/plan.ts';
import type { ByteMeter } from './byte-meter.ts';
import { ErrorCode, KnownFailure } from './errors.ts';
import { lateProxy, openTunnel, proxyFailure, type Proxy } from './proxy.ts';
import type { TlsSettings } from './tls.ts';
import { addressOf } from './url.ts';

export interface DialOptions {
  /** For TCP, for a proxy to open the way, and for the target's handshake; each. */
  readonly connectTimeoutMs: number;
  readonly tls: TlsSettings;
  readonly proxy: Proxy | null;
  /** Where names lead. */
  readonly names: Names;
  readonly meter: ByteMeter;
  readonly now: () => number;
  /** See `Clock`. */
  readonly readMs: () => number;
}

/** How names of hosts become addresses. */
export interface Names {
  readonly overrides: readonly HostOverride[];
  readonly lookup: LookupFunction;
}

/** What is wanted of a connection besides its origin. */
export interface Wish {
  /** Offered by ALPN, the best first. */
  readonly protocols: readonly string[];
  /** An http proxy is to open a way also where the target is plain http. */
  readonly tunnel?: boolean;
  /** Gets what is read where the way is TCP alone, in place of the socket's stream. */
  readonly onRead?: OnReadOpts;
}

/** How long connecting took, as k6 tells it; what a proxy took to open the way is in neither. */
export interface ConnectTimes {
  /** TCP, to the proxy where there is one; from the end of the name look-up. */
  readonly connectingMs: number;
  /** Handshakes: the target's, and that of a proxy that is spoken to by TLS. */
  readonly tlsMs: number;
}

/** A way to a target. */
export interface Dialled extends ConnectTimes {
  readonly socket: Socket;
  /** What that goes over; the same where it is neither TLS nor through a proxy of https. */
  readonly tcp: Socket;
  /** The protocol that both sides agreed to by ALPN; null: they did not speak of it. */
  readonly protocol: string | null;
}

/**
 * Connects to an origin, through the proxy where there is one. `done` is called once, and never before this returns; after the returned function
 * was called, not any more.
 */
export function dial(
  origin: string,
  { protocols, tunnel = false, onRead }: Wish,
  { connectTimeoutMs, tls, proxy, names, meter, now }: DialOptions,
  done: (error: Error | null, way: Dialled | null) => void,
): () => void {
  const target = addressOf(origin);
  const { host, port } = placeOf(proxy ?? target, names);
  let dialMs = now();
  let connectingMs = 0;
  let tlsMs = 0;
  /** What goes wrong before is the proxy's fault. */
  let atTarget = proxy === null;
  let over = false;
  let unwanted = false;
  const tcp = connectTcp({
    host,
    port,
    lookup: names.lookup,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: 60_000,
    ...(onRead && { onread: onRead }),
  });
  meter.watch(tcp);

  const fail = (error: Error): void => {
    if (over) return;
    stop();
    // Where there is no file handle left, there is nothing to wait for: whoever tries again must not keep the thread from everything else.
    setImmediate(() => {
      if (!unwanted) done(proxy && !atTarget ? proxyFailure(error, proxy) : error, null);
    });
  };
  const stop = (): void => {
    over = true;
    clearTimeout(timer);
    tcp.destroy();
  };
  const within = (limitMs: number, late: () => Error): void => {
    clearTimeout(timer);
    timer = setTimeout(() => fail(late()), limitMs);
  };
  const finish = (socket: Socket): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    const protocol = 'alpnProtocol' in socket && typeof socket.alpnProtocol === 'string' ? socket.alpnProtocol : null;
    done(null, { socket, tcp, protocol, connectingMs, tlsMs });
  };
  const secure = (inner: Socket, name: string, offered: readonly string[], then: (outer: Socket) => void): void => {
    const startMs = now();
    const servername = isIP(name) === 0 ? { servername: name } : {};
    const outer = connectTls({ socket: inner, ...servername, ALPNProtocols: [...offered], ...tls });
    // Whoever gets the socket adds a listener of its own; until then a failure is a failed connect.
    outer.on('error', fail);
    outer.once('secureConnect', () => {
      tlsMs += now() - startMs;
      then(outer);
    });
    // Of TLS inside of TLS neither side ends the other by itself.
    if (inner !== tcp) {
      outer.once('close', () => inner.destroy());
      inner.once('close', () => outer.destroy());
    }
  };
  const onWay = (socket: Socket): void => {
    if (over) return;
    atTarget = true;
    if (!target.secure) {
      finish(socket);
      return;
    }
    within(connectTimeoutMs, () => lateHandshake(origin));
    secure(socket, target.host, protocols, finish);
  };
  const atProxy = (socket: Socket, through: Proxy): void => {
    if (!target.secure && !tunnel) onWay(socket);
    else openTunnel(socket, through, target, (error) => (error ? fail(error) : onWay(socket)));
  };

  let timer = setTimeout(() => {
    fail(Object.assign(new Error(`No connection to ${origin} in time`), { code: 'UND_ERR_CONNECT_TIMEOUT' }));
  }, connectTimeoutMs);
  tcp.once('lookup', () => (dialMs = now()));
  tcp.on('error', fail);
  tcp.once('close', () => fail(Object.assign(new Error('The connection was closed'), { code: 'UND_ERR_SOCKET' })));
  tcp.once('connect', () => {
    connectingMs = now() - dialMs;
    if (!proxy) {
      onWay(tcp);
      return;
    }
    within(connectTimeoutMs, () => lateProxy(proxy, target));
    if (proxy.secure) secure(tcp, proxy.host, ['http/1.1'], (socket) => atProxy(socket, proxy));
    else atProxy(tcp, proxy);
  });

  return () => {
    unwanted = true;
    if (!over) stop();
  };
}

/** Where a connection to a host and port goes. */
function placeOf({ host, port }: { host: string; port: number }, { overrides }: Names): { host: string; port: number } {
  const override = overrides.length === 0 ? null : overrideOf(overrides, host, port);
  return override ? { host: override.address, port: override.addressPort ?? port } : { host, port };
}

function lateHandshake(origin: string): KnownFailure {
  const message = `The TLS handshake with ${origin} was not done in time.`;
  return new KnownFailure({ kind: 'tls', code: ErrorCode.tls, message });
}
