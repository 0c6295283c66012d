#!/usr/bin/env node
/** The entry of the command line (`cli.js`): the load engine starts while the command line reads the rest of itself, and then the scenario. */
import module from 'node:module';
import { join } from 'node:path';
import { forkEngine } from '../engine/client.ts';
import { keepCompiled } from '../engine/kept-code.ts';
import { ExitCode } from '../run/events.ts';

const command = process.argv[2] ?? '';
const asksForHelp = process.argv.some((word) => word === '--help' || word === '-h');
const engine =
  ['run', 'once'].includes(command) && !asksForHelp ? forkEngine(join(import.meta.dirname, 'engine.js')) : null;

// Compiling takes as long as all the rest of a start; what V8 made of it is kept for the next one.
if ('enableCompileCache' in module) module.enableCompileCache();
process.once('exit', (code) => {
  // Of a command that could not be carried out, only a part was compiled.
  if (code !== ExitCode.invalidConfig) keepCompiled();
});
void import('./main.ts').then(({ main }) => main(engine));
