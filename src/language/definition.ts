import type { LoadedScenario } from '../scenario/index.ts';
import { contains, type SourcePosition, type SourceRange } from '../scenario/range.ts';
import { entryOf, nodeAt } from '../scenario/source.ts';
import { links } from './links.ts';
import { occurrenceAt, sameThing } from './occurrence-at.ts';

/** Where something is defined. */
export type DefinitionTarget =
  /** In the file itself. */
  | { readonly kind: 'here'; readonly range: SourceRange; readonly extent: SourceRange }
  /** Another file, as the scenario writes its path. */
  | { readonly kind: 'file'; readonly path: string }
  /** A column of a data file. */
  | { readonly kind: 'column'; readonly path: string; readonly column: string };

export interface Definition {
  /** What of the text leads there. */
  readonly origin: SourceRange;
  readonly targets: readonly DefinitionTarget[];
}

/** Where what stands at a position is defined; null where nothing is to be found. */
export function definition(
  { document, model }: Pick<LoadedScenario, 'document' | 'model'>,
  position: SourcePosition,
): Definition | null {
  const here = occurrenceAt(model.occurrences, position);
  if (!here) {
    const link = links(document).find(({ range }) => contains(range, position));
    return link ? { origin: link.range, targets: [{ kind: 'file', path: link.path }] } : null;
  }
  const targets: DefinitionTarget[] = sameThing(model.occurrences, here)
    .filter(({ role }) => role === 'definition')
    .map(({ range, extent }) => ({ kind: 'here', range, extent: extent ?? range }));
  if (targets.length === 0 && here.kind === 'column') {
    const file = entryOf(nodeAt(document.root, ['data', here.scope]), 'file')?.value;
    if (file?.kind === 'scalar' && typeof file.value === 'string')
      targets.push({ kind: 'column', path: file.value, column: here.name });
  }
  return targets.length > 0 ? { origin: here.range, targets } : null;
}
