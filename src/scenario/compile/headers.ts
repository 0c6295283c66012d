import type { Declarations } from '../expressions/declarations.ts';
import { HEADERS_OF_THE_CLIENT } from '../http-headers.ts';
import type { NamedTemplate } from '../plan.ts';
import type { SourcePath } from '../source.ts';
import { literalText } from '../template.ts';
import type { Compilation } from './compilation.ts';

/** RFC 9110, 5.6.2. */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
/** RFC 9110, 5.5, and what Node sends: a byte for each character. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** The headers that a map at `path` asks for, names in lower case. What cannot be sent is reported. */
export function sentHeaders(path: SourcePath, declarations: Declarations, compilation: Compilation): NamedTemplate[] {
  const node = compilation.node(path);
  if (node?.kind !== 'map') return [];
  const headers = compilation.namedTemplates(path, declarations, 'text');
  for (const [name, value] of headers) {
    const at = [...path, name];
    const report = (message: string, range = compilation.keyRange(at)): void =>
      compilation.report('wrong-value', message, range, { repairs: compilation.removal(at) });
    const why = HEADERS_OF_THE_CLIENT.get(name.toLowerCase());
    const text = value.kind === 'literal' ? literalText(value.value) : '';
    if (!NAME.test(name)) {
      report(`\`${name}\` is no name of a header: it may have letters, digits, - and _, and no spaces.`);
    } else if (why !== undefined) {
      report(`\`${name}\` ${why}; leave it out.`);
    } else if (name.toLowerCase() === 'connection' && text !== '' && !/^(close|keep-alive)$/i.test(text)) {
      report('`connection` can be `close` or `keep-alive`.', compilation.range(at));
    } else if (!VALUE.test(text)) {
      const wrong = Array.from(text).find((character) => !VALUE.test(character)) ?? '';
      const what = wrong < ' ' ? 'a line break' : `\`${wrong}\``;
      report(
        `A header cannot hold ${what}; \${urlEncode("…")} or \${base64("…")} make it a text that can be sent.`,
        compilation.range(at),
      );
    }
  }
  return headers.map(([name, value]) => [name.toLowerCase(), value] as const);
}
