import type { LoadedScenario } from '../scenario/index.ts';
import type { Plan, ScenarioPlan } from '../scenario/plan.ts';
import type { SourcePosition, SourceRange } from '../scenario/range.ts';
import { durationMs, maxVUs } from '../scenario/schedule/index.ts';
import { entryOf, nodeAt, type SourceEntry } from '../scenario/source.ts';
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

/** At each scenario how much it will do, at `stages` how long they last together, at `baseUrl` what it comes to. */
export function inlayHints({ document, model, plan }: LoadedScenario, resolveBaseUrl: ResolveBaseUrl): InlayHintText[] {
  const read = plan ?? model.draft;
  const { root, lines } = document;
  if (!read || !root) return [];
  const behind = ({ keySpan }: SourceEntry): SourcePosition => afterColon(document.text, keySpan.end, lines);
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
    const head = entry ?? entryOf(root, 'steps') ?? entryOf(root, 'flow');
    if (head) hints.push({ position: behind(head), ...scenarioHint(scenario) });
    const stages = entryOf(holder, 'stages');
    if (stages) hints.push({ position: behind(stages), ...stagesHint(scenario) });
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

/** Behind a key's colon, quotes or not. */
function afterColon(text: string, offset: number, lines: LoadedScenario['document']['lines']): SourcePosition {
  const colon = /^\s*:/.exec(text.slice(offset, offset + 20))?.[0].length ?? 0;
  return lines.position(offset + colon);
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
