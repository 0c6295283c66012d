import type { RunModel } from '../run/model.ts';
import { checkRows, endpointRows, errorRows } from '../run/tables.ts';
import { errorTitle } from './error-titles.ts';
import { bytes } from './format.ts';
import { requirementTitle } from './words.ts';

/** What some of the compared runs have and others do not. */
export interface PartlyThere {
  readonly what: 'scenario' | 'endpoint' | 'error' | 'check' | 'metric' | 'requirement';
  readonly title: string;
  /** By run. */
  readonly there: readonly boolean[];
}

/** In the order in which they are told. */
const KINDS: readonly (readonly [PartlyThere['what'], (run: RunModel) => readonly string[]])[] = [
  ['scenario', ({ plan }) => (plan?.scenarios ?? []).map(({ name }) => name)],
  ['endpoint', (run) => endpointRows(run).map(titleOf)],
  ['error', (run) => errorRows(run).map((row) => `${errorTitle(row)} of ${titleOf(row)}`)],
  ['check', (run) => checkRows(run).map(({ name }) => name)],
  ['metric', ({ plan }) => (plan?.metrics ?? []).map(({ name }) => name)],
  ['requirement', ({ plan }) => (plan?.thresholds ?? []).map(requirementTitle)],
];

export function existingSomewhere(runs: readonly RunModel[]): PartlyThere[] {
  return KINDS.flatMap(([what, titlesOf]) => {
    const titles = runs.map((run) => new Set(titlesOf(run)));
    return [...new Set(titles.flatMap((some) => [...some]))]
      .map((title): PartlyThere => ({ what, title, there: titles.map((some) => some.has(title)) }))
      .filter(({ there }) => there.includes(false));
  });
}

/** What besides the server may have made the difference: another environment, machine, version, length … */
export function unlikeness(before: RunModel, after: RunModel): string[] {
  const facts: readonly (readonly [string, (run: RunModel) => string])[] = [
    ['file', ({ start }) => start?.scenario.path ?? start?.scenario.file ?? ''],
    ['environment', ({ plan }) => plan?.environment ?? 'none'],
    ['target', ({ start }) => (start?.hosts ?? []).join(', ') || 'none'],
    ['changed against the file', ({ start }) => start?.options.overrides.join(', ') || 'nothing'],
    ['load generator', ({ start }) => (start ? machineText(start.machine) : '')],
    ['workers', ({ start }) => String(start?.options.workers ?? '')],
    ['Rampwright', ({ start }) => start?.versions.rampwright ?? ''],
    ['Node.js', ({ start }) => start?.versions.node ?? ''],
  ];
  return facts.flatMap(([what, of]) => {
    const [old, now] = [of(before), of(after)];
    return old === now ? [] : [`${what} ${old} → ${now}`];
  });
}

function machineText({ hostname, platform, cpus, memoryBytes }: NonNullable<RunModel['start']>['machine']): string {
  return `${hostname} (${platform}, ${cpus} CPUs, ${bytes(memoryBytes)})`;
}

function titleOf({ method, name }: { readonly method: string; readonly name: string }): string {
  return name.startsWith(`${method} `) ? name : `${method} ${name}`.trim();
}
