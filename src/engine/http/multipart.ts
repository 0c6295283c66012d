/** One part of a `multipart/form-data` body. */
export interface FormPart {
  readonly name: string;
  /** null: a plain field. */
  readonly file: { readonly name: string; readonly contentType: string } | null;
  readonly content: string | Buffer;
}

const BOUNDARY_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** 62^24 possibilities: that it stands in a file by chance need not be looked for. */
const BOUNDARY_LENGTH = 24;

/** Draws a boundary; `random` gives 0 ≤ x < 1. */
export function drawBoundary(random: () => number): string {
  const draw = (): string => BOUNDARY_CHARACTERS.charAt(Math.floor(random() * BOUNDARY_CHARACTERS.length));
  return `----RampwrightFormBoundary${Array.from({ length: BOUNDARY_LENGTH }, draw).join('')}`;
}

/** The body of a `multipart/form-data` request (RFC 7578), written as browsers do. */
export function multipartBody(parts: readonly FormPart[], boundary: string): Buffer {
  const pieces = parts.flatMap(({ name, file, content }) => {
    const filename = file === null ? '' : `; filename="${escaped(file.name)}"`;
    const type = file === null ? '' : `\r\ncontent-type: ${file.contentType}`;
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${escaped(name)}"${filename}${type}\r\n\r\n`;
    return [Buffer.from(head), typeof content === 'string' ? Buffer.from(content) : content, Buffer.from('\r\n')];
  });
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

/** Quotes and line breaks in a name would end its header; browsers percent-encode these three and nothing else. */
function escaped(name: string): string {
  return name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}
