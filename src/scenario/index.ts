/** The public face of the scenario layer: text in, problems and a plan out. Pure; no clock, no files, no network. */
import { Compilation } from './compile/compilation.ts';
import { warnOfCredentials } from './compile/credentials.ts';
import { compilePlan } from './compile/plan.ts';
import { documentValue, parseScenario, type SourceDocument } from './document.ts';
import validate from './generated/validate-schema.js';
import type { ScenarioFiles } from './files.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { structureProblems } from './structure.ts';
import type { ExpressionPlace, Occurrence, TagValues } from './symbols.ts';

export interface LoadOptions {
  /** Where given, a variable that the file needs and that is not set is an error at its place. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where given, the same for secrets. */
  readonly secrets?: Readonly<Record<string, string | undefined>>;
  /** The one of `environments` whose values count; none: those of the file's top. */
  readonly environment?: string | null;
  /** Where given, files that the scenario names are looked at. */
  readonly files?: ScenarioFiles;
  /** Where given, an absolute URL to another host than these and this machine is a problem. */
  readonly allowedHosts?: readonly string[];
}

export interface LoadedScenario {
  readonly document: SourceDocument;
  /** In the order of the text. */
  readonly problems: readonly Problem[];
  /** Null exactly where a problem is an error. */
  readonly plan: Plan | null;
  readonly model: ScenarioModel;
}

/** What an editor wants to know of a file, also of one that has errors or is in the middle of being typed. */
export interface ScenarioModel {
  /** Of those parts of the file that are right; null where nothing of it can be read. Never to be run. */
  readonly draft: Plan | null;
  /** In the order of the text. */
  readonly occurrences: readonly Occurrence[];
  readonly expressions: readonly ExpressionPlace[];
  readonly tagValues: TagValues;
}

/** Reads, checks and compiles a scenario file. Never throws, whatever the text. */
export function loadScenario(text: string, fileName: string, options: LoadOptions = {}): LoadedScenario {
  const document = parseScenario(text, fileName);
  const compilation = new Compilation(document);
  compilation.problems.push(...document.problems);
  // Syntax first: what follows would only explain its consequences.
  const plan = document.problems.length > 0 ? null : compile(document, fileName, compilation, options);
  const problems = inOrder(compilation.problems);
  return {
    document,
    problems,
    plan: problems.some(({ severity }) => severity === 'error') ? null : plan,
    model: { draft: plan, occurrences: [], expressions: [], tagValues: {} },
  };
}

function compile(
  document: SourceDocument,
  fileName: string,
  compilation: Compilation,
  options: LoadOptions,
): Plan | null {
  const { root, lines } = document;
  if (!root || (root.kind === 'scalar' && root.value === null)) {
    const message = 'The file is empty. A scenario needs at least `steps:`, and `vus` with `duration`.';
    compilation.report('empty-file', message, lines.range({ start: 0, end: 0 }));
    return null;
  }
  const structure = structureProblems(root);
  for (const { code, message, span } of structure) compilation.report(code, message, lines.range(span));
  const value = documentValue(document);
  if (!validate(value)) {
    if (!structure.some(({ code }) => code !== 'not-supported-yet')) {
      compilation.report(
        'wrong-value',
        'The file does not have the shape of a scenario.',
        lines.range({ start: 0, end: 0 }),
      );
    }
    return null;
  }
  const plan = compilePlan(value, fileName, compilation);
  warnOfCredentials(root, compilation);
  for (const [name, { required, range }] of compilation.env) {
    if (options.env && required && options.env[name] === undefined) {
      const message = `The environment variable ${name} is not set. Set it, or write env.?${name}.orValue("…") for a default.`;
      compilation.report('env-not-set', message, range);
    }
  }
  for (const [name, { required, range }] of compilation.secrets) {
    if (options.secrets && required && options.secrets[name] === undefined) {
      compilation.report('secret-not-set', `The secret ${name} is not set.`, range);
    }
  }
  return plan;
}

/** By place, without repetitions: a flow that two scenarios use has its problems once. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const unique = new Map<string, Problem>();
  for (const problem of problems) {
    const { start, end } = problem.range;
    const key = `${start.line}:${start.character}-${end.line}:${end.character} ${problem.code} ${problem.message}`;
    if (!unique.has(key)) unique.set(key, problem);
  }
  return [...unique.values()].sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

export type { Plan } from './plan.ts';
export type { Fix, Problem, Severity, TextEdit } from './problem.ts';
export type { SourcePosition, SourceRange } from './range.ts';
export type { DataFacts, FileFacts, ScenarioFiles } from './files.ts';
export type { ExpressionPlace, Occurrence, SymbolKind, TagValues } from './symbols.ts';
export type { SourceDocument } from './document.ts';
export { applyOverrides, type LoadOverrides, type Overridden } from './overrides.ts';
export { formatDuration, parseDuration } from './units.ts';
export { oncePlan } from './once.ts';
export { planHosts } from './hosts.ts';
export { scalePlan } from './scale.ts';
