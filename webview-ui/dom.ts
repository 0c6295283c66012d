/**
 * The few DOM tools of the view. Text is only ever set as text, and styles only through CSSOM: the Content-Security-Policy
 * allows neither inline styles nor scripts, and what a server answered must never become markup.
 */

export type Child = Node | string | null | undefined | false;
type AttributeValue = string | number | boolean | null | undefined;
type Listeners = { readonly [E in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[E]) => void };

export interface Props {
  readonly class?: string;
  readonly on?: Listeners;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props | null = null,
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  if (props?.class) node.className = props.class;
  setAttributes(node, props?.attributes ?? {});
  for (const [type, listener] of Object.entries(props?.on ?? {}))
    node.addEventListener(type, listener as EventListener);
  append(node, children);
  return node;
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, AttributeValue>> = {},
  ...children: readonly (Child | readonly Child[])[]
): SVGElementTagNameMap[K] {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(node, attributes);
  append(node, children);
  return node;
}

function setAttributes(node: Element, attributes: Readonly<Record<string, AttributeValue>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? '' : String(value));
  }
}

function append(node: Element, children: readonly (Child | readonly Child[])[]): void {
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) node.append(child);
  }
}

/** A codicon; decorative unless it has a label. */
export function icon(name: string, label?: string): HTMLSpanElement {
  return h('span', {
    class: `codicon codicon-${name}`,
    attributes: label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label },
  });
}

/** A button with only a symbol: its title is its name. */
export function iconButton(name: string, title: string, click: () => void, className = 'action'): HTMLButtonElement {
  return h(
    'button',
    { class: className, attributes: { type: 'button', title, 'aria-label': title }, on: { click } },
    icon(name),
  );
}

/** A button that looks like text: a link within the view, or the name of a row. */
export function textButton(
  className: string,
  title: string | null,
  click: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  return h('button', { class: className, attributes: { type: 'button', title }, on: { click } }, ...children);
}

/** A button that stays pressed. */
export function toggleButton(title: string, content: Child, change: (on: boolean) => void): HTMLButtonElement {
  const button = h(
    'button',
    {
      class: 'action toggle',
      attributes: { type: 'button', title, 'aria-label': title, 'aria-pressed': 'false' },
      on: {
        click: () => {
          const on = button.getAttribute('aria-pressed') !== 'true';
          button.setAttribute('aria-pressed', String(on));
          change(on);
        },
      },
    },
    content,
  );
  return button;
}

/** Touches the document only where the text differs, so that a selection in it survives live updates. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

export function setClass(node: Element, name: string): void {
  if (node.getAttribute('class') !== name) node.setAttribute('class', name);
}

export function setHidden(node: HTMLElement, hidden: boolean): void {
  if (node.hidden !== hidden) node.hidden = hidden;
}

let ids = 0;

export function nextId(prefix: string): string {
  ids += 1;
  return `${prefix}-${ids}`;
}
