import { parseAddress } from '../host-overrides.ts';
import type { Plan } from '../plan.ts';
import { entryOf, type SourceNode, type Span } from '../source.ts';
import type { RuleContext } from './rule.ts';

/** A host that stands in the text of a URL, as it is for every iteration. */
export interface FixedHost {
  /** Lower case, without a port. */
  readonly host: string;
  /** Of the host in the text. */
  readonly span: Span;
}

/** Keys whose value is a URL to which requests are sent. */
const URL_KEYS: ReadonlySet<string> = new Set([
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'head',
  'options',
  'url',
  'websocket',
  'sse',
  'graphql',
]);
/** Bodies, headers and the like may hold keys of any name. */
const NO_STEPS: ReadonlySet<string> = new Set([
  'json',
  'form',
  'multipart',
  'headers',
  'query',
  'variables',
  'vars',
  'set',
  'tags',
  'capture',
  'check',
  'record',
  'expect',
  'data',
  'metrics',
  'thresholds',
  'http',
]);

/** The hosts of `baseUrl`s, of whole URLs in steps, of proxies and of `http.hosts`' addresses, each in the order of the text. */
export function fixedHosts({ root, text }: RuleContext['document']): {
  base: FixedHost[];
  steps: FixedHost[];
  proxies: FixedHost[];
  addresses: FixedHost[];
} {
  const base: FixedHost[] = [];
  const proxies: FixedHost[] = [];
  const steps: FixedHost[] = [];
  const addresses: FixedHost[] = [];
  const visit = (node: SourceNode): void => {
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind !== 'map') return;
    for (const { key, value } of node.entries) {
      if (key === 'http') {
        const proxy = entryOf(value, 'proxy')?.value;
        const host = proxy && fixedHost(proxy, text);
        if (host) proxies.push(host);
        const hosts = entryOf(value, 'hosts')?.value;
        if (hosts?.kind === 'map') addresses.push(...hosts.entries.flatMap(({ value }) => fixedAddress(value) ?? []));
      }
      if (NO_STEPS.has(key)) continue;
      const found = key === 'baseUrl' || URL_KEYS.has(key) ? fixedHost(value, text) : null;
      if (found) (key === 'baseUrl' ? base : steps).push(found);
      visit(value);
    }
  };
  if (root) visit(root);
  return { base, steps, proxies, addresses };
}

/** Whether the plan has a base URL that is the same for all environments and iterations. */
export function fixedBase(plan: Plan, document: RuleContext['document']): FixedHost | null {
  if (plan.baseUrl?.kind !== 'literal') return null;
  const node = entryOf(document.root ?? undefined, 'baseUrl')?.value;
  return node ? fixedHost(node, document.text) : null;
}

function fixedAddress(node: SourceNode): FixedHost | null {
  const address = node.kind === 'scalar' && typeof node.value === 'string' ? parseAddress(node.value)?.address : null;
  if (!address) return null;
  return { host: address.includes(':') ? `[${address.toLowerCase()}]` : address, span: node.span };
}

function fixedHost(node: SourceNode, text: string): FixedHost | null {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return null;
  const [, scheme = '', authority] = /^((?:https?|wss?):\/\/)([^/?#\s]+)/i.exec(node.value) ?? [];
  if (authority === undefined) return null;
  // User and password may be expressions; the host is not.
  const user = authority.lastIndexOf('@') + 1;
  const written = authority.slice(user).replace(/:\d*$/, '');
  if (written.includes('$')) return null;
  const raw = text.slice(node.span.start, node.span.end);
  const at = raw.indexOf(written, raw.indexOf(scheme) + scheme.length + user);
  if (at < 0 || written === '') return null;
  const start = node.span.start + at;
  return { host: written.toLowerCase().replace(/\.$/, ''), span: { start, end: start + written.length } };
}
