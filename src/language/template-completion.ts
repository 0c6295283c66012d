import type { CompletionItem } from 'vscode-languageserver-types';
import type { SourcePosition } from '../scenario/range.ts';
import { itemAt, ItemKind, snippetText } from './completion-item.ts';
import { asJson, SCENARIO_TEMPLATES, snippetText as textOf } from './scenario-templates.ts';

/** Whole scenarios, before anything else: where nothing is written yet but comments and the word that is being typed. */
export function templatesAt(text: string, position: SourcePosition, json: boolean): CompletionItem[] {
  const lines = text.split(/\r?\n/);
  const own = lines[position.line] ?? '';
  const comment = json ? /^\s*(\/\/|$)/ : /^\s*(#|$)/;
  const others = lines.filter((_, line) => line !== position.line);
  if (!/^[\w ]*$/.test(own) || !others.every((line) => comment.test(line))) return [];
  const start = { line: position.line, character: 0 };
  const end = { line: position.line, character: own.length };
  return SCENARIO_TEMPLATES.map(({ title, description, body }, index) => {
    const plain = json ? asJson(textOf(body)) : textOf(body);
    const proposal = {
      label: title,
      kind: ItemKind.Snippet,
      text: json ? snippetText(plain) : body,
      snippet: true,
      detail: description,
      documentation: `\`\`\`${json ? 'rampwright-json' : 'rampwright'}\n${plain}\`\`\``,
      // Who has nothing yet begins with a whole scenario rather than with a key.
      sort: `!${index}`,
    };
    return itemAt(proposal, start, position, end);
  });
}
