import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programOnPath } from '../machine.ts';
import { numberAt, parseJson, type GeneratorSource, type OwnFigures } from './generator.ts';

export const VEGETA: GeneratorSource = {
  name: 'vegeta',
  install: 'put it on PATH',
  find() {
    const program = programOnPath('vegeta');
    if (program === null) return Promise.resolve(null);
    const version = /Version: (\S+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[1];
    return Promise.resolve({
      name: 'vegeta',
      version: version ?? 'unknown',
      command({ loadCase: { load, simple }, url, seconds, users, workers, folder }) {
        if (simple === null) return { notRun: 'knows no captures and no weights' };
        if (load.kind !== 'closed' && load.kind !== 'rate') return { notRun: 'has no users' };
        const targets = join(folder, 'targets');
        const body = join(folder, 'body');
        writeFileSync(body, simple.body ?? '');
        const headers = Object.entries(simple.headers).map(([name, value]) => `${name}: ${value}\n`);
        writeFileSync(targets, `${simple.method} ${url}${simple.path}\n${headers.join('')}@${body}\n`);
        const rate = load.kind === 'rate' ? String(load.perSecond) : '0';
        const attack = [
          ...[program, '-cpus', String(workers), 'attack', '-insecure', '-targets', targets],
          ...['-duration', `${seconds}s`, '-rate', rate, '-connections', String(users)],
          ...(load.kind === 'closed' ? ['-workers', String(users), '-max-workers', String(users)] : []),
        ];
        // What it writes while it runs is its own binary form.
        return { command: ['sh', '-c', '"$@" | vegeta report -type=json', 'sh', ...attack] };
      },
      figures: vegetaFigures,
    });
  },
};

export function vegetaFigures(output: string): OwnFigures {
  const json = parseJson(output);
  const ms = (percentile: string): number | null => {
    const ns = numberAt(json, 'latencies', percentile);
    return ns === null ? null : ns / 1e6;
  };
  return { p50: ms('50th'), p99: ms('99th') };
}
