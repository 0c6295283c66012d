/** Text in columns of a terminal: widths, cutting, wrapping. Colour is put on last, so that it never counts. */

export type Paint = (text: string) => string;

export interface Palette {
  readonly pass: Paint;
  readonly warn: Paint;
  readonly fail: Paint;
  readonly dim: Paint;
  readonly bold: Paint;
  readonly figure: Paint;
}

const sgr =
  (code: number): Paint =>
  (text) =>
    text === '' ? '' : `\u001b[${code}m${text}\u001b[0m`;

const asIs: Paint = (text) => text;

/** With fewer columns than this, lines of a terminal are wrapped by it. */
export const NARROWEST = 32;

/** ANSI's own eight colours, which every theme of a terminal makes readable; without colour, text stays as it is. */
export function palette(colour: boolean): Palette {
  if (!colour) return { pass: asIs, warn: asIs, fail: asIs, dim: asIs, bold: asIs, figure: asIs };
  return { pass: sgr(32), warn: sgr(33), fail: sgr(31), dim: sgr(2), bold: sgr(1), figure: sgr(36) };
}

// What a terminal shows two columns wide: East Asian scripts in their full-width forms, and pictures.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const WITHOUT_WIDTH = /[\p{Mark}\u200b-\u200f\u2060\ufeff\ufe00-\ufe0f]/u;
// The last ranges turn the direction of writing around, so that a line reads as what it is not.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** A text from a file or a server on one line: control characters, which could drive the terminal, become one space. */
export function oneLine(text: string): string {
  return text.replace(CONTROL, ' ').trim();
}

/** The columns that a text without colour takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** At most `width` columns; what is cut off the end shows as `…`. */
export function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width <= 0) return '';
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + space : space + text;
}

/** Lines of at most `width` columns, broken at spaces (never at no-break spaces); a longer word stands alone, cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n\t]+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = truncate(word, width);
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** As `wrap`, but a word that is too long goes on in the next line, from a brace on where it has one: no letter is lost. */
export function fold(text: string, width: number): string[] {
  const breakable = displayWidth(text) <= width ? text : text.replace(/(?<=\S)\{/g, ' {');
  const pieces = breakable.split(' ').flatMap((word) => {
    const parts: string[] = [''];
    for (const character of word) {
      const last = parts.at(-1) ?? '';
      if (displayWidth(last + character) <= width) parts[parts.length - 1] = last + character;
      else parts.push(character);
    }
    return parts;
  });
  return wrap(pieces.join(' '), width);
}

/** What leaves for a terminal or a file: plain spaces, as no-break ones have done their work. */
export function plainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

function characterWidth(character: string): number {
  if (character < '\u0300') return 1;
  return WITHOUT_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}
