import { dataFormat } from '../data/format.ts';
import type { DataColumns } from '../expressions/declarations.ts';
import type { ScenarioFiles } from '../files.ts';
import type { Feeder } from '../generated/scenario-document.ts';
import type { DataFeeder, JsonValue } from '../plan.ts';
import { valueOf, type SourceNode, type SourcePath } from '../source.ts';
import type { Compilation } from './compilation.ts';
import type { FeederShape } from './context.ts';
import { checkFile } from './files.ts';

export interface CompiledFeeders {
  readonly feeders: readonly DataFeeder[];
  /** By name, also of those that are wrong. */
  readonly shapes: ReadonlyMap<string, FeederShape>;
}

/** The feeders of `data`, and what expressions can read of them. */
export function compileData(
  data: Readonly<Record<string, Feeder>>,
  files: ScenarioFiles | null,
  compilation: Compilation,
): CompiledFeeders {
  const feeders: DataFeeder[] = [];
  const shapes = new Map<string, FeederShape>();
  for (const [name, feeder] of Object.entries(data)) {
    const path = ['data', name];
    const per = feeder.per ?? 'iteration';
    const rows = compileRows(feeder, path, files, compilation);
    const texts = rows?.source.kind === 'file' && rows.source.format === 'csv';
    shapes.set(name, { columns: rows?.columns ?? null, per, texts });
    if (!rows) continue;
    const { pick = 'sequential', atEnd = 'recycle' } = feeder;
    if (pick === 'random' && feeder.atEnd !== undefined) {
      const message = '`atEnd` means nothing with `pick: random`: rows that are drawn have no end.';
      compilation.report('keys-exclude-each-other', message, compilation.keyRange([...path, 'atEnd']), {
        repairs: compilation.removal([...path, 'atEnd']),
      });
    }
    feeders.push({ name, range: compilation.keyRange(path), source: rows.source, pick, per, atEnd });
  }
  return { feeders, shapes };
}

interface Rows {
  readonly source: DataFeeder['source'];
  readonly columns: DataColumns;
}

function compileRows(
  feeder: Feeder,
  path: SourcePath,
  files: ScenarioFiles | null,
  compilation: Compilation,
): Rows | null {
  if (feeder.file !== undefined && feeder.values !== undefined) {
    const message = '`file` and `values` exclude each other: the rows stand in one place.';
    compilation.report('keys-exclude-each-other', message, compilation.keyRange([...path, 'values']), {
      repairs: compilation.removal([...path, 'values'], [...path, 'file']),
    });
    return null;
  }
  if (feeder.values !== undefined) return rowsInPlace([...path, 'values'], compilation);
  if (feeder.file !== undefined) return rowsOfFile([...path, 'file'], files, compilation);
  const message = `The feeder \`${String(path.at(-1))}\` has no rows: write \`file:\` or \`values:\`.`;
  compilation.report('missing-key', message, compilation.keyRange(path));
  return null;
}

function rowsInPlace(path: SourcePath, compilation: Compilation): Rows {
  const node = compilation.node(path);
  const items = node?.kind === 'list' ? node.items : [];
  items.forEach((item, index) => refuseExpressions(item, [...path, index], compilation));
  const columns = [
    ...new Set(items.flatMap((item) => (item.kind === 'map' ? item.entries.map(({ key }) => key) : []))),
  ];
  const maps = items.filter(({ kind }) => kind === 'map').length;
  if (maps > 0 && maps < items.length) {
    const message = 'Some rows are maps and some are not; make all of them maps of the same keys.';
    compilation.report('wrong-value', message, compilation.keyRange(path));
  }
  return { source: { kind: 'values', rows: items.map((item): JsonValue => valueOf(item)) }, columns };
}

/** Rows are the same for everyone; what is worked out stands where it is used. */
function refuseExpressions(node: SourceNode, path: SourcePath, compilation: Compilation): void {
  if (node.kind === 'list') node.items.forEach((item, index) => refuseExpressions(item, [...path, index], compilation));
  else if (node.kind === 'map') {
    for (const { key, value } of node.entries) refuseExpressions(value, [...path, key], compilation);
  } else compilation.fixedText(path, 'A row of data');
}

function rowsOfFile(path: SourcePath, files: ScenarioFiles | null, compilation: Compilation): Rows | null {
  const file = compilation.fixedText(path, 'The name of a data file');
  if (file.includes('${')) return null;
  const format = dataFormat(file);
  if (format === null) {
    const message = `\`${file}\` is no data file: its name must end in .csv, .json or .ndjson.`;
    compilation.report('wrong-value', message, compilation.range(path));
    return null;
  }
  const source = { kind: 'file', path: file, format } as const;
  const facts = checkFile(file, path, files, compilation);
  if (facts?.problem !== undefined && facts.problem !== null) {
    const message = `\`${file}\` can't be read as data. ${facts.problem}`;
    compilation.report('unreadable-data', message, compilation.range(path));
  } else if (facts?.data?.rows === 0) {
    compilation.report('empty-data', `\`${file}\` has no rows.`, compilation.range(path));
  }
  return { source, columns: facts?.data?.columns ?? null };
}
