import type { Connection } from './connection.ts';
import type { DialOptions } from './dial.ts';
import { ProxiedConnection } from './http1-connection.ts';
import { RawConnection } from './raw/raw-connection.ts';
import type { SharedConnections } from './shared-connections.ts';

/** How a lane reaches an origin. `shared`: what it may share with the VU's other lanes; null where HTTP/2 is not asked for. */
export function connect(origin: string, options: DialOptions, shared: SharedConnections | null): Connection {
  // Browsers and Go's client, and so k6, speak HTTP/2 by TLS alone.
  if (origin.startsWith('https:')) return shared?.connection(origin, options) ?? new RawConnection(origin, options);
  return options.proxy ? new ProxiedConnection(origin, options) : new RawConnection(origin, options);
}
