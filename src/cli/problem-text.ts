/** Problems of scenario files as text: for people as a compiler shows them, as JSON, and as GitHub's workflow commands. */
import type { Problem, Severity } from '../scenario/problem.ts';
import { displayWidth, oneLine, type Paint, type Palette } from '../report/text-layout.ts';
import { workflowCommand } from '../report/workflow-command.ts';

export interface FileProblem extends Problem {
  /** As the user named it. */
  readonly file: string;
  /** The whole file, to show the line; '' where it could not be read. */
  readonly text: string;
}

/** `file:line:column: error: message [code]`, the line with a caret under the place, and what the problem relates to. */
export function problemText(problem: FileProblem, width: number, paint: Palette): string {
  const { file, range, severity, message, code } = problem;
  const place = `${file}:${range.start.line + 1}:${range.start.character + 1}`;
  const colour = severityPaint(severity, paint);
  return [
    // One line, however long, so that editors and CI can read it.
    `${paint.bold(place)}: ${colour(severityWord(severity))}: ${oneLine(message)} ${paint.dim(`[${code}]`)}`,
    ...codeLines(problem, width, colour, paint),
    ...(problem.related ?? []).map(({ message: also, range: at }) => {
      return paint.dim(`  ${file}:${at.start.line + 1}:${at.start.character + 1}: ${also}`);
    }),
  ].join('\n');
}

/** What `validate --format json` prints of each problem; lines and columns count from 1, the end is exclusive. */
export function problemJson({ file, range, severity, code, message }: FileProblem): object {
  return {
    file,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    severity,
    code,
    message,
  };
}

/** A workflow command, so that GitHub shows the problem at its line of a pull request. */
export function problemGithub({ file, range, severity, code, message }: FileProblem): string {
  const level = severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'notice';
  const withinLine = range.start.line === range.end.line;
  return workflowCommand(level, {
    file,
    line: range.start.line + 1,
    endLine: range.end.line + 1,
    ...(withinLine ? { columns: [range.start.character + 1, range.end.character + 1] as const } : {}),
    title: code,
    message,
  });
}

/** `2 errors, 1 warning in 3 files` */
export function problemTally(problems: readonly FileProblem[], files: number): string {
  const counts = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity) => {
    const n = problems.filter((problem) => problem.severity === severity).length;
    return n === 0 ? [] : [numbered(n, severityWord(severity))];
  });
  return `${counts.length === 0 ? 'No problems' : counts.join(', ')} in ${numbered(files, 'file')}.`;
}

function codeLines({ text, range }: FileProblem, width: number, colour: Paint, paint: Palette): string[] {
  const line = text.split(/\r\n|\r|\n/)[range.start.line];
  if (line === undefined || line.trim() === '') return [];
  const number = String(range.start.line + 1);
  const gutter = `  ${' '.repeat(number.length)} │ `;
  const room = Math.max(20, width - displayWidth(gutter));
  // A long line is shown from shortly before the place on.
  const from = range.start.character > room - 10 ? range.start.character - 10 : 0;
  const shown = shownLine(line.slice(from, from + room));
  const before = displayWidth(shownLine(line.slice(from, range.start.character)));
  const to = range.end.line === range.start.line ? range.end.character : line.length;
  const marked = displayWidth(shownLine(line.slice(range.start.character, to)));
  const carets = Math.max(1, Math.min(marked, room - before));
  return [
    `${paint.dim(`  ${number} │ `)}${shown}`,
    `${paint.dim(gutter)}${' '.repeat(before)}${colour('^'.repeat(carets))}`,
  ];
}

/** Each control character as one column, so that carets stay under their letters. */
function shownLine(text: string): string {
  return text.replace(/\p{Control}/gu, ' ');
}

function severityWord(severity: Severity): string {
  return severity === 'information' ? 'note' : severity;
}

function severityPaint(severity: Severity, paint: Palette): Paint {
  return severity === 'error' ? paint.fail : severity === 'warning' ? paint.warn : paint.figure;
}

function numbered(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
