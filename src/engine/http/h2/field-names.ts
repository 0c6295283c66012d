import { equals, NAME_BYTES } from '../raw/bytes.ts';

/** What a field is to a response, by its name alone. */
export type FieldKind = 'status' | 'length' | 'te' | 'regular' | 'ignored' | 'wrong';

/** A field's name; the same object for the same name, mostly. */
export interface FieldName {
  readonly text: string;
  readonly kind: FieldKind;
}

/** Names longer than this are made anew each time. */
const MOST_KEPT_BYTES = 64;
/** A power of two. */
const MOST_KEPT = 512;
/** By hash; of names whose hash is the same the last one is kept, so that a server that makes up names takes no more. */
const kept: (FieldName | null)[] = [];

const OF_CONNECTIONS: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);

export function fieldName(text: string): FieldName {
  return { text, kind: kindOf(text) };
}

/** The name that these bytes are. */
export function readFieldName(bytes: Buffer, from: number, to: number): FieldName {
  const length = to - from;
  if (length > MOST_KEPT_BYTES) return fieldName(bytes.toString('latin1', from, to));
  let hash = length;
  for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + (bytes[i] ?? 0)) | 0;
  const slot = (hash ^ (hash >>> 15)) & (MOST_KEPT - 1);
  if (kept.length === 0) for (let i = 0; i < MOST_KEPT; i++) kept.push(null);
  const known = kept[slot];
  if (known?.text.length === length && equals(bytes, from, known.text)) return known;
  const name = fieldName(bytes.toString('latin1', from, to));
  kept[slot] = name;
  return name;
}

/**
 * After RFC 9113, 8.2 and 8.3, read as nghttp2 reads it (nghttp2_http.c), which is what nearly all clients in C and node do: a name that is none is passed
 * over, as many servers send such; one with a capital letter before anything worse, or one that HTTP/2 forbids, makes the whole answer wrong.
 */
function kindOf(text: string): FieldKind {
  if (text.startsWith(':')) return text === ':status' ? 'status' : 'wrong';
  if (text === '') return 'ignored';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x41 && code <= 0x5a) return 'wrong';
    if (NAME_BYTES[code] !== 1) return 'ignored';
  }
  if (OF_CONNECTIONS.has(text)) return 'wrong';
  return text === 'content-length' ? 'length' : text === 'te' ? 'te' : 'regular';
}
