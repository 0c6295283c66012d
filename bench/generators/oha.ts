import { execFileSync } from 'node:child_process';
import { programOnPath } from '../machine.ts';
import { numberAt, parseJson, type GeneratorSource, type OwnFigures } from './generator.ts';

export const OHA: GeneratorSource = {
  name: 'oha',
  install: 'put it on PATH',
  find() {
    const program = programOnPath('oha');
    if (program === null) return Promise.resolve(null);
    const version = /oha (\S+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[1];
    return Promise.resolve({
      name: 'oha',
      version: version ?? 'unknown',
      command({ loadCase: { load, protocol, simple }, url, seconds, users }) {
        if (simple === null) return { notRun: 'makes one request only' };
        if (load.kind === 'ramp') return { notRun: 'has no ramp' };
        const rate = load.kind === 'rate' ? load.perSecond : load.kind === 'paced' ? load.users : null;
        return {
          command: [
            ...[program, '--no-tui', '--output-format', 'json', '--insecure', '-c', String(users), '-z', `${seconds}s`],
            ...(rate === null ? [] : ['-q', String(rate), '--latency-correction']),
            ...(protocol === 'h2' ? ['--http-version', '2'] : []),
            ...['-m', simple.method],
            ...Object.entries(simple.headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
            ...(simple.body === null ? [] : ['-d', simple.body]),
            url + simple.path,
          ],
        };
      },
      figures: ohaFigures,
    });
  },
};

export function ohaFigures(output: string): OwnFigures {
  const json = parseJson(output);
  const ms = (percentile: string): number | null => {
    const seconds = numberAt(json, 'latencyPercentiles', percentile);
    return seconds === null ? null : seconds * 1000;
  };
  return { p50: ms('p50'), p99: ms('p99') };
}
