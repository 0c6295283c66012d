// What VS Code's extension host runs (extensionTestsPath): the bundled measurements.
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const run = () =>
  createRequire(import.meta.url)(join(import.meta.dirname, '..', '..', 'out', 'bench', 'authoring.cjs')).run();
