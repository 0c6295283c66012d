import { InteropError } from './interop-error.ts';

type Piece = { readonly literal: string } | { readonly variable: string };

const CONTROL_CHARACTERS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const ANSI_ESCAPE = /\\(?:x([\da-f]{1,2})|u([\da-f]{1,4})|([0-7]{1,3})|([^]))/gi;
const VARIABLE = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/y;

/** What a word is made of, in the order in which it is tried (POSIX shell, 2.2 Quoting; bash for `$'…'`). */
const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray) => readonly Piece[]])[] = [
  [/\\\r?\n/y, () => []],
  [/\\([^])/y, ([, char = '']) => [{ literal: char }]],
  [/'([^']*)'/y, ([, text = '']) => [{ literal: text }]],
  [/\$'((?:[^'\\]|\\[^])*)'/y, ([, text = '']) => [{ literal: text.replaceAll(ANSI_ESCAPE, ansiCharacter) }]],
  [/"((?:[^"\\]|\\[^])*)"/y, ([, text = '']) => quotedPieces(text)],
  [VARIABLE, ([, braced, bare]) => [{ variable: braced ?? bare ?? '' }]],
  [/\$(?![({])/y, () => [{ literal: '$' }]],
  [/[^\s\\'"$`|;&<>]+/y, ([text]) => [{ literal: text }]],
];

/**
 * The words of the first command of a shell's text, as texts of a scenario: the shell's variables become `${env.NAME}`, and a
 * `${` that the command has itself is escaped. What follows a pipe, `;`, `&` or a redirection is left out.
 *
 * @throws InteropError for what only a shell can work out, and for open quotes
 */
export function shellWords(text: string): string[] {
  const words: string[] = [];
  let at = 0;
  for (;;) {
    at = after(/(?:[^\S\n]|\\\r?\n)*/y, text, at);
    if (words.length === 0) at = after(/(?:\s|\\\r?\n)*/y, text, at);
    if (at >= text.length || /[\n|;&<>#]/.test(text.charAt(at))) return words;
    const pieces: Piece[] = [];
    for (let next = pieceAt(text, at); next; next = pieceAt(text, at)) {
      pieces.push(...next.pieces);
      at = next.end;
    }
    words.push(asTemplate(pieces));
  }
}

/** null where the word ends. */
function pieceAt(text: string, at: number): { pieces: readonly Piece[]; end: number } | null {
  if (at >= text.length || /[\s|;&<>]/.test(text.charAt(at))) return null;
  for (const [form, piecesOf] of FORMS) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match) return { pieces: piecesOf(match), end: at + match[0].length };
  }
  const char = text.charAt(at);
  if (char === "'" || char === '"') throw new InteropError(`A ${char} is not closed. Copy the whole command.`);
  if (char === '\\') throw new InteropError('The command ends with a \\. Copy the whole command.');
  throw onlyInShell();
}

/** In double quotes, a backslash stands for itself before most characters, and variables for their values. */
function quotedPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length;) {
    VARIABLE.lastIndex = at;
    const variable = VARIABLE.exec(text);
    const char = text.charAt(at);
    if (variable) {
      pieces.push({ variable: variable[1] ?? variable[2] ?? '' });
      at += variable[0].length;
    } else if (char === '`' || /^\$[({]/.test(text.slice(at, at + 2))) {
      throw onlyInShell();
    } else {
      const escaped = /^\\(?:([$`"\\])|\r?\n)/.exec(text.slice(at, at + 3));
      pieces.push({ literal: escaped ? (escaped[1] ?? '') : char });
      at += escaped?.[0].length ?? 1;
    }
  }
  return pieces;
}

function ansiCharacter(_whole: string, hex?: string, unicode?: string, octal?: string, char = ''): string {
  const code = hex ?? unicode;
  if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
  return octal === undefined ? (CONTROL_CHARACTERS[char] ?? char) : String.fromCharCode(parseInt(octal, 8));
}

function asTemplate(pieces: readonly Piece[]): string {
  let text = '';
  let literal = '';
  const endLiteral = (): void => {
    text += literal.replaceAll('${', () => '$${');
    literal = '';
  };
  for (const piece of pieces) {
    if ('literal' in piece) literal += piece.literal;
    else {
      endLiteral();
      text += `\${env.${piece.variable}}`;
    }
  }
  endLiteral();
  return text;
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

function onlyInShell(): InteropError {
  return new InteropError(
    'The command has a part that only a shell can work out, such as $(…). Write its value instead.',
  );
}
