import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { cli, TestFolder } from './cli-process.ts';

const SCENARIO = `baseUrl: http://127.0.0.1:3000
data: { users: { file: ./users.csv } }
environments:
  staging: { baseUrl: http://localhost:4000 }
vus: 1
duration: 1s
steps:
  - get: /users/\${data.users.id}
`;

describe('environments and files on the command line', () => {
  let folder: TestFolder;
  beforeEach(() => (folder = new TestFolder()));
  afterEach(() => folder.remove());

  const plan = (...args: string[]): ReturnType<typeof cli> =>
    cli(['plan', 'a.load.yaml', '--format', 'json', ...args], { cwd: folder.path });

  it('take the values of the environment that is named', async () => {
    folder.write('users.csv', 'id\n1\n');
    folder.write('a.load.yaml', SCENARIO);
    const hosts = async (...args: string[]): Promise<unknown> =>
      (JSON.parse((await plan(...args)).stdout) as { hosts: string[] }).hosts;
    deepStrictEqual(await hosts(), ['http://127.0.0.1:3000']);
    deepStrictEqual(await hosts('--environment', 'staging'), ['http://localhost:4000']);
  });

  it('refuse an environment that the file does not have', async () => {
    folder.write('users.csv', 'id\n1\n');
    folder.write('a.load.yaml', SCENARIO);
    const result = await plan('--environment', 'stagin');
    strictEqual(result.code, 104);
    match(result.stderr, /unknown-environment/);
    match(result.stderr, /Did you mean\s+`staging`\?/);
  });

  it('have to be named where only they have a baseUrl', async () => {
    folder.write('a.load.yaml', SCENARIO.replace(/^baseUrl.*\ndata.*\n/, '').replace('${data.users.id}', '1'));
    strictEqual((await cli(['validate', 'a.load.yaml'], { cwd: folder.path })).code, 0);
    for (const command of ['plan', 'run', 'once']) {
      const result = await cli([command, 'a.load.yaml'], { cwd: folder.path });
      strictEqual(result.code, 104);
      match(result.stderr, /Pick one to run it: staging\..*\[environment-not-picked\]/);
      match(result.stderr, /Pick an environment with --environment NAME\./);
    }
    strictEqual((await plan('--environment', 'staging')).code, 0);
  });

  const files: [what: string, content: string | null, code: RegExp][] = [
    ['is not there', null, /missing-file/],
    ['has no such column', 'name\nAnn\n', /undefined-column/],
    ['has no rows', 'id\n', /empty-data/],
    ['is no CSV', 'id,id\n1,2\n', /unreadable-data/],
  ];
  for (const [what, content, code] of files) {
    it(`tell of a data file that ${what}`, async () => {
      if (content !== null) folder.write('users.csv', content);
      folder.write('a.load.yaml', SCENARIO);
      const result = await cli(['validate', 'a.load.yaml'], { cwd: folder.path });
      strictEqual(result.code, 104);
      match(result.stdout, code);
    });
  }
});
