import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createSecureContext, rootCertificates, type ConnectionOptions as TlsConnectionOptions } from 'node:tls';
import type { HttpDefaults, TlsOptions } from '../../scenario/plan.ts';
import { fileProblem, FileError } from '../sent-files.ts';

/** What the files of `http.tls` hold (PEM); null where none is named. */
export type TlsFiles = Readonly<Record<'ca' | 'cert' | 'key', string | null>>;

/** What all TLS connections of a worker have in common. */
export type TlsSettings = Pick<TlsConnectionOptions, 'rejectUnauthorized' | 'secureContext'>;

/** Reads the files, once for all workers. @throws FileError where one can't be read, or is no such thing */
export function readTlsFiles(tls: TlsOptions, folder: string): TlsFiles {
  const read = (name: keyof TlsFiles): string | null => {
    const path = tls[name];
    if (path === null) return null;
    const absolute = resolve(folder, path);
    try {
      return readFileSync(absolute, 'utf8');
    } catch (error) {
      throw new FileError(`\`http.tls.${name}\` can't be read: ${fileProblem(error)} (${absolute}).`);
    }
  };
  const files = { ca: read('ca'), cert: read('cert'), key: read('key') };
  try {
    if (Object.values(files).some((text) => text !== null)) contextOf(files, tls);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FileError(
      `What \`http.tls\` names can't be used: ${why}. The files are PEM, and the key is that of the certificate.`,
    );
  }
  return files;
}

/**
 * One context for all connections: making it for each of them would cost more than the handshake. It is made when it is read first, which takes 10 to 30 ms
 * and is nothing that plain http needs.
 */
export function tlsSettings({ verifyTls, tls }: HttpDefaults, files: TlsFiles): TlsSettings {
  let context: ReturnType<typeof createSecureContext> | null = null;
  return {
    rejectUnauthorized: verifyTls,
    get secureContext() {
      return (context ??= contextOf(files, tls));
    },
  };
}

/** An authority of one's own comes beside those that Node trusts. */
function contextOf({ ca, cert, key }: TlsFiles, { minVersion }: TlsOptions): ReturnType<typeof createSecureContext> {
  return createSecureContext({
    minVersion,
    ...(ca !== null && { ca: [...rootCertificates, ca] }),
    ...(cert !== null && { cert }),
    ...(key !== null && { key }),
  });
}
