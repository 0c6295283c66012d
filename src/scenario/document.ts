import { withoutPart } from './edits.ts';
import type { Problem } from './problem.ts';
import { LineIndex, valueOf, type SourceNode } from './source.ts';
import { TOO_DEEP, TooLarge, type Report } from './document-reading.ts';
import { readYaml } from './yaml-document.ts';
import { readJson } from './json-document.ts';

const MOST_CHARACTERS = 2_000_000;

/** A scenario's text, taken apart. */
export interface SourceDocument {
  readonly text: string;
  readonly lines: LineIndex;
  /** Null where there is nothing, or nothing that can be read. */
  readonly root: SourceNode | null;
  readonly problems: readonly Problem[];
}

/** Reads YAML 1.2, or JSON with comments where the file's name ends in `.json`. Never throws. */
export function parseScenario(text: string, fileName: string): SourceDocument {
  const lines = new LineIndex(text);
  const problems: Problem[] = [];
  const report: Report = (code, message, span, { related, surplus, fix } = {}) => {
    const range = lines.range(span);
    // After one slip in a line its rest reads otherwise than it was meant.
    if (
      (code === 'yaml-syntax' || code === 'duplicate-key') &&
      problems.some((one) => one.code === 'yaml-syntax' && one.range.start.line === range.start.line)
    )
      return;
    const cut = surplus && withoutPart(text, surplus.container, surplus.parts, surplus.index);
    problems.push({
      code,
      severity: 'error',
      message,
      range,
      ...(related && { related: [{ message: related.message, range: lines.range(related.span) }] }),
      ...(cut && { fixes: [{ title: 'Remove this one', edits: [{ range: lines.range(cut), newText: '' }] }] }),
      ...(fix && {
        fixes: [{ title: fix.title, edits: [{ range: lines.range(fix.span), newText: fix.text }], preferred: true }],
      }),
    });
  };
  let root: SourceNode | null = null;
  if (text.length > MOST_CHARACTERS) {
    report('too-large', 'The file is larger than 2 MB; keep test data in files of their own.', { start: 0, end: 0 });
  } else {
    try {
      root = /\.json$/i.test(fileName) ? readJson(text, report) : readYaml(text, report);
    } catch (error) {
      // The parsers recurse, so text that is nested thousands of levels deep ends their stack.
      const message = error instanceof TooLarge ? error.message : TOO_DEEP;
      report('too-large', message, error instanceof TooLarge ? error.span : { start: 0, end: 0 });
    }
  }
  return { text, lines, root, problems };
}

/** The plain value of a document; null where there is none. */
export function documentValue(document: SourceDocument): unknown {
  return document.root ? valueOf(document.root) : null;
}
