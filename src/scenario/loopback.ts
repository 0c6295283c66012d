/** Whether an origin (`http://127.0.0.1:3000`) is this machine and nobody else's. */
export function isLoopback(origin: string): boolean {
  const hostname = hostnameOf(origin);
  if (hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]') return true;
  // RFC 1122, 3.2.1.3: all of 127/8. URL has made one form out of all that an address can be written in.
  return /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** `api.example.test` of `https://api.example.test:8443`; what is no URL is its own name. */
export function hostnameOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname.toLowerCase().replace(/\.$/, '') : origin;
}
