import { readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Plan, RequestBody, Template } from '../scenario/plan.ts';
import { textOf } from '../scenario/expression.ts';
import { allSteps, stepLists } from '../scenario/step-tree.ts';

/** Contents of files by their absolute path, in memory that threads share. */
export type SharedFiles = ReadonlyMap<string, Uint8Array>;

/** A file that can't be sent; the message is a whole sentence. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/** The files that requests send: each is read once in a run. */
export class SentFiles {
  readonly #folder: string;
  readonly #known: Map<string, Buffer>;

  /** `folder`: the scenario's, absolute; `shared`: what was read before the load. */
  constructor(folder: string, shared: SharedFiles) {
    this.#folder = folder;
    this.#known = new Map([...shared].map(([path, bytes]) => [path, bufferOf(bytes)]));
  }

  /** The content of a file that the scenario names by itself. @throws FileError */
  read(path: string): Buffer {
    const absolute = resolve(this.#folder, path);
    const known = this.#known.get(absolute);
    if (known) return known;
    const content = readBytes(absolute, path);
    this.#known.set(absolute, content);
    return content;
  }

  /**
   * As `read`, for a path that was worked out: it must lie inside the scenario's folder, so that no server can ask for a file of this
   * machine by what it answers.
   *
   * @throws FileError
   */
  readInside(path: string): Buffer {
    const inside = relative(this.#folder, resolve(this.#folder, path));
    if (inside.startsWith('..') || isAbsolute(inside)) {
      throw new FileError(
        `\`${path}\` is outside of the scenario's folder. A path that is worked out must stay inside of it.`,
      );
    }
    return this.read(path);
  }
}

/** Reads the files that a plan names without an expression. @throws FileError */
export function readSharedFiles(plan: Plan, folder: string): SharedFiles {
  const files = new Map<string, Uint8Array>();
  for (const path of namedFiles(plan)) {
    const absolute = resolve(folder, path);
    if (files.has(absolute)) continue;
    const content = readBytes(absolute, path);
    const shared = new Uint8Array(new SharedArrayBuffer(content.length));
    shared.set(content);
    files.set(absolute, shared);
  }
  return files;
}

function namedFiles(plan: Plan): string[] {
  const bodies = stepLists(plan)
    .flatMap(allSteps)
    .flatMap((step) => (step.kind === 'request' || step.kind === 'sse' ? [step.body] : []));
  return bodies.flatMap(pathsOf).flatMap((path) => (path.kind === 'literal' ? [textOf(path.value)] : []));
}

function pathsOf(body: RequestBody): Template[] {
  switch (body.kind) {
    case 'file':
      return [body.path];
    case 'multipart':
      return body.parts.flatMap((part) => (part.kind === 'file' ? [part.path] : []));
    default:
      return [];
  }
}

function readBytes(absolute: string, path: string): Buffer {
  try {
    return readFileSync(absolute);
  } catch (error) {
    throw new FileError(`The file \`${path}\` can't be sent: ${fileProblem(error)} (${absolute}).`);
  }
}

/** Why a file could not be read, as the end of a sentence. */
export function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no file of this name';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'this user may not read it';
  return error instanceof Error ? error.message : String(error);
}

function bufferOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}
