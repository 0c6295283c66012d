import type { RunModel } from '../run/model.ts';
import { headlineOf, tallyOf, type Tone } from '../report/words.ts';
import { liveFigures } from './live-figures.ts';
import { TONE_ICONS } from './verdict-sign.ts';

/** What the status bar says about a scenario, and what a click on it does. */
export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
  readonly tone: Tone;
  readonly action: 'run' | 'stop' | 'results';
}

/** `run`: the scenario's running or last run; null before its first. */
export function statusText(title: string, run: RunModel | null): StatusText {
  if (!run || run.state === 'empty') {
    return { text: `${TONE_ICONS.idle} ${title}`, tooltip: `Run ${title}`, tone: 'idle', action: 'run' };
  }
  const { tone, text } = headlineOf(run);
  if (run.state === 'running') {
    const { elapsed, planned, vus, perSecond, failed } = liveFigures(run);
    const figures = [`${elapsed}/${planned}`, `${vus} VUs`, `${perSecond}/s`, `${failed} failed`].join('  ');
    const icon = run.loadLevel.paused ? '$(debug-pause)' : '$(sync)';
    return { text: `${icon} ${figures}`, tooltip: `${title}: ${text}. Click to stop.`, tone, action: 'stop' };
  }
  if (run.state === 'setup') {
    return { text: `$(sync) ${text}`, tooltip: `${title}: ${text}. Click to stop.`, tone, action: 'stop' };
  }
  return {
    text: `${TONE_ICONS[tone]} ${shortOutcome(run, tone)}`,
    tooltip: `${title}: ${text}. Click to show the results.`,
    tone,
    action: 'results',
  };
}

function shortOutcome(run: RunModel, tone: Tone): string {
  switch (run.end?.outcome) {
    case 'passed': {
      const warnings = tallyOf(run.thresholds).warn;
      if (tone !== 'warn') return 'Passed';
      return warnings > 0
        ? `Passed with ${warnings} of ${run.thresholds.length} warning`
        : 'Passed, generator saturated';
    }
    case 'failed': {
      const { fail, 'no-data': noData } = tallyOf(run.thresholds);
      return `Failed ${fail + noData} of ${run.thresholds.length}`;
    }
    case 'aborted':
      return run.complete ? 'Teardown failed' : 'Aborted';
    case 'error':
      return 'Error';
    case 'interrupted':
    case undefined:
      return 'Interrupted';
  }
}
