import type { HostOverride } from './plan.ts';
import { hostnameOf } from './loopback.ts';

/** `api.example.test`, `*.example.test:8443`: what stands before the address; null where it is no host. */
export function parseOverridden(text: string): Pick<HostOverride, 'host' | 'port'> | null {
  const [, host, port] = /^((?:\*\.)?[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?)(?::(\d{1,5}))?$/i.exec(text) ?? [];
  return host === undefined ? null : { host: host.toLowerCase(), port: port === undefined ? null : Number(port) };
}

/** `127.0.0.1`, `127.0.0.1:8443`, `::1`, `[::1]:8443`; null where it is no address. */
export function parseAddress(text: string): Pick<HostOverride, 'address' | 'addressPort'> | null {
  const [, four, six, port] = /^(?:(\d{1,3}(?:\.\d{1,3}){3})|\[([\da-f:.]+)\])(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const bare = four ?? six ?? text;
  if (four === undefined && !/^[\da-f]*:[\da-f:.]+$/i.test(bare)) return null;
  if (!URL.canParse(originAt(bare, null)) || Number(port ?? 0) > 65_535) return null;
  return { address: bare, addressPort: port === undefined ? null : Number(port) };
}

/** What holds for a host and port of a URL: its own name before a name with `*`, and of these the longest, as in k6. */
export function overrideOf(overrides: readonly HostOverride[], host: string, port: number): HostOverride | null {
  const name = host.toLowerCase();
  let best: HostOverride | null = null;
  for (const override of overrides) {
    if (override.port !== null && override.port !== port) continue;
    const all = override.host.startsWith('*.');
    if (all ? !name.endsWith(override.host.slice(1)) : override.host !== name) continue;
    if (!best || rank(override) > rank(best)) best = override;
  }
  return best;
}

/** A name without `*` is above all with one; the same name with the port is above that for any port. */
function rank({ host, port }: HostOverride): number {
  return (host.startsWith('*.') ? 0 : 10_000) + host.length * 2 + (port === null ? 0 : 1);
}

/** The origin of the address that connections to an origin go to; null where they go to what its name says. */
export function overriddenOrigin(overrides: readonly HostOverride[], origin: string): string | null {
  if (overrides.length === 0 || !URL.canParse(origin)) return null;
  const { protocol, port } = new URL(origin);
  const wanted = port === '' ? (/^(https|wss):$/.test(protocol) ? 443 : 80) : Number(port);
  const override = overrideOf(overrides, hostnameOf(origin), wanted);
  return override && originAt(override.address, override.addressPort ?? wanted);
}

function originAt(address: string, port: number | null): string {
  return `http://${address.includes(':') ? `[${address}]` : address}${port === null ? '' : `:${port}`}`;
}
