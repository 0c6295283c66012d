/**
 * The engine's process (`engine.js`): takes one run over IPC, writes its journal, and sends its events to whoever started it. It never
 * outlives them.
 */
import { join } from 'node:path';
import type { RunEvent } from '../run/events.ts';
import { realClock } from './clock.ts';
import { Coordinator } from './coordinator.ts';
import { JournalWriter } from './journal-writer.ts';
import type { FromEngine, RunRequest, ToEngine } from './protocol.ts';

const WORKER_ENTRY = join(import.meta.dirname, 'engine-worker.js');

let coordinator: Coordinator | null = null;

if (!process.send) {
  process.stderr.write('engine.js is started by rampwright, not by hand. Try: rampwright run FILE\n');
  process.exit(1);
}

// Ctrl+C goes to the whole process group; when and how to stop is for the one who started this process to say.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToEngine) => {
  if (message.type === 'stop') coordinator?.stop();
  else void run(message.request);
});

async function run(request: RunRequest): Promise<void> {
  const journal = request.options.journal === null ? null : new JournalWriter(request.options.journal);
  coordinator = new Coordinator(request, WORKER_ENTRY, realClock, {
    events(events: readonly RunEvent[]) {
      journal?.write(events);
      send({ type: 'events', events });
    },
    points: (batch) => send({ type: 'points', batch }),
  });
  await coordinator.run();
  journal?.close();
  // Ends the process once everything that was sent has left it.
  process.disconnect();
}

function send(message: FromEngine): void {
  if (process.connected) process.send?.(message);
}
