/** Bytes that HTTP/1.1 is made of. */
export const CR = 0x0d;
export const LF = 0x0a;
export const SPACE = 0x20;
export const TAB = 0x09;
export const COLON = 0x3a;
const ZERO = 0x30;

function tableOf(holds: (code: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => (holds(code) ? 1 : 0));
}

/** 1 for what a header's name is made of (RFC 9110, 5.6.2: tchar). */
export const NAME_BYTES = tableOf((code) => /[!#$%&'*+\-.^_`|~\w]/.test(String.fromCharCode(code)) && code < 0x80);

/** 1 for what a header's value is made of (RFC 9110, 5.5), tabs and obs-text included. */
export const VALUE_BYTES = tableOf((code) => code === TAB || (code >= SPACE && code !== 0x7f));

/** 1 for printable ASCII. */
export const ASCII_BYTES = tableOf((code) => code >= SPACE && code < 0x7f);

/** Whether the bytes from `at` on are this text, which is in lower case; letters of both cases are the same. */
export function matches(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (((bytes[at + i] ?? 0) | 0x20) !== text.charCodeAt(i)) return false;
  }
  return true;
}

/** Whether the bytes from `at` on are just this text. */
export function equals(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** The digit that a byte is, or -1. */
export function digitOf(byte: number): number {
  return byte >= ZERO && byte <= 0x39 ? byte - ZERO : -1;
}
