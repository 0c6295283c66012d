import type { Template } from '../scenario/plan.ts';
import { ExpressionError } from '../scenario/expression.ts';
import { StepError } from './vu.ts';

/** What to tell the scenario's author. Rethrows what is not the scenario's fault. */
export function problemOf(error: unknown, line?: number): { message: string; line?: number } {
  if (error instanceof StepError) return { message: error.message, line: error.line };
  if (error instanceof ExpressionError) {
    const shown = error.bodyStart ? ` The body starts with: ${error.bodyStart.replaceAll(/\s+/g, ' ')}` : '';
    const source = error.source ? ` (in \`${error.source}\`)` : '';
    return { message: `${error.message}${source}${shown}`, ...(line === undefined ? {} : { line }) };
  }
  throw error;
}

/** The line (from 0) of the first expression in a template. */
export function lineOf(template: Template): number {
  switch (template.kind) {
    case 'literal':
      return 0;
    case 'expression':
      return template.expression.range.start.line;
    case 'text':
      return template.parts.find((part) => typeof part !== 'string')?.range.start.line ?? 0;
    case 'list':
      return template.items.map(lineOf).find((line) => line > 0) ?? 0;
    case 'map':
      return template.entries.map(([, value]) => lineOf(value)).find((line) => line > 0) ?? 0;
  }
}
