import type { ShownRun } from './shown-run.ts';

const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** When a run began, `12 Jun 14:02`; '' where nothing of it is known. */
export function startTime(run: ShownRun): string {
  const { start } = run.model;
  return start ? dateText(start.time) : '';
}

/** Unix ms as `12 Jun 14:02`. */
export function dateText(time: number): string {
  return format.format(time).replace(',', '');
}
