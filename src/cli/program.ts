import { Command, CommanderError, Option } from 'commander';
import { COMPARISON_FORMAT_KINDS } from '../report/comparison-formats.ts';
import { FORMAT_KINDS } from '../report/formats.ts';
import { ExitCode } from '../run/events.ts';
import { CliError, notSupportedYet } from './cli-error.ts';
import { compare, type CompareCommandOptions } from './commands/compare.ts';
import { once, type OnceOptions } from './commands/once.ts';
import { plan, type PlanOptions } from './commands/plan.ts';
import { report, type ReportOptions } from './commands/report.ts';
import { run, type RunOptions } from './commands/run.ts';
import { validate, type ValidateOptions } from './commands/validate.ts';
import {
  hostName,
  keyValue,
  list,
  positiveDuration,
  positiveInteger,
  share,
  stages,
  wholeNumber,
} from './option-values.ts';
import { comparisonOutputs } from './comparison-output.ts';
import { outputChoices, outputHelp } from './output-choice.ts';
import { Terminal } from './terminal.ts';

/** Parses the command line (without the program's own two words), does what it says, and gives the exit code. */
export async function runProgram(args: readonly string[], version: string): Promise<number> {
  let exitCode: number = ExitCode.ok;
  const program = createProgram(version, (code) => (exitCode = code));
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has written its message; help and version are no errors.
      return error.exitCode === 0 ? ExitCode.ok : ExitCode.invalidConfig;
    }
    if (!(error instanceof CliError)) throw error;
    const terminal = new Terminal(process.stderr, { colour: !args.includes('--no-color') });
    terminal.line(`${terminal.paint.fail('error:')} ${error.message}${error.wayOut === '' ? '' : `\n${error.wayOut}`}`);
    return error.exitCode;
  }
}

function createProgram(version: string, done: (exitCode: number) => void): Command {
  const program = new Command('rampwright')
    .description('Load tests from a YAML file: run them, check them, and read the verdict.')
    .version(version, '-V, --version')
    .exitOverride()
    .showHelpAfterError('Add --help to see what can be given.')
    .configureHelp({ sortSubcommands: false });

  withLoadOptions(program.command('run').argument('<file...>', 'scenario files, run one after another'))
    .description('Run scenarios and judge their thresholds.')
    .addOption(
      new Option('--secret <KEY=VALUE>', 'a secret.KEY; else the environment variable KEY').argParser(keyValue),
    )
    .option('--seed <n>', 'make every random draw repeatable', wholeNumber)
    .addOption(workersOption())
    .option('--busy-wait', 'wait awake for the next iteration, so that it starts on time; takes a whole core a worker')
    .addOption(engineOption())
    .addOption(
      new Option('-o, --out <KIND[=TARGET]>', 'write the run as well as KIND, see below; repeatable').argParser(
        outputChoices,
      ),
    )
    .addHelpText('after', outputHelp)
    .option('--summary-export <file>', "write the summary in k6's JSON shape")
    .addOption(baselineOption('compare with another run: the path of its journal, or its name in .rampwright/runs'))
    .option('--fail-on-regression', 'with --baseline: exit code 112 where the run passes but got worse')
    .addOption(toleranceOption())
    .option('-q, --quiet', 'only the summary at the end')
    .option('--no-color', 'plain text (also: the environment variable NO_COLOR)')
    .option('--no-progress', 'nothing while the run goes')
    .option('--events', 'write every run event to standard output, one JSON object a line')
    .option('--allow-empty-thresholds', "thresholds without samples don't fail the run")
    .option('--fail-on-saturation', 'exit code 111 where the load generator itself was the bottleneck')
    .action(async (files: string[], options: RunOptions & { engine: string }) => {
      if (options.engine !== 'embedded')
        throw notSupportedYet(`--engine ${options.engine}`, 'Leave it out: this version has its own engine.');
      done(await run(files, options));
    });

  program
    .command('validate')
    .argument('<file...>', 'scenario files')
    .description('Check scenarios without sending anything.')
    .addOption(
      new Option('--format <kind>', 'how problems are written')
        .choices(['text', 'json', 'github', 'sarif'])
        .default('text'),
    )
    .addOption(environmentOption())
    .addOption(allowHostOption())
    .option('--fix', 'make the fixes that need no decision, and show what is left')
    .option('--no-color', 'plain text')
    .action((files: string[], options: ValidateOptions) => done(validate(files, options)));

  withLoadOptions(program.command('plan').argument('<file>', 'a scenario file'))
    .description('Show what would be sent and when: planned VUs or rates, totals, hosts. Sends nothing.')
    .addOption(new Option('--format <kind>', 'how the plan is written').choices(['text', 'json']).default('text'))
    .option('--arrivals <n>', 'list when the first n iterations of arrival-rate scenarios are due', positiveInteger)
    .option('--no-color', 'plain text')
    .action((file: string, options: PlanOptions) => done(plan(file, options)));

  program
    .command('once')
    .argument('<file>', 'a scenario file')
    .description('One iteration of each scenario, with its requests and responses shown.')
    .addOption(environmentOption())
    .addOption(envOption())
    .addOption(allowHostOption())
    .addOption(
      new Option('--secret <KEY=VALUE>', 'a secret.KEY; else the environment variable KEY').argParser(keyValue),
    )
    .addOption(scenarioOption())
    .option('--seed <n>', 'make every random draw repeatable', wholeNumber)
    .option('--no-color', 'plain text')
    .action(async (file: string, options: OnceOptions) => done(await once(file, options)));

  program
    .command('report')
    .argument('<run>', 'the path of a journal, or the name of a run in .rampwright/runs')
    .description('Show a stored run, or write a report of it.')
    .option('--format <kind>', `on standard output: ${FORMAT_KINDS.join(', ')}`)
    .addOption(new Option('-o, --out <KIND[=TARGET]>', 'into a file, as of "run"; repeatable').argParser(outputChoices))
    .option('--html <file>', 'the same as --out html=FILE')
    .option('--no-color', 'plain text')
    .action(async (name: string, options: ReportOptions) => done(await report(name, options)));

  program
    .command('compare')
    .argument('<run...>', 'the baseline, then the runs to compare with it: paths of journals, or names of runs')
    .description('What changed between runs, and whether that is more than noise.')
    .addOption(
      new Option('--format <kind>', 'on standard output').choices(['text', ...COMPARISON_FORMAT_KINDS]).default('text'),
    )
    .addOption(
      new Option('-o, --out <KIND[=FILE]>', `into a file: ${COMPARISON_FORMAT_KINDS.join(', ')}; repeatable`).argParser(
        comparisonOutputs,
      ),
    )
    .addOption(baselineOption('the baseline, so that every RUN is compared with it'))
    .addOption(toleranceOption())
    .option('--fail-on-regression', 'exit code 112 where something got worse')
    .option('--no-color', 'plain text')
    .action(async (names: string[], options: CompareCommandOptions) => done(await compare(names, options)));

  for (const later of ['import', 'export']) {
    program
      .command(later, { hidden: true })
      .argument('[words...]')
      .allowUnknownOption()
      .action(() => {
        throw notSupportedYet(`"rampwright ${later}"`, 'See "rampwright --help" for what this version does.');
      });
  }
  return program;
}

/** k6's options that change the load. */
function withLoadOptions(command: Command): Command {
  return command
    .addOption(environmentOption())
    .addOption(envOption())
    .addOption(allowHostOption())
    .option('-u, --vus <n>', 'virtual users', positiveInteger)
    .option('-d, --duration <time>', 'how long, e.g. 30s', positiveDuration)
    .option('-i, --iterations <n>', 'how many iterations in all', positiveInteger)
    .addOption(
      new Option('-s, --stage <time:target>', 'a stage of a ramp, e.g. 30s:10; repeatable, or with commas').argParser(
        stages,
      ),
    )
    .addOption(scenarioOption())
    .option('--scale-to <time>', 'stretch or shrink the whole load to this length', positiveDuration);
}

function envOption(): Option {
  return new Option('-e, --env <KEY=VALUE>', 'an env.KEY; else the environment variable KEY; repeatable').argParser(
    keyValue,
  );
}

function environmentOption(): Option {
  return new Option('--environment <name>', "the one of the file's environments whose values count");
}

function allowHostOption(): Option {
  return new Option(
    '--allow-host <host>',
    'send load to this host and this machine only; repeatable (default: any host)',
  ).argParser(hostName);
}

function scenarioOption(): Option {
  return new Option('--scenario <name>', 'only this scenario; repeatable').argParser(list);
}

function workersOption(): Option {
  return new Option(
    '--workers <n>',
    'threads that make the load (default: one for each 500 virtual users, a core left free)',
  ).argParser(positiveInteger);
}

function baselineOption(text: string): Option {
  return new Option('--baseline <run>', `${text}; several of them are repeats, whose spread counts`).argParser(
    (name: string, before: readonly string[] | undefined) => [...(before ?? []), name],
  );
}

function toleranceOption(): Option {
  return new Option('--tolerance <percent>', 'smaller changes are no changes (default: 5)').argParser(share);
}

function engineOption(): Option {
  return new Option('--engine <name>', 'what makes the load').choices(['embedded', 'k6']).default('embedded');
}
