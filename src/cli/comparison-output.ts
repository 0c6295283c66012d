import { COMPARISON_FORMAT_KINDS, type ComparisonFormatKind } from '../report/comparison-formats.ts';
import { CliError } from './cli-error.ts';
import { writtenOutput } from './output-choice.ts';

/** What `--out KIND[=FILE]` asks for of a comparison; without a target, the usual place. */
export interface ComparisonOutput {
  readonly kind: ComparisonFormatKind;
  readonly target: string | null;
}

/** Gathers the choices of an option that may be repeated. @throws CliError where one is not understood. */
export function comparisonOutputs(text: string, before: readonly ComparisonOutput[] = []): ComparisonOutput[] {
  const { written, kind: name, target } = writtenOutput(text, 'FILE');
  const kind = COMPARISON_FORMAT_KINDS.find((one) => one === name);
  if (!kind) {
    throw new CliError(
      `A comparison can't be written as "${written}".`,
      `It can be as ${COMPARISON_FORMAT_KINDS.join(' and ')}.`,
    );
  }
  return [...before, { kind, target }];
}
