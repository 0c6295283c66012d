import type { Plan } from '../scenario/plan.ts';
import { stepLabel } from '../scenario/debug.ts';
import type { SendableStep } from '../scenario/sendable-steps.ts';
import type { SourcePosition } from '../scenario/range.ts';
import type { RunModel } from '../run/model.ts';
import { headlineOf } from '../report/words.ts';
import { liveFigures } from './live-figures.ts';
import { topLevelKeys } from './top-level-keys.ts';
import { TONE_ICONS } from './verdict-sign.ts';

export type LensAction =
  | { readonly kind: 'run' }
  | { readonly kind: 'run-once' }
  | { readonly kind: 'debug' }
  /** `line`: of the request, from 0. */
  | { readonly kind: 'send'; readonly line: number }
  | { readonly kind: 'run-scenario'; readonly scenario: string }
  | { readonly kind: 'stop' }
  | { readonly kind: 'results' };

/** A line of links above a line of the file. */
export interface Lens {
  readonly line: number;
  /** May hold the editor's icons, `$(play)`. */
  readonly title: string;
  readonly tooltip: string;
  readonly action: LensAction;
}

export interface LensState {
  /** False in a workspace that isn't trusted: then there is nothing to press. */
  readonly mayRun: boolean;
  /** Whether requests have their own. */
  readonly sends: boolean;
  /** The running or last run of this file. */
  readonly run: RunModel | null;
  /** The run is on; the model may not have heard of its start yet. */
  readonly running: boolean;
  /** A graceful stop was asked for. */
  readonly stopping: boolean;
  /** When the run began, in words for the last verdict, e.g. `12 Jun 14:02`. */
  readonly when: string;
}

/**
 * The links above a scenario file's first key and its thresholds, above each of several scenarios, and above requests. `plan` is of the last
 * text without errors, `requests` are those that can be sent.
 */
export function codeLenses(
  text: string,
  plan: Plan | null,
  requests: readonly SendableStep[],
  state: LensState,
): Lens[] {
  const keys = topLevelKeys(text);
  const first = Math.min(...keys.values());
  if (keys.size === 0) return [];
  const thresholds = keys.get('thresholds');
  const lines = thresholds === undefined || thresholds === first ? [first] : [first, thresholds];
  return [
    ...lines.flatMap((line) => fileLenses(line, state, line === first)),
    ...(plan && plan.scenarios.length > 1 ? plan.scenarios.flatMap((scenario) => scenarioLenses(scenario, state)) : []),
    ...(state.sends ? sendLenses(requests, text.split(/\r\n|\r|\n/), state) : []),
  ];
}

function fileLenses(line: number, state: LensState, head: boolean): Lens[] {
  if (state.running) return runningLenses(line, state);
  const lenses: Lens[] = [];
  if (state.mayRun) {
    lenses.push({
      line,
      title: '$(play) Run',
      tooltip: 'Run this scenario file and judge its thresholds',
      action: { kind: 'run' },
    });
    if (head) {
      lenses.push({
        line,
        title: 'Run once',
        tooltip: 'One iteration of each scenario, to see that its requests work',
        action: { kind: 'run-once' },
      });
      lenses.push({
        line,
        title: 'Debug',
        tooltip: 'Step through one iteration of each scenario, with breakpoints on its steps',
        action: { kind: 'debug' },
      });
    }
  }
  if (state.run && state.run.state !== 'empty') {
    const { tone, text } = headlineOf(state.run);
    const when = state.when === '' ? '' : `, ${state.when}`;
    lenses.push({
      line,
      title: `${TONE_ICONS[tone]} ${shortened(text)}${when}`,
      tooltip: `${text}. Show the results of this run`,
      action: { kind: 'results' },
    });
  }
  return lenses;
}

/** Why a run was aborted can take sentences; the first words say which story it is. */
const LONGEST_HEADLINE = 60;

function shortened(text: string): string {
  return text.length <= LONGEST_HEADLINE ? text : `${text.slice(0, LONGEST_HEADLINE - 1).trimEnd()}…`;
}

function runningLenses(line: number, { run, stopping }: LensState): Lens[] {
  const stop: Lens = stopping
    ? {
        line,
        title: '$(debug-stop) Stop now',
        tooltip: 'Cut off the iterations that are still running',
        action: { kind: 'stop' },
      }
    : {
        line,
        title: '$(debug-stop) Stop',
        tooltip: 'Let iterations finish, then end the run; results are kept',
        action: { kind: 'stop' },
      };
  const progress = stopping ? 'Stopping…' : run?.state === 'running' ? liveText(run) : 'Starting…';
  return [stop, { line, title: progress, tooltip: 'Show the results', action: { kind: 'results' } }];
}

/** `3:12 of 13:00 · 82.4 req/s · 0 failed` */
function liveText(run: RunModel): string {
  const { elapsed, planned, perSecond, failed } = liveFigures(run);
  return `${elapsed} of ${planned} · ${perSecond} req/s · ${failed} failed`;
}

/** Above each request; where several stand on one line, it would not be clear which is meant. */
function sendLenses(steps: readonly SendableStep[], text: readonly string[], { mayRun, running }: LensState): Lens[] {
  if (!mayRun || running) return [];
  const lines = steps.map(({ range }) => itemLine(text, range.start));
  return steps.flatMap((step, index): Lens[] => {
    const line = lines[index];
    if (line === undefined || lines[index - 1] === line || lines[index + 1] === line) return [];
    const tooltip = `Send ${stepLabel(step)} alone, with what it needs from the steps before it`;
    return [{ line, title: '$(play) Send', tooltip, action: { kind: 'send', line: step.range.start.line } }];
  });
}

/** Where a list's item begins: a name or a weight may stand before the key that says what a step is, and nothing should part them. */
function itemLine(text: readonly string[], { line, character }: SourcePosition): number {
  if (/\S/.test((text[line] ?? '').slice(0, character))) return line;
  for (let at = line - 1; at >= 0; at--) {
    const content = text[at] ?? '';
    const indent = content.search(/\S/);
    if (indent >= 0 && indent < character) return /^\s*(-\s|\{)/.test(content) ? at : line;
  }
  return line;
}

function scenarioLenses({ name, range }: Plan['scenarios'][number], state: LensState): Lens[] {
  if (!state.mayRun || state.running) return [];
  return [
    {
      line: range.start.line,
      title: `$(play) Run only ${name}`,
      tooltip: `Run the scenario ${name} without the others`,
      action: { kind: 'run-scenario', scenario: name },
    },
  ];
}
