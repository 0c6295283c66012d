/** What a worker's thread runs (`engine-worker.js`): a LoadWorker behind a message port. */
import module from 'node:module';
import { parentPort } from 'node:worker_threads';
import { LoadClock } from './load-clock.ts';
import { LoadWorker } from './load-worker.ts';
import type { FromWorker, ToWorker, WorkerInit } from './worker-protocol.ts';

const port = parentPort;
if (!port) throw new Error('engine-worker.js is started by the engine, not by hand');

const post = (message: FromWorker): void => {
  port.postMessage(message);
  // A thread that is ended keeps nothing of what it compiled, unless it does so before.
  if (message.type === 'load-done') setImmediate(keepCompiled);
};
function keepCompiled(): void {
  if ('flushCompileCache' in module) module.flushCompileCache();
}
// The coordinator is the same build: what it sends is what the types say. The first message is its share of the run.
port.once('message', (init: WorkerInit) => {
  const worker = new LoadWorker(init, new LoadClock(init.waiting), post);
  port.on('message', (message: ToWorker) => worker.handle(message));
  post({ type: 'ready' });
});
