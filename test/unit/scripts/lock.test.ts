import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../../../scripts/lock.mjs';

describe('a lock between processes', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rampwright-lock-'));
    file = join(folder, 'npm.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('holds the number of its process for as long as the work takes, and is gone after it', async () => {
    assert.equal(await withLock(file, () => Promise.resolve(readFileSync(file, 'utf8'))), String(process.pid));
    assert.equal(existsSync(file), false);
  });

  it('is gone as well where the work failed', async () => {
    await assert.rejects(
      withLock(file, () => Promise.reject(new Error('no registry'))),
      /no registry/,
    );
    assert.equal(existsSync(file), false);
  });

  it('lets one work after the other', async () => {
    const order: string[] = [];
    let finish = (): void => undefined;
    const first = withLock(file, async () => {
      order.push('first begins');
      await new Promise<void>((resolve) => (finish = resolve));
      order.push('first ends');
    });
    const second = withLock(file, () => Promise.resolve(order.push('second')));
    finish();
    await Promise.all([first, second]);
    assert.deepEqual(order, ['first begins', 'first ends', 'second']);
  });

  it('is taken over from a process that has gone', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(file, String(pid));
    assert.equal(await withLock(file, () => Promise.resolve('mine')), 'mine');
  });
});
