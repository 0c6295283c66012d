/**
 * The engine's process (`engine.js`): takes one run over IPC, writes its journal, and sends its events to whoever started it. It never
 * outlives them.
 */
import type { Worker } from 'node:worker_threads';
import type { RunEvent } from '../run/events.ts';
import { realClock } from './clock.ts';
import { Coordinator } from './coordinator.ts';
import { JournalWriter } from './journal-writer.ts';
import type { FromEngine, RunRequest, ToEngine } from './protocol.ts';

let coordinator: Coordinator | null = null;

/** Waits for the run. `thread`: a new thread of the engine. */
export function listen(thread: () => Worker): void {
  // Ctrl+C goes to the whole process group; when and how to stop is for the one who started this process to say.
  process.on('SIGINT', () => undefined);
  process.on('disconnect', () => process.exit(0));
  // They may be gone already.
  if (!process.connected) process.exit(0);
  process.on('message', (message: ToEngine) => {
    if (message.type === 'stop') coordinator?.stop();
    else if (message.type === 'change') coordinator?.change(message.level);
    else if (message.type === 'debug') coordinator?.debug(message.command);
    else void run(message.request, thread);
  });
}

async function run(request: RunRequest, thread: () => Worker): Promise<void> {
  let atMs = 0;
  const journal = openJournal(request.options.journal);
  coordinator = new Coordinator(request, thread, realClock, {
    events(events: readonly RunEvent[]) {
      // First the journal: what someone has been shown is also kept.
      const problem = journal?.write(events);
      atMs = events.findLast((event) => event.type === 'interval')?.toMs ?? atMs;
      send({ type: 'events', events });
      if (problem) send({ type: 'events', events: [{ type: 'log', atMs, level: 'warning', message: problem }] });
    },
    points: (batch) => send({ type: 'points', batch }),
    debug: (event) => send({ type: 'debug', event }),
  });
  await coordinator.run();
  await journal?.close();
  await Promise.all(sending);
  process.disconnect();
}

function openJournal(path: string | null): JournalWriter | null {
  if (path === null) return null;
  try {
    return new JournalWriter(path);
  } catch (error) {
    process.stderr.write(`The journal could not be made: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** What is still on its way; the process must not end before. */
const sending = new Set<Promise<void>>();

function send(message: FromEngine): void {
  if (!process.connected) return;
  const sent = new Promise<void>((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve());
  }).then(() => void sending.delete(sent));
  sending.add(sent);
}
