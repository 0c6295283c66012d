import { parseTree } from 'jsonc-parser';
import { isJson } from './place.ts';

/**
 * The keys of the file's outermost map with their lines (from 0), in file order. Works on a text that is being typed: YAML
 * is read line by line, JSON by a parser that tolerates errors.
 */
export function topLevelKeys(text: string): Map<string, number> {
  return isJson(text) ? jsonKeys(text) : yamlKeys(text);
}

function yamlKeys(text: string): Map<string, number> {
  const keys = new Map<string, number>();
  for (const [line, content] of text.split(/\r?\n/).entries()) {
    const key = /^(["']?)([A-Za-z$][\w-]*)\1\s*:(\s|$)/.exec(content)?.[2];
    if (key !== undefined && !keys.has(key)) keys.set(key, line);
  }
  return keys;
}

function jsonKeys(text: string): Map<string, number> {
  const keys = new Map<string, number>();
  for (const property of parseTree(text)?.children ?? []) {
    const key: unknown = property.children?.[0]?.value;
    if (typeof key === 'string') keys.set(key, text.slice(0, property.offset).split('\n').length - 1);
  }
  return keys;
}
