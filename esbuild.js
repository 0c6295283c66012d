// Bundles what ships into dist/. Options: --production (minified), --watch.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, context } from 'esbuild';

const ROOT = import.meta.dirname;

/** Bundle in dist/ → its entry. What the extension loads on first use only has a bundle of its own. */
const NODE_BUNDLES = {
  extension: 'src/extension/extension.ts',
  desktop: 'src/extension/desktop.ts',
  'yaml-formatter': 'src/language/yaml-formatter.ts',
  'influx-lines': 'src/report/influx-lines.ts',
  'open-receiver': 'src/report/receivers/open-receiver.ts',
  engine: 'src/engine/start.ts',
  'engine-process': 'src/engine/process.ts',
  'engine-worker': 'src/engine/worker-start.ts',
  'engine-thread': 'src/engine/worker.ts',
  cli: 'src/cli/start.ts',
  'cli-main': 'src/cli/main.ts',
};
/** The extension in browsers. One bundle, as their extension host loads no other; what `import()` names is started when it is asked for. */
const WEB_BUNDLES = { extension: 'src/extension/web.ts' };
const WEBVIEW_BUNDLES = { results: 'webview-ui/main.ts' };

/** @returns {Record<string, string>} bundle → entry; the benchmark of activation builds some of them */
export function nodeBundles() {
  return NODE_BUNDLES;
}

/** @returns {import('esbuild').BuildOptions} what the Node bundles have in common; tests of the extension host use it too */
export function nodeOptions() {
  return {
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Remote write's client falls back to node-fetch where it is given no `fetch`; it is.
    external: ['vscode', 'node-fetch'],
    // As `require`, which needs no reading of the bundle for its exports.
    supported: { 'dynamic-import': false },
    // jsonc-parser's `main` is a UMD file whose `require` calls no bundler can follow.
    mainFields: ['module', 'main'],
    define: {
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
    },
    plugins: [loadedOnDemand, startedOnFirstUse, asciiAlone],
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  };
}

/** Module that is imported by `import()` only → the bundle beside that it is in. `kept`: its compiled code is kept between starts. */
const ON_DEMAND = [
  { filter: /\/desktop\.ts$/, bundle: './desktop.js' },
  { filter: /\/main\.ts$/, bundle: './cli-main.js', kept: true },
  { filter: /\/process\.ts$/, bundle: './engine-process.js', kept: true },
  { filter: /\/worker\.ts$/, bundle: './engine-thread.js', kept: true },
  { filter: /\/yaml-formatter\.ts$/, bundle: './yaml-formatter.js' },
  { filter: /\/influx-lines\.ts$/, bundle: './influx-lines.js' },
  { filter: /\/open-receiver\.ts$/, bundle: './open-receiver.js' },
];

/** Leaves `import('…/desktop.ts')` as an import of a bundle. @type {import('esbuild').Plugin} */
const loadedOnDemand = {
  name: 'loaded-on-demand',
  setup({ onResolve, onLoad }) {
    for (const { filter, bundle, kept = false } of ON_DEMAND) {
      const resolved = kept ? { path: bundle, namespace: 'kept' } : { path: bundle, external: true };
      onResolve({ filter }, ({ kind }) => (kind === 'dynamic-import' ? resolved : undefined));
    }
    onLoad({ filter: /.*/, namespace: 'kept' }, ({ path }) => ({
      contents: `
        const { loadKept } = require('./src/engine/kept-code.ts');
        module.exports = loadKept(require('node:path').join(__dirname, ${JSON.stringify(path)}));`,
      resolveDir: ROOT,
    }));
  },
};

/**
 * What takes long to start and a run begins without → a module in its place that starts it when something of it is used: 1 to 15 ms a process for each, all
 * before the first request.
 *
 * - TLS reads all authorities that Node trusts;
 * - HTTP/2, and undici, which brings it along, are for what the engine's own HTTP/1.1 hands over;
 * - plain paths and comparisons of a status need no CEL;
 * - of hdr-histogram-js all but one class, as its log writer begins with making a formatter of numbers, and journals have a text of their own.
 *
 * @type {Readonly<Record<string, string>>}
 */
const ON_FIRST_USE = {
  ...Object.fromEntries(
    ['node:crypto', 'node:http2', 'node:tls', '@marcbachmann/cel-js'].map((name) => [name, membersOf(name)]),
  ),
  papaparse: `
    for (const name of ['parse', 'unparse']) exports[name] = (...args) => require('papaparse')[name](...args);`,
  ws: `
    module.exports = new Proxy(class {}, {
      construct: (_, args) => new (require('ws'))(...args),
      get: (_, name) => require('ws')[name],
    });`,
  'undici/lib/dispatcher/client.js': `
    module.exports = new Proxy(class {}, { construct: (_, args) => new (require('undici/lib/dispatcher/client.js'))(...args) });`,
  'hdr-histogram-js': `
    exports.Int32Histogram = require('hdr-histogram-js/dist/Int32Histogram.js').default;
    exports.decodeFromCompressedBase64 = (...args) => require('hdr-histogram-js/dist/encoding.js').decodeFromCompressedBase64(...args);`,
};

/** @param {string} name of a module, whose exports are read from it when they are asked for */
function membersOf(name) {
  const members = Object.keys(createRequire(import.meta.filename)(name)).filter((member) => member !== 'default');
  return `
    let started;
    for (const name of ${JSON.stringify(members)}) {
      Object.defineProperty(exports, name, { enumerable: true, get: () => (started ??= require('${name}'))[name] });
    }`;
}

/** @type {import('esbuild').Plugin} */
const startedOnFirstUse = {
  name: 'started-on-first-use',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path, namespace }) =>
      namespace !== 'first-use' && Object.hasOwn(ON_FIRST_USE, path) ? { path, namespace: 'first-use' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'first-use' }, ({ path }) => ({
      contents: ON_FIRST_USE[path] ?? '',
      resolveDir: ROOT,
    }));
  },
};

/**
 * Writes the rest of what is not ASCII, in comments and regular expressions, as escapes: for a single `•` V8 keeps a bundle of 2 MB in two bytes for each
 * letter, and reading it takes 5 ms longer. @type {import('esbuild').Plugin}
 */
const asciiAlone = {
  name: 'ascii-alone',
  setup({ initialOptions, onEnd }) {
    initialOptions.write = false;
    onEnd(({ outputFiles = [] }) => {
      for (const { path, text, contents } of outputFiles) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, path.endsWith('js') ? text.replace(/[^\0-\x7f]/g, escaped) : contents);
      }
    });
  },
};

/** @param {string} letter a UTF-16 unit */
function escaped(letter) {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * hdr-histogram-js looks for Node's zlib by `eval`, which the view's Content-Security-Policy refuses (and reports). In the
 * view there is no zlib: it falls back to pako at once. @type {import('esbuild').Plugin}
 */
const inflateWithoutEval = {
  name: 'inflate-without-eval',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]hdr-histogram-js[\\/]dist[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/eval\('require\("zlib"\)\.(in|de)flateSync'\)/g, 'thereIsNoZlib()'),
      loader: 'js',
    }));
  },
};

/** @returns {import('esbuild').BuildOptions} */
export function webOptions() {
  return {
    absWorkingDir: ROOT,
    bundle: true,
    // Whatever reaches for Node fails the build here.
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    // Of a package of ES modules, browsers' extension host takes this ending for CommonJS, and nothing else.
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
    mainFields: ['browser', 'module', 'main'],
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  };
}

/** @returns {import('esbuild').BuildOptions} */
function webviewOptions() {
  return {
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'browser',
    format: 'iife',
    // VS Code's own Chromium and, for the HTML report, browsers of the last two years.
    target: ['chrome120', 'firefox121', 'safari17'],
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
    plugins: [inflateWithoutEval],
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  };
}

/**
 * @param {Record<string, string>} bundles
 * @returns {Record<string, string>} those whose entry is there
 */
function existing(bundles) {
  const missing = Object.entries(bundles).filter(([, entry]) => !existsSync(join(ROOT, entry)));
  for (const [name, entry] of missing) console.warn(`Left out of dist/: ${name}, for there is no ${entry}.`);
  return Object.fromEntries(Object.entries(bundles).filter(([, entry]) => existsSync(join(ROOT, entry))));
}

async function main() {
  const production = process.argv.includes('--production');
  const watch = process.argv.includes('--watch');
  const dist = join(ROOT, 'dist');
  if (production) rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  // The package is of ES modules, the bundles are CommonJS, as the extension host of every supported VS Code takes it.
  writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');

  const mode = { minify: production, sourcemap: !production };
  const configurations = [
    { ...nodeOptions(), ...mode, entryPoints: existing(NODE_BUNDLES), outdir: 'dist' },
    { ...webOptions(), ...mode, entryPoints: existing(WEB_BUNDLES), outdir: 'dist/web' },
    { ...webviewOptions(), ...mode, entryPoints: existing(WEBVIEW_BUNDLES), outdir: 'dist/webview' },
  ].filter(({ entryPoints }) => Object.keys(entryPoints).length > 0);

  if (watch) {
    for (const options of configurations) await (await context({ ...options, logLevel: 'info' })).watch();
    return;
  }
  await Promise.all(configurations.map((options) => build(options)));
  const cli = join(dist, 'cli.js');
  if (existsSync(cli)) chmodSync(cli, 0o755);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await main();
  } catch (error) {
    // esbuild has written its own errors already.
    if (!(error instanceof Error && 'errors' in error)) console.error(error);
    process.exitCode = 1;
  }
}
