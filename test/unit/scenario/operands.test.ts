import { deepEqual } from 'node:assert/strict';
import { expressionOperands } from '../../../src/scenario/expression.ts';

describe('what an expression reads', () => {
  const cases: readonly (readonly [source: string, reads: readonly string[]])[] = [
    ['status == 200', ['status']],
    ['status == 200 && json.id > 0 || status == 201', ['status', 'json.id']],
    ['json.items.size() > 0', ['json.items']],
    ['size(json.items) == wanted', ['json.items', 'wanted']],
    ['header("x-total") == "3"', ['header("x-total")']],
    ['jsonpath("$.items[*].id").size() == 2', ['jsonpath("$.items[*].id")']],
    ['json.items[0].id == 1', ['json.items']],
    ['json.items.exists(item, item.id == wanted)', ['json.items', 'wanted']],
    ['1 == 1', []],
    ['this is no expression', []],
  ];
  for (const [source, reads] of cases) {
    it(source, () => deepEqual(expressionOperands(source), reads));
  }
});
