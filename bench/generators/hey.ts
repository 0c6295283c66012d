import { programOnPath } from '../machine.ts';
import { numberIn, type GeneratorSource, type OwnFigures } from './generator.ts';

/** It knows a rate for each worker only, and says nothing of its version. */
export const HEY: GeneratorSource = {
  name: 'hey',
  install: 'Debian: apt-get install hey',
  find() {
    const program = programOnPath('hey');
    if (program === null) return Promise.resolve(null);
    return Promise.resolve({
      name: 'hey',
      version: 'unknown',
      command({ loadCase: { load, protocol, simple }, url, seconds, users, workers }) {
        if (simple === null) return { notRun: 'makes one request only' };
        if (load.kind === 'ramp') return { notRun: 'has no ramp' };
        const perWorker = load.kind === 'rate' ? load.perSecond / users : load.kind === 'paced' ? 1 : null;
        const { 'content-type': type, ...headers } = simple.headers;
        return {
          command: [
            ...[program, '-cpus', String(workers), '-c', String(users), '-z', `${seconds}s`, '-m', simple.method],
            ...(perWorker === null ? [] : ['-q', String(perWorker)]),
            ...(protocol === 'h2' ? ['-h2'] : []),
            ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
            ...(type === undefined ? [] : ['-T', type]),
            ...(simple.body === null ? [] : ['-d', simple.body]),
            url + simple.path,
          ],
        };
      },
      figures: heyFigures,
    });
  },
};

export function heyFigures(output: string): OwnFigures {
  const at = (percentile: number): number | null => {
    const seconds = numberIn(output, new RegExp(`${percentile}%+ in ([\\d.]+) secs`));
    return seconds === null ? null : seconds * 1000;
  };
  return { p50: at(50), p99: at(99) };
}
