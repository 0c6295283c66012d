/** The entry of the engine's process (`engine.js`): its first thread starts while it reads the rest of itself. */
import module from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { keepCompiled } from './kept-code.ts';

if (!process.send) {
  process.stderr.write('engine.js is started by rampwright, not by hand. Try: rampwright run FILE\n');
  process.exit(1);
}

/** Three semi-spaces of 16 MB, as in Node.js 20. Later ones let each grow to 64 MB with the rate, which is no quicker. */
const YOUNG_GENERATION_MB = 48;

const startThread = (): Worker =>
  new Worker(join(import.meta.dirname, 'engine-worker.js'), {
    stdout: false,
    stderr: false,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });

let first: Worker | null = null;
try {
  first = startThread();
} catch {
  // Where the machine lets it have no thread, the run says so.
}
const thread = (): Worker => {
  const ready = first ?? startThread();
  first = null;
  return ready;
};

// Compiling takes as long as all the rest of a start; what V8 made of it is kept for the next one.
if ('enableCompileCache' in module) module.enableCompileCache();
process.once('exit', keepCompiled);
void import('./process.ts').then(({ listen }) => listen(thread));
