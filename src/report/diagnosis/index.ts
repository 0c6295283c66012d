/**
 * Why a run went as it did, in one to a few sentences. Each is a plain fact that the run's own figures prove; where none can
 * be proven, nothing is said. One file a rule; docs/diagnosis.md explains each.
 */
import type { RunModel } from '../../run/model.ts';
import { bimodalLatency } from './bimodal-latency.ts';
import { coldStart } from './cold-start.ts';
import { drift } from './drift.ts';
import { evidenceOf } from './evidence.ts';
import { failedLatency } from './failed-latency.ts';
import { failuresAlike } from './failures-alike.ts';
import type { Finding } from './finding.ts';
import { generatorSaturated } from './generator-saturated.ts';
import { loadChanged } from './load-changed.ts';
import { loadCapped } from './load-capped.ts';
import { machineLimits } from './machine-limits.ts';
import { neverAccepted } from './never-accepted.ts';
import { neverRecorded } from './never-recorded.ts';
import { noEnd } from './no-end.ts';
import { openCircuit } from './open-circuit.ts';
import type { RuleId } from './rule-ids.ts';
import type { Rule } from './rule.ts';
import { saturationPoint } from './saturation-point.ts';
import { serviceDown } from './service-down.ts';
import { setupFailed } from './setup-failed.ts';
import { slowEndpoint } from './slow-endpoint.ts';
import { spikeRecovery } from './spike-recovery.ts';
import { stoodStill } from './stood-still.ts';
import { throttling } from './throttling.ts';

export { errorKey, findingText, phaseKey, type Finding, type Marks, type Phrase } from './finding.ts';
export { evidenceOf } from './evidence.ts';
export { openCircuits, type Circuit } from './open-circuit.ts';
export { RULE_IDS, ruleDocs, type RuleId } from './rule-ids.ts';

/** Most important first, as `RULE_IDS` has it: what a rule is silenced by has been looked for before it. */
export const RULES: readonly Rule[] = [
  setupFailed,
  generatorSaturated,
  stoodStill,
  machineLimits,
  loadChanged,
  failuresAlike,
  neverAccepted,
  failedLatency,
  throttling,
  serviceDown,
  openCircuit,
  loadCapped,
  saturationPoint,
  spikeRecovery,
  drift,
  slowEndpoint,
  coldStart,
  bimodalLatency,
  neverRecorded,
  noEnd,
];

/** All that can be said, most important first. */
export function diagnose(run: RunModel): Finding[] {
  const { plan } = run;
  if (!plan) return [];
  const evidence = evidenceOf(run, plan);
  const saturated = run.generator.judgement.trust === 'saturated';
  const found = new Set<RuleId>();
  const findings: Finding[] = [];
  // Without load there is nothing else to say: a failed setup explains itself.
  const rules = run.state === 'ended' && !run.loadStarted ? [setupFailed] : RULES;
  for (const rule of rules) {
    if (saturated && rule.trustsFigures === true) continue;
    if (rule.unless?.some((other) => found.has(other))) continue;
    for (const finding of rule.find(evidence)) {
      found.add(rule.id);
      findings.push({ rule: rule.id, ...finding });
    }
  }
  return findings;
}
