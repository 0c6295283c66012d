import { loadScenario, type LoadOptions } from '../../../src/scenario/index.ts';

/** Each problem as `line:column «marked text» severity? code: message`, counted from 1 as people do. */
export function problemLines(text: string, options?: LoadOptions, fileName = 'test.load.yaml'): string[] {
  const lines = text.split('\n');
  return loadScenario(text, fileName, options).problems.map(({ range, severity, code, message }) => {
    const { start, end } = range;
    const line = lines[start.line] ?? '';
    const marked =
      start.line === end.line ? line.slice(start.character, end.character) : `${line.slice(start.character)}…`;
    const kind = severity === 'error' ? '' : `${severity} `;
    return `${start.line + 1}:${start.character + 1} «${marked}» ${kind}${code}: ${message}`;
  });
}
