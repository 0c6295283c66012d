import type { DebugProtocol } from '@vscode/debugprotocol';
import type { DebugException, ExceptionFilter } from '../../engine/debug/protocol.ts';

/** When a person can have an iteration stop by itself. */
export const EXCEPTION_FILTERS: readonly (DebugProtocol.ExceptionBreakpointsFilter & {
  readonly filter: ExceptionFilter;
})[] = [
  {
    filter: 'expectations',
    label: 'Failed expectations',
    description: 'Stop behind a request whose answer is not what it expects.',
    default: true,
  },
  { filter: 'checks', label: 'Failed checks', description: 'Stop behind a request of which a check does not hold.' },
  { filter: 'errors', label: 'Errors of the iteration', description: 'Stop before an error ends the iteration.' },
];

/** Of the filters that a client names, those that there are. */
export function exceptionFilters(names: readonly string[]): ExceptionFilter[] {
  return EXCEPTION_FILTERS.map(({ filter }) => filter).filter((filter) => names.includes(filter));
}

const TITLES: Readonly<Record<ExceptionFilter, string>> = {
  expectations: 'Failed expectation',
  checks: 'Failed check',
  errors: 'Error of the iteration',
};

export function exceptionTitle({ filter }: DebugException): string {
  return TITLES[filter];
}
