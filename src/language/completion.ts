import type { CompletionItem } from 'vscode-languageserver-types';
import type { Plan } from '../scenario/plan.ts';
import type { SourcePosition } from '../scenario/range.ts';
import { completeExpression, expressionAt } from './expression-completion.ts';
import { completeThreshold } from './threshold-completion.ts';
import type { YamlService } from './yaml-service.ts';

/** Where the schema's part of completion comes from; loaded when it is first asked for. */
export type YamlServiceProvider = () => Promise<YamlService>;

/**
 * What may be typed at a position. `plan` is of the last text without errors: it knows the names that the file declares.
 */
export async function complete(
  text: string,
  position: SourcePosition,
  plan: Plan | null,
  yamlService: YamlServiceProvider,
): Promise<CompletionItem[]> {
  if (expressionAt(text, position) !== null) return completeExpression(text, position, plan);
  const ofThresholds = completeThreshold(text, position, plan?.metrics ?? []);
  if (ofThresholds) return ofThresholds;
  const items = await (await yamlService()).complete(text, position);
  return isEmpty(text) ? items.map(afterSnippets) : items;
}

/** Nothing is written yet but comments. */
function isEmpty(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(#|$)/.test(line));
}

/** Who has nothing yet begins with a whole scenario rather than with a key. The editor sorts an extension's snippets as `z-PREFIX`. */
function afterSnippets(item: CompletionItem): CompletionItem {
  return { ...item, sortText: `zz${item.sortText ?? item.label}` };
}
