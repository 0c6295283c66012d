import { codeActions } from '../../../src/language/code-actions.ts';
import { complete } from '../../../src/language/completion.ts';
import { definition } from '../../../src/language/definition.ts';
import { folds } from '../../../src/language/folding.ts';
import { format } from '../../../src/language/format.ts';
import { hover } from '../../../src/language/hover.ts';
import { inlayHints, profileLines } from '../../../src/language/inlay-hints.ts';
import { NOTHING_KNOWN, type Known } from '../../../src/language/known.ts';
import { links } from '../../../src/language/links.ts';
import { references } from '../../../src/language/references.ts';
import { rename } from '../../../src/language/rename.ts';
import { secretPlaceAt } from '../../../src/language/secret-place.ts';
import { selectionRanges } from '../../../src/language/selection-ranges.ts';
import { outline } from '../../../src/language/symbols.ts';
import { formatYaml } from '../../../src/language/yaml-formatter.ts';
import { loadScenario, type LoadedScenario } from '../../../src/scenario/index.ts';
import type { SourcePosition } from '../../../src/scenario/range.ts';

/** A text and a position in it, as an editor asks with them. */
export interface Question {
  readonly text: string;
  readonly fileName: string;
  readonly position: SourcePosition;
  /** What `loadScenario` says of the text. */
  readonly loaded: LoadedScenario;
}

const knownOf = ({ text, loaded: { model } }: Question): Known => ({ ...NOTHING_KNOWN, last: { text, model } });

/** Everything that an editor asks, by name. Only its own work: the text is loaded already. */
export const CAPABILITIES: Readonly<Record<string, (question: Question) => unknown>> = {
  loadScenario: ({ text, fileName }) => loadScenario(text, fileName),
  complete: (question) => complete(question.text, question.position, knownOf(question)),
  hover: (question) => hover(question.text, question.position, knownOf(question)),
  inlayHints: ({ loaded }) => inlayHints(loaded, () => null),
  profileLines: ({ loaded }) => profileLines(loaded),
  secretPlaceAt: ({ loaded, position }) =>
    secretPlaceAt(loaded.document, loaded.problems, { start: position, end: position }),
  outline: ({ loaded }) => outline(loaded.document, loaded.model.draft),
  folds: ({ text, fileName }) => folds(text, fileName),
  definition: ({ loaded, position }) => definition(loaded, position),
  references: ({ loaded, position }) => references(loaded.model.occurrences, position),
  rename: ({ loaded, position }) => rename(loaded, position, 'other'),
  links: ({ loaded }) => links(loaded.document),
  selectionRanges: ({ loaded, position }) => selectionRanges(loaded.document, position),
  codeActions: ({ loaded, position }) => codeActions(loaded, { start: position, end: position }),
  format: ({ text, fileName }) =>
    format(text, fileName, { tabSize: 2, insertSpaces: true }, () => Promise.resolve(formatYaml)),
};
