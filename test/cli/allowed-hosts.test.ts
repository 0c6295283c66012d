import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { cli, TestFolder, type CliResult } from './cli-process.ts';

const STEPS = 'vus: 1\niterations: 1\nsteps:\n  - get: /health\n';

describe('--allow-host', () => {
  let folder: TestFolder;
  beforeEach(() => (folder = new TestFolder()));
  afterEach(() => folder.remove());

  const run = (baseUrl: string, ...args: string[]): Promise<CliResult> => {
    folder.write('a.load.yaml', `baseUrl: ${baseUrl}\n${STEPS}`);
    return cli([...args, 'a.load.yaml'], { cwd: folder.path });
  };
  const OTHER = ['--allow-host', 'staging.example.test'];

  for (const command of ['validate', 'plan', 'once', 'run']) {
    it(`makes another host in the file an error of ${command}`, async () => {
      const { code, stdout, stderr } = await run('https://prod.example.test', command, ...OTHER);
      strictEqual(code, 104);
      match(
        stdout + stderr,
        /a\.load\.yaml:1:18: error: Load may not be sent to prod\.example\.test, only to this machine and staging\.example\.test\./,
      );
      match(stdout + stderr, /\[host-not-allowed\]/);
    });
  }

  it('lets load go to the hosts that it names, and to this machine', async () => {
    for (const baseUrl of ['https://staging.example.test:8443/v1', 'http://127.0.0.1:3000']) {
      strictEqual((await run(baseUrl, 'validate', ...OTHER)).code, 0);
    }
    strictEqual((await run('https://b.example.test', 'plan', ...OTHER, '--allow-host', 'B.example.test')).code, 0);
  });

  for (const command of ['plan', 'once', 'run']) {
    it(`is asked by ${command} for hosts that variables bring, before anything is sent`, async () => {
      const result = await run('${env.BASE}', command, '-e', 'BASE=https://prod.example.test', ...OTHER);
      deepStrictEqual([result.code, result.stdout], [104, '']);
      match(
        result.stderr,
        /a\.load\.yaml would send its load to prod\.example\.test, and may send it to this machine and staging\.example\.test\./,
      );
      match(result.stderr, /add --allow-host prod\.example\.test/);
    });
  }

  it('keeps requests back that only turn out to go elsewhere while they run', async () => {
    folder.write('a.load.yaml', `vus: 1\niterations: 1\nsteps:\n  - get: "http://\${secret.HOST}/"\n`);
    const args = ['once', 'a.load.yaml', '--secret', 'HOST=prod.invalid', ...OTHER];
    const { stdout } = await cli(args, { cwd: folder.path });
    match(stdout, /Load on http:\/\/••• was not agreed to/);
    match(stdout, /No request was sent\./);
  });
});
