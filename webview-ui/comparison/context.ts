import type { Section } from '../section.ts';
import type { ComparisonRequest, UiState } from '../protocol.ts';
import type { Colors } from '../theme.ts';
import type { ComparedPoints } from './compared-points.ts';
import type { RunsComparison } from '../../src/report/comparison-model.ts';
import type { TimeWindow } from '../../src/run/model.ts';

/** What the parts of a comparison know of each other. */
export interface ComparisonContext {
  readonly comparison: RunsComparison;
  readonly points: ComparedPoints;
  /** Whether there is an editor behind the view; a report has none. */
  readonly hosted: boolean;
  readonly ui: UiState;
  readonly colors: Colors;
  /** Of charts, changes and distributions; null: all of the time. */
  readonly window: TimeWindow | null;
  setWindow(window: TimeWindow | null): void;
  post(request: ComparisonRequest): void;
  keepUi(part: UiState): void;
  collapseAll(): void;
  /** A section that opens as the reader left it. */
  section(id: string, title: string, open?: boolean): Section;
}

/** A part that is made once; what it shows does not change but for what the charts' window leaves of it. */
export interface ComparisonPart {
  readonly node: HTMLElement;
}
