import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { WireRequest } from '../exchange.ts';
import { isRenderedOnce } from '../raw/request-text.ts';
import { USUAL_TABLE_BYTES } from './frames.ts';
import { ENTRY_BYTES, STATIC_TABLE } from './static-table.ts';

/** Of HTTP/1.1's connections; HTTP/2 forbids them (RFC 9113, 8.2.2), and Go's client leaves them out. */
const OF_CONNECTIONS: ReadonlySet<string> = new Set([
  'connection',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);
/** Their empty body has a length, as by HTTP/1.1 (RFC 9110, 8.6). */
const WITH_CONTENT: ReadonlySet<string> = new Set(['PATCH', 'POST', 'PUT']);
const PATH = /^[\x21-\xff]+$/;

/** So many entries have an index of one byte each, so that nothing has to be kept in order but their number. */
const MOST_ENTRIES = 64;
/** The newest entry's (RFC 7541, 2.3.3). */
const FIRST_DYNAMIC = STATIC_TABLE.length + 1;

const NAME_INDEX: ReadonlyMap<string, number> = new Map(
  STATIC_TABLE.map(([name], index) => [name, index + 1] as const).reverse(),
);
const METHOD_INDEX: Readonly<Record<string, string>> = { GET: '\x82', POST: '\x83' };
const SCHEME_HTTPS = '\x87';
const NO_TABLE = '\x20';

/** Prefixes of a field (RFC 7541, 6.2), with the bits that its name's index has. */
const KEPT = { flags: 0x40, bits: 6 } as const;
const NOT_KEPT = { flags: 0, bits: 4 } as const;
type FieldKind = typeof KEPT | typeof NOT_KEPT;

/** The indices of the entries from the oldest to the newest of a full table, a byte each. */
const INDICES = String.fromCharCode(
  ...Array.from({ length: MOST_ENTRIES }, (_, age) => 0x80 | (FIRST_DYNAMIC + MOST_ENTRIES - 1 - age)),
);

/** Names in lower case, the authority's first. */
type FieldList = readonly (readonly [name: string, value: string])[];

/** Fields that are the same for each request, and how a server may be told of them. */
class Fields {
  readonly entries: number;
  readonly tableBytes: number;
  /** The list itself says how long the body is. */
  readonly ownLength: boolean;
  /** In full, for the server to keep, or not. */
  readonly kept: string;
  readonly notKept: string;

  constructor(list: FieldList) {
    this.entries = list.length;
    this.tableBytes = list.reduce((sum, [name, value]) => sum + name.length + value.length + ENTRY_BYTES, 0);
    this.ownLength = hasLength(list);
    // In one piece, as they are copied for each request: a text that was put together is copied part by part.
    this.kept = inOnePiece(fieldsText(KEPT, list));
    this.notKept = inOnePiece(fieldsText(NOT_KEPT, list));
  }
}

/** Of the lists that they are made from, to the authority that they were last sent to. */
const known = new WeakMap<readonly string[], { readonly authority: string; readonly fields: Fields }>();

/**
 * Writes the header blocks of one connection (RFC 7541). What is the same for each request is sent in full once, and is a byte each from then on; nothing
 * is ever driven out of the server's table.
 */
export class RequestBlocks {
  readonly #authority: string;
  /** What the server keeps, in the order in which it was sent. */
  readonly #kept: { readonly fields: Fields; readonly before: number }[] = [];
  #entries = 0;
  #tableBytes = 0;
  #keeps = true;
  /** The server is to hear of a smaller table first (RFC 7541, 4.2). */
  #tellsOfNoTable = false;

  constructor(authority: string) {
    this.#authority = authority;
  }

  /** The server keeps so many bytes. One that keeps less than is usual is asked to keep nothing. */
  onTableSize(bytes: number): void {
    if (bytes >= USUAL_TABLE_BYTES || !this.#keeps) return;
    this.#keeps = false;
    this.#tellsOfNoTable = true;
    this.#kept.length = 0;
  }

  /** A request's header block. `bodyBytes`: how long its body is. @throws where something of it cannot be sent */
  block({ method, path, headers }: WireRequest, bodyBytes: number): string {
    if (!PATH.test(path)) throw new Error(`Its path has characters that have to be percent-encoded: ${path}`);
    const { text, ownLength } = this.#headerText(headers);
    const begin = this.#tellsOfNoTable ? NO_TABLE : '';
    this.#tellsOfNoTable = false;
    let block = `${begin}${METHOD_INDEX[method] ?? field(NOT_KEPT, ':method', method)}${SCHEME_HTTPS}${path === '/' ? '\x84' : field(NOT_KEPT, ':path', path)}${text}`;
    if (!ownLength && (bodyBytes > 0 || WITH_CONTENT.has(method)))
      block += field(NOT_KEPT, 'content-length', String(bodyBytes));
    return block;
  }

  #headerText(headers: readonly string[]): { readonly text: string; readonly ownLength: boolean } {
    if (isRenderedOnce(headers)) {
      const fields = fieldsOf(headers, this.#authority);
      return { text: this.#textOf(fields), ownLength: fields.ownLength };
    }
    const list = listOf(headers, this.#authority);
    return { text: fieldsText(NOT_KEPT, list), ownLength: hasLength(list) };
  }

  #textOf(fields: Fields): string {
    for (const { fields: other, before } of this.#kept) {
      if (other !== fields) continue;
      const from = MOST_ENTRIES - this.#entries + before;
      return INDICES.slice(from, from + fields.entries);
    }
    const fits =
      this.#entries + fields.entries <= MOST_ENTRIES && this.#tableBytes + fields.tableBytes <= USUAL_TABLE_BYTES;
    if (!this.#keeps || !fits) return fields.notKept;
    this.#kept.push({ fields, before: this.#entries });
    this.#entries += fields.entries;
    this.#tableBytes += fields.tableBytes;
    return fields.kept;
  }
}

function fieldsOf(headers: readonly string[], authority: string): Fields {
  const last = known.get(headers);
  if (last?.authority === authority) return last.fields;
  const fields = new Fields(listOf(headers, authority));
  known.set(headers, { authority, fields });
  return fields;
}

/** @throws where one cannot be sent */
function listOf(headers: readonly string[], authority: string): FieldList {
  const list: (readonly [string, string])[] = [];
  let asked = authority;
  for (let i = 0; i + 1 < headers.length; i += 2) {
    const name = headers[i] ?? '';
    const value = headers[i + 1] ?? '';
    validateHeaderName(name);
    validateHeaderValue(name, value);
    if (name === 'host') asked = value;
    else if (!OF_CONNECTIONS.has(name) && (name !== 'te' || value === 'trailers')) list.push([name, value]);
  }
  return [[':authority', asked], ...list];
}

function hasLength(list: FieldList): boolean {
  return list.some(([name]) => name === 'content-length');
}

function fieldsText(kind: FieldKind, list: FieldList): string {
  return list.map(([name, value]) => field(kind, name, value)).join('');
}

function field({ flags, bits }: FieldKind, name: string, value: string): string {
  const index = NAME_INDEX.get(name);
  const head = integer(flags, bits, index ?? 0);
  return `${index === undefined ? head + literal(name) : head}${literal(value)}`;
}

/** Without Huffman's code: it saves few bytes of so short texts, and costs time. */
function literal(text: string): string {
  return integer(0, 7, text.length) + text;
}

/** RFC 7541, 5.1. */
function integer(flags: number, bits: number, value: number): string {
  const most = (1 << bits) - 1;
  if (value < most) return String.fromCharCode(flags | value);
  let text = String.fromCharCode(flags | most);
  let rest = value - most;
  for (; rest >= 0x80; rest >>>= 7) text += String.fromCharCode(0x80 | (rest & 0x7f));
  return text + String.fromCharCode(rest);
}

function inOnePiece(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}
