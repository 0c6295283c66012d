import type { DataColumns, Declarations, Phase } from '../expressions/declarations.ts';
import type { Step as StepDocument } from '../generated/scenario-document.ts';
import type { Expectation, NamedTemplate, Template } from '../plan.ts';
import type { ScenarioFiles } from '../files.ts';
import type { SourcePath } from '../source.ts';
import type { Compilation } from './compilation.ts';

/** What holds for all requests of the file. */
export interface RequestDefaults {
  readonly headers: readonly NamedTemplate[];
  readonly timeoutMs: number;
  readonly redirects: number;
  readonly expect: Expectation;
  readonly baseUrl: Template | null;
}

/** A feeder as expressions see it. */
export interface FeederShape {
  readonly columns: DataColumns;
  readonly per: 'iteration' | 'vu';
  /** All values are texts, whatever they look like. */
  readonly texts: boolean;
}

/** What is known at the start of a list of steps, whatever they do. */
export interface Surroundings {
  readonly vars: readonly string[];
  readonly setup: readonly string[];
  /** What `onStart` captures, for the steps of its VUs. */
  readonly vu: readonly string[];
  readonly phase: Phase;
}

/** What a list of steps is compiled with. */
export interface StepsContext extends Surroundings {
  readonly rows: RowsHere;
  readonly compilation: Compilation;
  readonly defaults: RequestDefaults;
  readonly flows: Readonly<Record<string, readonly StepDocument[]>>;
  readonly customMetrics: ReadonlySet<string>;
  readonly files: ScenarioFiles | null;
  /** What was captured or set so far; grows. */
  readonly names: Set<string>;
  /** What is captured or set anywhere here. */
  readonly later: ReadonlySet<string>;
  readonly progress: { requestSeen: boolean };
  /** Flows that are being put in, outermost first. */
  readonly within: readonly string[];
}

/** What is known at this place; with `bareResponse` the members of the response stand for themselves. */
export function declarations(context: StepsContext, bareResponse: boolean): Declarations {
  const { phase } = context;
  const { names, later } = namesHere(context);
  return {
    vars: context.vars,
    setup: context.setup,
    setupOwn: phase === 'setup' ? names : null,
    vu: context.vu,
    ...context.rows,
    phase,
    names,
    later,
    response: context.progress.requestSeen,
    bareResponse,
  };
}

interface NamesHere {
  readonly names: readonly string[];
  readonly later: readonly string[];
}

/** The last lists of each set of names. A set only grows, so its size tells whether they still hold. */
const listed = new WeakMap<StepsContext['names'], NamesHere & { readonly all: StepsContext['later'] }>();

/** Made once for a step's many expressions: in a file with a thousand captures each would copy a thousand names. */
function namesHere({ names, later: all }: StepsContext): NamesHere {
  const last = listed.get(names);
  if (last?.names.length === names.size && last.all === all) return last;
  const made = { names: [...names], later: [...all].filter((name) => !names.has(name)), all };
  listed.set(names, made);
  return made;
}

/** The feeders whose rows are there, and the others. */
export type RowsHere = Required<Pick<Declarations, 'data' | 'textRows' | 'dataElsewhere'>>;

/** Rows are of iterations, or of VUs: hooks of a VU see only its own. */
export function rowsHere(feeders: ReadonlyMap<string, FeederShape>, phase: Phase): RowsHere {
  const isHere = ({ per }: FeederShape): boolean =>
    phase === 'iteration' || (per === 'vu' && (phase === 'on-start' || phase === 'on-stop'));
  const all = [...feeders];
  return {
    data: Object.fromEntries(all.filter(([, feeder]) => isHere(feeder)).map(([name, { columns }]) => [name, columns])),
    textRows: all.filter(([, { texts }]) => texts).map(([name]) => name),
    dataElsewhere: all.filter(([, feeder]) => !isHere(feeder)).map(([name]) => name),
  };
}

/** A value that is captured or set at `path`, the place of its key: it is known from here on. */
export function declare(name: string, path: SourcePath, context: StepsContext): void {
  context.compilation.checkName(path, name);
  context.names.add(name);
}

/** For steps that may be left out, or that don't see what their neighbours capture. */
export function branchOf(context: StepsContext, names: readonly string[] = []): StepsContext {
  return { ...context, names: new Set([...context.names, ...names]), progress: { ...context.progress } };
}

/** What any branch captured counts as known behind them; whether it is there, the run shows. */
export function join(context: StepsContext, branches: readonly StepsContext[], own: readonly string[] = []): void {
  for (const branch of branches) {
    for (const name of branch.names) if (!own.includes(name)) context.names.add(name);
    if (branch.progress.requestSeen) context.progress.requestSeen = true;
  }
}
