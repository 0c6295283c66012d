import type { Sample } from '../../run/events.ts';
import type { Step } from '../../scenario/plan.ts';
import type { DebugException, ExceptionFilter } from './protocol.ts';

/** Of a body, what tells a person why an answer was not as expected. */
const BODY_START = 400;

/** What a debugger stops for behind an exchange: the failed expectation or check; null for none that somebody wants to stop at. */
export function exceptionOf(
  sample: Sample,
  step: Step | undefined,
  filters: ReadonlySet<ExceptionFilter>,
): DebugException | null {
  const { kind, message, name, response, checks = [] } = sample;
  const start = response?.body ? `\n\nThe body begins with:\n${response.body.slice(0, BODY_START)}` : '';
  if (kind !== null && filters.has('expectations') && !isTolerated(sample, step)) {
    return { filter: 'expectations', text: message, details: `${name}: ${message}${start}` };
  }
  const failed = checks.filter(({ ok }) => !ok);
  if (failed.length === 0 || !filters.has('checks')) return null;
  const lines = failed.map(({ name: check, expression, reads, problem }) => {
    const read = reads.map(([what, json]) => `${what} is ${json}`).join(', ');
    return `“${check}” does not hold: ${expression}${problem === '' ? (read === '' ? '' : `, where ${read}`) : `. ${problem}`}`;
  });
  return { filter: 'checks', text: lines[0] ?? '', details: `${lines.join('\n')}${start}` };
}

/** An outcome by design is nothing to stop at. */
function isTolerated({ response }: Sample, step: Step | undefined): boolean {
  const request = step?.kind === 'poll' ? step.request : step;
  if (!response || !request || !('expect' in request) || request.kind === 'websocket') return false;
  return request.expect.tolerate.some(({ from, to }) => response.status >= from && response.status <= to);
}
