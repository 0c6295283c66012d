import { MASK, type Mask } from '../../run/mask.ts';
import { ResponseView, type Scope } from '../../scenario/expression.ts';
import { capturedIn, maskValue } from '../run-masks.ts';
import type { DebugValue } from './protocol.ts';

/** Of a value, as much as one line of a variables view is good for. */
const SHORT = 1_000;
const MASKED = `"${MASK}"`;
/** The scopes of a stopped iteration, in the order in which they are shown. */
const FIXED_NAMES = ['vars', 'data', 'setup', 'vu', 'iteration', 'env'] as const;

interface Node {
  readonly value: unknown;
  /** '' for what no expression gives. */
  readonly path: string;
}

/** The values that a stopped iteration sees, as trees that are opened member by member. Nothing of a secret leaves it. */
export class DebugValues {
  readonly #scope: Scope;
  readonly #mask: Mask;
  readonly #nodes: Node[] = [];

  constructor(scope: Scope, mask: Mask) {
    this.#scope = scope;
    this.#mask = mask;
  }

  /** Captured and set values; the last response, where there is one; everything else in scope. */
  scopes(): DebugValue[] {
    const { response, secret = {} } = this.#scope;
    const fixed = Object.fromEntries(FIXED_NAMES.map((name) => [name, this.#scope[name] ?? {}]));
    const secrets = Object.fromEntries(Object.keys(secret).map((name) => [name, secret[name]]));
    return [
      this.#value('Locals', capturedIn(this.#scope), ''),
      ...(response ? [this.#value('Response', response, 'response')] : []),
      this.#value('Scenario', { ...fixed, secret: secrets }, ''),
    ];
  }

  members(reference: number): DebugValue[] {
    const node = this.#nodes[reference - 1];
    if (!node) return [];
    return membersOf(node.value).map(([name, value]) => this.#value(name, value, pathTo(node, name)));
  }

  /** One value; `whole`: not shortened. */
  value(name: string, value: unknown, path: string, whole = false): DebugValue {
    return this.#value(name, value, path, whole);
  }

  #value(name: string, value: unknown, path: string, whole = false): DebugValue {
    const isSecret = path.startsWith('secret.') || path.startsWith('secret[');
    const plain = plainText(value, path);
    // The map of all secrets is shown by their names.
    const isOpen = value instanceof ResponseView || path === 'secret';
    const text = isSecret ? MASKED : isOpen ? plain : maskValue(name, plain, this.#mask);
    const hidden = text === MASKED;
    const members = hidden ? [] : membersOf(value);
    const shown = whole || text.length <= SHORT ? text : `${text.slice(0, SHORT)}…`;
    return {
      name,
      text: members.length === 0 || whole ? shown : summary(shown),
      type: typeOf(value),
      reference: members.length === 0 ? 0 : this.#nodes.push({ value, path }),
      items: Array.isArray(value) ? members.length : 0,
      path,
    };
  }
}

function plainText(value: unknown, path: string): string {
  if (value instanceof ResponseView) return `status ${value.status}`;
  if (path === 'secret') return '{…}';
  return value === undefined ? 'null' : JSON.stringify(value);
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (value instanceof ResponseView) return responseMembers(value);
  if (Array.isArray(value)) return value.map((item, index) => [String(index), item as unknown]);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function responseMembers(response: ResponseView): readonly (readonly [string, unknown])[] {
  const { status, statusText, proto, url, headers, body, timings } = response;
  let json: unknown;
  try {
    json = response.json;
  } catch {
    // A body that is no JSON has none to show.
  }
  return Object.entries({
    status,
    statusText,
    proto,
    url,
    headers,
    ...(json === undefined ? {} : { json }),
    body,
    timings,
  });
}

/** What JSON.stringify would make too long to be read beside the name. */
function summary(text: string): string {
  if (text.length <= 80) return text;
  return `${text.slice(0, 80)}…`;
}

/** Setup's and scopes' own trees have no expression of their own; their members are names. */
function pathTo({ path, value }: Node, name: string): string {
  if (Array.isArray(value)) return path === '' ? '' : `${path}[${name}]`;
  const isName = /^[A-Za-z_]\w*$/.test(name);
  if (path === '') return isName ? name : '';
  return isName ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value instanceof ResponseView) return 'response';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'map' : typeof value;
}
