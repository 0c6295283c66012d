/** What a worker's thread runs (`engine-worker.js`): a LoadWorker behind a message port. */
import { parentPort } from 'node:worker_threads';
import { LoadClock } from './load-clock.ts';
import { LoadWorker } from './load-worker.ts';
import type { FromWorker, ToWorker, WorkerInit } from './worker-protocol.ts';

/** Waits for the worker's share of the run. `keepCompiled` is called when its load is over: a thread that is ended keeps nothing by itself. */
export function listen(keepCompiled: () => void): void {
  const port = parentPort;
  if (!port) throw new Error('engine-worker.js is started by the engine, not by hand');
  const post = (message: FromWorker): void => {
    port.postMessage(message);
    if (message.type === 'load-done') setImmediate(keepCompiled);
  };
  // The coordinator is the same build: what it sends is what the types say. The first message is its share of the run.
  port.once('message', (init: WorkerInit) => {
    const worker = new LoadWorker(init, new LoadClock(init.waiting), post);
    port.on('message', (message: ToWorker) => worker.handle(message));
    post({ type: 'ready' });
  });
}
