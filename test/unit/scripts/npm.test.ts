import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dependenciesInstalled } from '../../../scripts/npm.mjs';

type Packages = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

describe('whether the dependencies are installed', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'rampwright-npm-'));
    mkdirSync(join(root, 'node_modules'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const a = { version: '1.0.0', integrity: 'sha512-a' };
  const cases: { title: string; locked: Packages; installed: Packages | null; expected: boolean }[] = [
    { title: 'all of them are', locked: { '': {}, a }, installed: { a }, expected: true },
    { title: 'npm never finished', locked: { '': {}, a }, installed: null, expected: false },
    { title: 'one is missing', locked: { '': {}, a, b: a }, installed: { a }, expected: false },
    {
      title: 'one is of another version',
      locked: { a },
      installed: { a: { ...a, version: '0.9.0' } },
      expected: false,
    },
    {
      title: 'one has other contents',
      locked: { a },
      installed: { a: { ...a, integrity: 'sha512-b' } },
      expected: false,
    },
    {
      title: 'the binary for another kind of machine is missing',
      locked: { a, b: { ...a, optional: true, os: ['plan9'], cpu: ['mips'] } },
      installed: { a },
      expected: true,
    },
    {
      title: 'the binary for this machine is missing',
      locked: { a, b: { ...a, optional: true, os: [process.platform], cpu: [process.arch] } },
      installed: { a },
      expected: false,
    },
  ];
  for (const { title, locked, installed, expected } of cases) {
    it(`${expected ? 'yes' : 'no'}, where ${title}`, () => {
      writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
      if (installed !== null) {
        writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
      }
      assert.equal(dependenciesInstalled(root), expected);
    });
  }
});
