import type { SourcePath } from '../scenario/source.ts';
import type { SourcePosition } from '../scenario/range.ts';
import type { Place, Token } from './place.ts';

/** A `{…}` or `[…]` that is open. */
interface Frame {
  readonly kind: 'map' | 'list';
  readonly path: SourcePath;
  readonly keys: Map<string, string>;
  /** Of a map, the key whose value comes next. */
  key: string | null;
  /** Of a list. */
  index: number;
}

interface Found {
  readonly frame: Frame;
  readonly at: Place['at'];
  readonly path: SourcePath;
  readonly token: Token;
  readonly keyed: boolean;
  readonly tight: boolean;
  readonly depth: number;
}

/** Keys that a map has behind the position are looked for on this many lines. */
const LINES_BEHIND = 400;

/**
 * The place of a position in brackets that are opened at `start`; null where they are closed before it, and in comments.
 * Reads signs only, so that it finds its way in a text that is being typed. All of JSON is such a text.
 */
export function flowPlace(
  lines: readonly string[],
  start: SourcePosition,
  position: SourcePosition,
  path: SourcePath,
  style: 'flow' | 'json',
): Place | null {
  const scanner = new FlowScanner(lines, start, position, path, style === 'json');
  const found = scanner.scan();
  if (!found) return null;
  const { frame, at, token, keyed, tight } = found;
  const siblings = new Map(frame.keys);
  if (at === 'key' && keyed) siblings.delete(token.text);
  return { path: found.path, at, siblings, token, style, keyed, tight, dash: false, indent: 0 };
}

class FlowScanner {
  readonly #lines: readonly string[];
  readonly #position: SourcePosition;
  readonly #json: boolean;
  readonly #root: SourcePath;
  readonly #frames: Frame[] = [];
  #line: number;
  #at: number;
  #found: Found | null = null;

  constructor(
    lines: readonly string[],
    start: SourcePosition,
    position: SourcePosition,
    path: SourcePath,
    json: boolean,
  ) {
    this.#lines = lines;
    this.#line = start.line;
    this.#at = start.character;
    this.#position = position;
    this.#root = path;
    this.#json = json;
  }

  scan(): Found | null {
    const last = this.#position.line + LINES_BEHIND;
    while (this.#line < this.#lines.length && this.#line <= last) {
      const content = this.#lines[this.#line] ?? '';
      while (this.#at < content.length) {
        if (!this.#step(content)) return this.#found;
      }
      if (this.#line === this.#position.line && !this.#found && !this.#empty(content.length)) return null;
      this.#line++;
      this.#at = 0;
    }
    return this.#found;
  }

  /** Reads one sign or word; false where the search is over. */
  #step(content: string): boolean {
    const sign = content.charAt(this.#at);
    if (sign === ' ' || sign === '\t') {
      this.#at++;
      return true;
    }
    if (this.#comment(content)) {
      const inside = this.#here(this.#at + 1, Infinity);
      if (inside && !this.#found) return false;
      const end = content.startsWith('/*', this.#at) ? content.indexOf('*/', this.#at) : -1;
      if (content.startsWith('/*', this.#at) && end < 0) return this.#longComment();
      this.#at = end < 0 ? content.length : end + 2;
      return true;
    }
    if (this.#passed(this.#at) && !this.#found && !this.#empty(this.#at)) return false;
    switch (sign) {
      case '{':
      case '[':
        this.#frames.push({
          kind: sign === '{' ? 'map' : 'list',
          path: this.#valuePath(),
          keys: new Map(),
          key: null,
          index: 0,
        });
        this.#at++;
        return true;
      case '}':
      case ']':
        this.#frames.pop();
        this.#at++;
        return this.#frames.length > 0 && (!this.#found || this.#frames.length >= this.#found.depth);
      case ',': {
        const frame = this.#frames.at(-1);
        if (frame) {
          frame.key = null;
          frame.index++;
        }
        this.#at++;
        return true;
      }
      case ':':
        this.#at++;
        return true;
      default:
        return this.#word(content);
    }
  }

  #word(content: string): boolean {
    const sign = content.charAt(this.#at);
    const quote: Token['quote'] = sign === '"' || sign === "'" ? sign : '';
    const from = this.#at + quote.length;
    const end = quote === '' ? this.#plainEnd(content, from) : quotedEnd(content, from, quote);
    const behind = quote === '' ? end : Math.min(content.length, end + 1);
    const text = content.slice(from, end).trimEnd();
    const to = quote === '' ? from + text.length : end;
    const keyed = /^\s*:/.test(content.slice(behind));
    const frame = this.#frames.at(-1);
    if (!frame) return false;
    const isKey = frame.kind === 'map' && frame.key === null;
    if (!this.#found && this.#here(from, Math.max(to, from))) {
      const { character, line } = this.#position;
      const token = {
        text,
        offset: character - from,
        quote,
        start: { line, character: from },
        end: { line, character: to },
      };
      this.#find(frame, isKey ? 'key' : 'value', token, keyed, false);
    } else if (isKey && keyed) {
      frame.keys.set(text, '');
    } else if (!isKey && frame.kind === 'map' && frame.key !== null) {
      frame.keys.set(frame.key, text);
    }
    if (isKey) frame.key = keyed ? text : null;
    this.#at = Math.max(behind, this.#at + 1);
    return true;
  }

  /** Nothing is written at the position yet; true where that is a place. */
  #empty(reached: number): boolean {
    const frame = this.#frames.at(-1);
    if (!frame || (this.#line === this.#position.line && reached < this.#position.character)) return false;
    const { line, character } = this.#position;
    const content = this.#lines[line] ?? '';
    const token: Token = { text: '', offset: 0, quote: '', start: { line, character }, end: { line, character } };
    const isKey = frame.kind === 'map' && frame.key === null;
    const tight = !this.#json && content.charAt(character - 1) === ':';
    this.#find(frame, isKey ? 'key' : frame.kind === 'list' ? 'open' : 'value', token, false, tight);
    return true;
  }

  #find(frame: Frame, at: Place['at'], token: Token, keyed: boolean, tight: boolean): void {
    const path = at === 'key' ? frame.path : this.#valuePath();
    this.#found = { frame, at, path, token, keyed, tight, depth: this.#frames.length };
  }

  #valuePath(): SourcePath {
    const frame = this.#frames.at(-1);
    if (!frame) return this.#root;
    if (frame.kind === 'list') return [...frame.path, frame.index];
    return frame.key === null ? frame.path : [...frame.path, frame.key];
  }

  /** A plain text ends where its brackets do; `${…}` belongs to it even where YAML would ask for quotes. */
  #plainEnd(content: string, from: number): number {
    let at = from;
    let depth = 0;
    for (; at < content.length; at++) {
      const sign = content.charAt(at);
      if (sign === '$' && content.charAt(at + 1) === '{') {
        depth++;
        at++;
      } else if (depth > 0) {
        if (sign === '{') depth++;
        else if (sign === '}') depth--;
      } else if (',]}[{'.includes(sign)) break;
      else if (sign === ':' && (this.#json || /^(\s|$|[,\]}])/.test(content.slice(at + 1, at + 2)))) break;
      else if (sign === '#' && /\s/.test(content.charAt(at - 1))) break;
    }
    return at;
  }

  #comment(content: string): boolean {
    if (this.#json) return content.startsWith('//', this.#at) || content.startsWith('/*', this.#at);
    return content.charAt(this.#at) === '#' && (this.#at === 0 || /\s/.test(content.charAt(this.#at - 1)));
  }

  #longComment(): boolean {
    for (this.#line++; this.#line < this.#lines.length; this.#line++) {
      const end = (this.#lines[this.#line] ?? '').indexOf('*/');
      if (this.#line === this.#position.line && (end < 0 || this.#position.character < end)) return false;
      if (end >= 0) {
        this.#at = end + 2;
        return true;
      }
    }
    return false;
  }

  /** The position is from one column to another of the line that is being read. */
  #here(from: number, to: number): boolean {
    return this.#line === this.#position.line && this.#position.character >= from && this.#position.character <= to;
  }

  #passed(at: number): boolean {
    return this.#line > this.#position.line || (this.#line === this.#position.line && at >= this.#position.character);
  }
}

function quotedEnd(content: string, from: number, quote: string): number {
  let at = from;
  while (at < content.length && content.charAt(at) !== quote)
    at += quote === '"' && content.charAt(at) === '\\' ? 2 : 1;
  return Math.min(at, content.length);
}
