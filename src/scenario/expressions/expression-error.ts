/**
 * `nothing-found`: something that was looked for (a field, a header, a match) is not there; captures must tell this
 * apart. `failed`: the expression cannot be worked out with these values. `invalid`: it is not a correct expression.
 */
export type ExpressionErrorKind = 'nothing-found' | 'failed' | 'invalid';

/** Why an expression has no value. The message is a whole sentence for the scenario's author and holds no values. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  readonly kind: ExpressionErrorKind;
  /** The expression as written. */
  readonly source: string;
  /** Which part of `source` is to blame, as half-open offsets. */
  readonly offsets: { readonly start: number; readonly end: number };
  /** The first characters of the response's body where one was read; it may hold secrets, so mask it before showing. */
  readonly bodyStart: string | null;

  constructor(
    kind: ExpressionErrorKind,
    message: string,
    source = '',
    offsets: { start: number; end: number } = { start: 0, end: source.length },
    bodyStart: string | null = null,
  ) {
    super(message);
    this.kind = kind;
    this.source = source;
    this.offsets = offsets;
    this.bodyStart = bodyStart;
  }
}
