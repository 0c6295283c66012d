import { CompletionItemKind, InsertTextFormat, MarkupKind, type CompletionItem } from 'vscode-languageserver-types';
import type { SourcePosition } from '../scenario/range.ts';
import type { Place } from './place.ts';

/** A proposal before it is known where it goes. */
export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** The label, where left out. */
  readonly text?: string;
  /** `text` is a snippet. */
  readonly snippet?: boolean;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly sort?: string;
  /** The label, where left out. */
  readonly filter?: string;
  /** More is to be proposed once this is in. */
  readonly again?: boolean;
  readonly preselect?: boolean;
  /** Keys that accept the proposal and are typed behind it. */
  readonly commit?: readonly string[];
}

/** Replaces what is typed up to the position, or all of the word, as the editor is set. */
export function itemAt(
  proposal: Proposal,
  start: SourcePosition,
  position: SourcePosition,
  end: SourcePosition,
): CompletionItem {
  const {
    label,
    kind,
    text = label,
    snippet,
    detail,
    documentation,
    sort,
    filter = label,
    again,
    preselect,
    commit,
  } = proposal;
  return {
    label,
    kind,
    filterText: filter,
    textEdit: { newText: text, insert: { start, end: position }, replace: { start, end } },
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(detail === undefined || detail === '' ? {} : { detail }),
    ...(documentation ? { documentation: { kind: MarkupKind.Markdown, value: documentation } } : {}),
    ...(sort === undefined ? {} : { sortText: sort }),
    ...(again ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } } : {}),
    ...(preselect ? { preselect } : {}),
    ...(commit ? { commitCharacters: [...commit] } : {}),
  };
}

/** At the word of a place; a value that its colon touches gets a space before it. */
export function itemsInPlace(proposals: readonly Proposal[], place: Place, position: SourcePosition): CompletionItem[] {
  const { start, end } = place.token;
  const lead = place.dash ? '- ' : place.tight ? ' ' : '';
  const inserted = lead === '' ? proposals : proposals.map((one) => ({ ...one, text: lead + (one.text ?? one.label) }));
  return inserted.map((one) => itemAt(one, start, position, end));
}

/** A text as a value of the file: in quotes where it would mean something else without. */
export function scalarText(value: string, place: Place): string {
  const { quote } = place.token;
  if (quote === '"') return JSON.stringify(value).slice(1, -1);
  if (quote === "'") return value.replaceAll("'", "''");
  if (place.style === 'json') return JSON.stringify(value);
  const special =
    /^[\s&*!|>%@`'"#?{}[\],-]|: |\s#|^$|:$/.test(value) || (place.style === 'flow' && /[,[\]{}]/.test(value));
  const other = /^(true|false|null|~|[-+.\d][\d_.eE+-]*)$/i.test(value);
  return special || other ? JSON.stringify(value) : value;
}

/** A text that a snippet inserts as it is. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

export { CompletionItemKind as ItemKind };
