import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Machine } from '../machine.ts';
import type { Target, TargetRecord } from './target.ts';

export type ToTarget = { readonly type: 'reset' } | { readonly type: 'count' } | { readonly type: 'record' };
export type FromTarget =
  | { readonly type: 'listening'; readonly port: number }
  /** `delays` is empty unless it was asked for. */
  | { readonly type: 'record'; readonly record: TargetRecord };

const SERVER = join(import.meta.dirname, 'node-server.ts');

/** The target of our own: one process for each core that it may have, all at one port. */
export async function startNodeTarget(machine: Machine, { tls }: { readonly tls: boolean }): Promise<Target> {
  const { targetCores } = machine.layout;
  const shared = targetCores.length > 1;
  const processes: ChildProcess[] = [];
  let port = 0;
  for (const core of shared ? targetCores.map((one) => [one]) : [targetCores]) {
    const options = [...(tls ? ['--tls'] : []), ...(shared ? ['--share-port'] : [])];
    const [command = '', ...args] = machine.pinned(core, [process.execPath, SERVER, String(port), ...options]);
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    processes.push(child);
    const first = await messageOf(child);
    if (first.type === 'listening') port = first.port;
  }
  const ask = async (message: ToTarget): Promise<TargetRecord> => {
    const records = await Promise.all(
      processes.map(async (child) => {
        const reply = messageOf(child);
        child.send(message);
        const answer = await reply;
        if (answer.type !== 'record') throw new Error('The target answered something else.');
        return answer.record;
      }),
    );
    const firsts = records.flatMap(({ firstAt }) => (firstAt === null ? [] : [firstAt]));
    return {
      requests: records.reduce((sum, { requests }) => sum + requests, 0),
      firstAt: firsts.length === 0 ? null : Math.min(...firsts),
      delays: records.flatMap(({ delays }) => delays),
    };
  };
  return {
    title: `Node ${process.versions.node} on raw ${tls ? 'TLS' : 'TCP'} sockets`,
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    pids: processes.flatMap(({ pid }) => (pid === undefined ? [] : [pid])),
    reset: async () => {
      await ask({ type: 'reset' });
    },
    requests: async () => (await ask({ type: 'count' })).requests,
    record: () => ask({ type: 'record' }),
    close: async () => {
      await Promise.all(
        processes.map(async (child) => {
          if (child.exitCode !== null) return;
          const gone = once(child, 'exit');
          child.kill('SIGKILL');
          await gone;
        }),
      );
    },
  };
}

async function messageOf(child: ChildProcess): Promise<FromTarget> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`The target ended with code ${code ?? 'none'}.`));
    child.once('exit', onExit);
    child.once('message', (message: FromTarget) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });
}
