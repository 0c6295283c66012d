import { strictEqual } from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'golden');

/** Compares with the file of that name; `UPDATE_GOLDEN=1` writes it anew, to be looked at before it is committed. */
export function assertGolden(name: string, actual: string): void {
  const file = join(FOLDER, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, actual);
    return;
  }
  strictEqual(actual, existsSync(file) ? readFileSync(file, 'utf8') : '(no such golden file)', `golden/${name}`);
}
