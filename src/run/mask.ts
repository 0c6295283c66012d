/** What stands in place of a secret, everywhere. */
export const MASK = '•••';

export type Mask = (text: string) => string;

/** Headers whose values are credentials, whatever they hold. */
const CREDENTIAL_HEADER =
  /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key|api-key|x-auth-token|x-csrf-token)$/i;

/** JSON members and form fields whose values are credentials. */
const CREDENTIAL_FIELD =
  /(["']?)((?:[a-z0-9]+[_-])*(?:password|passwd|secret|token|api[_-]?key|authorization|credentials?|session[_-]?id|jwt)|accessToken|refreshToken|idToken|apiKey|clientSecret)\1(\s*[:=]\s*)("(?:[^"\\]|\\.)*"?|[^\s&,;}"'\]]+)/gi;

/**
 * A function that replaces each secret in a text by `•••`, also where it stands in base64, URL-encoded or escaped for JSON.
 * Empty secrets are ignored; they would match everywhere.
 */
export function createMask(secrets: Iterable<string>): Mask {
  const forms = new Set<string>();
  for (const secret of secrets) {
    if (secret === '') continue;
    for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), toBase64(secret)]) {
      forms.add(form);
    }
  }
  // The longest first, so that a secret that contains another one is replaced whole.
  const sorted = [...forms].sort((a, b) => b.length - a.length);
  if (sorted.length === 0) return (text) => text;
  const pattern = new RegExp(sorted.map(escapeRegExp).join('|'), 'g');
  return (text) => text.replace(pattern, MASK);
}

/** A header's value as it may be shown: of credentials only the scheme and the length, e.g. `Bearer ••• (212 characters)`. */
export function maskHeader(name: string, value: string, mask: Mask): string {
  if (!CREDENTIAL_HEADER.test(name)) return mask(value);
  const scheme = /^(Bearer|Basic|Digest|Token|ApiKey)\s+(.*)$/is.exec(value);
  const credential = scheme?.[2] ?? value;
  const length = credential === '' ? 'empty' : `${credential.length} characters`;
  return `${scheme ? `${scheme[1] ?? ''} ` : ''}${MASK} (${length})`;
}

/** A body's text as it may be shown: values of members that are credentials by their name are masked, as are all secrets. */
export function maskBody(text: string, mask: Mask): string {
  return mask(text).replace(CREDENTIAL_FIELD, (_all, quote: string, name: string, separator: string, value: string) => {
    return `${quote}${name}${quote}${separator}${value.startsWith('"') ? `"${MASK}"` : MASK}`;
  });
}

/** Applies a mask to every string inside a JSON-like value. */
export function maskDeep<T>(value: T, mask: Mask): T;
export function maskDeep(value: unknown, mask: Mask): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((item) => maskDeep(item as unknown, mask));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskDeep(item as unknown, mask)]));
  }
  return value;
}

function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
