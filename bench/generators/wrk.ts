import { execFileSync } from 'node:child_process';
import { programOnPath } from '../machine.ts';
import { NO_SCRIPT, numberIn, scriptOf, type GeneratorSource, type OwnFigures } from './generator.ts';

export const WRK: GeneratorSource = {
  name: 'wrk',
  install: 'Debian: apt-get install wrk',
  find() {
    const program = programOnPath('wrk');
    if (program === null) return Promise.resolve(null);
    return Promise.resolve({
      name: 'wrk',
      version: versionOf(program),
      command({ loadCase, url, seconds, users }) {
        const { load, protocol, simple } = loadCase;
        if (protocol === 'h2') return { notRun: 'speaks no HTTP/2' };
        if (load.kind === 'rate') return { notRun: 'has no rate' };
        if (load.kind === 'ramp') return { notRun: 'has no ramp' };
        const script = scriptOf(loadCase, 'wrk.lua');
        if (script === null && (simple === null || load.kind === 'paced')) return NO_SCRIPT;
        const headers = Object.entries(simple?.headers ?? {}).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
        return {
          command: [
            ...[program, '--threads', '1', '--connections', String(users), '--duration', `${Math.ceil(seconds)}s`],
            ...['--latency', '--timeout', '10s', ...headers, ...(script === null ? [] : ['--script', script])],
            url + (simple?.path ?? ''),
          ],
        };
      },
      figures: wrkFigures,
    });
  },
};

/** wrk ends with status 1 when it is asked for its version. */
function versionOf(program: string): string {
  try {
    return execFileSync(program, ['-v'], { encoding: 'utf8' });
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    return /wrk (?:debian\/)?(\S+)/.exec(output)?.[1] ?? 'unknown';
  }
}

const UNITS_MS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

/** `5.32ms` in ms. */
function timeIn(output: string, pattern: RegExp): number | null {
  const [, number, unit = ''] = /^([\d.]+)([a-z]+)$/.exec(pattern.exec(output)?.[1] ?? '') ?? [];
  const scale = UNITS_MS[unit];
  return number === undefined || scale === undefined ? null : Number(number) * scale;
}

export function wrkFigures(output: string): OwnFigures {
  const socketErrors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(output);
  const failed = (socketErrors?.slice(1) ?? []).reduce((sum, count) => sum + Number(count), 0);
  return {
    p50: timeIn(output, /^\s+50%\s+(\S+)/m),
    p99: timeIn(output, /^\s+99%\s+(\S+)/m),
    failed: failed + (numberIn(output, /Non-2xx or 3xx responses: (\d+)/) ?? 0),
  };
}
