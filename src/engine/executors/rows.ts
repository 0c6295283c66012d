import type { Feed, NoRow, TakenRow } from '../feed.ts';
import type { JsonObject } from '../scenario-context.ts';
import type { Vu } from '../vu.ts';

/** Rows of data by the names of their feeders, and what gives them back. */
export interface Rows {
  readonly byName: JsonObject;
  release(): void;
}

export const NO_ROWS: Rows = { byName: {}, release: () => undefined };

/** A row of each feeder; null where one has none for this VU, which may be the end of the run. */
export function takeRows(feeds: readonly Feed[], vu: Vu): Rows | null {
  if (feeds.length === 0) return NO_ROWS;
  const taken: (readonly [name: string, row: TakenRow])[] = [];
  const release = (): void => {
    for (const [, row] of taken) row.release();
  };
  for (const feed of feeds) {
    const row = feed.take(vu.random);
    if (typeof row === 'string') {
      release();
      tell(feed, row, vu);
      return null;
    }
    taken.push([feed.feeder.name, row]);
  }
  return { byName: Object.fromEntries(taken.map(([name, { row }]) => [name, row])), release };
}

function tell({ feeder: { name, range, atEnd }, size }: Feed, why: NoRow, vu: Vu): void {
  const { line } = range.start;
  const all = size === 1 ? 'its 1 row' : `its ${size} rows`;
  if (why === 'all-taken') {
    const reason = `The data \`${name}\` has too few rows: all of ${all} are in use at the same time, and \`pick: unique\` lets nobody share one.`;
    vu.context.abort(reason, line);
  } else if (atEnd === 'fail') {
    vu.context.abort(`The data \`${name}\` has no row left after ${all} (\`atEnd: fail\`).`, line);
  } else {
    vu.context.log('info', `The data \`${name}\` has no row left after ${all}: a VU ends (\`atEnd: stop\`).`, line, vu);
  }
}
