/** The sources of all expressions in a part of a plan. */
export function expressionSources(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  if (Array.isArray(part)) return part.flatMap(expressionSources);
  const members = Object.entries(part);
  const own = members.find(([key, value]) => key === 'source' && typeof value === 'string');
  return own && 'range' in part ? [String(own[1])] : members.flatMap(([, value]) => expressionSources(value));
}

/** Whether an expression takes all members of a name (`setup`), or one that is worked out (`vars[x]`), rather than one by its name. */
export function readsWhole(source: string, root: string): boolean {
  return new RegExp(`(?<![.\\w])${root}(?!\\w)(?!\\s*\\.)(?!\\s*\\[\\??\\s*(["'])\\w+\\1\\s*\\])`).test(source);
}
