import type { Part, ViewContext } from './context.ts';
import { setHidden } from './dom.ts';
import { endpointName } from './endpoint-name.ts';
import { createExchanges } from './exchange.ts';
import { Table } from './table.ts';
import type { Sample } from '../src/run/events.ts';
import { duration, plural } from '../src/report/format.ts';
import { errorTitle, statusTitle } from '../src/report/words.ts';

interface Row {
  readonly index: number;
  readonly sample: Sample;
}

/** Every exchange of a run that kept them all (`Run once`), in the order in which they happened. Other runs have no such section. */
export function createExchangeList(context: ViewContext): Part {
  const { run } = context;
  const section = context.section('exchanges', 'Exchanges');
  const table = new Table<Row>({
    caption: 'Exchanges in the order in which they happened',
    className: 'errors exchanges',
    key: ({ index, sample }) => `${index + 1}: ${sample.name}`,
    rowClass: ({ sample }) => (sample.kind === null ? '' : 'failing'),
    columns: [
      {
        key: 'what',
        title: 'Request',
        className: 'what',
        cell: ({ sample }) => ({
          nodes: [endpointName({ method: sample.request.method, name: sample.name })],
          update: () => undefined,
        }),
      },
      { key: 'phase', title: 'Phase', tier: 2, text: ({ sample }) => (sample.phase === 'load' ? '' : sample.phase) },
      { key: 'outcome', title: 'Outcome', className: 'failed', text: ({ sample }) => outcomeOf(sample) },
      { key: 'time', title: 'Duration', numeric: true, text: ({ sample }) => duration(sample.timings.durationMs) },
    ],
    details: () => {
      const exchange = createExchanges(context);
      return { node: exchange.node, update: ({ sample }) => exchange.update([sample]) };
    },
  });
  section.body.append(table.node);
  return {
    node: section.node,
    update() {
      const all = run.samples.some(({ kind }) => kind === null);
      setHidden(section.node, !all);
      if (!all) return;
      table.update(run.samples.map((sample, index) => ({ index, sample })));
      const failed = run.failures.length;
      section.summary(
        `${plural(run.samples.length, 'exchange')}${failed > 0 ? ` · ${failed} failed` : ', all as expected'}`,
      );
    },
  };
}

function outcomeOf({ kind, errorCode, response }: Sample): string {
  const status = response?.status ?? 0;
  return kind === null ? statusTitle(status) : errorTitle({ kind, status, errorCode });
}
