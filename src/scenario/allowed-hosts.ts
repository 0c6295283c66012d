import { hostnameOf, isLoopback } from './loopback.ts';

/** The host that is meant by `api.example.test`, an address, or a URL, as hosts are compared; null where that is none. */
export function hostNamed(text: string): string | null {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  return /[\s*]/.test(text) || !URL.canParse(url) ? null : hostnameOf(url);
}

/** Of `origins` (`https://api.example.test:8443`) the hosts, each once, that are neither this machine nor among `allowedHosts`. */
export function hostsBeyond(origins: readonly string[], allowedHosts: readonly string[]): string[] {
  const allowed = new Set(allowedHosts.map(hostNamed));
  const beyond = origins.filter((origin) => !isLoopback(origin) && !allowed.has(hostnameOf(origin)));
  return [...new Set(beyond.map(hostnameOf))];
}

/** The hosts that load may be sent to, in words. */
export function allowedInWords(allowedHosts: readonly string[]): string {
  return allowedHosts.length === 0 ? 'this machine alone' : `this machine and ${allowedHosts.join(', ')}`;
}
