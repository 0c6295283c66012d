import type { LogEvent } from '../run/events.ts';
import type { RunModel } from '../run/model.ts';
import {
  endpointRows,
  errorRows,
  scenarioRows,
  stageRows,
  totalRow,
  type EndpointRow,
  type LoadRow,
} from '../run/tables.ts';
import { mostAskedFirst, ownTags, tagRows, type TagRow } from '../run/tag-tables.ts';
import { clock, clockRange, count, DASH, milliseconds, percent, significant } from './format.ts';
import { withoutRepeats } from './log-repeats.ts';
import { oneLine, pad, truncate, wrap, type Palette } from './text-layout.ts';
import { table, type Cell, type Column } from './text-table.ts';
import { errorTitle } from './words.ts';

/** More rows than this are for the report, not for a terminal; the line below says how many there are. */
const MOST_ENDPOINTS = 30;
const MOST_STAGES = 30;
const MOST_TAGS = 3;
const MOST_TAG_ROWS = 12;
const MOST_ERRORS = 8;
const MOST_MESSAGES = 6;

/** From this width on, there is room for requests per second. */
const WIDE = 100;

/** Endpoints by number of requests, and all of them together. No lines before the first request. */
export function endpointLines(run: RunModel, width: number, paint: Palette): string[] {
  const total = totalRow(run);
  if (!total) return [];
  const rows = endpointRows(run).sort((a, b) => b.requests - a.requests);
  const shown = rows.slice(0, MOST_ENDPOINTS);
  const methodWidth = Math.max(0, ...shown.map(({ method }) => method.length));
  const figures = requestFigures(
    [{ title: 'REQUESTS', text: (row: EndpointRow) => count(row.requests) }, ...(width >= WIDE ? [PER_SECOND] : [])],
    total.tolerated > 0,
    true,
    paint,
  );
  const lines = table(
    [{ title: 'ENDPOINT', align: 'left', tooWide: 'cut' }, ...figures.columns],
    [
      ...shown.map((row) => [{ text: endpointName(row, methodWidth) }, ...figures.cells(row)]),
      [{ text: total.name }, ...figures.cells(total)],
    ],
    width,
    paint.dim,
  );
  if (rows.length > shown.length) lines.splice(-1, 0, paint.dim(`…${rows.length - shown.length} more endpoints`));
  return lines;
}

/** The scenarios of a file that holds several. */
export function scenarioLines(run: RunModel, width: number, paint: Palette): string[] {
  const rows = scenarioRows(run);
  return rows.length < 2 ? [] : loadLines(run, 'SCENARIO', rows, ({ scenario }) => scenario, width, paint);
}

/** The stages, where there is more than one; those of several scenarios with their scenario's name. */
export function stageLines(run: RunModel, width: number, paint: Palette): string[] {
  const rows = stageRows(run);
  if (rows.length < 2) return [];
  const several = new Set(rows.map(({ scenario }) => scenario)).size > 1;
  const name = ({ scenario, stage }: LoadRow): string => `${several ? `${scenario}: ` : ''}${stage ?? ''}`;
  const left = rows.length - MOST_STAGES;
  const lines = loadLines(run, 'STAGE', rows.slice(0, MOST_STAGES), name, width, paint);
  return left > 0 ? [...lines, paint.dim(`…${left} more ${left === 1 ? 'stage' : 'stages'}`)] : lines;
}

/** A table for each tag of the scenario's own that tells requests apart: the values with the most requests. */
export function tagLines(run: RunModel, width: number, paint: Palette): string[][] {
  const total = totalRow(run);
  if (!total) return [];
  const figures = requestFigures<TagRow>(
    [{ title: 'REQUESTS', text: ({ requests }) => count(requests) }, ...(width >= WIDE ? [PER_SECOND] : [])],
    total.tolerated > 0,
    true,
    paint,
  );
  const tables = ownTags(run).flatMap((tag) => {
    const rows = tagRows(run, tag);
    return rows.length > 0 ? [{ tag, rows }] : [];
  });
  const left = tables.length - MOST_TAGS;
  return tables.slice(0, MOST_TAGS).map(({ tag, rows }, index) => {
    const shown = mostAskedFirst(rows, MOST_TAG_ROWS).slice(0, MOST_TAG_ROWS);
    const more = rows.length - shown.length;
    const isLast = index === MOST_TAGS - 1;
    return [
      ...table(
        [{ title: oneLine(tag).toUpperCase(), align: 'left', tooWide: 'cut' }, ...figures.columns],
        shown.map((row) => [{ text: oneLine(row.name) }, ...figures.cells(row)]),
        width,
        paint.dim,
      ),
      ...(more > 0 ? [paint.dim(`…${more} more ${more === 1 ? 'value' : 'values'}`)] : []),
      ...(isLast && left > 0 ? [paint.dim(`…${left} more ${left === 1 ? 'tag' : 'tags'}`)] : []),
    ];
  });
}

function loadLines(
  run: RunModel,
  title: string,
  rows: readonly LoadRow[],
  nameOf: (row: LoadRow) => string,
  width: number,
  paint: Palette,
): string[] {
  const total = totalRow(run);
  if (!total) return [];
  const tolerated = total.tolerated > 0;
  const wide = width >= WIDE;
  const figures = requestFigures<LoadRow>(
    [
      ...(wide ? [{ title: 'TIME', text: ({ window }: LoadRow) => clockRange(window.fromMs, window.toMs) }] : []),
      { title: 'REQUESTS', text: ({ requests }) => count(requests) },
      PER_SECOND,
    ],
    tolerated,
    wide || !tolerated,
    paint,
  );
  return table(
    [{ title, align: 'left', tooWide: 'fold' }, ...figures.columns],
    rows.map((row) => [
      { text: oneLine(nameOf(row)) },
      ...(row.window.fromMs < run.elapsedMs ? figures.cells(row) : figures.columns.map(() => ({ text: DASH }))),
    ]),
    width,
    paint.dim,
  );
}

interface Figure<Row> extends Pick<Column, 'title' | 'spare' | 'unit'> {
  readonly text: (row: Row) => string;
}

const PER_SECOND: Figure<EndpointRow> = {
  title: 'PER SECOND',
  spare: 4,
  text: ({ perSecond }) => significant(perSecond),
};

/** Columns at the right of a name: the first ones as given, then the shares of failures, then latencies. */
function requestFigures<Row extends EndpointRow>(
  first: readonly Figure<Row>[],
  tolerated: boolean,
  max: boolean,
  paint: Palette,
): { readonly columns: readonly Column[]; readonly cells: (row: Row) => Cell[] } {
  const percentile = (p: number, spare = 0): Figure<Row> => ({
    title: `P${p}`,
    unit: 'ms',
    spare,
    text: ({ duration }) => milliseconds(duration.percentile(p)),
  });
  const highest: Figure<Row> = {
    title: 'MAX',
    unit: 'ms',
    spare: 5,
    text: ({ duration }) => milliseconds(duration.highest),
  };
  const latencies = [percentile(50, 3), percentile(95), percentile(99, 2), ...(max ? [highest] : [])];
  const adjusted: Figure<Row> = {
    title: 'ADJUSTED',
    spare: 1,
    text: (row: Row) => percent(ratio(row.failed - row.tolerated, row.requests - row.tolerated)),
  };
  const last = [...(tolerated ? [adjusted] : []), ...latencies];
  const failed: Pick<Figure<Row>, 'title' | 'spare' | 'unit'> = { title: 'FAILED' };
  const figures = [...first, failed, ...last];
  return {
    columns: figures.map(({ title, spare = 0, unit }) => ({
      title,
      align: 'right',
      spare,
      ...(unit === undefined ? {} : { unit }),
    })),
    cells: (row) => [
      ...first.map(({ text }) => ({ text: text(row) })),
      { text: percent(ratio(row.failed, row.requests)), paint: row.failed > 0 ? paint.fail : paint.figure },
      ...last.map(({ text }) => ({ text: text(row) })),
    ],
  };
}

/** Distinct failures, most frequent first; one sentence where there are none, nothing where there was no request. */
export function errorLines(run: RunModel, width: number, paint: Palette): string[] {
  const rows = errorRows(run);
  if (rows.length === 0) return totalRow(run) ? [paint.dim('No request failed.')] : [];
  const shown = rows.slice(0, MOST_ERRORS);
  const methodWidth = Math.max(0, ...shown.map(({ method }) => method.length));
  const lines = table(
    [
      { title: 'ERRORS', align: 'left', tooWide: 'cut' },
      { title: '', align: 'left' },
      { title: 'COUNT', align: 'right' },
      { title: 'SHARE', align: 'right', spare: 1 },
    ],
    shown.map((row) => [
      { text: endpointName(row, methodWidth) },
      {
        text: `${errorTitle(row)}${row.tolerated ? ', tolerated' : ''}`,
        paint: row.tolerated ? paint.dim : paint.fail,
      },
      { text: count(row.count) },
      { text: percent(row.share) },
    ]),
    width,
    paint.dim,
  );
  const left = rows.length - shown.length;
  if (left > 0) lines.push(paint.dim(`…${left} more ${left === 1 ? 'row' : 'rows'}`));
  return lines;
}

/** What steps and the engine had to say as warnings and errors, with the line of the scenario that it is about. */
export function messageLines(run: RunModel, width: number, paint: Palette): string[] {
  const reason = run.end?.reason ?? '';
  // What ended the run stands in the headline already.
  const notable = run.logs.filter(({ level, message }) => level !== 'info' && !reason.includes(message));
  if (notable.length === 0) return [];
  const different = withoutRepeats(notable);
  const shown = different.slice(0, MOST_MESSAGES);
  const lines = shown.flatMap((log) => messageText(run, log, width, paint));
  const left = different.length - shown.length;
  return [
    paint.dim('MESSAGES'),
    ...lines,
    ...(left > 0 ? [paint.dim(`…${left} more ${left === 1 ? 'message' : 'messages'}`)] : []),
  ];
}

function messageText(run: RunModel, log: LogEvent, width: number, paint: Palette): string[] {
  const place = log.line === undefined ? '' : ` ${run.plan?.file ?? ''}:${log.line + 1}`;
  const repeated = log.repeated === undefined || log.repeated === 0 ? '' : ` (and ${count(log.repeated)} more like it)`;
  const colour = log.level === 'error' ? paint.fail : paint.warn;
  return wrap(`${clock(log.atMs)}${place} ${oneLine(log.message)}${repeated}`, width - 2).map((line, index) =>
    index === 0 ? `${colour(log.level === 'error' ? '✗' : '!')} ${line}` : `  ${line}`,
  );
}

/** `GET  /health`; a name of its own stands as it is behind the method. */
function endpointName(
  { method, name }: { readonly method: string; readonly name: string },
  methodWidth: number,
): string {
  const prefix = `${method} `;
  const rest = method !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name;
  return `${pad(truncate(oneLine(method), 8), Math.min(8, methodWidth), 'left')}  ${oneLine(rest)}`;
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
