/** What JavaScript, Python, shells and k6 write for something that CEL writes otherwise. */
import type { ExpressionRepair } from './expression-problem.ts';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['__VU', 'vu.id'],
  ['__ITER', 'iteration.index'],
  ['__ENV', 'env'],
  ['undefined', 'null'],
  ['None', 'null'],
  ['nil', 'null'],
  ['True', 'true'],
  ['False', 'false'],
  ['r', 'response'],
  ['res', 'response'],
  ['resp', 'response'],
  ['uuid', 'uuid()'],
  ['now', 'now()'],
  ['seq', 'seq()'],
  ['isoTime', 'isoTime()'],
]);

const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['len', 'size'],
  ['length', 'size'],
  ['count', 'size'],
  ['str', 'string'],
  ['random', 'randomInt'],
  ['uuidv4', 'uuid'],
  ['btoa', 'base64'],
  ['encodeURIComponent', 'urlEncode'],
  ['parseInt', 'int'],
  ['floor', 'int'],
  ['parseFloat', 'double'],
  ['float', 'double'],
  ['Number', 'double'],
  ['String', 'string'],
  ['randint', 'randomInt'],
  ['randomIntBetween', 'randomInt'],
  ['choice', 'randomItem'],
]);

const METHODS: ReadonlyMap<string, string> = new Map([
  ['includes', 'contains'],
  ['startswith', 'startsWith'],
  ['endswith', 'endsWith'],
  ['match', 'matches'],
  ['test', 'matches'],
  ['toLowerCase', 'lowerAscii'],
  ['lower', 'lowerAscii'],
  ['toUpperCase', 'upperAscii'],
  ['upper', 'upperAscii'],
  ['strip', 'trim'],
  ['slice', 'substring'],
  ['substr', 'substring'],
  ['some', 'exists'],
  ['any', 'exists'],
  ['every', 'all'],
]);

const RANDOM =
  'Random numbers are drawn by randomInt(1, 10), items of a list by randomItem(list), texts by randomString(8).';

/** Modules and global objects, of which nothing is left to a single name. */
const MODULES: ReadonlyMap<string, string> = new Map([
  ['random', RANDOM],
  ['faker', RANDOM],
  ['fake', RANDOM],
  ['Math', `Numbers are rounded down by int(…). ${RANDOM}`],
  ['math', `Numbers are rounded down by int(…). ${RANDOM}`],
  ['JSON', 'Values become JSON by jsonEncode(…); the body of a response, read as JSON, is `json`.'],
  ['Date', 'The time is now(), in ms, or isoTime().'],
  ['datetime', 'The time is now(), in ms, or isoTime().'],
  ['crypto', 'Digests are sha256(…) and hmacSha256(key, …), an id that nobody else has is uuid().'],
  ['os', 'Variables of the environment are written env.NAME.'],
  ['process', 'Variables of the environment are written env.NAME.'],
]);

/** What a module of another language is needed for, said in this one's words. */
export function moduleHere(name: string): string | null {
  return MODULES.get(name) ?? null;
}

/** What stands here for a function of texts or lists. */
export function methodHere(name: string): string | null {
  return METHODS.get(name) ?? null;
}

/** What stands here for a name of another language; null where none does. */
export function nameHere(name: string): string | null {
  // Names in capitals are those of the environment everywhere.
  return NAMES.get(name) ?? (/^[A-Z][A-Z\d]*(_[A-Z\d]+)*$/.test(name) && name.length > 1 ? `env.${name}` : null);
}

/** The same for a function. */
export function functionHere(name: string): string | null {
  return FUNCTIONS.get(name) ?? null;
}

export interface OtherSyntax {
  readonly message: string;
  readonly repair: ExpressionRepair | null;
}

const WORDS: Readonly<Record<string, string>> = { and: '&&', or: '||', is: '==', AND: '&&', OR: '||' };
const DEFAULT = 'A default is given by env.?NAME.orValue("…"), or by has(…) ? … : ….';

/** What was meant where CEL refuses a piece of a source; null where it is nothing of another language. */
export function otherSyntax(source: string, { start, end }: { start: number; end: number }): OtherSyntax | null {
  const found = source.slice(start, end);
  const before = source.slice(0, start).trimEnd();
  const wordBefore = /(?<!\w)[A-Za-z]{1,9}$/.exec(before.slice(-10))?.[0] ?? '';
  if (found === '=') {
    const operator = /[=!]=$/.exec(source.slice(0, start))?.[0];
    if (operator !== undefined)
      return { message: `Equality is ${operator} here.`, repair: { start: start - 2, end, text: operator } };
    if (source[end] === '>') return null;
    return { message: 'Values are compared by ==.', repair: { start, end, text: '==' } };
  }
  if (Object.hasOwn(WORDS, found)) {
    const text = WORDS[found] ?? '';
    return { message: `\`${found}\` is written ${text}.`, repair: { start, end, text } };
  }
  if (wordBefore === 'not') return { message: '`not` is written `!`.', repair: null };
  if (found === 'contains' || found === 'startsWith' || found === 'endsWith' || found === 'matches')
    return { message: `\`${found}\` is a function of the text: \`body.${found}("…")\`.`, repair: null };
  if (/^(ms|s|m|h)$/.test(found) && /\d$/.test(before))
    return { message: 'Numbers have no units in expressions; times are in ms.', repair: null };
  if (found === '`') return { message: 'A text stands in " or in \'.', repair: null };
  if (found === '$') return jsonPath(source, start);
  if (/^\?/.test(found) && before.endsWith('?')) return { message: DEFAULT, repair: null };
  if (found === ':' && source[end] === '-') return { message: DEFAULT, repair: null };
  if (found === '.' && before.endsWith('?'))
    return { message: 'A field that may be missing is read by `.?`, as in `json.?id`.', repair: null };
  return null;
}

/** `$.items[0].id`, which is `json.items[0].id`. */
function jsonPath(source: string, start: number): OtherSyntax {
  const message = 'A field of the JSON body is written json.id, a JSONPath jsonpath("$.items[*].id").';
  const path = /^\$((?:\.[A-Za-z_]\w*|\[\d+\])+)\s*$/.exec(source.slice(start))?.[1];
  return { message, repair: path === undefined ? null : { start, end: source.length, text: `json${path}` } };
}
