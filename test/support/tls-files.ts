import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where `http.tls` of a scenario finds `cert.pem` and `key.pem`. */
export const TLS_FOLDER = join(import.meta.dirname, 'tls');

const pem = (name: string): string => readFileSync(join(TLS_FOLDER, `${name}.pem`), 'utf8');

/** What the secure servers of tests show; the certificate is for 127.0.0.1 and localhost. */
export const TEST_TLS = { key: pem('key'), cert: pem('cert') };
