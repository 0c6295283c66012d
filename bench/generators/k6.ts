import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programOnPath } from '../machine.ts';
import { NO_SCRIPT, numberAt, parseJson, scriptOf, type GeneratorSource } from './generator.ts';

export const K6: GeneratorSource = {
  name: 'k6',
  install: 'put it on PATH',
  find() {
    const program = programOnPath('k6');
    if (program === null) return Promise.resolve(null);
    const version = /k6(?:\.exe)? v?(\S+)/.exec(execFileSync(program, ['version'], { encoding: 'utf8' }))?.[1];
    return Promise.resolve({
      name: 'k6',
      version: version ?? 'unknown',
      command({ loadCase, url, seconds, users, workers, folder }) {
        const script = scriptOf(loadCase, 'k6.js');
        if (script === null) return NO_SCRIPT;
        return {
          command: [
            ...[program, 'run', '--quiet', '--no-usage-report', '--insecure-skip-tls-verify'],
            ...['--summary-trend-stats', 'med,p(99)', '--summary-export', join(folder, 'summary.json')],
            ...[
              '-e',
              `BASE_URL=${url}`,
              '-e',
              `SECONDS=${seconds}`,
              '-e',
              `USERS=${users}`,
              '-e',
              `CASE=${loadCase.name}`,
              script,
            ],
          ],
          env: { GOMAXPROCS: String(workers) },
        };
      },
      figures(_, { folder }) {
        const path = join(folder, 'summary.json');
        const metrics = existsSync(path) ? parseJson(readFileSync(path, 'utf8')) : null;
        return {
          p50: numberAt(metrics, 'metrics', 'http_req_duration', 'med'),
          p99: numberAt(metrics, 'metrics', 'http_req_duration', 'p(99)'),
          // Not there where nothing was dropped.
          dropped: metrics === null ? null : (numberAt(metrics, 'metrics', 'dropped_iterations', 'count') ?? 0),
          failed: numberAt(metrics, 'metrics', 'http_req_failed', 'passes'),
        };
      },
    });
  },
};
