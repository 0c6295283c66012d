/**
 * Reading a bundle of this program with what V8 made of it in an earlier start. Node's own compile cache keeps what was compiled when a file was
 * read, before anything of it ran; nearly all functions are compiled later, when they are called first, and that again at each start. Here they are kept, too.
 */
import { closeSync, fstatSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** Before what V8 made: of which file it is. */
const HEAD_BYTES = 1024;

interface Unkept {
  readonly script: Script;
  readonly head: Buffer;
  readonly place: string;
}

const unkept: Unkept[] = [];

/** What a bundle exports. Without a place to keep compiled code at (before Node 22.1, or where `NODE_DISABLE_COMPILE_CACHE` is set) all of it is compiled anew. */
export function loadKept(path: string): unknown {
  const { text, head, ino } = read(path);
  const place = placeOf(path, ino);
  const cachedData = place === null ? undefined : keptAt(place, head);
  const wrapped = `(function (exports, require, module, __filename, __dirname) { ${text}\n})`;
  const script = new Script(wrapped, { filename: path, cachedData });
  if (place !== null && (cachedData === undefined || script.cachedDataRejected === true)) {
    unkept.push({ script, head, place });
  }
  const bundle = { exports: {} };
  const run: unknown = script.runInThisContext();
  if (typeof run !== 'function') throw new TypeError(`${path} is no bundle.`);
  Reflect.apply(run, bundle.exports, [bundle.exports, createRequire(path), bundle, path, dirname(path)]);
  return bundle.exports;
}

/** Keeps what was compiled until now for the next start, unless it came from an earlier one. Takes some 20 ms then. */
export function keepCompiled(): void {
  for (const { script, head, place } of unkept.splice(0)) {
    const unfinished = `${place}.${process.pid}-${Math.random()}`;
    try {
      // Flushed, as V8 takes what it gets without looking for damage.
      writeFileSync(unfinished, Buffer.concat([head, script.createCachedData()]), { mode: 0o600, flush: true });
      renameSync(unfinished, place);
    } catch {
      // The next start takes longer, that is all.
    }
  }
}

/** V8 compares no more than the length of a text, so the head tells which writing of the file it was. */
function read(path: string): { readonly text: string; readonly head: Buffer; readonly ino: number } {
  const file = openSync(path, 'r');
  try {
    const { size, ino, mtimeMs, ctimeMs } = fstatSync(file);
    const head = Buffer.alloc(HEAD_BYTES);
    head.write(JSON.stringify([size, ino, mtimeMs, ctimeMs, path]));
    return { text: readFileSync(file, 'utf8'), head, ino };
  } finally {
    closeSync(file);
  }
}

function keptAt(place: string, head: Buffer): Buffer | undefined {
  try {
    const file = openSync(place, 'r');
    try {
      // It is code: that of another user is not run.
      if (process.getuid !== undefined && fstatSync(file).uid !== process.getuid()) return undefined;
      const kept = readFileSync(file);
      return kept.subarray(0, HEAD_BYTES).equals(head) ? kept.subarray(HEAD_BYTES) : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** In Node's own folder for compiled code, which is one for each version, processor, set of V8's flags and user. What is called of a bundle differs by command. */
function placeOf(path: string, ino: number): string | null {
  const folder = 'getCompileCacheDir' in module ? module.getCompileCacheDir() : undefined;
  if (folder === undefined) return null;
  const [, , command = ''] = process.argv;
  const use = /^[a-z]+$/.test(command) ? `-${command}` : '';
  return join(folder, `rampwright-${basename(path, '.js')}-${ino}${use}`);
}
