/**
 * What the results view and its host tell each other through `postMessage`. The host is the extension; an HTML report has
 * none, and carries its events in itself. Free of DOM and editor types: both sides import it.
 */
import type { Plan } from '../src/scenario/plan.ts';
import type { RunsComparison } from '../src/report/comparison-model.ts';
import type { RuleId } from '../src/report/diagnosis/rule-ids.ts';
import type { LoadLevel, RunEvent } from '../src/run/events.ts';

/** `live`: more events will come. `done`: there is a `run-end`. `interrupted`: neither. */
export type ViewState = 'live' | 'done' | 'interrupted';

/** Choices of the reader that outlive the view: kept per scenario by the host, and by the webview's own state. */
export interface UiState {
  /** By section id. */
  readonly open?: Readonly<Record<string, boolean>>;
  /** Latencies over time as a heat map. */
  readonly heat?: boolean;
  /** The tag of the scenario's own by which requests are grouped. */
  readonly tag?: string;
  /** Of a comparison's latencies. */
  readonly percentile?: number;
}

/** What a scenario would do, before its first run. */
export interface PlanPreview {
  readonly plan: Plan;
  /** Origins that the requests go to, as far as they are known, e.g. `https://proxy.example.test`. */
  readonly hosts: readonly string[];
}

/** At most four a second: collect events and send them together. */
export type HostMessage =
  /** Replaces all that is shown. `canRun`: whether "Run again" is offered (not for an untrusted workspace, say). */
  | {
      readonly type: 'snapshot';
      readonly events: readonly RunEvent[];
      readonly state: ViewState;
      readonly ui?: UiState;
      readonly canRun?: boolean;
      /** Whether the load of the live run can be changed from here: not where it was started elsewhere. */
      readonly canChange?: boolean;
    }
  | { readonly type: 'events'; readonly events: readonly RunEvent[] }
  | { readonly type: 'state'; readonly state: ViewState }
  /** The scenario has not run yet; null: nor can it, for it has errors. */
  | { readonly type: 'empty'; readonly preview: PlanPreview | null; readonly canRun?: boolean };

export type ViewMessage =
  /** The view can take messages. Sent once; the host answers with `snapshot` or `empty`. */
  | { readonly type: 'ready' }
  /** Show this 0-based line of the scenario. */
  | { readonly type: 'reveal'; readonly line: number }
  /** Open what the documentation says about this rule of the diagnosis. */
  | { readonly type: 'explain'; readonly rule: RuleId }
  | { readonly type: 'stop' }
  /** Another load from now on; what is not given stays as it is. The answer is a `load-change` among the events. */
  | { readonly type: 'change-load'; readonly level: Partial<LoadLevel> }
  | { readonly type: 'run' }
  | { readonly type: 'run-once' }
  /** The host asks as what and where to. */
  | { readonly type: 'export' }
  /** As Markdown. */
  | { readonly type: 'copy' }
  /** With other runs; the host asks with which. */
  | { readonly type: 'compare' }
  | { readonly type: 'ui'; readonly state: UiState };

/** A run that was to be compared and cannot be read any more. */
export interface MissingRun {
  readonly name: string;
  readonly why: string;
}

/** What the host tells a comparison. */
export type ComparisonMessage =
  /** The runs are being read. */
  | { readonly type: 'comparison-loading'; readonly runs: number }
  /** Replaces all that is shown; null: there are no two runs left. */
  | {
      readonly type: 'comparison';
      readonly comparison: RunsComparison | null;
      readonly missing: readonly MissingRun[];
      readonly ui?: UiState;
    };

/** What a comparison asks of its host; runs by their index in `RunsComparison.runs`. */
export type ComparisonRequest =
  | { readonly type: 'ready' }
  | { readonly type: 'export' }
  /** As Markdown. */
  | { readonly type: 'copy' }
  /** Another run beside these. */
  | { readonly type: 'add-run' }
  /** The results of this one. */
  | { readonly type: 'open-run'; readonly run: number }
  /** Compare the others with this one. */
  | { readonly type: 'set-first'; readonly run: number }
  | { readonly type: 'leave-out'; readonly run: number }
  /** Count a run to the baseline, or no more. */
  | { readonly type: 'repeat'; readonly run: number; readonly on: boolean }
  /** What changed in the scenario's text from the first run to this one. */
  | { readonly type: 'diff'; readonly run: number }
  | { readonly type: 'ui'; readonly state: UiState };
