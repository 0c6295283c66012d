#!/usr/bin/env node
/**
 * Checks the licence of every package that ships in our bundles: it must let anyone use, change and redistribute the
 * product under MIT.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);
/** Licences that are fine for one package, with the reason. */
const ALLOWED = new Map([
  // Fonts and icons, not code; naming the author, as its licence asks, is done in README.
  ['@vscode/codicons', 'CC-BY-4.0'],
]);

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
const shipped = Object.keys(packages).filter((path) => path !== '' && !packages[path].dev && !packages[path].optional);
const refused = shipped.flatMap((path) => {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8'));
  const fine = isPermissive(String(license ?? '')) || ALLOWED.get(name) === license;
  return fine ? [] : [`${name}@${version}: ${license ?? 'no licence given'}`];
});

if (refused.length > 0) {
  console.error(`These packages ship with licences that are not known to be permissive:\n${refused.join('\n')}`);
  process.exit(1);
}
console.log(`${shipped.length} packages ship, all under permissive licences.`);

/**
 * @param {string} expression of SPDX, such as `(MIT OR Apache-2.0)`
 * @returns {boolean}
 */
function isPermissive(expression) {
  const inner = expression.replace(/^\((.*)\)$/, '$1');
  if (/ OR /.test(inner)) return inner.split(' OR ').some(isPermissive);
  if (/ AND /.test(inner)) return inner.split(' AND ').every(isPermissive);
  return PERMISSIVE.has(inner);
}
