import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOURCE = join(import.meta.dirname, '..', '..', '..', 'src', 'engine', 'kept-code.ts');
const bundle = (answer: string): string =>
  `function answer() { return ${JSON.stringify(answer)}; } module.exports = { answer: () => answer(), file: __filename };`;

describe('compiled code that is kept between starts', function () {
  this.timeout(20_000);
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rampwright-kept-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const path = (): string => join(folder, 'some-bundle.js');

  /** Another process that reads the bundle, asks it, and keeps what was compiled; the answer and the files that are kept. */
  function start(env: NodeJS.ProcessEnv = { NODE_COMPILE_CACHE: join(folder, 'kept') }): {
    answer: string;
    kept: string[];
  } {
    const program = `
      import module from 'node:module';
      const { loadKept, keepCompiled } = await import(${JSON.stringify(SOURCE)});
      module.enableCompileCache();
      const { answer, file } = loadKept(${JSON.stringify(path())});
      process.stdout.write(answer() + ' from ' + file);
      keepCompiled();`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--no-warnings', '--input-type=module', '--eval', program],
      {
        encoding: 'utf8',
        env: { ...process.env, ...env },
      },
    );
    assert.equal(stderr, '');
    const [answer = '', from] = stdout.split(' from ');
    assert.equal(from, path());
    return { answer, kept: keptFiles() };
  }

  function keptFiles(): string[] {
    try {
      const files = readdirSync(join(folder, 'kept'), { recursive: true, encoding: 'utf8' });
      return files.filter((file) => file.includes('some-bundle')).map((file) => join(folder, 'kept', file));
    } catch {
      return [];
    }
  }

  it('is written by the first start and left alone by the second', () => {
    writeFileSync(path(), bundle('one'));
    const { answer, kept } = start();
    assert.equal(answer, 'one');
    const [file = '', ...others] = kept;
    assert.deepEqual(others, []);
    const { mtimeMs, ino } = statSync(file);
    assert.equal(start().answer, 'one');
    assert.deepEqual(keptFiles(), [file]);
    assert.deepEqual({ mtimeMs: statSync(file).mtimeMs, ino: statSync(file).ino }, { mtimeMs, ino });
  });

  it('is not that of another text, were it as long and written over the first', () => {
    writeFileSync(path(), bundle('one'));
    const before = start().kept.map((file) => readFileSync(file));
    writeFileSync(path(), bundle('two'));
    assert.equal(start().answer, 'two');
    assert.equal(start().answer, 'two');
    assert.notDeepEqual(
      keptFiles().map((file) => readFileSync(file)),
      before,
    );
  });

  it('is made anew where what is kept is no such thing', () => {
    writeFileSync(path(), bundle('one'));
    const [file = ''] = start().kept;
    const whole = readFileSync(file).length;
    for (const damaged of ['', 'x'.repeat(5000), readFileSync(file).subarray(0, 1024)]) {
      writeFileSync(file, damaged);
      assert.equal(start().answer, 'one');
      assert.equal(readFileSync(file).length, whole);
    }
  });

  it('is none where Node is told to keep nothing', () => {
    writeFileSync(path(), bundle('one'));
    const { answer, kept } = start({ NODE_COMPILE_CACHE: join(folder, 'kept'), NODE_DISABLE_COMPILE_CACHE: '1' });
    assert.deepEqual({ answer, kept }, { answer: 'one', kept: [] });
  });
});
