/**
 * A journal as a file: plain (`NAME.run.jsonl`) while its run goes on, as a line must be on the disk as soon as it is written, and
 * gzip (`NAME.run.jsonl.gz`) from its end on. gzip and not zstd: it is what Node.js 20, browsers' DecompressionStream and every
 * machine's own tools read.
 */

/** File names of journals end like this. */
export const JOURNAL_SUFFIX = '.run.jsonl';

export const COMPRESSED_SUFFIX = '.gz';

/** File names of journals end like one of these. */
export const JOURNAL_SUFFIXES: readonly string[] = [JOURNAL_SUFFIX, `${JOURNAL_SUFFIX}${COMPRESSED_SUFFIX}`];

export function isJournal(path: string): boolean {
  return JOURNAL_SUFFIXES.some((suffix) => path.endsWith(suffix));
}

/** So that a run's name, with all that is put behind it, is one that every file system takes. */
const LONGEST_TITLE = 100;

/** `checkout-20261121-140200-3f9a`: sorts by local time, and two runs in one second have two names. `title`: of the scenario's file */
export function newRunName(title: string, now = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
  const tail = Math.floor(Math.random() * 0x10000)
    .toString(16)
    .padStart(4, '0');
  const words = title.replace(/[^\w.-]+/g, '-').replace(/^[.-]+/, '');
  // Without a dash in front, or it would be taken for an option, and no hidden file.
  return `${words.slice(0, LONGEST_TITLE) || 'run'}-${day}-${time}-${tail}`;
}

/** `checkout-20261121-140200-3f9a` of either of its paths. */
export function runNameOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const suffix = JOURNAL_SUFFIXES.find((candidate) => name.endsWith(candidate));
  return suffix === undefined ? name : name.slice(0, -suffix.length);
}

/** Where a run's journal is until its end. */
export function plainPathOf(path: string): string {
  return path.endsWith(COMPRESSED_SUFFIX) ? path.slice(0, -COMPRESSED_SUFFIX.length) : path;
}

/** Where the same run's journal is before its end, or after it. */
export function otherPath(path: string): string {
  const plain = plainPathOf(path);
  return plain === path ? `${path}${COMPRESSED_SUFFIX}` : plain;
}

/** Whether bytes are gzip's, whatever their file is called: RFC 1952, 2.3.1. */
export function isCompressed(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** A journal's text, compressed or not. Of a file that breaks off, what comes before; '' where nothing could be read. */
export async function journalText(bytes: Uint8Array): Promise<string> {
  if (!isCompressed(bytes)) return new TextDecoder().decode(bytes);
  const decoder = new TextDecoder();
  const stream: ReadableStream<Uint8Array> = new Blob([new Uint8Array(bytes)])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  let text = '';
  try {
    for await (const part of stream) text += decoder.decode(part, { stream: true });
  } catch {
    // What was read until here is good.
  }
  return text + decoder.decode();
}
