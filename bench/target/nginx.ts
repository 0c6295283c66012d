import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { programOnPath, type Machine } from '../machine.ts';
import { endGroup, startGroup } from '../../scripts/process.mjs';
import type { Target } from './target.ts';

const TLS_FOLDER = join(import.meta.dirname, '../../test/support/tls');
const BODY = JSON.stringify({ id: 7, name: 'Ada', token: 'x'.repeat(168) });

/** nginx with TLS or HTTP/2, where it is installed: faster at both than a server on Node. null: it isn't. */
export async function startNginx(machine: Machine, protocol: 'https' | 'h2'): Promise<Target | null> {
  const program = programOnPath('nginx', ['/usr/sbin']);
  if (program === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'bench-nginx-'));
  const [port, statusPort] = [await freePort(), await freePort()];
  const { targetCores } = machine.layout;
  const config = join(folder, 'nginx.conf');
  writeFileSync(
    config,
    configuration(folder, { protocol, port, statusPort, workers: Math.max(1, targetCores.length) }),
  );
  const [command = '', ...args] = machine.pinned(targetCores, [program, '-p', folder, '-c', config]);
  const child = startGroup(command, args, { stdio: ['ignore', 'ignore', 'ignore'] });
  let asked = 0;
  const handled = async (): Promise<number> => {
    const text = await (await fetch(`http://127.0.0.1:${statusPort}/`)).text();
    asked++;
    // "server accepts handled requests\n 12 12 345"; our own questions are among the requests.
    return Number(/\n\s*\d+ \d+ (\d+)/.exec(text)?.[1] ?? 0) - asked;
  };
  for (let attempt = 0; ; attempt++) {
    try {
      await handled();
      break;
    } catch (error) {
      if (attempt === 50) throw new Error('nginx did not start.', { cause: error });
      await delay(50);
    }
  }
  let before = 0;
  return {
    title: `nginx (${protocol === 'h2' ? 'HTTP/2 over TLS' : 'TLS'})`,
    url: `https://127.0.0.1:${port}`,
    pids: child.pid === undefined ? [] : [child.pid],
    reset: async () => {
      before = await handled();
    },
    requests: async () => (await handled()) - before,
    record: async () => ({ requests: (await handled()) - before, firstAt: null, delays: [] }),
    close: async () => {
      await endGroup(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Configuration {
  readonly protocol: 'https' | 'h2';
  readonly port: number;
  readonly statusPort: number;
  readonly workers: number;
}

function configuration(folder: string, { protocol, port, statusPort, workers }: Configuration): string {
  return `
daemon off;
worker_processes ${workers};
worker_rlimit_nofile 20000;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 16000; }
http {
  access_log off;
  client_body_temp_path ${folder};
  proxy_temp_path ${folder};
  fastcgi_temp_path ${folder};
  uwsgi_temp_path ${folder};
  scgi_temp_path ${folder};
  keepalive_requests 1000000000;
  keepalive_timeout 1h;
  server {
    listen 127.0.0.1:${port} ssl ${protocol === 'h2' ? 'http2' : ''} backlog=4096;
    ssl_certificate ${TLS_FOLDER}/cert.pem;
    ssl_certificate_key ${TLS_FOLDER}/key.pem;
    default_type application/json;
    location / { return 200 '${BODY}'; }
  }
  server {
    listen 127.0.0.1:${statusPort};
    location / { stub_status; }
  }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
