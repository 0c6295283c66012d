import { ExitCode } from '../run/events.ts';

/** From harmless to bad: of several runs, the one that says least about the system under test decides. */
const WORSE_LAST: readonly number[] = [
  ExitCode.ok,
  ExitCode.regression,
  ExitCode.thresholdsFailed,
  ExitCode.generatorSaturated,
  ExitCode.teardownTimeout,
  ExitCode.setupTimeout,
  ExitCode.scriptAborted,
  ExitCode.scriptException,
  ExitCode.externalAbort,
  ExitCode.invalidConfig,
  ExitCode.internalError,
];

/** The worst of some exit codes; codes that nobody knows are worst of all. 0 for none. */
export function worstExitCode(codes: readonly number[]): number {
  const rank = (code: number): number => {
    const index = WORSE_LAST.indexOf(code);
    return index < 0 ? WORSE_LAST.length : index;
  };
  return codes.reduce((worst, code) => (rank(code) > rank(worst) ? code : worst), ExitCode.ok);
}
