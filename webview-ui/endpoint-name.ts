import { h } from './dom.ts';

/** `GET /auth/me`, its method dimmed. A name of the author's own keeps its method in front of it. */
export function endpointName({ method, name }: { readonly method: string; readonly name: string }): HTMLElement {
  const path = name.startsWith(`${method} `) ? name.slice(method.length + 1) : name;
  return h(
    'span',
    { class: 'endpoint', attributes: { title: `${method} ${path}` } },
    h('span', { class: 'method' }, method),
    ' ',
    path,
  );
}
