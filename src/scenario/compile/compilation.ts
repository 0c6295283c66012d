import { checkExpression, type ExpectedType } from '../expressions/check.ts';
import type { NameRead } from '../expressions/reads.ts';
import { RESERVED_NAMES } from '../expressions/built-in-names.ts';
import { eitherKnows, type Declarations } from '../expressions/declarations.ts';
import type { ExpressionRepair } from '../expressions/expression-problem.ts';
import { expressionRepair } from '../expressions/repairs.ts';
import type { Expression, NamedTemplate, Template } from '../plan.ts';
import type { ProblemCode } from '../problem-codes.ts';
import type { Problem, Severity } from '../problem.ts';
import type { SourceRange } from '../range.ts';
import { changeTo, fixesOf, type Repair } from '../repair.ts';
import { spanWithin, valueOf, type ScalarNode, type SourceNode, type SourcePath, type Span } from '../source.ts';
import { DocumentPaths } from './document-paths.ts';
import type { ExpressionPlace } from '../symbols.ts';
import { splitTemplate } from '../template.ts';
import { parseDuration } from '../units.ts';

/** A name that an expression reads, and where it stands in the file. */
export interface PlacedRead {
  readonly read: NameRead;
  readonly span: Span;
}

/** What a problem has besides its text. */
export interface ReportDetails {
  readonly severity?: Severity;
  readonly related?: Problem['related'];
  /** The word that was probably meant in place of all that is marked; null where none is near. */
  readonly meant?: string | null;
  readonly repairs?: readonly Repair[];
}

interface OutsideRead {
  required: boolean;
  /** Of the first required reading, else of the first. */
  range: SourceRange;
}

/** What the compilation of one document gathers, and the expressions and templates at its paths. */
export class Compilation extends DocumentPaths {
  readonly problems: Problem[] = [];
  readonly env = new Map<string, OutsideRead>();
  readonly secrets = new Map<string, OutsideRead>();
  readonly #reads = new Map<number, PlacedRead>();
  readonly #places = new Map<number, { node: ScalarNode; bare: boolean; declarations: Declarations }>();
  #nextStepId = 0;

  /** What expressions read, each place once, however often its flow is used. */
  get reads(): readonly PlacedRead[] {
    return [...this.#reads.values()];
  }

  /** The texts that hold expressions, or could. */
  expressionPlaces(): ExpressionPlace[] {
    return [...this.#places.values()].map(({ node, bare, declarations }) => ({
      range: this.lines.range(node.span),
      bare,
      declarations,
    }));
  }

  get stepCount(): number {
    return this.#nextStepId;
  }

  nextStepId(): number {
    return this.#nextStepId++;
  }

  report(
    code: ProblemCode,
    message: string,
    range: SourceRange,
    how: Severity | ReportDetails = 'error',
    related?: Problem['related'],
  ): void {
    const details = typeof how === 'string' ? { severity: how, ...(related && { related }) } : how;
    const at = { start: this.lines.offset(range.start), end: this.lines.offset(range.end) };
    const meant = details.meant ?? null;
    const repairs = [...(meant === null ? [] : [changeTo(at, meant)]), ...(details.repairs ?? [])];
    const fixes = fixesOf(repairs, this.written);
    this.problems.push({
      code,
      severity: details.severity ?? 'error',
      message,
      range,
      ...(fixes.length > 0 && { fixes }),
      ...(details.related && { related: details.related }),
    });
  }

  /** Milliseconds of a duration that the schema has checked already; `fallback` where there is none. */
  duration(text: string | undefined, fallback: number): number {
    return text === undefined ? fallback : (parseDuration(text) ?? fallback);
  }

  /** The same of what must be above 0; of what is not, `fallback`, and it is reported. `path`: of the duration. */
  positiveDuration(text: string | undefined, fallback: number, path: SourcePath): number {
    const ms = this.duration(text, fallback);
    if (ms > 0) return ms;
    this.report('zero-duration', `\`${String(path.at(-1))}\` must be above 0.`, this.range(path));
    return fallback;
  }

  /** An expression that stands bare, without `${` and `}`; with them is understood as well. */
  expression(path: SourcePath, declarations: Declarations, expected: ExpectedType = 'any'): Expression {
    const node = this.node(path);
    if (node?.kind !== 'scalar') return { source: 'null', range: this.range(path) };
    this.#place(node, true, declarations);
    const text = String(node.value);
    const [only, ...rest] = splitTemplate(text.trim());
    if (only?.kind === 'expression' && rest.length === 0) {
      const start = text.indexOf('${') + 2;
      return this.#checked(node, only.source, { start, end: start + only.source.length }, declarations, expected);
    }
    return this.#checked(node, text, { start: 0, end: text.length }, declarations, expected);
  }

  /** Any value with `${…}` in its strings. */
  template(path: SourcePath, declarations: Declarations): Template {
    const node = this.node(path);
    return node ? this.#templateOf(node, declarations) : { kind: 'literal', value: null };
  }

  /** The entries of a map, each as a template; `text`: of parts of a URL, header or form, where values become text. */
  namedTemplates(path: SourcePath, declarations: Declarations, expected: 'any' | 'text' = 'any'): NamedTemplate[] {
    const node = this.node(path);
    return node?.kind === 'map'
      ? node.entries.map((entry) => [entry.key, this.#templateOf(entry.value, declarations, expected)] as const)
      : [];
  }

  /** Text that is the same for every iteration (names, tags): an expression in it is an error. */
  fixedText(path: SourcePath, what: string): string {
    const node = this.node(path);
    const text = node?.kind === 'scalar' ? String(node.value) : '';
    const expression = splitTemplate(text).find((part) => part.kind !== 'text');
    if (expression && node?.kind === 'scalar') {
      const part = {
        start: Math.max(0, expression.start - (expression.kind === 'expression' ? 2 : 0)),
        end: expression.end + (expression.kind === 'expression' ? 1 : 0),
      };
      this.report(
        'expression-not-allowed',
        `${what} is a fixed text; \${…} is not worked out here.`,
        this.partRange(node, part),
      );
    }
    return text;
  }

  fixedTexts(path: SourcePath, what: string): Record<string, string> {
    const node = this.node(path);
    if (node?.kind !== 'map') return {};
    return Object.fromEntries(node.entries.map(({ key }) => [key, this.fixedText([...path, key], what)]));
  }

  /** Reports names that mean something else in expressions, or that expressions cannot read. */
  checkName(path: SourcePath, name: string, range = this.keyRange(path)): void {
    if (!/^[A-Za-z_]\w*$/.test(name)) {
      const message = `\`${name}\` is no name that expressions can read: use letters, digits and _, and begin with a letter.`;
      this.report('invalid-name', message, range);
    } else if (RESERVED_NAMES.has(name)) {
      const message = `\`${name}\` has a meaning of its own in expressions; take another name.`;
      this.report('reserved-name', message, range);
    }
  }

  #templateOf(node: SourceNode, declarations: Declarations, expected: 'any' | 'text' = 'any'): Template {
    if (node.kind === 'list') {
      const items = node.items.map((item) => this.#templateOf(item, declarations, expected));
      return items.every((item) => item.kind === 'literal')
        ? { kind: 'literal', value: valueOf(node) }
        : { kind: 'list', items };
    }
    if (node.kind === 'map') {
      const entries = node.entries.map(
        ({ key, value }) => [key, this.#templateOf(value, declarations, expected)] as const,
      );
      return entries.every(([, value]) => value.kind === 'literal')
        ? { kind: 'literal', value: valueOf(node) }
        : { kind: 'map', entries };
    }
    this.#place(node, false, declarations);
    return typeof node.value === 'string' && node.value.includes('${')
      ? this.#textTemplate(node, node.value, declarations, expected)
      : { kind: 'literal', value: node.value };
  }

  #textTemplate(node: ScalarNode, text: string, declarations: Declarations, only: 'any' | 'text'): Template {
    const parts: (string | Expression)[] = [];
    const written = splitTemplate(text);
    const expected = written.length > 1 ? 'text' : only;
    for (const part of written) {
      if (part.kind === 'text') parts.push(part.text);
      else if (part.kind === 'expression') parts.push(this.#checked(node, part.source, part, declarations, expected));
      else {
        this.report(
          'expression-syntax',
          'This ${ is not closed; a } is missing. For the characters themselves write $${.',
          this.partRange(node, part),
        );
      }
    }
    const [first = '', ...rest] = parts;
    if (rest.length > 0) return { kind: 'text', parts };
    return typeof first === 'string' ? { kind: 'literal', value: first } : { kind: 'expression', expression: first };
  }

  #checked(node: ScalarNode, source: string, at: Span, declarations: Declarations, expected: ExpectedType): Expression {
    const { problems, reads } = checkExpression(source, declarations, expected);
    const rangeOf = (part: Span): SourceRange =>
      this.partRange(node, { start: at.start + part.start, end: at.start + part.end });
    for (const problem of problems) {
      const { code, message, start, end } = problem;
      const repair = expressionRepair(problem, source, declarations);
      // An empty range would mark nothing.
      this.report(code, message, rangeOf(start === end ? { start: 0, end: source.length } : { start, end }), {
        repairs: repair ? [this.#expressionRepair(node, at, repair)] : [],
      });
    }
    for (const read of reads.names) {
      const span = spanWithin(this.text, node, { start: at.start + read.start, end: at.start + read.end });
      this.#reads.set(span.start, { read, span });
    }
    for (const read of reads.env) note(this.env, read, rangeOf(read));
    for (const read of reads.secrets) note(this.secrets, read, rangeOf(read));
    return { source: source.trim(), range: rangeOf({ start: 0, end: source.length }) };
  }

  /** A flow's text is read once for each use: what is known there is what any of its users knows. */
  #place(node: ScalarNode, bare: boolean, declarations: Declarations): void {
    const known = this.#places.get(node.span.start)?.declarations;
    this.#places.set(node.span.start, {
      node,
      bare,
      declarations: known && known !== declarations ? eitherKnows(known, declarations) : declarations,
    });
  }

  #expressionRepair(node: ScalarNode, within: Span, { start, end, text }: ExpressionRepair): Repair {
    const part = { start: within.start + start, end: within.start + end };
    const change = changeTo(spanWithin(this.text, node, part), text);
    return start === end ? { ...change, title: `Put \`${text}\` before it` } : change;
  }
}

function note(
  reads: Map<string, OutsideRead>,
  { name, required }: { name: string; required: boolean },
  range: SourceRange,
): void {
  const known = reads.get(name);
  if (!known) reads.set(name, { required, range });
  else if (required && !known.required) {
    known.required = true;
    known.range = range;
  }
}
