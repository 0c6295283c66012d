import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Color, Command, SettingKey, SETTINGS_SECTION } from '../../../src/extension/names.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/editor.md'), 'utf8');

describe('docs/editor.md', () => {
  const settings = Object.values(SettingKey).map((key) => `${SETTINGS_SECTION}.${key}`);
  const all = [...Object.values(Command), ...settings, ...Object.values(Color)];

  it('names every command, setting and colour', () => {
    const missing = all.filter((name) => !page.includes(`\`${name}\``));
    assert.deepEqual(missing, []);
  });

  it('names no others', () => {
    const known = new Set<string>(all);
    const named = [...page.matchAll(/`(rampwright\.[\w.]+\w)`/g)].map(([, name = '']) => name);
    assert.deepEqual(
      named.filter((name) => !known.has(name)),
      [],
    );
  });
});
