import type { Part, ViewContext } from './context.ts';
import { h, icon, setHidden, setText, type Child } from './dom.ts';
import { endpointName, endpointTitle } from './endpoint-name.ts';
import { noRequestsText } from './endpoints.ts';
import { createExchanges } from './exchange.ts';
import { Table } from './table.ts';
import type { FailedSample } from '../src/run/events.ts';
import { errorRows, totalRow, type ErrorRow } from '../src/run/tables.ts';
import { errorClasses, errorDuration, type ErrorClass } from '../src/report/error-classes.ts';
import { clock, count, DASH, milliseconds, percent } from '../src/report/format.ts';
import { errorKey, phaseKey } from '../src/report/diagnosis/index.ts';
import { errorTitle } from '../src/report/words.ts';

interface Row {
  readonly key: string;
  readonly method: string;
  readonly name: string;
  readonly outcome: string;
  readonly count: number;
  /** Of all failures of the load; null for those of setup and teardown. */
  readonly share: number | null;
  readonly medianMs: number | null;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly samples: readonly FailedSample[];
}

/** Failures by endpoint and outcome, each with its share, its first and last second, and whole exchanges to look at. */
export function createErrors(context: ViewContext): Part & { updateWindow(): void; reveal(key: string): void } {
  const { run } = context;
  const section = context.section('errors', 'Errors');
  const table = new Table<Row>({
    caption: 'Failed requests by endpoint and outcome',
    className: 'errors',
    key: ({ key }) => key,
    title: (row) => `${endpointTitle(row)}: ${row.outcome}`,
    columns: [
      { key: 'what', title: 'Endpoint and outcome', className: 'what', value: ({ name }) => name, cell: whatCell },
      { key: 'count', title: 'Count', numeric: true, value: (row) => row.count, text: (row) => count(row.count) },
      {
        key: 'share',
        title: 'Share',
        tip: 'Of all failures',
        className: 'share',
        value: ({ share }) => share,
        cell: shareCell,
      },
      {
        key: 'median',
        title: 'Median',
        tip: 'How long these took, in ms',
        numeric: true,
        tier: 3,
        value: (row) => row.medianMs,
        text: (row) => milliseconds(row.medianMs),
      },
      {
        key: 'first',
        title: 'First',
        numeric: true,
        tier: 2,
        value: (row) => row.firstMs,
        text: (row) => time(row.firstMs),
      },
      {
        key: 'last',
        title: 'Last',
        numeric: true,
        tier: 2,
        value: (row) => row.lastMs,
        text: (row) => time(row.lastMs),
      },
    ],
    details: () => {
      const exchanges = createExchanges(context);
      return { node: exchanges.node, update: ({ samples }) => exchanges.update(samples) };
    },
  });
  const classes = classesTable();
  const nothingMark = icon('pass');
  const nothingText = h('span');
  const nothing = h('p', { class: 'nothing' }, nothingMark, nothingText);
  section.body.append(nothing, classes.node, table.node);
  let keys: ReadonlyMap<string, string> = new Map();
  return {
    node: section.node,
    update: updateWindow,
    updateWindow,
    reveal(asked) {
      const shown = (): boolean => table.reveal(keys.get(asked) ?? asked);
      if (!shown()) context.setWindow(null);
      section.toggle(true);
      shown();
    },
  };

  function updateWindow(): void {
    const errors = errorRows(run, context.window);
    // How long they took is read off all histograms, which a closed section need not be kept waiting for.
    const counted = errors.map((row) =>
      countedRow(row, section.open ? errorDuration(run, row, context.window).percentile(50) : null),
    );
    keys = keysOfPhases(counted);
    const rows = [...uncountedRows(), ...counted];
    table.update(rows);
    const byClass = section.open ? errorClasses(run, context.window) : [];
    const shared = byClass.some(({ endpoints }) => endpoints > 1);
    classes.update(shared ? byClass : []);
    setHidden(classes.node, !shared);
    setHidden(nothing, rows.length > 0);
    // Without requests, that none failed is no good news.
    const silent = !totalRow(run, context.window);
    setHidden(nothingMark, silent);
    setText(nothingText, silent ? noRequestsText(context) : 'No request failed.');
    setHidden(table.node, rows.length === 0);
    section.summary(summary(errors, rows.length));
  }

  function summary(errors: readonly ErrorRow[], rows: number): string {
    const failed = errors.reduce((sum, row) => sum + row.count, 0);
    if (failed === 0) return rows > 0 ? 'outside the load' : 'none';
    const requests = totalRow(run, context.window)?.requests ?? failed;
    const titles = [...new Set(errors.map(errorTitle))];
    const kinds = titles.length === 1 ? `all ${titles[0] ?? ''}` : `${titles.length} kinds`;
    return `${count(failed)} (${percent(failed / requests)}) · ${kinds}`;
  }

  /** Of failures of setup and teardown that no row here counts, as a window leaves them out, their exchanges are shown. */
  function uncountedRows(): Row[] {
    const groups = new Map<string, FailedSample[]>();
    for (const sample of run.failures) {
      const key = phaseKey(sample);
      if (sample.phase === 'load' || keys.has(key)) continue;
      groups.set(key, [...(groups.get(key) ?? []), sample]);
    }
    return [...groups].flatMap(([key, samples]) => {
      const [first] = samples;
      if (!first) return [];
      const failure = { kind: first.kind, status: first.response?.status ?? 0, errorCode: first.errorCode };
      return [
        {
          key,
          method: first.request.method,
          name: first.name,
          outcome: `${errorTitle(failure)}, in ${first.phase}`,
          count: samples.length,
          share: null,
          medianMs: null,
          firstMs: null,
          lastMs: null,
          samples,
        },
      ];
    });
  }
}

/** What went wrong, whichever endpoint it was. */
function classesTable(): Table<ErrorClass> {
  return new Table<ErrorClass>({
    caption: 'Failed requests by outcome',
    className: 'error-classes',
    key: ({ title, tolerated }) => `${title} ${tolerated}`,
    columns: [
      {
        key: 'title',
        title: 'Outcome',
        className: 'what',
        value: ({ title }) => title,
        text: ({ title, tolerated }) => `${title}${tolerated ? ', tolerated' : ''}`,
      },
      {
        key: 'endpoints',
        title: 'Endpoints',
        numeric: true,
        tier: 1,
        value: (row) => row.endpoints,
        text: (row) => count(row.endpoints),
      },
      { key: 'count', title: 'Count', numeric: true, value: (row) => row.count, text: (row) => count(row.count) },
      { key: 'share', title: 'Share', className: 'share', value: ({ share }) => share, cell: shareCell },
      {
        key: 'ofRequests',
        title: 'Of all requests',
        numeric: true,
        tier: 2,
        value: (row) => row.ofRequests,
        text: ({ ofRequests }) => (ofRequests === null ? DASH : percent(ofRequests)),
      },
      {
        key: 'median',
        title: 'Median',
        tip: 'How long these took, in ms',
        numeric: true,
        tier: 3,
        value: ({ duration }) => duration.percentile(50),
        text: ({ duration }) => milliseconds(duration.percentile(50)),
      },
    ],
  });
}

/** The rows of what failed in setup and teardown, by the keys by which others ask for it. */
function keysOfPhases(rows: readonly Row[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ key, samples }) =>
      samples.filter(({ phase }) => phase !== 'load').map((sample) => [phaseKey(sample), key] as const),
    ),
  );
}

function countedRow(row: ErrorRow, medianMs: number | null): Row {
  const [first] = row.samples;
  // Failed in setup or teardown, and nowhere else.
  const outside = first && row.samples.every(({ phase }) => phase === first.phase) && first.phase !== 'load';
  return {
    key: errorKey(row),
    method: row.method,
    name: row.name,
    outcome: `${errorTitle(row)}${row.tolerated ? ', tolerated' : ''}${outside ? `, in ${first.phase}` : ''}`,
    count: row.count,
    share: row.share,
    medianMs,
    firstMs: row.firstMs,
    lastMs: row.lastMs,
    samples: outside ? row.samples : row.samples.filter(({ phase }) => phase === 'load'),
  };
}

function whatCell(row: Row): { nodes: Child[]; update: () => void } {
  return {
    nodes: [endpointName(row), ' ', h('span', { class: 'outcome' }, row.outcome)],
    update: () => undefined,
  };
}

function shareCell(): { nodes: Child[]; update: (row: { readonly share: number | null }) => void } {
  const bar = h('span', { class: 'share-bar' });
  const text = h('span', { class: 'n share-text' });
  return {
    nodes: [h('span', { class: 'share-box' }, h('span', { class: 'share-track' }, bar), text)],
    update: ({ share }) => {
      bar.style.width = share === null ? '0' : `${Math.max(1, share * 100)}%`;
      setText(text, share === null ? DASH : percent(share));
    },
  };
}

function time(ms: number | null): string {
  return ms === null ? DASH : clock(ms);
}
