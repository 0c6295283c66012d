/** The thread entry (`engine-worker.js`). */
import module from 'node:module';
import { keepCompiled } from './kept-code.ts';

// Compiling takes as long as all the rest of a start; what V8 made of it is kept for the next one.
if ('enableCompileCache' in module) module.enableCompileCache();
void import('./worker.ts').then(({ listen }) => listen(keepCompiled));
