import { h } from './dom.ts';

interface Endpoint {
  readonly method: string;
  readonly name: string;
}

/** `GET /auth/me`; a name that holds the method already isn't given it twice. */
export function endpointTitle({ method, name }: Endpoint): string {
  return name.startsWith(`${method} `) ? name : `${method} ${name}`;
}

/** `GET /auth/me`, its method dimmed. A name of the author's own keeps its method in front of it. */
export function endpointName(endpoint: Endpoint): HTMLElement {
  const { method } = endpoint;
  const title = endpointTitle(endpoint);
  return h(
    'span',
    { class: 'endpoint', attributes: { title } },
    h('span', { class: 'method' }, method),
    ' ',
    title.slice(method.length + 1),
  );
}
