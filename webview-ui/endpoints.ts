import { endpointKey, type ChartData } from './chart-data.ts';
import type { Part, ViewContext } from './context.ts';
import { h, setText, type Child } from './dom.ts';
import { endpointName, endpointTitle } from './endpoint-name.ts';
import { Table, type Column, type Details, type Tier } from './table.ts';
import type { RequestStep } from '../src/scenario/plan.ts';
import { adjustedShare, endpointRows, totalRow, type EndpointRow } from '../src/run/tables.ts';
import { TrendSink } from '../src/run/sinks.ts';
import { count, DASH, duration, milliseconds, percent, plural, rate, significant } from '../src/report/format.ts';
import { isOver } from '../src/report/words.ts';
import { allSteps } from '../src/scenario/step-tree.ts';
import { sparkColumn } from './sparkline.ts';

/** The figures of requests, by whatever they are grouped. */
export function requestColumns<Row>(
  figures: (row: Row) => EndpointRow | null,
  tolerates: boolean,
  sort: boolean,
): Column<Row>[] {
  const numeric = (
    key: string,
    title: string,
    tier: Tier,
    value: (row: EndpointRow) => number | null,
    text: (row: EndpointRow) => string,
    tip?: string,
  ): Column<Row> => ({
    key,
    title,
    tier,
    numeric: true,
    ...(tip === undefined ? {} : { tip }),
    ...(sort
      ? {
          value: (row: Row) => {
            const found = figures(row);
            return found && value(found);
          },
        }
      : {}),
    text: (row) => {
      const found = figures(row);
      return found ? text(found) : DASH;
    },
  });
  const percentile = (p: number, tier: Tier): Column<Row> =>
    numeric(
      `p${p}`,
      `p${p}`,
      tier,
      (row) => row.duration.percentile(p),
      (row) => milliseconds(row.duration.percentile(p)),
      `${p}th percentile, nearest rank, in ms`,
    );
  return [
    numeric(
      'requests',
      'Requests',
      0,
      (row) => row.requests,
      (row) => count(row.requests),
    ),
    numeric(
      'rate',
      'req/s',
      2,
      (row) => row.perSecond,
      (row) => significant(row.perSecond),
    ),
    {
      ...numeric('failed', 'Failed', 0, failedRatio, (row) => ratioText(row, row.failed)),
      className: 'failed',
    },
    // Only where the scenario tolerates something: otherwise it repeats the column before it.
    ...(tolerates
      ? [
          numeric(
            'adjusted',
            'Adjusted',
            0,
            adjustedShare,
            (row) => shareText(adjustedShare(row)),
            'Failed, without the outcomes that the scenario tolerates',
          ),
        ]
      : []),
    numeric(
      'min',
      'min',
      4,
      (row) => row.duration.lowest,
      (row) => milliseconds(row.duration.lowest),
      'Minimum, in ms',
    ),
    numeric(
      'avg',
      'avg',
      3,
      (row) => row.duration.average,
      (row) => milliseconds(row.duration.average),
      'Average, in ms',
    ),
    percentile(50, tolerates ? 2 : 1),
    percentile(90, 4),
    percentile(95, 0),
    percentile(99, 1),
    numeric(
      'max',
      'max',
      3,
      (row) => row.duration.highest,
      (row) => milliseconds(row.duration.highest),
      'Maximum, in ms',
    ),
  ];
}

/** Whether the scenario says of any outcome that it is by design. */
export function tolerates({ run }: ViewContext): boolean {
  return requestsOf(run).some(({ expect }) => expect.tolerate.length > 0);
}

/** What stands where requests would. */
export function noRequestsText({ run, window }: ViewContext): string {
  if (window) return 'No request was made in this window.';
  return isOver(run) ? 'No request was made.' : 'No request was made yet.';
}

export function createEndpoints(context: ViewContext, data: ChartData): Part & { updateWindow(): void } {
  const { run } = context;
  const section = context.section('endpoints', 'Endpoints');
  const adjusted = tolerates(context);
  const lines = new Map(requestsOf(run).map((step) => [step.name, step.range.start.line]));
  const order = [...lines.keys()];
  const table = new Table<EndpointRow>({
    caption: 'Requests by endpoint. Times in milliseconds.',
    className: 'endpoints',
    key: (row) => endpointKey(row),
    title: endpointTitle,
    pinned: isTotal,
    rowClass: (row) => `${isTotal(row) ? 'total' : ''} ${row.failed > 0 ? 'failing' : ''}`.trim(),
    columns: [
      { key: 'name', title: 'Endpoint', className: 'what', value: (row) => row.name, cell: nameCell },
      ...requestColumns<EndpointRow>((row) => row, adjusted, true),
      sparkColumn<EndpointRow>(context, data, (row) =>
        isTotal(row)
          ? { name: row.name, matches: () => true }
          : { name: row.name, matches: (tags) => tags['name'] === row.name && (tags['method'] ?? '') === row.method },
      ),
    ],
    details: (row) => (isTotal(row) ? null : details(row)),
  });
  const none = h('p', { class: 'nothing' });
  section.body.append(h('p', { class: 'hint unit-hint' }, 'Times in ms.'), table.node, none);
  return { node: section.node, update: updateWindow, updateWindow };

  function updateWindow(): void {
    const rows = endpointRows(run, context.window).sort((a, b) => place(a) - place(b));
    const total = totalRow(run, context.window);
    table.update(total ? [...rows, total] : []);
    table.node.hidden = !total;
    none.hidden = total !== null;
    setText(none, noRequestsText(context));
    section.summary(
      total
        ? `${plural(rows.length, 'endpoint')} · ${plural(total.requests, 'request')} · ${rate(total.perSecond)}`
        : 'none',
    );
  }

  /** In the order of the file, where one looks for them. */
  function place({ name }: EndpointRow): number {
    const index = order.indexOf(name);
    return index === -1 ? order.length : index;
  }

  function nameCell(row: EndpointRow): { nodes: Child[]; update: () => void } {
    if (isTotal(row)) return { nodes: [h('span', { class: 'endpoint all' }, row.name)], update: () => undefined };
    return { nodes: [endpointName(row)], update: () => undefined };
  }

  /** Every figure of a row, those that a narrow view hides too, and where the time of a request went. */
  function details(row: EndpointRow): Details<EndpointRow> {
    const facts: readonly (readonly [title: string, text: (row: EndpointRow) => string])[] = [
      ['Requests', (r) => count(r.requests)],
      ['Rate', (r) => rate(r.perSecond)],
      ['Failed', (r) => `${count(r.failed)} (${ratioText(r, r.failed)})`],
      ...(adjusted ? [['Tolerated', (r: EndpointRow) => count(r.tolerated)] as const] : []),
      ['Average', (r) => duration(r.duration.average)],
      ['min', (r) => duration(r.duration.lowest)],
      ...[50, 90, 95, 99].map((p) => [`p${p}`, (r: EndpointRow) => duration(r.duration.percentile(p))] as const),
      ['max', (r) => duration(r.duration.highest)],
    ];
    const slots = facts.map(() => h('dd'));
    const phases = h('dl', { class: 'facts phases-facts' });
    const line = lines.get(row.name);
    const node = h(
      'div',
      { class: 'detail-body' },
      h(
        'dl',
        { class: 'facts' },
        facts.map(([title], index) => h('div', null, h('dt', null, title), slots[index])),
      ),
      h('h3', null, 'Where the time went on average'),
      phases,
    );
    if (context.hosted && line !== undefined) {
      const link = h(
        'button',
        {
          class: 'link',
          attributes: { type: 'button' },
          on: { click: () => context.post({ type: 'reveal', line }) },
        },
        `Go to line ${line + 1}`,
      );
      node.append(link);
    }
    return {
      node,
      update: (next) => {
        facts.forEach(([, text], index) => {
          const slot = slots[index];
          if (slot) setText(slot, text(next));
        });
        phases.replaceChildren(
          ...averages(next).map(([title, text]) => h('div', null, h('dt', null, title), h('dd', null, text))),
        );
      },
    };
  }

  function averages(row: EndpointRow): [title: string, text: string][] {
    return PHASES.map(([metric, title]) => {
      const total = run.total(metric, { name: row.name, method: row.method }, context.window);
      const average = total instanceof TrendSink ? total.average : null;
      return [title, average === null ? DASH : average === 0 ? 'reused' : duration(average)];
    });
  }
}

const PHASES = [
  ['http_req_blocked', 'blocked'],
  ['http_req_connecting', 'connecting'],
  ['http_req_tls_handshaking', 'TLS'],
  ['http_req_sending', 'sending'],
  ['http_req_waiting', 'waiting'],
  ['http_req_receiving', 'receiving'],
] as const;

function isTotal(row: EndpointRow): boolean {
  return row.method === '' && row.name === 'All requests';
}

function failedRatio(row: EndpointRow): number | null {
  return row.requests > 0 ? row.failed / row.requests : null;
}

function ratioText(row: EndpointRow, failed: number): string {
  return row.requests > 0 ? percent(failed / row.requests) : DASH;
}

function shareText(share: number | null): string {
  return share === null ? DASH : percent(share);
}

function requestsOf(run: ViewContext['run']): RequestStep[] {
  const steps = run.plan?.scenarios.flatMap((scenario) => scenario.steps) ?? [];
  return allSteps(steps).filter((step) => step.kind === 'request');
}
