/** A document that was parsed but not checked. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Empty for what is no list. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** '' for what is no text. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Texts and numbers as text: YAML reads `version: 3.1` as a number. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** References of references; more than these are a cycle. */
const MOST_STEPS = 20;

/** The node that a `$ref` inside the document leads to, or the node itself; undefined where it leads nowhere. */
export function resolved(root: JsonRecord, node: unknown): unknown {
  let found = node;
  for (let step = 0; step < MOST_STEPS; step++) {
    const reference = isRecord(found) ? found['$ref'] : undefined;
    if (typeof reference !== 'string') return found;
    found = reference.startsWith('#/') ? at(root, reference.slice(2).split('/').map(unescaped)) : undefined;
  }
  return undefined;
}

function at(root: JsonRecord, path: readonly string[]): unknown {
  let node: unknown = root;
  for (const key of path) {
    if (Array.isArray(node)) node = node[Number(key)];
    else node = isRecord(node) && Object.hasOwn(node, key) ? node[key] : undefined;
  }
  return node;
}

/** JSON Pointer (RFC 6901) in a URI fragment. */
function unescaped(token: string): string {
  let key = token;
  try {
    key = decodeURIComponent(token);
  } catch {
    // A % that escapes nothing stands for itself.
  }
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
