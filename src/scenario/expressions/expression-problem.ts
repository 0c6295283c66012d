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

/** A piece of an expression's source, and what was probably meant by it. */
export interface ExpressionRepair {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface ExpressionProblem {
  readonly code: ExpressionProblemCode;
  readonly message: string;
  /** In the expression's source. */
  readonly start: number;
  readonly end: number;
  /** What to write, where whoever found the problem knows it. */
  readonly repair?: ExpressionRepair | null;
}
