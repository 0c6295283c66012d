import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, SettingKey, SETTINGS_SECTION } from '../../../src/extension/names.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/editor.md'), 'utf8');

describe('docs/editor.md', () => {
  const settings = Object.values(SettingKey).map((key) => `${SETTINGS_SECTION}.${key}`);
  it('names every command and every setting', () => {
    const missing = [...Object.values(Command), ...settings].filter((name) => !page.includes(`\`${name}\``));
    assert.deepEqual(missing, []);
  });

  it('names no others', () => {
    const known = new Set<string>([...Object.values(Command), ...settings]);
    const named = [...page.matchAll(/`(rampwright\.[\w.]+\w)`/g)].map(([, name = '']) => name);
    assert.deepEqual(
      named.filter((name) => !known.has(name)),
      [],
    );
  });
});
