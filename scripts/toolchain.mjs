/**
 * What the project needs to be built and tested, installed where it is missing: its dependencies, and one Node that can
 * run TypeScript and all of our tools, whatever version the machine has.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { dependenciesInstalled, installWhole, npm } from './npm.mjs';
import { run } from './process.mjs';

export const ROOT = join(import.meta.dirname, '..');

/** From here on Node runs TypeScript files without a flag, and `undici` 8 and `@vscode/vsce` 4 are at home. */
const OLDEST_NODE = /** @type {const} */ ([22, 19]);
const OWN_NODE = '24.21.0';

/** Installs what is missing. @returns {Promise<string>} the project's Node */
export async function ensureToolchain() {
  await ensureDependencies();
  return ensureNode();
}

/** Installs `node_modules` as the lock file has it, where it isn't there or is of another lock file. */
export async function ensureDependencies() {
  if (dependenciesInstalled(ROOT)) return;
  // npm empties node_modules first, which must not happen under another run of ours.
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  await withLock(join(ROOT, '.cache', 'npm.lock'), async () => {
    if (dependenciesInstalled(ROOT)) return;
    console.log('Installing dependencies (npm ci) …');
    // No package that we use needs its install script; esbuild's binary is an optional package of its own.
    await npm(['ci', '--ignore-scripts'], ROOT);
  });
}

/** @returns {Promise<string>} path of a Node that runs the project's tools and TypeScript */
export async function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return process.execPath;
  return ensureNodeVersion(OWN_NODE);
}

/**
 * @param {string} version whole; any of its major version will do, if that is what runs this
 * @returns {Promise<string>} path of that Node
 */
export async function ensureNodeVersion(version) {
  const [major] = version.split('.');
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Error(
      `This is Node ${process.version}, and this takes Node ${major}. ` +
        'Install it and run the command again (on Linux the project brings its own).',
    );
  }
  const name = `node-linux-${process.arch}`;
  const dir = join(ROOT, '.cache', `node-${version}`);
  if (!existsSync(dir)) {
    console.log(`Installing Node ${version} into .cache/ (this machine has ${process.version}) …`);
    await installWhole(dir, { [name]: version });
  }
  return join(dir, 'node_modules', name, 'bin', 'node');
}

/** Bundles `dist/`. @param {string} node @param {string[]} [args] of esbuild.js */
export async function build(node, args = []) {
  await run(node, [join(ROOT, 'esbuild.js'), ...args], { cwd: ROOT });
}
