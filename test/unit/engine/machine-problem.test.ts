import assert from 'node:assert/strict';
import { machineProblem } from '../../../src/engine/machine-problem.ts';

function failed(message: string, code?: string): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

describe('what this machine has not for the load engine', () => {
  const cases: readonly (readonly [error: Error, words: RegExp | null])[] = [
    [failed('spawn /usr/bin/node EMFILE', 'EMFILE'), /no file handle left for it\. Raise the limit \(ulimit -n\)/],
    [failed('EAGAIN', 'ERR_WORKER_INIT_FAILED'), /no more processes or threads\. Raise the limit \(ulimit -u/],
    [failed('spawn ENOMEM', 'ENOMEM'), /no memory left/],
    [
      failed('Worker terminated due to reaching memory limit: JS heap out of memory', 'ERR_WORKER_OUT_OF_MEMORY'),
      /a worker ran out of memory\. Run fewer VUs or more workers.* NODE_OPTIONS=--max-old-space-size=8192/,
    ],
    [failed('spawn /usr/bin/node ENOENT', 'ENOENT'), null],
    [new TypeError('x is not a function'), null],
  ];
  for (const [error, words] of cases) {
    it(error.message, () => {
      if (words) assert.match(machineProblem(error) ?? '', words);
      else assert.equal(machineProblem(error), null);
    });
  }
});
