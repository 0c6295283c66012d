import { h, icon, iconButton, setClass, setHidden, setText } from './dom.ts';
import type { Part, ViewContext } from './context.ts';
import { dateText } from './dates.ts';
import { createLoadControl } from './load-control.ts';
import { clock } from '../src/report/format.ts';
import { generatorReason, generatorWords } from '../src/report/trust-words.ts';
import { headlineOf, type Tone } from '../src/report/words.ts';

/** Of a run as a whole. */
export const TONE_ICONS: Readonly<Record<Tone, string>> = {
  idle: 'circle-large-outline',
  running: 'sync',
  pass: 'pass',
  warn: 'warning',
  fail: 'error',
  interrupted: 'debug-disconnect',
};

/** The verdict in words, what ran, whether the generator can be trusted, and the actions. It never scrolls away. */
export function createHeadline(context: ViewContext): Part {
  const mark = icon('blank');
  const text = h('h1', { class: 'verdict-text' });
  const spoken = h('div', { class: 'sr', attributes: { role: 'status' } });
  const bar = h('div', { class: 'progress-bar' });
  const progress = h(
    'div',
    {
      class: 'progress',
      attributes: {
        role: 'progressbar',
        'aria-label': 'Progress of the run',
        'aria-valuemin': 0,
        'aria-valuemax': 100,
      },
    },
    bar,
  );
  const stop = iconButton('debug-stop', 'Stop the run gracefully; its results are kept', () => {
    context.post({ type: 'stop' });
  });
  const load = createLoadControl(context);
  const again = iconButton('debug-rerun', 'Run again', () => context.post({ type: 'run' }));
  const toolbar = h('div', { class: 'toolbar', attributes: { role: 'toolbar', 'aria-label': 'Run' } });
  if (context.hosted) {
    toolbar.append(
      load.level,
      load.pause,
      stop,
      again,
      iconButton('git-compare', 'Compare with other runs…', () => context.post({ type: 'compare' })),
      iconButton('export', 'Export as HTML, Markdown, JUnit, CSV…', () => context.post({ type: 'export' })),
      iconButton('copy', 'Copy as Markdown', () => context.post({ type: 'copy' })),
      iconButton('go-to-file', 'Show the scenario', () => context.post({ type: 'reveal', line: 0 })),
    );
  }
  toolbar.append(iconButton('collapse-all', 'Collapse all sections', () => context.collapseAll(), 'action wide'));
  const duration = h('span', { class: 'meta' });
  const trust = h('button', {
    class: 'trust',
    attributes: { type: 'button' },
    on: { click: () => context.showGenerator() },
  });
  const trustIcon = icon('blank');
  const trustText = h('span');
  trust.append(trustIcon, trustText);
  const { run } = context;
  const node = h(
    'header',
    { class: 'headline' },
    h('div', { class: 'headline-row' }, mark, text, toolbar),
    h(
      'div',
      { class: 'metas' },
      h(
        'div',
        { class: 'metas-items' },
        h('span', { class: 'meta strong' }, run.plan?.name ?? ''),
        h('span', { class: 'meta', attributes: { title: 'Start of the run' } }, dateText(run.start?.time ?? 0)),
        duration,
        hostsOf(run.start?.hosts ?? []),
        overridesOf(run.start?.options.overrides ?? []),
        trust,
      ),
    ),
    progress,
    spoken,
  );
  let said = '';
  return {
    node,
    update() {
      const { tone, text: words } = headlineOf(run);
      const paused = run.state === 'running' && run.loadLevel.paused;
      setClass(mark, `codicon codicon-${paused ? 'debug-pause' : TONE_ICONS[tone]} tone-${tone}`);
      setText(text, words);
      node.dataset['tone'] = tone;
      const live = run.state === 'running' || run.state === 'setup';
      // A live region that speaks each second would be unbearable: it speaks the verdict and changes of stage.
      const speech = live
        ? words
            .replace(/ (at )?\d[\d:]* of [\d:]+/, '')
            .replace(' –', ',')
            .replace(/,? [\d,]+\u00a0VUs?$/, '')
        : words;
      if (speech !== said) setText(spoken, (said = speech));
      setText(duration, live ? `${clock(run.plannedMs)} planned` : clock(run.elapsedMs));
      setHidden(progress, !live);
      const share = run.plannedMs > 0 ? Math.min(1, run.elapsedMs / run.plannedMs) : 0;
      bar.style.width = `${share * 100}%`;
      progress.setAttribute('aria-valuenow', String(Math.round(share * 100)));
      setHidden(stop, !live);
      load.update();
      setHidden(again, live || !context.canRun);
      updateTrust();
    },
  };

  function updateTrust(): void {
    setHidden(trust, run.intervals.length === 0);
    const { judgement } = run.generator;
    const good = judgement.trust === 'trustworthy';
    setClass(trust, `trust ${judgement.trust === 'saturated' ? 'bad' : 'good'}`);
    setClass(trustIcon, `codicon codicon-${good ? 'verified' : 'warning'}`);
    setText(trustText, generatorWords(judgement));
    trust.title = generatorReason(judgement);
  }
}

function hostsOf(hosts: readonly string[]): HTMLElement | null {
  if (hosts.length === 0) return null;
  const names = hosts.map((host) => host.replace(/^https?:\/\//, ''));
  const text = names.length === 1 ? (names[0] ?? '') : `${names.length} hosts`;
  return h('span', { class: 'meta', attributes: { title: `Target: ${names.join(', ')}` } }, text);
}

/** What the file alone does not say of this run: `environment staging`, `scaled to 1m`. */
function overridesOf(overrides: readonly string[]): HTMLElement | null {
  if (overrides.length === 0) return null;
  const title = 'How this run differs from what its file says';
  return h('span', { class: 'meta', attributes: { title } }, overrides.join(' · '));
}
