import type { EvaluationError, ParseError, TypeError as CelTypeError } from '@marcbachmann/cel-js';
import { suggestion } from '../suggestion.ts';
import type { ExpressionErrorKind } from './expression-error.ts';
import { otherSyntax } from './other-languages.ts';

export interface Explanation {
  readonly kind: ExpressionErrorKind;
  readonly message: string;
  /** In the expression's source. */
  readonly offsets: { readonly start: number; readonly end: number };
}

/** CEL's type names in the words of JSON. */
const TYPES: Readonly<Record<string, string>> = {
  int: 'a number',
  uint: 'a number',
  double: 'a number',
  string: 'a text',
  bool: 'true or false',
  null: 'null',
  bytes: 'bytes',
  dyn: 'any value',
  Response: 'the response',
};

function typeName(written: string): string {
  const type = /^dyn<(.+)>$/.exec(written)?.[1] ?? written;
  if (type.startsWith('list')) return 'a list';
  if (type.startsWith('map')) return 'a map';
  if (type.startsWith('optional')) return 'an optional value';
  return TYPES[type] ?? `a ${type}`;
}

/**
 * Says in one plain sentence why CEL refused an expression.
 *
 * @param partOf evaluates a part of the source again, to tell what stood where something is missing; null when checking.
 */
export function explain(
  error: ParseError | CelTypeError | EvaluationError,
  source: string,
  partOf: ((start: number, end: number) => unknown) | null,
): Explanation {
  const offsets = clamp(error.range ?? { start: 0, end: source.length }, source);
  const sentence = (kind: ExpressionErrorKind, message: string): Explanation => ({ kind, message, offsets });
  const summary = error.summary;
  switch (error.code) {
    case 'unknown_variable': {
      const name = after(summary, ': ');
      return sentence('nothing-found', `\`${name}\` has no value here.`);
    }
    case 'no_such_key':
      return sentence('nothing-found', missingField(error, source, partOf));
    case 'index_out_of_bounds': {
      const [, index = '', size = ''] = /index (-?\d+).*size (\d+)/.exec(summary) ?? [];
      return sentence(
        'nothing-found',
        `There is no item ${index}: the list has ${size} ${size === '1' ? 'item' : 'items'}, counted from 0.`,
      );
    }
    case 'no_such_overload': {
      // Names of types have spaces: `dyn<map<string, double>>`.
      const [, left, operator = '', right] = /: (.+) ([-+*/%]|[=!]=|[<>]=?|in) (.+)$/.exec(summary) ?? [];
      if (left === undefined || right === undefined) {
        const [, negation = '', type = ''] = /: ([!-])(.+)$/.exec(summary) ?? [];
        return sentence('failed', `\`${negation}\` cannot be applied to ${typeName(type)}.`);
      }
      return sentence('failed', operatorProblem(left, operator, right));
    }
    case 'no_matching_overload': {
      const called = summary.endsWith("'") ? summary.slice(summary.indexOf("'") + 1, -1) : '';
      return sentence('failed', callProblem(called));
    }
    case 'invalid_logical_operand':
      return sentence('failed', `&& and || need true or false on both sides, not ${typeName(lastQuoted(summary))}.`);
    case 'invalid_condition_type':
      return sentence('failed', `A condition must be true or false, not ${typeName(lastQuoted(summary))}.`);
    case 'division_by_zero':
    case 'modulo_by_zero':
      return sentence('failed', 'Something is divided by 0.');
    case 'cannot_index_type':
      return sentence('failed', `${capital(typeName(lastQuoted(summary)))} has no fields.`);
    case 'invalid_index_type':
      return sentence('failed', 'The index of a list must be a whole number.');
    case 'optional_value_missing':
      return sentence('nothing-found', 'The optional value is not there.');
    case 'incompatible_argument_type':
      return sentence('failed', 'The default must be of the same type as the value.');
    default:
      break;
  }
  if (error.name === 'ParseError') {
    return sentence('invalid', otherSyntax(source, offsets)?.message ?? syntaxProblem(summary, source, offsets));
  }
  return sentence('failed', `\`${source}\` cannot be worked out: ${lowerFirst(summary.split('\n')[0] ?? '')}.`);
}

function missingField(
  error: ParseError | CelTypeError | EvaluationError,
  source: string,
  partOf: ((start: number, end: number) => unknown) | null,
): string {
  const field = after(error.summary, ': ');
  const node = error.node;
  const parent = node && 'args' in node && Array.isArray(node.args) ? rangeOf(node.args[0]) : null;
  if (!parent) return `There is no field "${field}" here.`;
  const owner = source.slice(parent.start, parent.end);
  if (owner === 'env')
    return `The environment variable ${field} is not set; set it, or give a default with env.?${field}.orValue("…").`;
  if (owner === 'secret') return `The secret ${field} is not set.`;
  let value: unknown;
  try {
    value = partOf?.(parent.start, parent.end);
  } catch {
    value = undefined;
  }
  if (value === null) return `\`${owner}\` is null, so it has no field "${field}".`;
  if (Array.isArray(value))
    return `\`${owner}\` is a list, so it has no field "${field}"; write ${owner}[0] for its first item.`;
  if (typeof value !== 'object') {
    return value === undefined
      ? `\`${owner}\` has no field "${field}".`
      : `\`${owner}\` is a ${typeof value}, so it has no field "${field}".`;
  }
  const fields = Object.keys(value);
  if (fields.length === 0) return `\`${owner}\` has no field "${field}"; it is empty.`;
  const meant = suggestion(field, fields);
  const shown = fields.slice(0, 8).join(', ') + (fields.length > 8 ? ', …' : '');
  return `\`${owner}\` has no field "${field}"; it has ${shown}.${meant === null ? '' : ` Did you mean "${meant}"?`}`;
}

function rangeOf(node: unknown): { start: number; end: number } | null {
  if (typeof node !== 'object' || node === null) return null;
  const start: unknown = Reflect.get(node, 'start');
  const end: unknown = Reflect.get(node, 'end');
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : null;
}

function operatorProblem(left: string, operator: string, right: string): string {
  const isText = (type: string): boolean => typeName(type) === 'a text';
  const isNumber = (type: string): boolean => typeName(type) === 'a number';
  const joined = operator === '+' && (isText(left) || isText(right));
  const calculated = (isText(left) && isNumber(right)) || (isNumber(left) && isText(right));
  const ways = [
    ...(joined ? ['turn the other into text with string(…)'] : []),
    ...(calculated ? ['turn the text into a number with double(…)'] : []),
  ];
  const hint = ways.length === 0 ? '' : `; ${ways.join(', or ')}`;
  if (operator === '==' || operator === '!=') {
    return `${capital(typeName(left))} is never equal to ${typeName(right)}; compare values of the same type.`;
  }
  return `\`${operator}\` cannot be applied to ${typeName(left)} and ${typeName(right)}${hint}.`;
}

function callProblem(called: string): string {
  const [, receiver, name = '', args = ''] = /^(?:(.+?)\.)?(\w+)\((.*)\)$/.exec(called) ?? [];
  const given =
    args === ''
      ? 'nothing'
      : args
          .split(/, (?![^<]*>)/)
          .map(typeName)
          .join(' and ');
  if (receiver === undefined || receiver === '') return `There is no function ${name}() that takes ${given}.`;
  return `${capital(typeName(receiver))} has no function ${name}() that takes ${given}.`;
}

function syntaxProblem(summary: string, source: string, { start, end }: Explanation['offsets']): string {
  if (/^Unexpected token: EOF/.test(summary)) return 'The expression ends too early.';
  if (/unterminated/i.test(summary)) return 'A text is not closed; a quote is missing.';
  if (/^Unexpected (token|character): /.test(summary)) return `\`${source.slice(start, end)}\` does not belong here.`;
  const [, expected, found] = /Expected (\S+), got (\S+)/.exec(summary) ?? [];
  if (expected !== undefined && found !== undefined) {
    return found === 'EOF'
      ? 'The expression ends too early.'
      : 'The expression is not complete here; is a bracket or an operator missing?';
  }
  return `This is not a correct expression: ${lowerFirst(summary)}.`;
}

function after(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(at + mark.length);
}

function lastQuoted(text: string): string {
  return /'([^']*)'[^']*$/.exec(text)?.[1] ?? '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function clamp(range: { start: number; end: number }, source: string): { start: number; end: number } {
  const start = Math.max(0, Math.min(range.start, source.length));
  return { start, end: Math.max(start, Math.min(range.end, source.length)) };
}
