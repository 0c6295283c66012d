import { changeTo, problemOf, type Repair } from '../repair.ts';
import type { Problem } from '../problem.ts';
import { spanWithin, type ScalarNode, type SourceNode, type Span } from '../source.ts';
import type { RuleContext } from './rule.ts';

/** The last word, or two, of a key under which a password or key stands: `userPassword`, `x-api-key`. */
const CREDENTIAL =
  /(^|_)(password|passwd|pwd|passphrase|secret|client_?secret|api_?key|access_?token|refresh_?token|auth_?token|bearer|private_?key)$/;
/** A token may as well be a page's or a device's; these are credentials where they go with a request itself. */
const TOKEN = /(^|_)token$/;
/** Conditions, checks and captures hold expressions, whose names may well be `token`; rows of data are many; names and tags are no secrets. */
const SKIPPED: ReadonlySet<string> = new Set([
  'capture',
  'check',
  'expect',
  'record',
  'thresholds',
  'metrics',
  'data',
  'name',
  'description',
  'tags',
]);
/** What nobody keeps secret: stand-ins, words of demos, and passwords that are to be refused. */
const NO_SECRET =
  /^(<.*>|\[.*\]|\{.*\}|[*•x.…-]+|your[-_ ].*|change[-_ ]?me|redacted|none|null|true|false|password|passwd|secret|test|testing|demo|example|guest|dummy|fake|foo|bar|.*(wrong|invalid|incorrect).*)$/i;
/** Keys that tell by their shape what they are, as their makers document them. */
const KNOWN_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\bgh[pousr]_[A-Za-z0-9]{36,}\b/, 'GITHUB_TOKEN'],
  [/\bgithub_pat_\w{50,}\b/, 'GITHUB_TOKEN'],
  [/\bglpat-[\w-]{20,}/, 'GITLAB_TOKEN'],
  [/\bAKIA[0-9A-Z]{16}\b/, 'AWS_ACCESS_KEY_ID'],
  [/\bAIza[\w-]{35}\b/, 'GOOGLE_API_KEY'],
  [/\bsk-[\w-]{32,}\b/, 'API_KEY'],
  [/\b[rs]k_live_[A-Za-z0-9]{20,}\b/, 'STRIPE_KEY'],
  [/\bxox[abprs]-[\w-]{20,}\b/, 'SLACK_TOKEN'],
  [/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/, 'TOKEN'],
];

/** A password or key in plain text: the file ends up in a repository. */
export function plainTextSecrets({ document, written }: RuleContext): Problem[] {
  if (!document.root) return [];
  return secretsIn(document.root, '').map(({ node, part, name }) => {
    const at = part ? spanWithin(document.text, node, part) : node.span;
    const message = `This looks like a secret in plain text. Write \${secret.${name}} and keep its value in the editor's secret store or the environment.`;
    const repairs = [moveTo(name, at)];
    return problemOf({ code: 'plain-text-secret', severity: 'warning', message, at, repairs }, written);
  });
}

interface Secret {
  readonly node: ScalarNode;
  /** Of the value; null: all of it. */
  readonly part: Span | null;
  readonly name: string;
}

function secretsIn(node: SourceNode, section: string): Secret[] {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string' ? secretsInText(node, node.value) : [];
    case 'list':
      return node.items.flatMap((item) => secretsIn(item, section));
    case 'map':
      return node.entries.flatMap(({ key, value }) => {
        if (SKIPPED.has(key)) return [];
        const own = value.kind === 'scalar' ? keyedSecret(key, value, section) : null;
        return own ? [own] : secretsIn(value, key);
      });
  }
}

function keyedSecret(key: string, node: ScalarNode, section: string): Secret | null {
  const { value } = node;
  if (typeof value !== 'string' || value.includes('${')) return null;
  const words = key.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').replaceAll(/\W+/g, '_');
  const name = /^\d/.test(words) ? `_${words.toUpperCase()}` : words.toUpperCase();
  if (words.toLowerCase() === 'authorization') {
    const [, scheme = '', rest = ''] = /^(bearer |basic |token |apikey )\s*(\S+)$/i.exec(value) ?? [];
    if (rest === '' || NO_SECRET.test(rest)) return null;
    const part = { start: scheme.length, end: value.length };
    return { node, part, name: scheme.trim().toLowerCase() === 'basic' ? 'BASIC_CREDENTIALS' : 'TOKEN' };
  }
  const isCredential =
    CREDENTIAL.test(words.toLowerCase()) ||
    (TOKEN.test(words.toLowerCase()) && (section === 'headers' || section === 'query'));
  return isCredential && value.trim() !== '' && !NO_SECRET.test(value.trim()) ? { node, part: null, name } : null;
}

/** The password in a URL, a key in its query, and what is a key by its shape. */
function secretsInText(node: ScalarNode, text: string): Secret[] {
  const found: Secret[] = [];
  const [, before = '', password = ''] = /^([a-z][a-z\d+.-]*:\/\/[^/?#@\s:]*:)([^/?#@\s]+)@/i.exec(text) ?? [];
  const add = (start: number, value: string, name: string): void => {
    if (value === '' || value.includes('${') || NO_SECRET.test(value)) return;
    found.push({ node, part: { start, end: start + value.length }, name });
  };
  add(before.length, password, 'PASSWORD');
  if (/^([a-z][a-z\d+.-]*:\/\/|\/)/i.test(text)) {
    for (const [whole, key = '', value = ''] of text.matchAll(/(?<=[?&])([\w.-]+)=([^&#\s]+)/g)) {
      const words = key.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').replaceAll(/\W+/g, '_');
      if (!CREDENTIAL.test(words.toLowerCase()) && !TOKEN.test(words.toLowerCase())) continue;
      add(text.indexOf(whole) + key.length + 1, value, words.toUpperCase());
    }
  }
  for (const [shape, name] of KNOWN_SHAPES) {
    const match = found.length === 0 ? shape.exec(text) : null;
    if (match) add(match.index, match[0], name);
  }
  return found;
}

/** The editor stores what stood here first. Without that the value is lost: this is nothing for "fix all". */
function moveTo(name: string, at: Span): Repair {
  return { title: `Move to secret ${name}`, changes: changeTo(at, `\${secret.${name}}`).changes };
}
