import type { Problem } from '../problem.ts';
import { isOneSlip, suggestion } from '../suggestion.ts';
import { fixedBase, fixedHosts } from './fixed-urls.ts';
import { problemOf } from '../repair.ts';
import type { RuleContext } from './rule.ts';

/** Shorter words that differ by a letter (`api`, `app`) are as likely two services. */
const SHORTEST_WORD = 5;

/** The one URL whose host is that of `baseUrl` but for a slip of the pen. */
export function misspeltHost({ document, written, plan, options }: RuleContext): Problem[] {
  const base = fixedBase(plan, document);
  if (!base || options.allowedHosts) return [];
  const others = fixedHosts(document).steps.filter(({ host }) => host !== base.host);
  const [only, second] = others;
  if (!only || second || !isSlip(only.host, base.host)) return [];
  const message = `This is another host than that of \`baseUrl\`, ${base.host}. Did you mean that one?`;
  const repairs = [
    {
      title: `Change to ${base.host}`,
      changes: [{ kind: 'replace', at: only.span, value: base.host } as const],
      preferred: true,
    },
  ];
  return [problemOf({ code: 'misspelt-host', severity: 'warning', message, at: only.span, repairs }, written)];
}

/** The same labels, but for one long one with one letter swapped, missing, doubled or wrong; not its number, not its plural. */
function isSlip(host: string, meant: string): boolean {
  const labels = host.split('.');
  const others = meant.split('.');
  if (labels.length !== others.length) return false;
  const different = [...labels.entries()].filter(([index, label]) => label !== others[index]);
  const [first, second] = different;
  if (!first || second) return false;
  const [index, label] = first;
  const other = others[index] ?? '';
  const letters = (text: string): string => text.replaceAll(/\d/g, '');
  if (Math.min(label.length, other.length) < SHORTEST_WORD) return false;
  if (letters(label) === letters(other) || `${label}s` === other || `${other}s` === label) return false;
  // Within one slip: the three-letter limit of a suggestion is one.
  return Math.abs(label.length - other.length) <= 1 && suggestion(label, [other]) !== null && isOneSlip(label, other);
}
