import { endpointName } from './endpoint-name.ts';
import { h, icon, iconButton, svg, textButton } from './dom.ts';
import { innerSteps } from '../src/scenario/step-tree.ts';
import type { HostMessage, PlanPreview, ViewMessage } from './protocol.ts';
import { plannedLoad, type LoadUnit } from './chart-data.ts';
import type { Plan, RequestStep, Step } from '../src/scenario/plan.ts';
import { maxVUs, plannedDurationMs, stagesOf } from '../src/scenario/schedule/index.ts';
import { clock, count, percent, plural, significant } from '../src/report/format.ts';
import { requirementExpression, requirementTitle } from '../src/report/words.ts';

const HEIGHT = 150;
const LEFT = 50;
const RIGHT = 14;
const TOP = 22;
const BOTTOM = 20;

type Empty = Extract<HostMessage, { type: 'empty' }>;

/** Before the first run: what would be sent, drawn and in words. The one place with a filled button. */
export function createPreview({ preview, canRun }: Empty, post: (message: ViewMessage) => void): HTMLElement[] {
  const mark = icon('circle-large-outline');
  mark.classList.add('tone-idle');
  const name = preview ? h('span', { class: 'meta strong' }, preview.plan.name) : null;
  const header = h(
    'header',
    { class: 'headline' },
    h(
      'div',
      { class: 'headline-row' },
      mark,
      h('h1', { class: 'verdict-text' }, 'Not run yet'),
      h(
        'div',
        { class: 'toolbar' },
        iconButton('go-to-file', 'Show the scenario', () => post({ type: 'reveal', line: 0 })),
      ),
    ),
    h('div', { class: 'metas' }, h('div', { class: 'metas-items' }, name)),
  );
  if (!preview) {
    const lead = 'The scenario has problems to solve before it can run. They are marked in its text.';
    return [header, h('main', { class: 'preview' }, h('p', { class: 'lead' }, lead))];
  }
  return [header, body(preview, canRun ?? true, post)];
}

function body({ plan, hosts }: PlanPreview, canRun: boolean, post: (message: ViewMessage) => void): HTMLElement {
  const most = plan.scenarios.reduce((sum, { executor }) => sum + maxVUs(executor), 0);
  const executors = [...new Set(plan.scenarios.map(({ executor }) => executor.kind))].join(', ');
  return h(
    'main',
    { class: 'preview' },
    h(
      'p',
      { class: 'lead' },
      'This scenario has not run yet. It will send real requests to ',
      hosts.length > 0 ? hosts.flatMap((host, index) => [index > 0 && ', ', h('code', null, host)]) : 'its hosts',
      ' for ',
      open(plan) ? 'at most ' : '',
      h('strong', null, clock(plannedDurationMs(plan))),
      ' with up to ',
      h('strong', null, plural(most, 'VU')),
      '.',
    ),
    canRun &&
      h(
        'div',
        { class: 'preview-actions' },
        textButton('button', null, () => post({ type: 'run' }), icon('play'), 'Run'),
        textButton('link', null, () => post({ type: 'run-once' }), 'Send one iteration first'),
      ),
    h('h2', null, 'Planned load ', h('span', { class: 'hint' }, `(${executors})`)),
    loadChart(plan),
    h('h2', null, 'Will be sent'),
    requests(plan, post),
    h('h2', null, 'Will be judged by'),
    plan.thresholds.length === 0
      ? h('p', { class: 'hint' }, 'Nothing: the scenario sets no requirements.')
      : h(
          'ul',
          { class: 'plain-list' },
          plan.thresholds.map((threshold) =>
            h(
              'li',
              null,
              icon('circle-large-outline'),
              textButton(
                'plain',
                `Go to line ${threshold.range.start.line + 1}`,
                () => post({ type: 'reveal', line: threshold.range.start.line }),
                threshold.name === null ? h('code', null, requirementTitle(threshold)) : threshold.name,
                threshold.name !== null && ' ',
                threshold.name !== null && h('code', { class: 'hint' }, requirementExpression(threshold)),
              ),
            ),
          ),
        ),
  );
}

/** Iteration counts end when they are done. */
function open(plan: Plan): boolean {
  return plan.scenarios.some(({ executor }) => executor.kind.endsWith('iterations'));
}

function loadChart(plan: Plan): HTMLElement {
  const holder = h('div', { class: 'preview-chart' });
  new ResizeObserver(() => {
    if (holder.clientWidth > 120) holder.replaceChildren(drawLoad(plan, holder.clientWidth));
  }).observe(holder);
  return holder;
}

function drawLoad(plan: Plan, width: number): SVGSVGElement {
  const arrivals = plan.scenarios.every(({ executor }) => executor.kind.endsWith('arrival-rate'));
  const unit: LoadUnit = arrivals ? 'iterations/s' : 'VUs';
  const planned = plannedLoad(plan, unit);
  const end = Math.max(1, plannedDurationMs(plan));
  const stages = plan.scenarios.length === 1 ? plan.scenarios.flatMap(stagesOf) : [];
  const steps = Math.ceil((width - LEFT - RIGHT) / 2);
  const points = Array.from({ length: steps + 1 }, (_, i) => Math.min(end - 1, (end * i) / steps)).map(
    (at) => [at, planned(at)] as const,
  );
  const max = Math.max(...points.map(([, value]) => value)) || 1;
  const x = (at: number): number => LEFT + (at / end) * (width - LEFT - RIGHT);
  const y = (value: number): number => TOP + (1 - value / (max * 1.1)) * (HEIGHT - TOP - BOTTOM);
  const node = svg('svg', { width, height: HEIGHT, role: 'img', 'aria-label': spoken(plan, unit, max) });
  for (const value of [0, max / 2, max]) {
    const text = arrivals ? `${significant(value)}/s` : count(Math.round(value));
    node.append(
      svg('line', { x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value), class: 'grid-line' }),
      svg('text', { x: LEFT - 6, y: y(value) + 4, class: 'tick', 'text-anchor': 'end' }, text),
    );
  }
  const line = points.map(([at, value], index) => `${index ? 'L' : 'M'}${x(at)},${y(value)}`).join(' ');
  node.append(
    svg('path', { d: `${line} L${x(end)},${y(0)} L${x(0)},${y(0)} Z`, class: 'plan-area' }),
    svg('path', { d: line, class: 'plan-line' }),
  );
  let free = LEFT - 30;
  for (const { name, fromMs, toMs } of stages) {
    node.append(svg('line', { x1: x(fromMs), x2: x(fromMs), y1: TOP - 14, y2: HEIGHT - BOTTOM, class: 'grid-line' }));
    if (x(toMs) - x(fromMs) > name.length * 6.2 + 10) {
      node.append(svg('text', { x: x(fromMs) + 5, y: 12, class: 'stage-name' }, name));
    }
    if (x(fromMs) < free || x(fromMs) > width - RIGHT - 70) continue;
    free = x(fromMs) + 50;
    const anchor = fromMs > 0 ? 'middle' : 'start';
    node.append(svg('text', { x: x(fromMs), y: HEIGHT - 5, class: 'tick', 'text-anchor': anchor }, clock(fromMs)));
  }
  node.append(svg('text', { x: width - RIGHT, y: HEIGHT - 5, class: 'tick', 'text-anchor': 'end' }, clock(end)));
  return node;
}

function spoken(plan: Plan, unit: LoadUnit, max: number): string {
  const stages = plan.scenarios.flatMap(stagesOf).map(({ name, toMs }) => `${name} until ${clock(toMs)}`);
  return [`Planned load, up to ${significant(max)} ${unit}`, ...stages].join(', ');
}

interface Sent {
  readonly step: RequestStep;
  /** Of all passes through the scenarios' steps; null: once, in setup or teardown. */
  readonly share: number | null;
  readonly when: string;
}

function requests(plan: Plan, post: (message: ViewMessage) => void): HTMLElement {
  const several = plan.scenarios.length > 1;
  const rows: Sent[] = [
    ...once(plan.setup, 'setup, before the VUs start'),
    ...plan.scenarios.flatMap(({ name, steps }) => sentBy(steps, 1, several ? `scenario ${name}` : '')),
    ...once(plan.teardown, 'teardown, after all VUs'),
  ];
  if (rows.length === 0) return h('p', { class: 'hint' }, 'Nothing: the scenario has no request.');
  return h(
    'table',
    { class: 'grid' },
    h('caption', { class: 'sr' }, 'Requests and how often an iteration sends them'),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        h('th', { attributes: { scope: 'col' } }, 'Request'),
        h('th', { class: 'num', attributes: { scope: 'col' } }, 'Of iterations'),
        h('th', { class: 't1', attributes: { scope: 'col' } }, h('span', { class: 'sr' }, 'When')),
      ),
    ),
    h(
      'tbody',
      null,
      rows.map(({ step, share, when }) => {
        const { line } = step.range.start;
        const name = textButton(
          'plain',
          `Go to line ${line + 1}`,
          () => post({ type: 'reveal', line }),
          endpointName(step),
        );
        return h(
          'tr',
          { class: 'row' },
          h('th', { class: 'what', attributes: { scope: 'row' } }, name),
          h('td', { class: 'num' }, share === null ? 'once' : share === 1 ? 'each' : wholePercent(share)),
          h('td', { class: 't1 hint' }, when),
        );
      }),
    ),
  );
}

function once(steps: readonly Step[], when: string): Sent[] {
  return sentBy(steps, 1, when).map((sent) => ({ ...sent, share: null }));
}

function sentBy(steps: readonly Step[], share: number, when: string): Sent[] {
  return steps.flatMap((step): Sent[] => {
    switch (step.kind) {
      case 'request':
        return [{ step, share, when: step.condition ? `${when}${when ? ', ' : ''}if its condition holds` : when }];
      case 'choose': {
        const total = step.branches.reduce((sum, { weight }) => sum + weight, 0);
        return step.branches.flatMap(({ weight, steps: inner }) => sentBy(inner, (share * weight) / total, when));
      }
      default:
        return innerSteps(step).flatMap((inner) => sentBy(inner, share, when));
    }
  });
}

/** Weights are what a person wrote: 30 %, not 30.0 %. */
function wholePercent(share: number): string {
  return percent(share).replace(/\.0+(?=\u00a0)/, '');
}
