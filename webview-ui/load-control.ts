import type { ViewContext } from './context.ts';
import { h, icon, iconButton, setClass, setHidden } from './dom.ts';
import type { LoadLevel } from '../src/run/events.ts';

/** What each press adds or takes, in percent of the plan. */
const STEP = 10;
const LEAST = 1;
const MOST = 10_000;
/** For so long after a press, what was asked for stands; then what the run says. */
const PATIENCE_MS = 1500;

/** Pause and resume, and how much of the planned load is made: only while a run goes on whose load can be changed from here. */
export function createLoadControl(context: ViewContext): {
  readonly pause: HTMLElement;
  readonly level: HTMLElement;
  update(): void;
} {
  const { run } = context;
  const pauseIcon = icon('debug-pause');
  const pause = h(
    'button',
    { class: 'action', attributes: { type: 'button' }, on: { click: () => ask({ paused: !wanted.paused }) } },
    pauseIcon,
  );
  const input = h('input', {
    attributes: {
      type: 'text',
      inputmode: 'numeric',
      role: 'spinbutton',
      'aria-label': 'Load in percent of the plan',
      'aria-valuemin': LEAST,
      'aria-valuemax': MOST,
      title: 'Load in percent of what is planned; 100 % is the plan',
    },
    on: { keydown: (event) => onKey(event), change: () => take(), focus: () => input.select() },
  });
  const less = iconButton('remove', `Less load: ${STEP} percentage points`, () => step(-1));
  const more = iconButton('add', `More load: ${STEP} percentage points`, () => step(1));
  const level = h(
    'span',
    { class: 'load-level', attributes: { role: 'group', 'aria-label': 'Load' } },
    h('span', { class: 'load-label', attributes: { 'aria-hidden': 'true' } }, 'Load'),
    less,
    input,
    more,
  );
  let wanted: LoadLevel = run.loadLevel;
  let askedAt = Number.NEGATIVE_INFINITY;
  return { pause, level, update };

  function update(): void {
    const offered = context.canChange && run.state === 'running' && context.state === 'live';
    setHidden(pause, !offered);
    setHidden(level, !offered);
    if (!offered) return;
    // The engine's answer to one press may come after the next one.
    if (performance.now() - askedAt > PATIENCE_MS) wanted = run.loadLevel;
    show();
  }

  function show(): void {
    const title = wanted.paused
      ? 'Resume: iterations begin again'
      : 'Pause: no iteration begins; connections and the time of the schedule go on';
    setClass(pauseIcon, `codicon codicon-${wanted.paused ? 'debug-continue' : 'debug-pause'}`);
    if (pause.title !== title) {
      pause.title = title;
      pause.setAttribute('aria-label', title);
    }
    const percent = percentOf(wanted);
    less.disabled = percent <= LEAST;
    more.disabled = percent >= MOST;
    input.setAttribute('aria-valuenow', String(percent));
    input.setAttribute('aria-valuetext', `${percent} percent`);
    // What is being typed stays.
    if (document.activeElement !== input || input.dataset['typed'] === undefined) input.value = `${percent}\u00a0%`;
  }

  function ask(part: Partial<LoadLevel>): void {
    wanted = { paused: part.paused ?? wanted.paused, factor: part.factor ?? wanted.factor };
    askedAt = performance.now();
    context.post({ type: 'change-load', level: part });
    show();
  }

  /** To the next ten, up or down. */
  function step(direction: 1 | -1): void {
    const percent = percentOf(wanted);
    const next = direction > 0 ? Math.floor(percent / STEP + 1) * STEP : Math.ceil(percent / STEP - 1) * STEP;
    set(next);
  }

  function set(percent: number): void {
    const factor = Math.min(MOST, Math.max(LEAST, percent)) / 100;
    if (factor !== wanted.factor) ask({ factor });
  }

  function take(): void {
    delete input.dataset['typed'];
    const percent = Number(input.value.replace('%', '').trim());
    if (percent > 0) set(Math.round(percent));
    show();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      delete input.dataset['typed'];
      step(event.key === 'ArrowUp' ? 1 : -1);
    } else if (event.key === 'Enter') {
      take();
    } else if (event.key === 'Escape') {
      // Not the window of the charts: what was typed.
      event.stopPropagation();
      delete input.dataset['typed'];
      show();
    } else {
      input.dataset['typed'] = '';
    }
  }
}

function percentOf({ factor }: LoadLevel): number {
  return Math.round(factor * 100);
}
