import { writeFileSync } from 'node:fs';
import type { CompareOptions } from '../../run/judged-changes.ts';
import { ExitCode } from '../../run/events.ts';
import { comparisonFormat, usualComparisonTarget, type ComparisonFormatKind } from '../../report/comparison-formats.ts';
import { comparedWithBaseline, comparisonOf } from '../../report/comparison-model.ts';
import type { NamedRun } from '../../report/named-run.ts';
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
  /** Repeats; empty or not given: the first run is the baseline. */
  readonly baseline?: readonly string[];
  /** In percent. */
  readonly tolerance?: number;
  readonly failOnRegression?: boolean;
}

/** Each of the other runs beside the baseline: on standard output, and as files. */
export async function compare(names: readonly string[], options: CompareCommandOptions): Promise<number> {
  const named = options.baseline ?? [];
  const [before, after] = named.length > 0 ? [named, names] : [names.slice(0, 1), names.slice(1)];
  if (after.length === 0) {
    throw new CliError('To compare takes two runs at least.', 'Write rampwright compare BASELINE RUN.');
  }
  const terminal = new Terminal(process.stdout, { colour: options.color });
  const errors = new Terminal(process.stderr, { colour: options.color });
  const baseline = baselineRuns(before, errors);
  const others = after.map((name) => ({ name, run: storedRun(name, errors) }));
  const runs = [...baseline, ...others];
  const judged = { baselines: baseline.length, ...compareOptions(options) };
  const comparisons = comparedWithBaseline(runs, judged);
  const comparison = comparisonOf(runs, judged, comparisons);
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
    const compared = others.flatMap((other, index) => {
      const pair = comparisons[index];
      return pair ? [{ other, comparison: pair }] : [];
    });
    terminal.write(textComparison(baseline, compared, layout));
  } else process.stdout.write(await comparisonFormat(options.format).text(comparison, viewAssets));
  const worse = comparison.pairs.some((pair) => pair.worse);
  return worse && options.failOnRegression === true ? ExitCode.regression : ExitCode.ok;
}

/** The runs that `--baseline` names. @throws CliError where one is named twice, which would be a repeat without any difference */
export function baselineRuns(names: readonly string[], errors: Terminal): NamedRun[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new CliError(`${twice} is named twice as a baseline.`, 'Name each repeat once: what they differ by counts.');
  }
  return names.map((name) => ({ name, run: storedRun(name, errors) }));
}

export function compareOptions({ tolerance }: { readonly tolerance?: number }): CompareOptions {
  return tolerance === undefined ? {} : { tolerance: tolerance / 100 };
}
