/** What a run leaves in GitHub Actions: the summary of its step, and annotations at the lines of thresholds. */
import type { RunModel } from '../run/model.ts';
import { plainSpaces } from './text-layout.ts';
import { markdownReport } from './markdown.ts';
import { worstFirst } from './text-requirements.ts';
import { headline, margin, requirementExpression, requirementTitle, showActual, showLimit } from './words.ts';
import { workflowCommand } from './workflow-command.ts';

/** GitHub takes 1 MiB of all runs in a step together and drops the whole summary beyond it. */
const MOST_BYTES = 250_000;

/** The Markdown, cut at the end of a line where it would be too long, and a line apart from what follows it. */
export function githubStepSummary(run: RunModel): string {
  const text = markdownReport(run);
  if (Buffer.byteLength(text) <= MOST_BYTES) return `${text}\n`;
  const cut = Buffer.from(text).subarray(0, MOST_BYTES).toString('utf8');
  // A fold that is not closed would hide what follows it.
  const fold = cut.lastIndexOf('\n<details>');
  const end = fold > cut.lastIndexOf('</details>') ? fold : cut.lastIndexOf('\n');
  return `${cut.slice(0, end)}\n\n…the rest is too long for a step's summary.\n\n`;
}

/**
 * A workflow command for each requirement that is not met, worst first, at its line of the scenario; `file` as the repository
 * names it. A run that failed for another reason has one at the top of the file.
 */
export function githubAnnotations(run: RunModel, file: string): string[] {
  const metrics = run.plan?.metrics ?? [];
  const commands = worstFirst(run).flatMap(({ threshold, result }) => {
    const accepted = result.verdict === 'no-data' && run.end?.outcome === 'passed';
    if (result.verdict === 'pass' || accepted) return [];
    const { start, end } = threshold.range;
    const target = showLimit(threshold, threshold.condition, metrics);
    const distance = margin(threshold, result);
    return [
      workflowCommand(result.verdict === 'warn' ? 'warning' : 'error', {
        file,
        line: start.line + 1,
        endLine: end.line + 1,
        title: plainSpaces(requirementTitle(threshold)),
        message: plainSpaces(
          `${requirementExpression(threshold)}: ${showActual(threshold, result, metrics)}, target ${target}${distance === '' ? '' : ` (${distance})`}`,
        ),
      }),
    ];
  });
  const outcome = run.end?.outcome ?? 'interrupted';
  if (outcome === 'passed' || (outcome === 'failed' && commands.length > 0)) return commands;
  const message = plainSpaces(run.end?.reason === undefined || run.end.reason === '' ? headline(run) : run.end.reason);
  return [
    ...commands,
    workflowCommand('error', { file, line: 1, endLine: 1, title: plainSpaces(headline(run)), message }),
  ];
}
