import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedPackage } from './cache.ts';
import { NO_SCRIPT, numberAt, parseJson, scriptOf, type GeneratorSource } from './generator.ts';

const VERSION = '2.0.34';

/** Its users arrive; those of a closed loop arrive in the first second and then loop until the time is over. */
export const ARTILLERY: GeneratorSource = {
  name: 'artillery',
  install: 'from npm, into .cache/ (460 MB)',
  async find() {
    const modules = await cachedPackage('artillery', VERSION);
    if (modules === null) return null;
    return {
      name: 'artillery',
      version: VERSION,
      command({ loadCase, url, seconds, users, folder }) {
        const script = scriptOf(loadCase, 'artillery.yml');
        if (script === null) return NO_SCRIPT;
        const { load } = loadCase;
        const phase =
          load.kind === 'rate'
            ? { duration: Math.ceil(seconds), arrivalRate: load.perSecond }
            : load.kind === 'ramp'
              ? { duration: load.users / load.perSecond, arrivalRate: load.perSecond }
              : { duration: 1, arrivalCount: users };
        return {
          command: [
            ...[process.execPath, join(modules, 'artillery', 'bin', 'run'), 'run', script, '--target', url],
            ...['--overrides', JSON.stringify({ config: { phases: [phase] } }), '--insecure', '--quiet'],
            ...['--output', join(folder, 'report.json')],
          ],
          env: {
            ARTILLERY_DISABLE_TELEMETRY: 'true',
            NODE_TLS_REJECT_UNAUTHORIZED: '0',
            // For how long its users loop.
            SECONDS: String(seconds),
          },
        };
      },
      figures(_, { folder }) {
        const path = join(folder, 'report.json');
        const json = existsSync(path) ? parseJson(readFileSync(path, 'utf8')) : null;
        const times = (percentile: string): number | null =>
          numberAt(json, 'aggregate', 'summaries', 'http.response_time', percentile);
        return { p50: times('p50'), p99: times('p99') };
      },
    };
  },
};
