/** A file as it stands and with each of its environments laid over it. All are checked, as any of them may be picked. */
import { Compilation } from './compile/compilation.ts';
import { compilePlan } from './compile/plan.ts';
import type { SourceDocument } from './document.ts';
import { environmentsOf, layEnvironment } from './environments.ts';
import validate from './generated/validate-schema.js';
import type { LoadOptions } from './index.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { entryOf, valueOf, type LineIndex, type SourceEntry, type SourceNode } from './source.ts';
import { suggestion } from './suggestion.ts';
import type { ExpressionPlace } from './symbols.ts';

export interface View {
  /** Null: as the file stands. */
  readonly environment: SourceEntry | null;
  /** The document with what the environment puts into it. */
  readonly document: SourceDocument;
  readonly compilation: Compilation;
  readonly draft: Plan | null;
}

/** Each is checked; nobody has as many as this. */
const MOST_ENVIRONMENTS = 50;

/** Of `root`, the right part of the document; the file as it stands comes first. */
export function viewsOf(root: SourceNode, fileName: string, document: SourceDocument, options: LoadOptions): View[] {
  const environments = environmentsOf(root).slice(0, MOST_ENVIRONMENTS);
  return [null, ...environments].map((environment) => {
    const seen = { ...document, root: environment ? layEnvironment(root, environment) : root };
    const compilation = new Compilation(seen, document);
    const draft = compile(seen.root, fileName, environment?.key ?? null, compilation, options);
    return { environment, document: seen, compilation, draft };
  });
}

/** The one that was picked; the file as it stands where there is none of that name. */
export function pickedView(views: readonly View[], environment: string | null | undefined): View | undefined {
  return views.find((view) => view.environment?.key === environment) ?? views[0];
}

function compile(
  root: SourceNode,
  fileName: string,
  environment: string | null,
  compilation: Compilation,
  options: LoadOptions,
): Plan | null {
  const value = valueOf(root);
  if (!validate(value)) return null;
  const plan = compilePlan(value, fileName, compilation, { environment, files: options.files ?? null });
  // What is not set matters only where it is about to be read.
  if (environment === (options.environment ?? null)) reportUnset(compilation, options);
  return plan;
}

function reportUnset(compilation: Compilation, options: LoadOptions): void {
  for (const [name, { required, range }] of compilation.env) {
    if (options.env && required && options.env[name] === undefined) {
      const message = `The environment variable ${name} is not set. Set it, or write env.?${name}.orValue("…") for a default.`;
      const at = { start: compilation.lines.offset(range.start), end: compilation.lines.offset(range.end) };
      const change = { kind: 'replace', at, value: `env.?${name}.orValue("")` } as const;
      const repairs = [{ title: 'Give it an empty default', changes: [change] }];
      compilation.report('env-not-set', message, range, { severity: options.unsetSeverity ?? 'error', repairs });
    }
  }
  for (const [name, { required, range }] of compilation.secrets) {
    if (options.secrets && required && options.secrets[name] === undefined) {
      compilation.report('secret-not-set', `The secret ${name} is not set.`, range);
    }
  }
}

/** What was found while a view was compiled. Without an environment, a `baseUrl` that environments bring is not missing. */
export function compileProblems({ environment, compilation }: View, views: readonly View[]): readonly Problem[] {
  return environment || !bringBaseUrl(views)
    ? compilation.problems
    : compilation.problems.filter(({ code }) => code !== 'relative-url');
}

/** A file whose `baseUrl` only its environments bring, and none of them picked. It is no fault of the file, but a need of who runs it. */
export function unpickedEnvironment(
  views: readonly View[],
  lines: LineIndex,
  { environment, unpickedSeverity }: LoadOptions,
): Problem[] {
  const [asItStands] = views;
  const section = entryOf(asItStands?.document.root ?? undefined, 'environments');
  if (!unpickedSeverity || (environment ?? null) !== null || !section || !bringBaseUrl(views)) return [];
  if (!asItStands?.compilation.problems.some(({ code }) => code === 'relative-url')) return [];
  const names = views.flatMap((view) => view.environment?.key ?? []);
  const message = `The file has no \`baseUrl\` but those of its environments. Pick one to run it: ${names.join(', ')}.`;
  const range = lines.range(section.keySpan);
  return [{ code: 'environment-not-picked', severity: unpickedSeverity, message, range }];
}

function bringBaseUrl(views: readonly View[]): boolean {
  return views.some(({ environment, document }) => environment && entryOf(document.root ?? undefined, 'baseUrl'));
}

/**
 * The problems of all views, each place once: those that are there without the environment, too, are of the file. Those that an
 * environment makes elsewhere in the file say which one it is. Hints count as the file stands: what one environment
 * does not use, another may. Where one is picked, what it puts right is no problem: a `baseUrl` may stand in environments alone.
 */
export function problemsAcross(
  views: readonly View[],
  problemsOf: (view: View) => readonly Problem[],
  lines: LineIndex,
  picked: View | undefined,
): Problem[] {
  const all = views.map((view) => ({ view, problems: problemsOf(view) }));
  const ofPicked = new Set(all.find(({ view }) => view === picked)?.problems.map(placeOf));
  const isRightWhenPicked = (problem: Problem): boolean =>
    problem.severity !== 'hint' && !ofPicked.has(placeOf(problem));
  const known = new Set<string>();
  return all.flatMap(({ view: { environment }, problems }) => {
    const fresh = environment
      ? problems.filter((problem) => problem.severity !== 'hint' && !known.has(placeOf(problem)))
      : problems.filter((problem) => !picked?.environment || !isRightWhenPicked(problem));
    for (const problem of problems) known.add(placeOf(problem));
    return environment ? fresh.map((problem) => inEnvironment(problem, environment, lines)) : fresh;
  });
}

function placeOf({ code, range: { start, end } }: Problem): string {
  return `${code} ${start.line}:${start.character}-${end.line}:${end.character}`;
}

function inEnvironment(problem: Problem, { key, value }: SourceEntry, lines: LineIndex): Problem {
  const at = lines.offset(problem.range.start);
  if (at >= value.span.start && at <= value.span.end) return problem;
  return { ...problem, message: `In the environment \`${key}\`: ${problem.message}` };
}

/** The expressions of all views; one that stands in several with what is known without an environment. */
export function expressionPlaces(views: readonly View[]): ExpressionPlace[] {
  const places = new Map<string, ExpressionPlace>();
  for (const place of views.flatMap(({ compilation }) => compilation.expressionPlaces())) {
    const { line, character } = place.range.start;
    const key = `${line}:${character}`;
    if (!places.has(key)) places.set(key, place);
  }
  return [...places.values()];
}

/** An environment that was asked for and that the file does not have. */
export function unknownEnvironment(
  root: SourceNode | null,
  lines: LineIndex,
  environment: string | null | undefined,
): Problem[] {
  if (!root || environment === undefined || environment === null) return [];
  const names = environmentsOf(root)
    .slice(0, MOST_ENVIRONMENTS)
    .map(({ key }) => key);
  if (names.includes(environment)) return [];
  const meant = suggestion(environment, names);
  const hint =
    meant !== null
      ? ` Did you mean \`${meant}\`?`
      : names.length === 0
        ? ' It has no `environments`.'
        : ` It has ${names.join(', ')}.`;
  const section = entryOf(root, 'environments') ?? (root.kind === 'map' ? root.entries[0] : undefined);
  const range = lines.range(section?.keySpan ?? { start: 0, end: 0 });
  const message = `The file has no environment \`${environment}\`.${hint}`;
  return [{ code: 'unknown-environment', severity: 'error', message, range }];
}
