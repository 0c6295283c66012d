import type { ViewContext } from './context.ts';
import { h, icon, setText, textButton, type Child } from './dom.ts';
import type { Sample } from '../src/run/events.ts';
import { bytes, clock, duration } from '../src/report/format.ts';
import { checkText } from '../src/report/text-exchange.ts';
import { statusTitle } from '../src/report/words.ts';
import { allSteps, stepLists } from '../src/scenario/step-tree.ts';

/** What stands for a secret in everything that is shown or stored. */
const MASK = '•••';

/** Failed exchanges that were kept, one at a time: request, response, timings. All of it is text, whatever a server sent. */
export function createExchanges(context: ViewContext): {
  readonly node: HTMLElement;
  update(samples: readonly Sample[]): void;
} {
  const holder = h('div');
  const node = h('div', { class: 'detail-body exchange' }, holder);
  let shown = 0;
  let samples: readonly Sample[] = [];
  let drawn: Sample | null = null;
  return {
    node,
    update(next) {
      samples = next;
      shown = Math.min(shown, Math.max(0, samples.length - 1));
      draw();
    },
  };

  function draw(): void {
    const sample = samples[shown];
    if (!sample) {
      drawn = null;
      holder.replaceChildren(
        h('p', { class: 'hint' }, 'No exchange of this kind was kept: the first failures of the run took the room.'),
      );
      return;
    }
    const position = `${shown + 1} of ${samples.length} kept`;
    if (drawn === sample) {
      const counter = holder.querySelector('.exchange-position');
      if (counter && samples.length > 1) setText(counter, position);
      if (counter || samples.length < 2) return;
    }
    drawn = sample;
    holder.replaceChildren(bar(sample, position), pair(sample), ...taken(sample), ...timings(sample));
  }

  function bar(sample: Sample, position: string): HTMLElement {
    const when = sample.phase === 'load' ? ` at ${clock(sample.atMs)}, VU ${sample.vu}` : `, in ${sample.phase}`;
    const line = lineOf(sample);
    const tools = h('span', { class: 'exchange-tools' });
    if (samples.length > 1) {
      tools.append(
        h('span', { class: 'hint exchange-position' }, position),
        step('chevron-left', 'Previous kept exchange', -1),
        step('chevron-right', 'Next kept exchange', 1),
      );
    }
    if (context.hosted && line !== null) {
      tools.append(
        textButton(
          'action',
          `Go to the request, line ${line + 1}`,
          () => context.post({ type: 'reveal', line }),
          icon('go-to-file'),
        ),
      );
    }
    return h(
      'div',
      { class: 'exchange-bar' },
      h('span', null, sample.message || 'As expected', h('span', { class: 'hint' }, when)),
      tools,
    );
  }

  function step(name: string, title: string, by: number): HTMLElement {
    const button = textButton(
      'action',
      title,
      () => {
        shown = (shown + by + samples.length) % samples.length;
        draw();
        // The buttons were drawn anew: the focus stays on the one that was pressed.
        holder.querySelector<HTMLElement>(`button[title="${title}"]`)?.focus();
      },
      icon(name),
    );
    button.setAttribute('aria-label', title);
    return button;
  }

  function lineOf({ stepId }: Sample): number | null {
    const { plan } = context.run;
    if (!plan) return null;
    const steps = stepLists(plan).flatMap(allSteps);
    return steps.find(({ id }) => id === stepId)?.range.start.line ?? null;
  }
}

function pair({ kind, request, response }: Sample): HTMLElement {
  return h(
    'div',
    { class: 'pair' },
    h(
      'div',
      null,
      h('h3', null, 'Request'),
      message('Request', `${request.method} ${request.url}`, '', request.headers, request.body),
    ),
    h(
      'div',
      null,
      h('h3', null, response ? `Response, body of ${bytes(response.bodyBytes)}` : 'Response'),
      response
        ? message('Response', statusTitle(response.status), kind === null ? '' : 'bad', response.headers, response.body)
        : h('p', { class: 'hint no-response' }, 'There was none.'),
    ),
  );
}

function message(
  label: string,
  start: string,
  className: string,
  headers: readonly (readonly [name: string, value: string])[],
  body: string | null,
): HTMLElement {
  return h(
    'pre',
    { attributes: { tabindex: 0, role: 'group', 'aria-label': label } },
    h('span', { class: `start-line ${className}` }, masked(start)),
    '\n',
    headers.flatMap(([name, value]) => [h('span', { class: 'header-name' }, `${name}: `), ...masked(value), '\n']),
    body !== null && body !== '' ? ['\n', ...masked(body)] : null,
  );
}

function masked(text: string): Child[] {
  return text.split(MASK).flatMap((part, index): Child[] => {
    if (index === 0) return [part];
    const mask = h(
      'span',
      { class: 'masked', attributes: { title: 'A secret: masked in everything that is shown, stored or exported' } },
      MASK,
    );
    return [mask, part];
  });
}

/** What the step captured and how its checks came out, of runs that kept this. */
function taken({ captures = [], checks = [] }: Sample): HTMLElement[] {
  const list = (title: string, rows: readonly Child[][]): HTMLElement[] =>
    rows.length === 0
      ? []
      : [h('h3', null, title), h('ul', { class: 'taken' }, ...rows.map((row) => h('li', null, row)))];
  return [
    ...list(
      'Captured',
      captures.map(([name, json]) => [h('span', { class: 'header-name' }, `${name}: `), ...masked(json)]),
    ),
    ...list(
      'Checks',
      checks.map((check) => [
        h('span', { class: check.ok ? '' : 'bad' }, `${check.ok ? '✓' : '✗'} `),
        ...masked(checkText(check)),
      ]),
    ),
  ];
}

function timings({ request, timings: times }: Sample): HTMLElement[] {
  // Connecting and TLS are the end of what is blocked.
  const { blockedMs, connectingMs, tlsMs, sendingMs, waitingMs } = times;
  const answeredMs = blockedMs + sendingMs + waitingMs;
  const phases: readonly (readonly [name: string, fromMs: number, ms: number])[] = [
    ['blocked', 0, blockedMs],
    ['connecting', blockedMs - tlsMs - connectingMs, connectingMs],
    ...(request.url.startsWith('http:') ? [] : [['TLS', blockedMs - tlsMs, tlsMs] as const]),
    ['sending', blockedMs, sendingMs],
    ['waiting', blockedMs + sendingMs, waitingMs],
    ['receiving', answeredMs, times.receivingMs],
  ];
  const total = answeredMs + times.receivingMs;
  const rows = phases.map(([name, fromMs, ms]) => {
    const bar = h('span', { class: 'phase-bar' });
    bar.style.left = `${(Math.max(0, fromMs) / (total || 1)) * 100}%`;
    bar.style.width = `${(ms / (total || 1)) * 100}%`;
    const value = ms === 0 ? (name === 'connecting' || name === 'TLS' ? 'reused' : 'none') : duration(ms);
    return h(
      'div',
      { class: `phase phase-${name.toLowerCase()} ${ms === 0 ? 'zero' : ''}` },
      h('span', { class: 'phase-name' }, name),
      h('span', { class: 'phase-track' }, bar),
      h('span', { class: 'phase-value n' }, value),
    );
  });
  return [h('h3', null, `Timings, ${duration(total)} in all`), h('div', { class: 'phases' }, rows)];
}
