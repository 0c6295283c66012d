/** The public face of the scenario layer: text in, problems and a plan out. Pure; no clock, no files, no network. */
import { withoutConsequences } from './consequences.ts';
import { parseScenario, type SourceDocument } from './document.ts';
import type { ScenarioFiles } from './files.ts';
import type { Plan } from './plan.ts';
import type { ProblemCode } from './problem-codes.ts';
import type { Problem, Severity } from './problem.ts';
import { ruleProblems } from './rules/index.ts';
import { problemOf } from './repair.ts';
import { checkStructure, type Structure } from './structure.ts';
import { occurrencesOf } from './occurrences.ts';
import type { LineIndex } from './source.ts';
import type { ExpressionPlace, Occurrence, TagValues } from './symbols.ts';
import { tagValuesOf } from './tag-values.ts';
import {
  compileProblems,
  expressionPlaces,
  pickedView,
  problemsAcross,
  unknownEnvironment,
  unpickedEnvironment,
  viewsOf,
  type View,
} from './views.ts';
import { inTextOrder } from './range.ts';

export interface LoadOptions {
  /** Where given, a variable that the file needs and that is not set is an error at its place. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where a file is being written rather than run, that is no error: it may well be set where it runs. */
  readonly unsetSeverity?: Severity;
  /** Where given, the same for secrets. */
  readonly secrets?: Readonly<Record<string, string | undefined>>;
  /** The one of `environments` whose values count; none: those of the file's top. */
  readonly environment?: string | null;
  /** Where given, it is a problem of this severity that none is picked where the `baseUrl` stands only in them. */
  readonly unpickedSeverity?: Severity;
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

/** Problems after which the rest of the text reads otherwise than it was meant: what follows would only explain their consequences. */
const SYNTAX_PROBLEMS: ReadonlySet<ProblemCode> = new Set([
  'yaml-syntax',
  'json-syntax',
  'several-documents',
  'too-large',
]);

/** Reads, checks and compiles a scenario file. Never throws, whatever the text. */
export function loadScenario(text: string, fileName: string, options: LoadOptions = {}): LoadedScenario {
  const document = parseScenario(text, fileName);
  const broken = document.problems.some(({ code }) => SYNTAX_PROBLEMS.has(code));
  const { root, lines } = document;
  const isEmpty = !root || (root.kind === 'scalar' && root.value === null);
  const structure: Structure = isEmpty ? { problems: [], valid: null } : checkStructure(root);
  const views = structure.valid ? viewsOf(structure.valid, fileName, document, options) : [];
  const picked = pickedView(views, options.environment);
  const problems = [...document.problems];
  if (isEmpty && !broken) problems.push(emptyFile(lines));
  if (!broken) {
    problems.push(
      ...structure.problems.map((problem) => problemOf({ ...problem, severity: 'error', at: problem.span }, document)),
    );
    const found = problemsAcross(views, (view) => compileProblems(view, views), lines, picked);
    problems.push(...withoutConsequences(found, structure, document));
    problems.push(...unknownEnvironment(structure.valid, lines, options.environment));
    problems.push(...unpickedEnvironment(views, lines, options));
  }
  const reads = views.flatMap(({ compilation }) => compilation.reads);
  const occurrences = root ? occurrencesOf(document, reads) : [];
  if (!broken) {
    const known = [...problems];
    // As the file stands, the rules look at all of it, right or not.
    const rules = ({ environment, draft: plan, document: seen }: View): readonly Problem[] =>
      plan
        ? ruleProblems(
            { document: environment ? seen : document, written: document, plan, occurrences, options },
            known,
          )
        : [];
    problems.push(...withoutConsequences(problemsAcross(views, rules, lines, picked), structure, document));
  }
  const draft = picked?.draft ?? null;
  const failed = problems.some(({ severity }) => severity === 'error');
  if (!draft && !failed) problems.push(shapeless(lines));
  return {
    document,
    problems: inOrder(problems),
    plan: failed ? null : draft,
    model: {
      draft,
      occurrences,
      expressions: expressionPlaces(views),
      tagValues: draft ? tagValuesOf(draft) : {},
    },
  };
}

function emptyFile(lines: LineIndex): Problem {
  const message = 'The file is empty. A scenario needs at least `steps:`, and `vus` with `duration`.';
  return { code: 'empty-file', severity: 'error', message, range: lines.range({ start: 0, end: 0 }) };
}

function shapeless(lines: LineIndex): Problem {
  const message = 'The file does not have the shape of a scenario.';
  return { code: 'wrong-value', severity: 'error', message, range: lines.range({ start: 0, end: 0 }) };
}

/** By place, without repetitions: a flow that two scenarios use has its problems once. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const unique = new Map<string, Problem>();
  for (const problem of problems) {
    const { start, end } = problem.range;
    const key = `${start.line}:${start.character}-${end.line}:${end.character} ${problem.code} ${problem.message}`;
    if (!unique.has(key)) unique.set(key, problem);
  }
  return [...unique.values()].sort(inTextOrder);
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
export { allowedInWords, hostNamed, hostsBeyond } from './allowed-hosts.ts';
export { planHosts, planProxy } from './hosts.ts';
export { scalePlan } from './scale.ts';
