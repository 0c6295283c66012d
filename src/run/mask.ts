/** What stands in place of a secret, everywhere. */
export const MASK = '•••';

export type Mask = (text: string) => string;

const CREDENTIAL_HEADER =
  /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key|api-key|x-auth-token|x-csrf-token)$/i;

/**
 * JSON members and form fields whose values are credentials. What stands before the last word of a name (`new_`, `refresh`) is looked
 * for at the start of the name alone: tried at every character, it would take time by the square of a long line.
 */
const CREDENTIAL_FIELD =
  /(["']?)((?:(?<![\w-])[\w-]+)?(?:password|passwd|secret|token|api[_-]?key|authorization|cookies?|credentials?|session[_-]?id|jwt))\1(\s*[:=]\s*)("(?:[^"\\]|\\.)*"?|[^\s&,;}"'\]]+)/gi;

/** A shorter value stands by chance in every text, which would be masked to pieces and still give the value away. */
export const SHORTEST_MASKED = 4;
/** Of a secret that a text breaks off in, this many first characters are enough to mask them. */
const SHORTEST_BROKEN_OFF = 6;
/** In base64 a secret is looked for by what does not depend on its neighbours; less than this would match by chance. */
const SHORTEST_BASE64 = 8;

/**
 * A function that replaces each secret in a text by `•••`, in whatever encoding: URL-encoded (once or more, by any rule),
 * escaped for JSON (once or more) or HTML, in base64 with something before and after it, and where the text ends in the
 * middle of it. Secrets of fewer than `SHORTEST_MASKED` characters are left alone.
 */
export function createMask(secrets: Iterable<string>): Mask {
  // The longest first, so that a secret that contains another one is replaced whole.
  const sorted = [...new Set(secrets)].filter(isMasked).sort((a, b) => b.length - a.length);
  if (sorted.length === 0) return (text) => text;
  const forms = sorted.flatMap((secret) => [Array.from(secret, anyEncoding).join(''), ...base64Forms(secret)]);
  const pattern = new RegExp(forms.join('|'), 'g');
  return (text) => maskBrokenOff(text.replace(pattern, MASK), sorted);
}

/** Whether a secret is long enough to be masked wherever it stands. */
export function isMasked(secret: string): boolean {
  return secret.length >= SHORTEST_MASKED;
}

/** Texts are cut for people's eyes; what is left of a secret then is still the better part of it. */
function maskBrokenOff(text: string, secrets: readonly string[]): string {
  const body = text.endsWith('…') ? text.slice(0, -1) : text;
  for (const secret of secrets) {
    for (let length = Math.min(secret.length - 1, body.length); length >= SHORTEST_BROKEN_OFF; length--) {
      if (body.endsWith(secret.slice(0, length))) return `${body.slice(0, -length)}${MASK}${text.slice(body.length)}`;
    }
  }
  return text;
}

/** Whether a header's value is a credential, whatever it holds. */
export function isCredentialHeader(name: string): boolean {
  return CREDENTIAL_HEADER.test(name);
}

/** A header's value as it may be shown: of credentials only the scheme and the length, e.g. `Bearer ••• (212 characters)`. */
export function maskHeader(name: string, value: string, mask: Mask): string {
  if (!isCredentialHeader(name)) return mask(value);
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

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;|&#34;',
  "'": '&#39;|&#x27;',
};
const JSON_ESCAPES: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b', '\f': 'f' };

/** A pattern for one character of a secret as URLs, JSON and HTML may write it. */
function anyEncoding(character: string): string {
  if (/^[a-z0-9]$/i.test(character)) return character;
  const percent = Array.from(new TextEncoder().encode(character), (byte) => `%(?:25)*${caseless(hex(byte, 2))}`).join(
    '',
  );
  const unicode = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
    .map((unit) => String.raw`\\+u${caseless(hex(unit, 4))}`)
    .join('');
  const forms = [character === '\\' ? String.raw`\\+` : escapeRegExp(character), percent, unicode];
  if (character === ' ') forms.push(String.raw`\+`);
  if (character === '"' || character === '/') forms.push(String.raw`\\+${character}`);
  const short = JSON_ESCAPES[character];
  if (short !== undefined) forms.push(String.raw`\\+${short}`);
  const entity = HTML_ENTITIES[character];
  if (entity !== undefined) forms.push(entity);
  return `(?:${forms.join('|')})`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

function caseless(digits: string): string {
  return digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

/**
 * Patterns for a secret in base64 or base64url. Base64 makes four characters of three bytes, so a secret inside of a
 * longer text looks in three ways, depending on where it begins.
 */
function base64Forms(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const forms = [0, 1, 2].map((before) => {
    const text = btoa(String.fromCharCode(...new Uint8Array(before), ...bytes)).replace(/=+$/, '');
    // The first and the last character may hold bits of what stands beside the secret.
    const from = [0, 2, 3][before] ?? 0;
    const to = (before + bytes.length) % 3 === 0 ? text.length : text.length - 1;
    return text.slice(from, to);
  });
  const whole = btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');
  return [whole, ...forms.filter((form) => form.length >= SHORTEST_BASE64)].map((form) =>
    form.replace(/\+/g, '(?:[+-]|%2[Bb])').replace(/\//g, '(?:[/_]|%2[Ff])'),
  );
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}
