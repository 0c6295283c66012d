import { STATUS_CODES, type IncomingHttpHeaders } from 'node:http';
import { addHeader, noHeaders } from '../answer-headers.ts';
import type { UnreadHead } from '../connection.ts';
import { ASCII_BYTES, COLON, CR, digitOf, equals, LF, matches, NAME_BYTES, SPACE, TAB, VALUE_BYTES } from './bytes.ts';

/** The head is not complete; what is there is as it should be. */
export const MORE = -1;
/** Not what is known here: it is for undici to judge. */
export const UNUSUAL = -2;

/** More is for undici; a head that comes by and by is scanned anew each time. */
const MAX_HEAD_BYTES = 8192;

const VERSION = [...Buffer.from('HTTP/1.1 ')];
/** More digits could be more than a number holds exactly. */
const MAX_LENGTH_DIGITS = 15;
/** More seconds than any server means. */
const MAX_KEEP_ALIVE_DIGITS = 6;

/**
 * Status line and headers of an answer. It knows a strict subset of what HTTP allows, in which there is one way to read the bytes; all else is
 * `UNUSUAL`. Only what decides how the answer goes on is taken out; the rest is read when someone asks.
 */
export class AnswerHead implements UnreadHead {
  readMs = 0;
  status = 0;
  /** It answers HEAD: there is no body, whatever it says. */
  ofHead = false;
  /** -1: it says none. */
  contentLength = -1;
  chunked = false;
  /** The server closes the connection after this answer, and says so. */
  closes = false;
  /** For how many seconds the server keeps an idle connection; -1: it does not say. */
  keepAliveSeconds = -1;
  setsCookies = false;

  #bytes: Buffer = NO_BYTES;
  #reasonFrom = 0;
  #reasonTo = 0;
  #headersTo = 0;
  #hasConnection = false;

  /** Scans the bytes from `from` to `to`. @returns where the head ends, `MORE` or `UNUSUAL` */
  scan(bytes: Buffer, from: number, to: number): number {
    this.#bytes = bytes;
    this.contentLength = this.keepAliveSeconds = -1;
    this.chunked = this.closes = this.setsCookies = this.#hasConnection = false;
    const end = Math.min(to, from + MAX_HEAD_BYTES);
    let at = this.#scanStatusLine(bytes, from, end);
    while (at >= 0) {
      if (at >= end) return unfinished(end, to);
      if (bytes[at] === CR) {
        if (at + 1 >= end) return unfinished(end, to);
        if (bytes[at + 1] !== LF) return UNUSUAL;
        this.#headersTo = at;
        return this.#isFramed() ? at + 2 : UNUSUAL;
      }
      at = this.#scanHeader(bytes, at, end);
    }
    return at === MORE ? unfinished(end, to) : UNUSUAL;
  }

  /** Another answer follows, which is the one. */
  get interim(): boolean {
    return this.status < 200;
  }

  /** Whether no body follows, whatever the headers say (RFC 9112, 6.3). */
  get bodiless(): boolean {
    return this.ofHead || this.status === 204 || this.status === 304;
  }

  get statusText(): string {
    const usual = STATUS_CODES[this.status];
    // Nearly always; a text is not made anew then.
    if (usual?.length === this.#reasonTo - this.#reasonFrom && equals(this.#bytes, this.#reasonFrom, usual))
      return usual;
    return this.#bytes.toString('latin1', this.#reasonFrom, this.#reasonTo);
  }

  headers(): IncomingHttpHeaders {
    const headers = noHeaders();
    if (this.#headersTo <= this.#reasonTo + 2) return headers;
    for (const line of this.#bytes.toString('latin1', this.#reasonTo + 2, this.#headersTo - 2).split('\r\n')) {
      const colon = line.indexOf(':');
      const name = line.slice(0, colon).toLowerCase();
      addHeader(headers, name, line.slice(colon + 1).replace(LEADING_BLANKS, ''));
    }
    return headers;
  }

  /** A head after which a parser reads a body in chunks, as after this one, and keeps the connection as long. */
  chunkedAlike(): string {
    const keepAlive = this.keepAliveSeconds < 0 ? '' : `keep-alive: timeout=${this.keepAliveSeconds}\r\n`;
    return `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n${keepAlive}\r\n`;
  }

  /** Whatever comes after it overwrites the bytes: it needs its own. */
  keep(): void {
    const bytes = this.#bytes;
    if (bytes === NO_BYTES) return;
    const start = this.#reasonFrom;
    this.#bytes = Buffer.from(bytes.subarray(start, this.#headersTo));
    this.#reasonFrom = 0;
    this.#reasonTo -= start;
    this.#headersTo -= start;
  }

  #scanStatusLine(bytes: Buffer, from: number, end: number): number {
    let at = from;
    for (const byte of VERSION) {
      if (at >= end) return MORE;
      if (bytes[at++] !== byte) return UNUSUAL;
    }
    let status = 0;
    for (let place = 0; place < 3; place++) {
      if (at >= end) return MORE;
      const digit = digitOf(bytes[at++] ?? 0);
      // None that HTTP knows.
      if (digit < 0 || (place === 0 && (digit < 1 || digit > 5))) return UNUSUAL;
      status = status * 10 + digit;
    }
    // After it comes what is no HTTP any more.
    if (status === SWITCHING_PROTOCOLS) return UNUSUAL;
    if (at >= end) return MORE;
    if (bytes[at++] !== SPACE) return UNUSUAL;
    this.status = status;
    this.#reasonFrom = at;
    while (at < end && ASCII_BYTES[bytes[at] ?? 0] === 1) at++;
    this.#reasonTo = at;
    return lineEnd(bytes, at, end);
  }

  #scanHeader(bytes: Buffer, from: number, end: number): number {
    let at = from;
    while (at < end && NAME_BYTES[bytes[at] ?? 0] === 1) at++;
    if (at >= end) return MORE;
    if (at === from || bytes[at] !== COLON) return UNUSUAL;
    const nameLength = at - from;
    at++;
    while (at < end && (bytes[at] === SPACE || bytes[at] === TAB)) at++;
    const valueFrom = at;
    while (at < end && VALUE_BYTES[bytes[at] ?? 0] === 1) at++;
    const next = lineEnd(bytes, at, end);
    // undici doesn't wait for the line's end to refuse a length.
    if (next === MORE && !this.#mayBecome(bytes, from, nameLength, valueFrom, at)) return UNUSUAL;
    return next < 0 || this.#take(bytes, from, nameLength, valueFrom, at) ? next : UNUSUAL;
  }

  /** Takes from a header what decides about the connection. @returns whether it is understood */
  #take(bytes: Buffer, name: number, nameLength: number, from: number, to: number): boolean {
    switch (nameLength) {
      case 10:
        if (matches(bytes, name, 'connection')) return this.#takeConnection(bytes, from, to);
        if (matches(bytes, name, 'keep-alive')) return this.#takeKeepAlive(bytes, from, to);
        if (matches(bytes, name, 'set-cookie')) this.setsCookies = true;
        return true;
      case 14:
        return !matches(bytes, name, 'content-length') || this.#takeLength(bytes, from, to);
      case 17:
        if (!matches(bytes, name, 'transfer-encoding')) return true;
        if (this.chunked || this.contentLength >= 0 || to - from !== 7 || !matches(bytes, from, 'chunked'))
          return false;
        this.chunked = true;
        return true;
      // llhttp takes it for `connection`.
      case 16:
        return !matches(bytes, name, 'proxy-connection');
      default:
        return true;
    }
  }

  /** Of a header that is not complete, whether it can still be understood. */
  #mayBecome(bytes: Buffer, name: number, nameLength: number, from: number, to: number): boolean {
    if (nameLength === 17 && matches(bytes, name, 'transfer-encoding')) return !this.chunked && this.contentLength < 0;
    if (nameLength !== 14 || !matches(bytes, name, 'content-length')) return true;
    return !this.chunked && this.contentLength < 0 && isDigits(bytes, from, to);
  }

  #takeConnection(bytes: Buffer, from: number, to: number): boolean {
    if (this.#hasConnection) return false;
    this.#hasConnection = true;
    this.closes = to - from === 5 && matches(bytes, from, 'close');
    return this.closes || (to - from === 10 && matches(bytes, from, 'keep-alive'));
  }

  /** `timeout=5` or `timeout=5, max=100`: undici reads the same of it. */
  #takeKeepAlive(bytes: Buffer, from: number, to: number): boolean {
    const digits = from + 'timeout='.length;
    if (this.keepAliveSeconds >= 0 || digits >= to || !matches(bytes, from, 'timeout=')) return false;
    let seconds = 0;
    let at = digits;
    for (let digit; at < to && (digit = digitOf(bytes[at] ?? 0)) >= 0; at++) seconds = seconds * 10 + digit;
    if (at === digits || at - digits > MAX_KEEP_ALIVE_DIGITS) return false;
    this.keepAliveSeconds = seconds;
    return at === to || bytes[at] === COMMA;
  }

  #takeLength(bytes: Buffer, from: number, to: number): boolean {
    if (this.chunked || this.contentLength >= 0) return false;
    if (to === from || to - from > MAX_LENGTH_DIGITS || !isDigits(bytes, from, to)) return false;
    let length = 0;
    for (let at = from; at < to; at++) length = length * 10 + digitOf(bytes[at] ?? 0);
    this.contentLength = length;
    return true;
  }

  /** Whether it is plain where the body ends. */
  #isFramed(): boolean {
    if (this.interim || this.ofHead) return true;
    if (this.bodiless) return !this.chunked && this.contentLength <= 0;
    if (this.chunked) return !this.closes;
    return this.contentLength >= 0;
  }
}

const SWITCHING_PROTOCOLS = 101;
const COMMA = 0x2c;
/** undici leaves those at the end of a value where they are. */
const LEADING_BLANKS = /^[ \t]+/;
const NO_BYTES = Buffer.alloc(0);

/** Where the next line begins, if this one ends at `at`. */
function lineEnd(bytes: Buffer, at: number, end: number): number {
  if (at >= end) return MORE;
  if (bytes[at] !== CR) return UNUSUAL;
  if (at + 1 >= end) return MORE;
  return bytes[at + 1] === LF ? at + 2 : UNUSUAL;
}

function isDigits(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (digitOf(bytes[at] ?? 0) < 0) return false;
  return true;
}

/** A head that is not complete, though as long as it may be, will not be looked at again and again. */
function unfinished(end: number, to: number): number {
  return end < to ? UNUSUAL : MORE;
}
