import { query } from 'jsonpath-rfc9535';
import parse from 'jsonpath-rfc9535/parser';
import type { JsonValue } from '../plan.ts';
import { ExpressionError } from './expression-error.ts';
import { isJsonValue } from './json-value.ts';

type Singular = readonly (string | number)[];

/** Paths are nearly always literals of the scenario; the bound is for those that are not. */
const CACHE_SIZE = 1000;
const compiled = new Map<string, Singular | 'nodes'>();

/**
 * What an RFC 9535 path selects. A singular query (RFC 9535 section 2.3.5.1: only names and indexes) gives the value itself,
 * or undefined where there is none; every other path gives the list of what it selects.
 *
 * @throws ExpressionError (`invalid`) where the path is none.
 */
export function selectJsonPath(document: JsonValue, path: string): JsonValue | undefined {
  const steps = compile(path);
  if (steps === 'nodes') return isQueryable(document) ? query(document, path) : undefined;
  let value: unknown = document;
  for (const step of steps) {
    if (typeof step === 'number') {
      value = Array.isArray(value) ? value.at(step) : undefined;
    } else {
      value = isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    }
    if (value === undefined) return undefined;
  }
  return isJsonValue(value) ? value : undefined;
}

/** What is wrong with a path, or null. */
export function jsonPathProblem(path: string): string | null {
  try {
    compile(path);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function compile(path: string): Singular | 'nodes' {
  const known = compiled.get(path);
  if (known !== undefined) return known;
  let segments;
  try {
    segments = parse(path).segments;
  } catch {
    throw new ExpressionError('invalid', `"${path}" is not a JSONPath (RFC 9535); write for example $.items[0].id.`);
  }
  const steps: (string | number)[] = [];
  let singular = true;
  for (const segment of segments) {
    const { node } = segment;
    if (segment.type !== 'ChildSegment') singular = false;
    else if (node.type === 'MemberNameShorthand') steps.push(node.value);
    else if (node.type === 'BracketedSelection' && node.selectors.length === 1) {
      const [selector] = node.selectors;
      if (selector?.type === 'NameSelector' || selector?.type === 'IndexSelector') steps.push(selector.value);
      else singular = false;
    } else singular = false;
  }
  const result = singular ? steps : 'nodes';
  if (compiled.size < CACHE_SIZE) compiled.set(path, result);
  return result;
}

type MutableJson = Parameters<typeof query>[0];

/** The library's type asks for arrays that may be changed; it changes none. */
function isQueryable(document: JsonValue): document is JsonValue & MutableJson {
  return isJsonValue(document);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
