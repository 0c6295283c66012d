import { isJsonStyle } from '../scenario/edit-text.ts';
import type { LoadedScenario } from '../scenario/index.ts';
import type { SourceRange } from '../scenario/range.ts';
import { entryOf, valueOf, type SourceEntry } from '../scenario/source.ts';
import { blockText, entryLines, indented, withCommentsAbove } from './block-text.ts';
import type { ScenarioAction } from './code-actions.ts';
import { jsonEdits, proven, replaceLines, type ValueChange } from './refactoring.ts';

const SHORT_FORM = ['vus', 'duration', 'iterations', 'stages', 'steps', 'flow'] as const;

/** Makes the scenario `default` of the short form, to which others can be added: it does exactly the same. */
export function convertToScenarios({ document, plan }: LoadedScenario, selection: SourceRange): ScenarioAction | null {
  const { root, text, lines } = document;
  // With an error it is not known what it means.
  if (root?.kind !== 'map' || !plan || entryOf(root, 'scenarios')) return null;
  const written = root.entries.filter(({ key }) => SHORT_FORM.some((short) => short === key));
  const isHere = written.some(({ keySpan }) => lines.position(keySpan.start).line === selection.start.line);
  const body = written.find(({ key }) => key === 'steps' || key === 'flow');
  if (!isHere || !body) return null;
  const names = new Set(written.map(({ key }) => key));
  const hasLoad = names.has('duration') || names.has('iterations') || names.has('stages');
  // Without a load one VU runs one iteration, whatever `vus` says.
  const kept = written.filter(({ key }) => hasLoad || key !== 'vus');
  const once: readonly [string, string][] = hasLoad ? [] : [['executor', 'per-vu-iterations']];
  const changes: ValueChange[] = [
    {
      path: ['scenarios'],
      value: {
        default: Object.fromEntries([
          ...once,
          ...kept.map((entry) => [longName(entry.key, names), valueOf(entry.value)] as const),
        ]),
      },
    },
    ...written.map(({ key }) => ({ path: [key], value: undefined })),
  ];
  const action = { title: 'Convert to `scenarios:`', kind: 'refactor.rewrite' } as const;
  if (isJsonStyle(text, root)) {
    const edits = jsonEdits(document, changes);
    return edits && { ...action, edits };
  }
  const moved = (entry: SourceEntry): { firstLine: number; lastLine: number; block: readonly string[] } | null => {
    const place = entryLines(document, entry);
    if (!place) return null;
    // What stands above everything is about the file.
    const above = entry === root.entries[0] ? place.firstLine : withCommentsAbove(document, place.firstLine);
    const lineSpan = { firstLine: above, lastLine: place.lastLine };
    const block = blockText(document, lineSpan, 0);
    const renamed = block?.map((line, at) =>
      at === place.firstLine - above ? line.replace(entry.key, longName(entry.key, names)) : line,
    );
    return renamed ? { ...lineSpan, block: renamed } : null;
  };
  const blocks = new Map(written.map((entry) => [entry, moved(entry)]));
  const section = ['scenarios:', '  default:', ...once.map(([key, value]) => `    ${key}: ${value}`)];
  for (const entry of kept) section.push(...indented(blocks.get(entry)?.block ?? [], 4));
  const edits = [...blocks].flatMap(([entry, block]) =>
    block ? [replaceLines(text, block, entry === body ? section : [])] : [],
  );
  return edits.length === written.length && proven(document, edits, changes) ? { ...action, edits } : null;
}

/** What the short form calls otherwise than a scenario does. */
function longName(key: string, written: ReadonlySet<string>): string {
  if (key === 'vus' && written.has('stages')) return 'startVUs';
  return key === 'duration' && written.has('iterations') ? 'maxDuration' : key;
}
