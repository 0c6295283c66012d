#!/usr/bin/env node
/**
 * Makes the extension's package, `rampwright-VERSION.vsix`, from a production build.
 *
 *     node scripts/package.mjs [--out FILE]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from './process.mjs';
import { build, ensureToolchain, ROOT } from './toolchain.mjs';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const { values } = parseArgs({
  options: { out: { type: 'string', default: join(ROOT, `rampwright-${version}.vsix`) } },
});

const node = await ensureToolchain();
await build(node, ['--production']);
const vsce = join(ROOT, 'node_modules', '@vscode', 'vsce', 'vsce');
const options = [
  // What ships is bundled, so no node_modules go in.
  '--no-dependencies',
  // There is no public repository yet that README's pictures and pages could be linked to: who has the package has another page.
  ...['--allow-missing-repository', '--no-rewrite-relative-links'],
  ...['--readme-path', 'media/extension-page.md'],
  ...['--out', values.out],
];
await run(node, [vsce, 'package', ...options], { cwd: ROOT });
