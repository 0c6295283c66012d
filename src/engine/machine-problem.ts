/** What this machine did not have for the load engine, and the way out, as the rest of a sentence. */
const PROBLEMS: readonly (readonly [sign: RegExp, words: string])[] = [
  [
    /ERR_WORKER_OUT_OF_MEMORY/,
    'a worker ran out of memory. Run fewer VUs or more workers (--workers), capture less of what the server answers, or let each worker have ' +
      'more, as in NODE_OPTIONS=--max-old-space-size=8192',
  ],
  [/EMFILE|ENFILE/, 'this machine has no file handle left for it. Raise the limit (ulimit -n)'],
  [
    /EAGAIN/,
    'this machine lets it start no more processes or threads. Raise the limit (ulimit -u, or the container’s own), or run with fewer workers (--workers)',
  ],
  [/ENOMEM/, 'this machine has no memory left for it'],
];

/** null: it is none of the machine's. */
export function machineProblem(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const signs = `${'code' in error ? String(error.code) : ''} ${error.message}`;
  return PROBLEMS.find(([sign]) => sign.test(signs))?.[1] ?? null;
}
