import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { StageLine } from './line-marks.ts';

/** Where the stages of each scenario are written. None where the text can't be read. */
export function stageLines(text: string): StageLine[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const root = document.contents;
  if (!isMap(root)) return [];
  const listed = (scenario: string, stages: unknown): StageLine[] => {
    if (!isSeq<Node>(stages)) return [];
    return stages.items.flatMap((item, stage) => {
      const offset = item.range?.[0];
      return offset === undefined ? [] : [{ scenario, stage, line: lines.linePos(offset).line - 1 }];
    });
  };
  const scenarios = root.get('scenarios', true);
  if (!isMap(scenarios)) return listed('default', root.get('stages', true));
  return scenarios.items.flatMap(({ key, value }) =>
    isScalar(key) && isMap(value) ? listed(String(key.value), value.get('stages', true)) : [],
  );
}
