import type { SourceNode } from '../source.ts';
import type { Compilation } from './compilation.ts';

const CREDENTIAL =
  /(^|[^a-z])(password|passwd|pwd|secret|clientsecret|apikey|accesstoken|refreshtoken|bearer|privatekey)$/;

/** Warns of what looks like a password or key in plain text: the file ends up in a repository. */
export function warnOfCredentials(node: SourceNode, compilation: Compilation): void {
  if (node.kind === 'list') for (const item of node.items) warnOfCredentials(item, compilation);
  if (node.kind !== 'map') return;
  for (const { key, value } of node.entries) {
    // Conditions, checks and captures hold expressions, whose names may well be `token`.
    if (['capture', 'check', 'expect', 'record', 'thresholds', 'metrics'].includes(key)) continue;
    if (value.kind !== 'scalar') {
      warnOfCredentials(value, compilation);
    } else if (typeof value.value === 'string' && isPlainCredential(key, value.value)) {
      const name = key
        .replace(/([a-z])([A-Z])/g, '$1_$2')
        .replace(/\W/g, '_')
        .toUpperCase();
      const message = `This looks like a secret in plain text. Write \${secret.${name}} and keep its value in the editor's secret store or the environment.`;
      compilation.report('plain-text-secret', message, compilation.lines.range(value.span), 'warning');
    }
  }
}

function isPlainCredential(key: string, value: string): boolean {
  if (value === '' || value.includes('${')) return false;
  const name = key.toLowerCase().replaceAll(/[-_]/g, '');
  if (name === 'authorization') return /^(bearer|basic) \S/i.test(value);
  return CREDENTIAL.test(name) || CREDENTIAL.test(key.toLowerCase());
}
