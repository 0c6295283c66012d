import { LOAD_KEYS } from '../scenario/compile/load-keys.ts';
import type { LoadedScenario } from '../scenario/index.ts';
import type { Plan, ScenarioPlan } from '../scenario/plan.ts';
import type { SourcePosition, SourceRange } from '../scenario/range.ts';
import { durationMs, maxVUs } from '../scenario/schedule/index.ts';
import { entryOf, nodeAt, type SourceEntry, type SourceNode } from '../scenario/source.ts';
import { formatDuration } from '../scenario/units.ts';
import { count, exact } from '../report/format.ts';
import { scenarioEstimate } from './estimate.ts';
import { loadProfile } from './load-profile.ts';

/** A short text that is shown in the file without being in it. */
export interface InlayHintText {
  readonly position: SourcePosition;
  readonly label: string;
  /** Markdown: how it was worked out. */
  readonly tooltip: string;
}

/** Works out `baseUrl` with what is known of the environment; null where it can't be, or a secret would show. */
export type ResolveBaseUrl = (plan: Plan) => string | null;

/** At each scenario's load how much it will do, at `stages` how long they last together, at `baseUrl` what it comes to. */
export function inlayHints({ document, model, plan }: LoadedScenario, resolveBaseUrl: ResolveBaseUrl): InlayHintText[] {
  const read = plan ?? model.draft;
  const { root, lines } = document;
  if (!read || !root) return [];
  const behind = ({ keySpan, value }: SourceEntry): SourcePosition => {
    const isFigure = value.kind === 'scalar';
    return lines.position(endWith(isFigure ? ',' : ':', document.text, (isFigure ? value.span : keySpan).end));
  };
  const hints: InlayHintText[] = [];
  const url = entryOf(root, 'baseUrl');
  const resolved = read.baseUrl && read.baseUrl.kind !== 'literal' ? resolveBaseUrl(read) : null;
  if (url && resolved !== null) {
    const tooltip = 'As the environment is now: settings, and the process where the workspace is trusted.';
    hints.push({ position: lines.position(url.value.span.end), label: `→ ${resolved}`, tooltip });
  }
  for (const scenario of read.scenarios) {
    // Nothing to tell of one that is just being begun.
    if (scenario.steps.length === 0) continue;
    const entry = entryOf(nodeAt(root, ['scenarios']), scenario.name);
    const holder = entry?.value ?? root;
    const load = loadEntry(holder) ?? entry ?? entryOf(root, 'steps') ?? entryOf(root, 'flow');
    const stages = entryOf(holder, 'stages');
    const ofStages = stages && { position: behind(stages), ...stagesHint(scenario) };
    if (load) {
      const hint = scenarioHint(scenario);
      // On one line, the scenario's label says how long the stages last, too.
      const tooltip = load === stages && ofStages ? `${hint.tooltip}\n\n${ofStages.tooltip}` : hint.tooltip;
      hints.push({ position: behind(load), label: hint.label, tooltip });
    }
    if (ofStages && load !== stages) hints.push(ofStages);
  }
  return hints;
}

function scenarioHint(scenario: ScenarioPlan): Pick<InlayHintText, 'label' | 'tooltip'> {
  const { executor } = scenario;
  const { iterations, requests, exact: sure, reasons } = scenarioEstimate(scenario);
  const { peak, unit } = loadProfile(executor);
  const load =
    unit === 'VUs' ? `${count(maxVUs(executor))} ${maxVUs(executor) === 1 ? 'VU' : 'VUs'}` : `${exact(peak)}/s`;
  const time = `${isCounted(scenario) ? 'at most ' : ''}${formatDuration(durationMs(executor))}`;
  const much =
    requests !== null
      ? [`${sure ? '' : '≈ '}${count(requests)} ${requests === 1 ? 'request' : 'requests'}`]
      : iterations !== null
        ? [`${count(iterations)} iterations`]
        : [];
  const label = [load, time, ...much].join(' · ');
  const peakWords =
    unit === 'VUs'
      ? `At most ${count(maxVUs(executor))} VUs at once.`
      : `At most ${exact(peak)} iterations are started per second, by up to ${count(maxVUs(executor))} VUs.`;
  return { label, tooltip: [`**${executor.kind}**`, peakWords, ...reasons].join('\n\n') };
}

function isCounted({ executor }: ScenarioPlan): boolean {
  return executor.kind === 'shared-iterations' || executor.kind === 'per-vu-iterations';
}

function stagesHint({ executor }: ScenarioPlan): Pick<InlayHintText, 'label' | 'tooltip'> {
  const { stages, unit } = loadProfile(executor);
  const long = formatDuration(durationMs(executor));
  const rows = stages.map(
    ({ name, fromMs, toMs, target }) => `- ${name}: ${formatDuration(toMs - fromMs)}, to ${exact(target)} ${unit}`,
  );
  return { label: `${long} in all`, tooltip: rows.join('\n') };
}

/**
 * What says how the load is made: the executor, else the stages, else the last of its figures. Not the scenario's own line, where the
 * Testing API's message about a run would cover the hint.
 */
function loadEntry(scenario: SourceNode): SourceEntry | undefined {
  const figures = LOAD_KEYS.flatMap((key) => entryOf(scenario, key) ?? []);
  const last = figures.toSorted((a, b) => a.keySpan.start - b.keySpan.start).at(-1);
  return entryOf(scenario, 'executor') ?? entryOf(scenario, 'stages') ?? last;
}

/** Behind a sign that may follow: a key's colon, quotes or not; the comma after a value. */
function endWith(sign: ':' | ',', text: string, offset: number): number {
  const found = /^\s*([:,])/.exec(text.slice(offset, offset + 20));
  return found?.[1] === sign ? offset + found[0].length : offset;
}

/** The lines behind which a load profile is drawn: those of `stages`. */
export function profileLines({
  document,
  model,
  plan,
}: LoadedScenario): { readonly range: SourceRange; readonly scenario: ScenarioPlan }[] {
  const read = plan ?? model.draft;
  const { root, lines } = document;
  if (!read || !root) return [];
  return read.scenarios.flatMap((scenario) => {
    const holder = entryOf(nodeAt(root, ['scenarios']), scenario.name)?.value ?? root;
    const stages = entryOf(holder, 'stages');
    const drawn = scenario.executor.kind === 'ramping-vus' || scenario.executor.kind === 'ramping-arrival-rate';
    return stages && drawn ? [{ range: lines.range(stages.keySpan), scenario }] : [];
  });
}
