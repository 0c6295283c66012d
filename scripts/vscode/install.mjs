/**
 * A real VS Code from the npm registry: code-server's package holds the workbench and its server. Installed lazily into
 * .vscode-test/ rather than as a dependency, for it weighs 400 MB and its install script wants headers that we don't need.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installWhole, npm } from '../npm.mjs';
import { ensureNodeVersion, ROOT } from '../toolchain.mjs';

/**
 * The versions that we test against, with the Node of their extension host: the desktop's Electron has the same.
 * VS Code 1.106, the oldest that `engines.vscode` allows, hangs on Node 24.
 *
 * @typedef {keyof typeof VERSIONS} Version
 */
const VERSIONS = {
  newest: { codeServer: '4.139.1', node: '24.21.0' },
  oldest: { codeServer: '4.106.3', node: '22.23.3' },
};

/** Packages that no test loads: compiled add-ons, AI and container SDKs, Windows parts; 100 MB of download. */
const UNUSED_PACKAGES = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/deviceid',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'ssh2',
];
/** Built-in extensions that only add noise to tests. */
const UNUSED_EXTENSIONS = ['copilot', 'mermaid-markdown-features'];

/**
 * @param {Version} version
 * @returns {Promise<{ node: string, dir: string }>} the Node to run it with, and VS Code's server folder with `out/server-main.js`
 */
export async function ensureVSCode(version) {
  const { codeServer, node } = VERSIONS[version];
  const dir = join(ROOT, '.vscode-test', `code-server-${codeServer}`);
  const serverDir = join('node_modules', 'code-server', 'lib', 'vscode');
  if (!existsSync(dir)) {
    console.log(`Installing VS Code (code-server ${codeServer}) into .vscode-test/ …`);
    await installWhole(dir, { 'code-server': codeServer }, (staging) => completeServer(join(staging, serverDir)));
  }
  return { node: await ensureNodeVersion(node), dir: join(dir, serverDir) };
}

/** @param {string} dir the server folder: unlike code-server itself it comes without its dependencies */
async function completeServer(dir) {
  const manifestFile = join(dir, 'package.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  for (const name of UNUSED_PACKAGES) Reflect.deleteProperty(manifest.dependencies, name);
  // Older versions take a package or two from a git server; the same versions are in the registry.
  const lockFile = join(dir, 'npm-shrinkwrap.json');
  const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
  for (const [path, { resolved, version }] of Object.entries(lock.packages)) {
    if (!String(resolved).startsWith('git')) continue;
    Reflect.deleteProperty(lock.packages, path);
    manifest.dependencies[path.replace('node_modules/', '')] = version;
  }
  writeFileSync(lockFile, JSON.stringify(lock, null, 2));
  writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));
  // `install`, not `ci`: the lock file still names what was dropped.
  await npm(['install', '--ignore-scripts', '--omit=dev'], dir);
  replaceCompiledAddOns(dir);
  for (const name of UNUSED_EXTENSIONS) rmSync(join(dir, 'extensions', name), { recursive: true, force: true });
}

/** Every process of VS Code loads these two add-ons, one for log files, one to end with its parent. */
function replaceCompiledAddOns(/** @type {string} */ dir) {
  writeFileSync(join(dir, 'node_modules', '@vscode', 'spdlog', 'index.js'), SPDLOG);
  // `native-watchdog` is the name before VS Code 1.111.
  for (const name of [join('@vscode', 'native-watchdog'), 'native-watchdog']) {
    const addOn = join(dir, 'node_modules', name);
    if (existsSync(addOn)) writeFileSync(join(addOn, 'index.js'), 'exports.start = () => {};\n');
  }
}

/** The names that VS Code imports must be plain `exports.x =` lines, or Node doesn't find them when it parses the file. */
const SPDLOG = `
const { appendFileSync } = require('node:fs');
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
class Logger {
  constructor(name, file) { this.file = file; this.level = 2; }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {} clearFormatters() {} flush() {} drop() {}
}
LEVELS.forEach((name, level) => {
  Logger.prototype[name] = function (message) {
    if (level < this.level) return;
    try { appendFileSync(this.file, new Date().toISOString() + ' [' + name + '] ' + message + '\\n'); } catch {}
  };
});
exports.version = 0;
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger(name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger(name, file);
exports.setFlushOn = () => {};
exports.setLevel = () => {};
exports.shutdown = () => {};
`;
