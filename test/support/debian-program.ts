import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CommandFailed, run } from '../../scripts/process.mjs';
import { ROOT } from '../../scripts/toolchain.mjs';

/**
 * The path of a program that a package of Debian has: the one that `NAME_PATH` names, the machine's own, or that of the package,
 * unpacked into .cache/ without installing it (no service starts, no user is made). Null where none can be had, such as on
 * another system than Debian.
 *
 * @param program its file's name
 * @param packageName the package that holds it
 */
export async function debianProgram(program: string, packageName: string): Promise<string | null> {
  const given = process.env[`${program.toUpperCase()}_PATH`];
  if (given !== undefined) return given;
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program));
  const own = onPath.find((path) => existsSync(path));
  if (own !== undefined) return own;
  const folder = join(ROOT, '.cache', `debian-${packageName}`);
  if (!existsSync(folder) && !(await unpack(packageName, folder))) return null;
  const path = join(folder, 'usr', 'bin', program);
  return existsSync(path) ? path : null;
}

async function unpack(packageName: string, folder: string): Promise<boolean> {
  if (!existsSync('/usr/bin/apt-get')) return false;
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  const download = (): Promise<unknown> => run('apt-get', ['download', packageName], { cwd: part, quiet: true });
  try {
    await download().catch(async () => {
      // A machine that was made a moment ago has no lists of packages yet.
      await run('apt-get', ['update'], { quiet: true });
      await download();
    });
    const [archive = ''] = readdirSync(part);
    await run('dpkg', ['-x', archive, '.'], { cwd: part, quiet: true });
    rmSync(join(part, archive));
    renameSync(part, folder);
    return true;
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    console.warn(`Debian's ${packageName} can't be had: ${error.message}`);
    rmSync(part, { recursive: true, force: true });
    return false;
  }
}
