import type { SourceDocument } from '../scenario/document.ts';
import type { SourcePosition, SourceRange } from '../scenario/range.ts';
import { spanWithin, type SourceNode, type Span } from '../scenario/source.ts';
import { splitTemplate } from '../scenario/template.ts';

/**
 * What "expand selection" selects step by step from a position, the smallest first: an expression, with its `${}`, the text
 * without quotes, with them, the entry, its map, the item, its list, and so on to the whole file.
 */
export function selectionRanges({ text, lines, root }: SourceDocument, position: SourcePosition): SourceRange[] {
  const offset = lines.offset(position);
  const spans: Span[] = [];
  const add = (span: Span): void => {
    const last = spans.at(-1);
    if (span.start > offset || span.end < offset) return;
    // Each reaches further than the one before. What an alias stands for is written elsewhere.
    if (last && (span.start > last.start || span.end < last.end || span.end - span.start === last.end - last.start))
      return;
    spans.push(span);
  };
  const visit = (node: SourceNode): void => {
    const inside = (span: Span): boolean => span.start <= offset && offset <= span.end;
    if (node.kind === 'list') {
      const item = node.items.find(({ span }) => inside(span));
      if (item) visit(item);
    } else if (node.kind === 'map') {
      const entry = node.entries.find(
        ({ keySpan, value }) =>
          inside(keySpan) || (value.span.start >= keySpan.end && inside({ start: keySpan.start, end: value.span.end })),
      );
      if (entry) {
        const { key, keySpan, value } = entry;
        if (inside(keySpan)) {
          add(spanWithin(text, { kind: 'scalar', value: key, span: keySpan }, { start: 0, end: key.length }));
          add(keySpan);
        } else if (inside(value.span)) visit(value);
        add({ start: keySpan.start, end: trimmedEnd(text, Math.max(keySpan.end, value.span.end), keySpan.end) });
      }
    } else if (typeof node.value === 'string') {
      for (const part of splitTemplate(node.value)) {
        if (part.kind !== 'expression') continue;
        add(spanWithin(text, node, part));
        add(spanWithin(text, node, { start: part.start - 2, end: part.end + 1 }));
      }
      add(spanWithin(text, node, { start: 0, end: node.value.length }));
    }
    add({ start: node.span.start, end: trimmedEnd(text, node.span.end, node.span.start) });
  };
  if (root) visit(root);
  add({ start: 0, end: text.length });
  return spans.map((span) => lines.range(span));
}

function trimmedEnd(text: string, end: number, start: number): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}
