import { match, strictEqual } from 'node:assert/strict';
import { copyFileSync, readFileSync } from 'node:fs';
import { useTargetServer } from '../support/target-server.ts';
import { cli, TestFolder } from './cli-process.ts';

describe('rampwright compare', () => {
  const target = useTargetServer();
  let folder: TestFolder;
  before(async () => {
    folder = new TestFolder();
    for (const [name, path] of [
      ['good', '/ok'],
      ['bad', '/status/503'],
    ] as const) {
      const file = folder.write(
        'compared.load.yaml',
        `baseUrl: ${target.url}\nvus: 1\niterations: 30\nsteps: [{ get: ${path}, name: it }]\nthresholds: { http_req_failed: rate < 1% }\n`,
      );
      await cli(['run', file, '--quiet', '-o', `jsonl=${folder.at(`.rampwright/runs/${name}.run.jsonl.gz`)}`]);
    }
  });
  after(() => folder.remove());

  it('finds runs by their names, and says which requirements are not met any more', async () => {
    const result = await cli(['compare', 'good', 'bad'], { cwd: folder.path });
    strictEqual(result.code, 0, result.stderr);
    match(result.stdout, /http_req_failed: rate < 1%: pass → fail/);
    match(result.stdout, /All requests\s+throughput/);
  });

  it('ends with 112 where something got worse and that was asked for', async () => {
    const args = ['compare', 'good', 'bad', '--fail-on-regression', '--format', 'markdown'];
    const result = await cli(args, { cwd: folder.path });
    strictEqual(result.code, 112, result.stderr);
    match(result.stdout, /\| What \| Figure \| Baseline \| Now \| Change \| Judgement \|/);
    strictEqual((await cli(['compare', 'bad', 'good', '--fail-on-regression'], { cwd: folder.path })).code, 0);
  });

  it('is written as HTML and Markdown', async () => {
    const [html, markdown] = [folder.at('out/comparison.html'), folder.at('comparison.md')];
    const args = ['compare', 'good', 'bad', '-o', `html=${html}`, '-o', `markdown=${markdown}`];
    const result = await cli(args, { cwd: folder.path });
    strictEqual(result.code, 0, result.stderr);
    match(result.stderr, /HTML report +.*comparison\.html/);
    match(readFileSync(html, 'utf8'), /<script type="application\/json" id="runs-comparison">/);
    match(readFileSync(markdown, 'utf8'), /✗ fail, 100 % \(worse\)/);
    const printed = await cli(['compare', 'good', 'bad', '--format', 'html'], { cwd: folder.path });
    match(printed.stdout, /^<!doctype html>/);
    const wrong = await cli(['compare', 'good', 'bad', '-o', 'junit'], { cwd: folder.path });
    strictEqual(wrong.code, 104);
    match(wrong.stderr, /can't be written as "junit"/);
  });

  it('takes several repeats as the baseline, each of them once', async () => {
    copyFileSync(folder.at('.rampwright/runs/good.run.jsonl.gz'), folder.at('again.run.jsonl.gz'));
    const repeats = ['--baseline', 'good', '--baseline', folder.at('again.run.jsonl.gz')];
    const result = await cli(['compare', ...repeats, 'bad'], { cwd: folder.path });
    strictEqual(result.code, 0, result.stderr);
    match(result.stdout, /baseline good\n[^]*baseline .*again[^]*compared bad/);
    match(result.stdout, /BASELINE +REPEATS +NOW/);
    const twice = await cli(['compare', '--baseline', 'good', '--baseline', 'good', 'bad'], { cwd: folder.path });
    strictEqual(twice.code, 104);
    match(twice.stderr, /good is named twice as a baseline/);
  });

  it('is shown at the end of a run with a baseline', async () => {
    const args = ['run', folder.at('compared.load.yaml'), '--baseline', 'bad', '--fail-on-regression'];
    const result = await cli(args, { cwd: folder.path });
    strictEqual(result.code, 99, result.stderr);
    match(result.stdout, /baseline bad/);
  });

  it('takes two runs', async () => {
    const result = await cli(['compare', 'good'], { cwd: folder.path });
    strictEqual(result.code, 104);
    match(result.stderr, /two runs at least/);
  });
});
