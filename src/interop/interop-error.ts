/** What another tool's text has that is not understood: a whole sentence for the person who brought it. */
export class InteropError extends Error {
  override readonly name = 'InteropError';
}
