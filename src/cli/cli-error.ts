import { ExitCode } from '../run/events.ts';

/** Something that the person at the command line can put right: shown as its message alone, without a stack. */
export class CliError extends Error {
  readonly exitCode: number;
  /** What to do about it, in a sentence of its own; '' where the message says it. */
  readonly wayOut: string;

  constructor(message: string, wayOut = '', exitCode: number = ExitCode.invalidConfig) {
    super(message);
    this.name = 'CliError';
    this.wayOut = wayOut;
    this.exitCode = exitCode;
  }
}

/** A part of the format's command line that a later version brings. It is refused, never ignored. */
export function notSupportedYet(what: string, instead = ''): CliError {
  return new CliError(`${what} is not supported yet.`, instead);
}

/** Of a failed file operation: what it means for people. */
export function fileProblem(error: unknown): string {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) };
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder, not a file';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    // Node's word for a folder that would have to be made where a file is.
    case 'EEXIST':
    case 'ENOTDIR':
      return 'a part of its path is not a folder';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EROFS':
      return 'its file system is read-only';
    case 'ENAMETOOLONG':
      return 'its name is too long';
    case 'EMFILE':
    case 'ENFILE':
      return 'this machine has no file handle left (ulimit -n)';
    case undefined:
    default:
      return message;
  }
}
