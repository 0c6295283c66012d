export interface Annotation {
  /** As the repository names it. */
  readonly file: string;
  /** Counting from 1. */
  readonly line: number;
  readonly endLine: number;
  /** Columns are only understood within one line; counting from 1, the end exclusive. */
  readonly columns?: readonly [from: number, to: number];
  readonly title: string;
  readonly message: string;
}

/** GitHub's workflow command for an annotation: it shows at its line of a pull request, and in the step's log. */
export function workflowCommand(level: 'error' | 'warning' | 'notice', annotation: Annotation): string {
  const { file, line, endLine, columns, title, message } = annotation;
  const properties = [
    ['file', file],
    ['line', String(line)],
    ['endLine', String(endLine)],
    ...(columns ? [['col', String(columns[0])] as const, ['endColumn', String(columns[1])] as const] : []),
    ['title', title],
  ] as const;
  const text = properties.map(([name, value]) => `${name}=${escapeProperty(value)}`).join(',');
  return `::${level} ${text}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
