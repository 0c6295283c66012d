import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installWhole } from '../../scripts/npm.mjs';
import { ROOT } from '../../scripts/toolchain.mjs';

/** The folder of an npm package's `node_modules` in `.cache/`, installed there on first use; null: it can't be had. */
export async function cachedPackage(name: string, version: string): Promise<string | null> {
  const folder = join(ROOT, '.cache', `${name}-${version}`);
  if (!existsSync(folder)) {
    console.error(`Installing ${name} ${version} into .cache/ …`);
    try {
      await installWhole(folder, { [name]: version });
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      return null;
    }
  }
  return join(folder, 'node_modules');
}
