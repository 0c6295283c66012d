/** VS Code's workbench as a server on 127.0.0.1, with profile and extensions of its own that vanish with it. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endGroup, run, startGroup } from '../process.mjs';
import { ensureVSCode } from './install.mjs';

/** No welcome, no telemetry, no requests to the outside, nothing in the way of the editor. */
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.editor.useModal': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const START_TIMEOUT_MS = 60_000;

/**
 * What the workbench opens with.
 *
 * @typedef {object} Target
 * @property {string} folder absolute path; of a `.code-workspace` file where several folders are opened
 * @property {string} [extensionDevelopmentPath] absolute path of the extension under development
 * @property {string} [extensionTestsPath] absolute path of the module whose `run` runs in the extension host
 * @property {string} [openFile] absolute path
 */

/**
 * @typedef {object} VSCodeServer
 * @property {string} authority e.g. `127.0.0.1:41234`
 * @property {number | undefined} pid
 * @property {(target: Target) => string} url the workbench's address, with its access token
 * @property {() => string} log
 * @property {() => Promise<void>} close
 */

/**
 * @param {object} [options]
 * @param {Record<string, unknown>} [options.settings] user settings on top of the quiet ones
 * @param {Record<string, string>} [options.env] for the extension host and terminals
 * @param {string[]} [options.vsix] packaged extensions to install
 * @param {boolean} [options.workspaceTrust] as a user has it; off, every folder is trusted
 * @param {import('./install.mjs').Version} [options.version]
 * @returns {Promise<VSCodeServer>}
 */
export async function startVSCode({
  settings = {},
  env = {},
  vsix = [],
  workspaceTrust = false,
  version = 'newest',
} = {}) {
  const { node, dir } = await ensureVSCode(version);
  const home = mkdtempSync(join(tmpdir(), 'rampwright-vscode-'));
  const removeHome = () => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.once('exit', removeHome);

  mkdirSync(join(home, 'user', 'User'), { recursive: true });
  const trust = workspaceTrust ? { 'security.workspace.trust.enabled': true } : {};
  const allSettings = { ...QUIET_SETTINGS, ...trust, ...settings };
  writeFileSync(join(home, 'user', 'User', 'settings.json'), JSON.stringify(allSettings, null, 2));

  const token = randomBytes(16).toString('hex');
  const main = join(dir, 'out', 'server-main.js');
  const folders = [
    ...['--server-data-dir', join(home, 'server')],
    ...['--user-data-dir', join(home, 'user')],
    ...['--extensions-dir', join(home, 'extensions')],
  ];
  const hostEnv = environment(env);
  for (const file of vsix) {
    const install = [main, '--accept-server-license-terms', ...folders, '--install-extension', file];
    await run(node, install, { env: hostEnv, cwd: home, quiet: true });
  }
  const child = startGroup(
    node,
    [
      main,
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
      ...['--accept-server-license-terms', '--auth', 'none', '--telemetry-level', 'off'],
      ...[
        '--disable-telemetry',
        '--disable-experiments',
        '--disable-update-check',
        '--disable-getting-started-override',
      ],
      ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
      // Without it the server ignores the extension paths of the address.
      '--enable-smoke-test-driver',
      ...folders,
    ],
    { env: hostEnv, cwd: home, stdio: ['ignore', 'pipe', 'pipe'] },
  );

  let log = '';
  /** @type {number} */
  const port = await new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ what) => reject(new Error(`${what}\n${log}`));
    const timer = setTimeout(
      () => fail(`VS Code's server did not start within ${START_TIMEOUT_MS} ms.`),
      START_TIMEOUT_MS,
    );
    const read = (/** @type {Buffer} */ data) => {
      log = (log + data.toString()).slice(-100_000);
      const found = /Extension host agent listening on (\d+)/.exec(log);
      if (found) {
        clearTimeout(timer);
        resolve(Number(found[1]));
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (status) => fail(`VS Code's server ended with status ${status}.`));
  });

  const authority = `127.0.0.1:${port}`;
  return {
    authority,
    pid: child.pid,
    log: () => log,
    url: (target) => workbenchUrl(authority, token, target),
    close: async () => {
      await endGroup(child);
      removeHome();
      process.off('exit', removeHome);
    },
  };
}

/**
 * @param {string} authority
 * @param {string} token
 * @param {Target} target
 */
function workbenchUrl(authority, token, { folder, ...paths }) {
  const payload = Object.entries(paths).map(([name, path]) => [name, `vscode-remote://${authority}${path}`]);
  const opened = folder.endsWith('.code-workspace') ? { workspace: folder } : { folder };
  return `http://${authority}/?${new URLSearchParams({ tkn: token, ...opened, payload: JSON.stringify(payload) })}`;
}

/**
 * Ours without what an outer VS Code, npm or Node left in it, so that the server behaves the same wherever it is started.
 *
 * @param {Record<string, string>} additions
 */
function environment(additions) {
  const foreign = /^(VSCODE_|CODE_SERVER_PARENT|ELECTRON_|npm_|NODE_OPTIONS$)/i;
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}', ...additions };
}
