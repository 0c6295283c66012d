export type ExpressionProblemCode =
  | 'expression-syntax'
  | 'expression-type'
  | 'undefined-name'
  | 'undefined-variable'
  | 'undefined-setup-value'
  | 'undefined-vu-value'
  | 'undefined-data'
  | 'undefined-column'
  | 'data-not-here'
  | 'used-before-captured'
  | 'response-not-here'
  | 'invalid-jsonpath'
  | 'invalid-regex';

export interface ExpressionProblem {
  readonly code: ExpressionProblemCode;
  readonly message: string;
  /** In the expression's source. */
  readonly start: number;
  readonly end: number;
}
