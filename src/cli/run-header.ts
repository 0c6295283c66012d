import { oneLine, wrap } from '../report/text-layout.ts';
import type { RunStart } from '../run/events.ts';
import type { Terminal } from './terminal.ts';

/**
 * The scenario, every host that it will load, and what was changed against the file, after an empty line: who reads a log must see
 * what was shot at.
 */
export function headerText(start: RunStart, terminal: Terminal): string {
  const { overrides } = start.options;
  const lines = wrap(overrides.map(oneLine).join(' · '), terminal.columns - 4);
  return [targetText(start, terminal), ...lines.map((line) => `  ${terminal.paint.dim(line)}`)].join('\n');
}

function targetText({ plan, hosts }: RunStart, { paint, columns }: Terminal): string {
  const [name, file] = [oneLine(plan.name), oneLine(plan.file)];
  const title = name === file ? paint.bold(name) : `${paint.bold(name)}  ${paint.dim(file)}`;
  if (hosts.length === 0) return `\n  ${title}`;
  const targets = hosts.map(oneLine).join(', ');
  const fits = name.length + file.length + targets.length + 10 <= columns;
  return `\n  ${title}${fits ? '' : '\n'}  →  ${targets}`;
}
