import { execFileSync } from 'node:child_process';
import { programOnPath } from '../machine.ts';
import { NO_SCRIPT, scriptOf, type GeneratorSource, type OwnFigures } from './generator.ts';

/** Its FastHttpUser, which is five times as fast as its HttpUser. */
export const LOCUST: GeneratorSource = {
  name: 'locust',
  install: 'put it on PATH',
  find() {
    const program = programOnPath('locust');
    if (program === null) return Promise.resolve(null);
    const version = /locust (\S+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[1];
    return Promise.resolve({
      name: 'locust',
      version: version ?? 'unknown',
      command({ loadCase, url, seconds, users }) {
        const script = scriptOf(loadCase, 'locust.py');
        if (script === null) return NO_SCRIPT;
        const perSecond = loadCase.load.kind === 'ramp' ? loadCase.load.perSecond : users;
        return {
          command: [
            ...[program, '--locustfile', script, '--host', url, '--headless', '--only-summary'],
            ...['--users', String(users), '--spawn-rate', String(perSecond)],
            ...['--run-time', `${Math.ceil(seconds)}s`, '--stop-timeout', '1'],
          ],
        };
      },
      figures: locustFigures,
    });
  },
};

export function locustFigures(output: string): OwnFigures {
  // Its table of percentiles ends with: 50% 66% 75% 80% 90% 95% 98% 99% 99.9% 99.99% 100% #reqs, in whole ms.
  const total = /Aggregated\s+((?:\d+\s+){12})/.exec(output.slice(output.indexOf('Response time percentiles')));
  const columns = (total?.[1] ?? '').trim().split(/\s+/);
  const column = (index: number): number | null => (columns[index] ? Number(columns[index]) : null);
  return { p50: column(0), p99: column(7) };
}
