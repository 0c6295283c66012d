import { execFileSync } from 'node:child_process';
import { programOnPath } from '../machine.ts';
import { numberIn, type GeneratorSource } from './generator.ts';

export const H2LOAD: GeneratorSource = {
  name: 'h2load',
  install: 'Debian: apt-get install nghttp2-client',
  find() {
    const program = programOnPath('h2load');
    if (program === null) return Promise.resolve(null);
    const version = /nghttp2\/(\S+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[1];
    return Promise.resolve({
      name: 'h2load',
      version: version ?? 'unknown',
      command({ loadCase: { load, protocol, simple }, url, seconds, users }) {
        if (protocol !== 'h2' || simple === null || load.kind !== 'closed') return { notRun: 'only for HTTP/2' };
        return {
          command: [
            ...[program, '--clients', String(users), '--threads', '1', '--max-concurrent-streams', '1'],
            ...['--duration', String(Math.ceil(seconds))],
            ...Object.entries(simple.headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
            url + simple.path,
          ],
        };
      },
      figures: (output) => ({ failed: numberIn(output, /(\d+) failed/) }),
    });
  },
};
