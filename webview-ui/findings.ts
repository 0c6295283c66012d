import { h, icon, iconButton, setHidden, textButton, type Child } from './dom.ts';
import type { Part, ViewContext } from './context.ts';
import { clockRange } from '../src/report/format.ts';
import { diagnose, ruleDocs, type Finding, type Phrase, type RuleId } from '../src/report/diagnosis/index.ts';

const SYMBOLS: Readonly<Record<Finding['level'], readonly [icon: string, label: string]>> = {
  error: ['error', 'Error'],
  warning: ['warning', 'Warning'],
  info: ['info', 'Note'],
};

const PATIENCE = 50;

/** The diagnosis: sentences that say why, each with its evidence as links. */
export function createFindings(context: ViewContext): Part & { readonly findings: readonly Finding[] } {
  const list = h('ul', { class: 'findings' });
  const node = h('section', { class: 'why', attributes: { 'aria-label': 'Diagnosis' } }, list);
  let shown: string[] = [];
  let nextAt = 0;
  let findings: readonly Finding[] = [];
  return {
    node,
    get findings() {
      return findings;
    },
    update() {
      // A long run has much to look at: while it goes on, the diagnosis may take a fiftieth of the time and no more.
      const from = performance.now();
      if (context.state === 'live' && from < nextAt) return;
      findings = diagnose(context.run);
      nextAt = from + PATIENCE * (performance.now() - from);
      setHidden(node, findings.length === 0);
      // A sentence that did not change keeps its nodes, and with them focus and selection.
      const keys = findings.map((finding) => JSON.stringify(finding));
      findings.forEach((finding, index) => {
        if (keys[index] === shown[index]) return;
        const item = sentence(finding, context);
        const before = list.children[index];
        if (before) before.replaceWith(item);
        else list.append(item);
      });
      while (list.children.length > findings.length) list.lastElementChild?.remove();
      shown = keys;
    },
  };
}

function sentence({ rule, level, parts }: Finding, context: ViewContext): HTMLElement {
  const [name, label] = SYMBOLS[level];
  const mark = icon(name, label);
  mark.classList.add(`level-${level}`);
  return h(
    'li',
    { attributes: { 'data-rule': rule } },
    mark,
    h(
      'span',
      { class: 'sentence' },
      together([...parts.map((part) => phrase(part, context)), context.hosted ? '' : ' ', explanation(rule, context)]),
    ),
  );
}

/** The way to what the documentation says of a rule; a report, which is alone, only names the section. */
function explanation(rule: RuleId, context: ViewContext): HTMLElement {
  if (!context.hosted) {
    return h('span', { class: 'rule-name', attributes: { title: `Explained in ${ruleDocs(rule)}` } }, rule);
  }
  const title = `How this is found: ${rule}`;
  return iconButton('question', title, () => context.post({ type: 'explain', rule }), 'action explain');
}

/**
 * Browsers break a line on both sides of a button, so that a full stop, a bracket or the mark at the end of a sentence would stand alone in
 * the next one: what no space parts is kept on one line.
 */
function together(nodes: readonly (Node | string)[]): Child[] {
  const words = nodes.flatMap((node): (Node | string)[] =>
    typeof node === 'string' ? node.split(/([ \n]+)/) : [node],
  );
  const lines: Child[] = [];
  let word: (Node | string)[] = [];
  const close = (): void => {
    if (word.length > 1 && word.some((part) => typeof part !== 'string')) {
      lines.push(h('span', { class: 'together' }, word));
    } else lines.push(...word);
    word = [];
  };
  for (const part of words) {
    if (part === '') continue;
    if (typeof part === 'string' && /^[ \n]/.test(part)) {
      close();
      lines.push(part);
    } else word.push(part);
  }
  close();
  return lines;
}

function phrase(part: Phrase, context: ViewContext): Node | string {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'strong':
      return h('strong', null, part.text);
    case 'code': {
      const { line } = part;
      const code = h('code', null, part.text);
      if (line === null || !context.hosted) return code;
      return textButton('link', `Go to line ${line + 1}`, () => context.post({ type: 'reveal', line }), code);
    }
    case 'window': {
      const { fromMs, toMs } = part;
      return textButton(
        'link',
        'Select this window',
        () => context.setWindow({ fromMs, toMs }),
        clockRange(fromMs, toMs),
      );
    }
    case 'exchange':
      return textButton('link', null, () => context.showExchange(part.key), part.text);
  }
}
