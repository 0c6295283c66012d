import { writeFileSync } from 'node:fs';
import type { CompareOptions } from '../../run/judged-changes.ts';
import { ExitCode } from '../../run/events.ts';
import { comparisonFormat, usualComparisonTarget, type ComparisonFormatKind } from '../../report/comparison-formats.ts';
import { comparedWithFirst, comparisonOf } from '../../report/comparison-model.ts';
import { textComparison } from '../../report/text-comparison.ts';
import { CliError } from '../cli-error.ts';
import type { ComparisonOutput } from '../comparison-output.ts';
import { checkWritable } from '../outputs.ts';
import { storedRun } from '../stored-run.ts';
import { Terminal } from '../terminal.ts';
import { viewAssets } from '../view-assets.ts';

export interface CompareCommandOptions {
  readonly color: boolean;
  readonly format: 'text' | ComparisonFormatKind;
  readonly out?: readonly ComparisonOutput[];
  /** In percent. */
  readonly tolerance?: number;
  readonly failOnRegression?: boolean;
}

/** Each of the other runs beside the first one: on standard output, and as files. */
export async function compare(names: readonly string[], options: CompareCommandOptions): Promise<number> {
  const [first, ...rest] = names;
  if (first === undefined || rest.length === 0) {
    throw new CliError('To compare takes two runs at least.', 'Write rampwright compare BASELINE RUN.');
  }
  const terminal = new Terminal(process.stdout, { colour: options.color });
  const errors = new Terminal(process.stderr, { colour: options.color });
  const baseline = { name: first, run: storedRun(first, errors) };
  const others = rest.map((name) => ({ name, run: storedRun(name, errors) }));
  const comparisons = comparedWithFirst([baseline, ...others], compareOptions(options));
  const comparison = comparisonOf([baseline, ...others], comparisons);
  const files = (options.out ?? []).map(({ kind, target }) => {
    const format = comparisonFormat(kind);
    const path = target ?? usualComparisonTarget(format, comparison);
    checkWritable(path);
    return { format, path };
  });
  for (const { format, path } of files) {
    writeFileSync(path, await format.text(comparison, viewAssets));
    // Standard output is for the comparison itself.
    errors.line(`${format.title}  ${path}`);
  }
  if (options.format === 'text') {
    const layout = { width: terminal.columns, colour: terminal.colour };
    for (const [index, pair] of comparisons.entries()) {
      const other = others[index];
      if (!other) continue;
      if (index > 0) terminal.line();
      terminal.write(textComparison(baseline, other, pair, layout));
    }
  } else process.stdout.write(await comparisonFormat(options.format).text(comparison, viewAssets));
  const worse = comparison.pairs.some((pair) => pair.worse);
  return worse && options.failOnRegression === true ? ExitCode.regression : ExitCode.ok;
}

export function compareOptions({ tolerance }: { readonly tolerance?: number }): CompareOptions {
  return tolerance === undefined ? {} : { tolerance: tolerance / 100 };
}
