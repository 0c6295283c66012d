import type { Part, ViewContext } from './context.ts';
import { h, icon, textButton } from './dom.ts';
import type { LogEvent } from '../src/run/events.ts';
import { clock, count, plural } from '../src/report/format.ts';

/** As many as one can read; what a run logs beyond is only counted. */
const MOST_LINES = 500;

/** What the run had to say, in the order in which it said it. */
export function createLog(context: ViewContext): Part {
  const { run } = context;
  const section = context.section('log', 'Log', false);
  const list = h('ol', { class: 'log' });
  const more = h('p', { class: 'hint' });
  section.body.append(list, more);
  let shown = 0;
  return {
    node: section.node,
    update() {
      const { logs } = run;
      for (const event of logs.slice(shown, MOST_LINES)) list.append(line(event));
      shown = logs.length;
      more.hidden = logs.length <= MOST_LINES;
      more.textContent = more.hidden ? '' : `${plural(logs.length - MOST_LINES, 'more line')} in the journal.`;
      const errors = logs.filter(({ level }) => level === 'error').length;
      const warnings = logs.filter(({ level }) => level === 'warning').length;
      const parts = [errors > 0 && plural(errors, 'error'), warnings > 0 && plural(warnings, 'warning')].filter(
        Boolean,
      );
      section.summary(parts.join(' · ') || (logs.length > 0 ? plural(logs.length, 'line') : 'empty'));
    },
  };

  function line(event: LogEvent): HTMLElement {
    const repeated = event.repeated ? ` (and ${count(event.repeated)} more like it)` : '';
    const at = event.line;
    return h(
      'li',
      { class: `log-${event.level}` },
      h('span', { class: 'n time' }, event.atMs < 0 ? 'setup' : clock(event.atMs)),
      icon(event.level, event.level),
      h(
        'span',
        { class: 'message' },
        event.message,
        repeated,
        at !== undefined && context.hosted
          ? [' ', textButton('link', null, () => context.post({ type: 'reveal', line: at }), `line ${at + 1}`)]
          : null,
      ),
    );
  }
}
