/** The thread entry (`engine-worker.js`): a LoadWorker behind a message port. */
import { parentPort, workerData } from 'node:worker_threads';
import { realClock } from './clock.ts';
import { LoadWorker } from './load-worker.ts';
import type { FromWorker, ToWorker, WorkerInit } from './worker-protocol.ts';

const port = parentPort;
if (!port) throw new Error('engine-worker.js is started by the engine, not by hand');

const post = (message: FromWorker): void => port.postMessage(message);
// The coordinator is the same build: what it sends is what the types say.
const worker = new LoadWorker(workerData as WorkerInit, realClock, post);
port.on('message', (message: ToWorker) => worker.handle(message));
post({ type: 'ready' });
