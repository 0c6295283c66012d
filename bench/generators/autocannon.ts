import { join } from 'node:path';
import { cachedPackage } from './cache.ts';
import { NO_SCRIPT, numberAt, parseJson, scriptOf, type GeneratorSource } from './generator.ts';

const VERSION = '9.0.0';
const PROCESS = join(import.meta.dirname, 'autocannon-process.mjs');

/** Its latencies are whole milliseconds. */
export const AUTOCANNON: GeneratorSource = {
  name: 'autocannon',
  install: 'from npm, into .cache/',
  async find() {
    const modules = await cachedPackage('autocannon', VERSION);
    if (modules === null) return null;
    return {
      name: 'autocannon',
      version: VERSION,
      command({ loadCase, url, seconds, users }) {
        const { load, protocol, simple } = loadCase;
        if (protocol === 'h2') return { notRun: 'speaks no HTTP/2' };
        if (load.kind === 'ramp') return { notRun: 'has no ramp' };
        const script = scriptOf(loadCase, 'autocannon.mjs');
        if (simple === null && script === null) return NO_SCRIPT;
        const pace =
          load.kind === 'rate' ? { overallRate: load.perSecond } : load.kind === 'paced' ? { connectionRate: 1 } : {};
        const request =
          simple === null
            ? {}
            : {
                method: simple.method,
                headers: simple.headers,
                ...(simple.body === null ? {} : { body: simple.body }),
              };
        const options = {
          url: url + (simple?.path ?? ''),
          connections: users,
          duration: seconds,
          ...pace,
          ...request,
        };
        return {
          command: [
            ...[process.execPath, PROCESS, join(modules, 'autocannon', 'autocannon.js')],
            ...[JSON.stringify(options), ...(simple === null && script !== null ? [script] : [])],
          ],
        };
      },
      figures(output) {
        const json = parseJson(output);
        const non2xx = numberAt(json, 'non2xx') ?? 0;
        const errors = numberAt(json, 'errors');
        return {
          p50: numberAt(json, 'latency', 'p50'),
          p99: numberAt(json, 'latency', 'p99'),
          failed: errors === null ? null : errors + non2xx,
        };
      },
    };
  },
};
