/** One process at a time: the file that says who it is. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK_AGAIN_MS = 200;
/** Nothing that is locked takes longer. A process number is given again some time, so a live process alone proves little. */
const LONGEST_MS = 20 * 60_000;
/** Between a lock's making and its number in it. */
const LONGEST_WRITE_MS = 5_000;

/**
 * Does some work while no other process does so under the same lock. A lock whose process has gone is taken over.
 *
 * @template T
 * @param {string} file holds the number of the process; its folder must exist
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  for (let told = false; !take(file); await wait(LOOK_AGAIN_MS)) {
    if (isStale(file)) rmSync(file, { force: true });
    else if (!told) {
      told = true;
      console.log(`Waiting for the process that holds ${file} …`);
    }
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** @param {string} file */
function isStale(file) {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    const holder = Number(readFileSync(file, 'utf8'));
    if (holder === 0) return age > LONGEST_WRITE_MS;
    return age > LONGEST_MS || !isAlive(holder);
  } catch (error) {
    // Given back meanwhile.
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be asked, but is there.
    return !hasCode(error, 'ESRCH');
  }
}

/** @param {unknown} error @param {string} code */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
