/** npm as a child process: installs of this project's dependencies and of tools into a cache folder. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './process.mjs';

/**
 * Installs packages into `dir` whole or not at all: in a folder beside it that only gets the name when all of it is
 * there. Two processes may do so at once; the second to finish throws its own copy away.
 *
 * @param {string} dir absolute
 * @param {Record<string, string>} dependencies exact versions
 * @param {(staging: string) => Promise<void> | void} [finish] what else belongs to the whole
 */
export async function installWhole(dir, dependencies, finish) {
  if (existsSync(dir)) return;
  const staging = `${dir}.tmp-${process.pid}`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  try {
    writeFileSync(join(staging, 'package.json'), JSON.stringify({ name: 'cache', private: true, dependencies }));
    await npm(['install', '--ignore-scripts', '--omit=dev'], staging);
    await finish?.(staging);
    mkdirSync(dirname(dir), { recursive: true });
    try {
      renameSync(staging, dir);
    } catch (error) {
      if (!existsSync(dir)) throw error;
    }
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * Runs npm, quietly as long as all goes well.
 *
 * @param {string[]} args
 * @param {string} cwd
 */
export async function npm(args, cwd) {
  // An outer `npm test` hands its own settings on: `npm_config_prefix` and its like would change where we install.
  const foreign = /^npm_(config_(?!registry|cache|userconfig|.*proxy)|package_|lifecycle_|command)/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const all = [...args, '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  await run(command, all, { cwd, env, quiet: true, shell: process.platform === 'win32' });
}

/**
 * Whether `node_modules` holds what the lock file asks for. Compares with npm's own record of what it installed, which
 * npm writes last.
 *
 * @param {string} root
 */
export function dependenciesInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(record);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || (entry.optional && !madeForThisMachine(entry))) return true;
    const found = installed[path];
    return found !== undefined && found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockEntry
 */

/**
 * @param {string} file
 * @returns {Record<string, LockEntry>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** @param {LockEntry} entry an optional package: the binaries for one kind of machine name that machine */
function madeForThisMachine({ os, cpu, libc }) {
  return os?.includes(process.platform) === true && cpu?.includes(process.arch) === true && libc === undefined;
}
