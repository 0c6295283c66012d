/** Which list of steps an expression stands in; each sees other values. */
export type Phase = 'setup' | 'refresh' | 'on-start' | 'iteration' | 'on-stop' | 'teardown';

/** The columns of a feeder's rows: none where the rows are plain values, null where they are not known. */
export type DataColumns = readonly string[] | null;

/** What is known where an expression stands. */
export interface Declarations {
  readonly vars: readonly string[];
  readonly setup: readonly string[];
  /** Inside of setup, what it captured so far: it stands for itself there, not as `setup.X`. Else null. */
  readonly setupOwn: readonly string[] | null;
  /** Captured values and variables of `set` that have a value here. */
  readonly names: readonly string[];
  /** Those that get a value only later; for the message. */
  readonly later: readonly string[];
  /** A request was made before, so `response` is there. */
  readonly response: boolean;
  /** The expression belongs to a request (`capture`, `check`, …): members of the response stand for themselves. */
  readonly bareResponse: boolean;
  /** Null or left out: in no list of steps. */
  readonly phase?: Phase | null;
  /** What `onStart` captures, read as `vu.X`; while it runs it stands for itself. */
  readonly vu?: readonly string[];
  /** The feeders whose rows are there, with their columns. */
  readonly data?: Readonly<Record<string, DataColumns>>;
  /** Feeders whose values are all texts, as those of CSV files are. */
  readonly textRows?: readonly string[];
  /** Feeders whose rows are not there in this phase; for the message. */
  readonly dataElsewhere?: readonly string[];
  /** Names that only this expression has, as `event` in `until`, with their members where those are fixed. */
  readonly locals?: Readonly<Record<string, readonly string[] | null>>;
}

/** Where nothing was declared, as in a file that was never checked; there may be a response. */
export const NOTHING_DECLARED: Declarations = {
  vars: [],
  setup: [],
  setupOwn: null,
  names: [],
  later: [],
  response: true,
  bareResponse: false,
};

/** What is known where a text is read in two situations: the names of both. */
export function eitherKnows(one: Declarations, other: Declarations): Declarations {
  const union = (a: readonly string[], b: readonly string[]): readonly string[] =>
    b.every((name) => a.includes(name)) ? a : [...new Set([...a, ...b])];
  const names = union(one.names, other.names);
  return {
    ...one,
    vars: union(one.vars, other.vars),
    setup: union(one.setup, other.setup),
    setupOwn: one.setupOwn && other.setupOwn ? union(one.setupOwn, other.setupOwn) : null,
    names,
    later: union(one.later, other.later).filter((name) => !names.includes(name)),
    response: one.response || other.response,
    bareResponse: one.bareResponse || other.bareResponse,
    vu: union(one.vu ?? [], other.vu ?? []),
    data: { ...other.data, ...one.data },
    textRows: union(one.textRows ?? [], other.textRows ?? []),
    locals: { ...other.locals, ...one.locals },
  };
}
