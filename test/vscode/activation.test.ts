import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { OnDemand } from '../../src/extension/on-demand.ts';
import { activated, closeAll, openScenario } from './workspace.ts';

/** Files of dist/ that this process has loaded. Tests are loaded in the order of their files: this is the first to look. */
function loadedBundles(): string[] {
  const dist = join(vscode.extensions.getExtension('rampwright.rampwright')?.extensionPath ?? '', 'dist');
  return Object.keys(require.cache)
    .filter((file) => file.startsWith(dist))
    .map((file) => file.slice(dist.length + 1));
}

describe('activation', () => {
  after(closeAll);

  it('loads nothing but the entry before a scenario is opened, and the rest then', async () => {
    const { begun } = await activated();
    assert.equal(begun, false);
    assert.deepEqual(loadedBundles(), ['extension.js']);
    await openScenario('vus: 1\n');
    await (await activated()).loaded();
    assert.ok(loadedBundles().includes('desktop.js'));
    assert.ok(!loadedBundles().includes('engine.js'));
  });

  it('tries again where the rest could not be loaded', async () => {
    let tries = 0;
    const rest = new OnDemand(() =>
      ++tries === 1 ? Promise.reject(new Error('The disk is away.')) : Promise.resolve('all'),
    );
    await assert.rejects(rest.loaded(), /The disk is away/);
    assert.equal(rest.begun, false);
    assert.equal(await rest.loaded(), 'all');
    assert.equal(await rest.loaded(), 'all');
    assert.equal(tries, 2);
  });
});
