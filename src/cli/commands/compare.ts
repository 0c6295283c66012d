import { compareRuns, regressions, type CompareOptions } from '../../run/compare.ts';
import { ExitCode } from '../../run/events.ts';
import { markdownComparison } from '../../report/markdown-comparison.ts';
import { textComparison } from '../../report/text-comparison.ts';
import { CliError } from '../cli-error.ts';
import { storedRun } from '../stored-run.ts';
import { Terminal } from '../terminal.ts';

export interface CompareCommandOptions {
  readonly color: boolean;
  readonly format: 'text' | 'markdown';
  /** In percent. */
  readonly tolerance?: number;
  readonly failOnRegression?: boolean;
}

/** Each of the other runs beside the first one. */
export function compare(names: readonly string[], options: CompareCommandOptions): number {
  const [first, ...rest] = names;
  if (first === undefined || rest.length === 0) {
    throw new CliError('To compare takes two runs at least.', 'Write rampwright compare BASELINE RUN.');
  }
  const terminal = new Terminal(process.stdout, { colour: options.color });
  const errors = new Terminal(process.stderr, { colour: options.color });
  const baseline = { name: first, run: storedRun(first, errors) };
  const others = rest.map((name) => ({ name, run: storedRun(name, errors) }));
  const comparisons = others.map((other) => compareRuns(baseline.run, other.run, compareOptions(options)));
  if (options.format === 'markdown') {
    terminal.write(markdownComparison(baseline, others, compareOptions(options)));
  } else {
    for (const [index, other] of others.entries()) {
      const comparison = comparisons[index];
      if (!comparison) continue;
      if (index > 0) terminal.line();
      terminal.write(textComparison(baseline, other, comparison, { width: terminal.columns, colour: terminal.colour }));
    }
  }
  const worse = comparisons.some((comparison) => {
    const { figures, requirements } = regressions(comparison);
    return figures.length + requirements.length > 0;
  });
  return worse && options.failOnRegression === true ? ExitCode.regression : ExitCode.ok;
}

export function compareOptions({ tolerance }: { readonly tolerance?: number }): CompareOptions {
  return tolerance === undefined ? {} : { tolerance: tolerance / 100 };
}
