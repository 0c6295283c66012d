import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endGroup, startGroup } from '../../scripts/process.mjs';

const START_MS = 30_000;

/** A real receiver of metrics on a free port of loopback, with an empty store that goes with it. */
export interface ReceiverProgram {
  readonly url: string;
  /** A question to its HTTP interface. @throws Error for another status than 200 */
  ask(path: string, query: Readonly<Record<string, string>>): Promise<unknown>;
  close(): Promise<void>;
}

/** Prometheus that takes remote write. */
export function startPrometheus(program: string): Promise<ReceiverProgram> {
  return start(
    program,
    (folder) => {
      writeFileSync(join(folder, 'prometheus.yml'), 'global: {}\n');
      return [
        `--config.file=${join(folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        '--web.listen-address=127.0.0.1:0',
        '--web.enable-remote-write-receiver',
      ];
    },
    (log) => (log.includes('Server is ready') ? /Listening on" address=(\S+)/.exec(log)?.[1] : undefined),
  );
}

/** InfluxDB 1. */
export function startInfluxdb(program: string): Promise<ReceiverProgram> {
  return start(
    program,
    (folder) => {
      const config = join(folder, 'influxdb.conf');
      const path = (name: string): string => JSON.stringify(join(folder, name));
      writeFileSync(
        config,
        `reporting-disabled = true
bind-address = "127.0.0.1:0"
[meta]
  dir = ${path('meta')}
[data]
  dir = ${path('data')}
  wal-dir = ${path('wal')}
[monitor]
  store-enabled = false
[http]
  bind-address = "127.0.0.1:0"
`,
      );
      return ['run', '-config', config];
    },
    (log) => /Listening on HTTP" .*\baddr=(\S+)/.exec(log)?.[1],
  );
}

async function start(
  program: string,
  prepared: (folder: string) => string[],
  addressIn: (log: string) => string | undefined,
): Promise<ReceiverProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'rampwright-receiver-'));
  const child = startGroup(program, prepared(folder), { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const close = async (): Promise<void> => {
    await endGroup(child);
    rmSync(folder, { recursive: true, force: true });
  };
  let log = '';
  try {
    const address = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${program} is not ready:\n${log}`)), START_MS);
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`${program} ended:\n${log}`)));
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (text: string) => {
          log += text;
          const found = addressIn(log);
          if (found === undefined) return;
          clearTimeout(timer);
          resolve(found);
        });
      }
    });
    const url = `http://${address}`;
    return { url, close, ask: (path, query) => ask(`${url}${path}?${new URLSearchParams(query).toString()}`) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function ask(url: string): Promise<unknown> {
  const answer = await fetch(url);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}: ${text}`);
  return JSON.parse(text);
}
