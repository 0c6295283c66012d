import type { CompletionItem } from 'vscode-languageserver-types';
import type { SourcePosition } from '../scenario/range.ts';
import { itemsInPlace, type Proposal } from './completion-item.ts';
import { expressionAt } from './expression-at.ts';
import { completeExpression } from './expression-completion.ts';
import type { Known } from './known.ts';
import { namedKeys, namedValues } from './name-completion.ts';
import { placeAt, type Place } from './place.ts';
import { keyProposals, valueProposals } from './schema-completion.ts';
import { templatesAt } from './template-completion.ts';
import { completeThreshold } from './threshold-completion.ts';

/** What may be typed at a position, found by the text of now and by what is known of the last one that could be read. */
export function complete(text: string, position: SourcePosition, known: Known): CompletionItem[] {
  const templates = templatesAt(text, position, known.json);
  // Of a JSON file, keys stand in braces.
  return known.json && templates.length > 0 ? templates : [...templates, ...completeWritten(text, position, known)];
}

function completeWritten(text: string, position: SourcePosition, known: Known): CompletionItem[] {
  const place = placeAt(text, position);
  const expression = expressionAt(text, position, place);
  if (expression) return completeExpression(text, position, expression, known);
  if (!place) return [];
  const ofThresholds = completeThreshold(place, position, known);
  if (ofThresholds) return ofThresholds;
  const key = place.at === 'key' && place.token.quote !== '' && !place.keyed ? withQuotes(place, text) : null;
  return key
    ? itemsInPlace(unique(proposalsAt(key, known)).map(quoted), key, position)
    : itemsInPlace(unique(proposalsAt(place, known)), place, position);
}

function proposalsAt(place: Place, known: Known): Proposal[] {
  const keys = (): Proposal[] => namedKeys(place, known) ?? keyProposals(place, place.path);
  const values = (): Proposal[] => [...(namedValues(place, known) ?? []), ...valueProposals(place, place.path)];
  switch (place.at) {
    case 'key':
      return keys();
    case 'value':
      return values();
    case 'open': {
      // A value in quotes is no map, and a list's first item needs its dash.
      if (place.token.quote !== '') return values();
      return [...keys(), ...values(), ...firstItems(place, known)];
    }
  }
}

/** A key that is being begun in quotes, as editors put them in pairs: the quotes are replaced with it, so that its colon can follow. */
function withQuotes(place: Place, text: string): Place {
  const { token } = place;
  const { line, character } = token.end;
  const closed = text.split('\n', line + 1)[line]?.charAt(character) === token.quote;
  return {
    ...place,
    token: {
      ...token,
      quote: '',
      start: { line, character: token.start.character - 1 },
      end: { line, character: character + (closed ? 1 : 0) },
    },
  };
}

/** The editor compares with what is typed, and that begins with a quote. */
function quoted(proposal: Proposal): Proposal {
  return { ...proposal, filter: `"${proposal.filter ?? proposal.label}"` };
}

/** Below a key whose value is a list: `- ` with what an item may be. */
function firstItems(place: Place, known: Known): Proposal[] {
  if (place.style !== 'block' || place.dash || typeof place.path.at(-1) === 'number') return [];
  const item: Place = { ...place, path: [...place.path, 0], siblings: new Map(), indent: place.indent + 2 };
  return proposalsAt(item, known).map((one) => ({ ...one, text: `- ${one.text ?? one.label}` }));
}

function unique(proposals: readonly Proposal[]): Proposal[] {
  const seen = new Set<string>();
  return proposals.filter(({ label }) => !seen.has(label) && seen.add(label));
}
