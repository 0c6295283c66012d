import { ExitCode } from '../../run/events.ts';
import { VERSION } from '../../run/version.ts';
import { problemGithub, problemJson, problemTally, problemText } from '../problem-text.ts';
import { sarifLog } from '../sarif.ts';
import { fixScenario, openScenario } from '../scenario-file.ts';
import { Terminal } from '../terminal.ts';

export interface ValidateOptions {
  readonly format: 'text' | 'json' | 'github' | 'sarif';
  /** The one of each file's `environments` that counts; all of them are checked. */
  readonly environment?: string;
  /** Where given, a URL to another host than these and this machine is an error, as with the editor's `rampwright.hosts.allowed`. */
  readonly allowHost?: readonly string[];
  /** Makes the fixes that need no decision, and shows what is left. */
  readonly fix?: boolean;
  readonly color: boolean;
}

/** Checks files without sending anything; the problems are the very ones that the editor shows. */
export function validate(paths: readonly string[], options: ValidateOptions): number {
  const terminal = new Terminal(process.stdout, { colour: options.color });
  const open = {
    environment: options.environment ?? null,
    ...(options.allowHost && { allowedHosts: options.allowHost }),
  };
  if (options.fix === true) for (const path of paths) fixScenario(path, open);
  const problems = paths.flatMap((path) => openScenario(path, open).problems);
  switch (options.format) {
    case 'text':
      for (const problem of problems) terminal.line(`${problemText(problem, terminal.columns, terminal.paint)}\n`);
      terminal.line(problemTally(problems, paths.length));
      break;
    case 'json':
      terminal.line(JSON.stringify(problems.map(problemJson), null, 2));
      break;
    case 'github':
      for (const problem of problems) terminal.line(problemGithub(problem));
      break;
    case 'sarif':
      terminal.line(JSON.stringify(sarifLog(problems, VERSION), null, 2));
      break;
  }
  return problems.some(({ severity }) => severity === 'error') ? ExitCode.invalidConfig : ExitCode.ok;
}
