import { COMPARISON_FORMAT_KINDS, type ComparisonFormatKind } from '../report/comparison-formats.ts';
import { CliError } from './cli-error.ts';

/** What `--out KIND[=FILE]` asks for of a comparison; without a target, the usual place. */
export interface ComparisonOutput {
  readonly kind: ComparisonFormatKind;
  readonly target: string | null;
}

/** Gathers the choices of an option that may be repeated. @throws CliError where one is not understood. */
export function comparisonOutputs(text: string, before: readonly ComparisonOutput[] = []): ComparisonOutput[] {
  const equals = text.indexOf('=');
  const written = equals < 0 ? text : text.slice(0, equals);
  const target = equals < 0 ? null : text.slice(equals + 1);
  if (target === '') throw new CliError(`There is nothing after "--out ${written}=".`, `Write --out ${written}=FILE.`);
  const kind = COMPARISON_FORMAT_KINDS.find((one) => one === (written === 'md' ? 'markdown' : written));
  if (!kind) {
    throw new CliError(
      `A comparison can't be written as "${written}".`,
      `It can be as ${COMPARISON_FORMAT_KINDS.join(' and ')}.`,
    );
  }
  return [...before, { kind, target }];
}
