import { appendFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { githubAnnotations, githubStepSummary } from '../report/github.ts';
import type { RunModel } from '../run/model.ts';
import { CliError } from './cli-error.ts';
import { checkWritable } from './outputs.ts';

/** A run's Markdown in the summary of a GitHub Actions step, which later runs of the same step are added to. */
export class GithubSummary {
  readonly path: string;
  readonly #scenario: string;

  /** @throws CliError outside of GitHub Actions without a file of its own, or where that can't be written. */
  constructor(target: string | null, scenario: string, env: Readonly<Record<string, string | undefined>>) {
    const path = target ?? env['GITHUB_STEP_SUMMARY'] ?? '';
    if (path === '')
      throw new CliError(
        '--out github-summary works in GitHub Actions, where the variable GITHUB_STEP_SUMMARY names its file.',
        'Elsewhere, write --out markdown=FILE.',
      );
    checkWritable(path);
    this.path = path;
    // Annotations name files as the repository does.
    const workspace = env['GITHUB_WORKSPACE'];
    this.#scenario = workspace ? relative(workspace, resolve(scenario)) : scenario;
  }

  write(run: RunModel): void {
    appendFileSync(this.path, githubStepSummary(run));
  }

  /** Workflow commands, for standard output. */
  annotations(run: RunModel): string[] {
    return githubAnnotations(run, this.#scenario);
  }
}
