/**
 * Why a run went as it did, in one to a few sentences. Each is a plain fact that the run's own figures prove; where none can
 * be proven, nothing is said. One file a rule; docs/diagnosis.md explains each.
 */
import type { RunModel } from '../../run/model.ts';
import { evidenceOf } from './evidence.ts';
import { failedLatency } from './failed-latency.ts';
import { failuresAlike } from './failures-alike.ts';
import type { Finding } from './finding.ts';
import { generatorSaturated } from './generator-saturated.ts';
import { neverAccepted } from './never-accepted.ts';
import { neverRecorded } from './never-recorded.ts';
import { noEnd } from './no-end.ts';
import type { Rule } from './rule.ts';
import { RULE_IDS, type RuleId } from './rule-ids.ts';
import { setupFailed } from './setup-failed.ts';
import { throttling } from './throttling.ts';

export { errorKey, findingText, phaseKey, type Finding, type Phrase } from './finding.ts';
export { RULE_IDS, ruleDocs, type RuleId } from './rule-ids.ts';

const ALL: readonly Rule[] = [
  setupFailed,
  generatorSaturated,
  failuresAlike,
  neverAccepted,
  failedLatency,
  throttling,
  neverRecorded,
  noEnd,
];

/** In the order of `RULE_IDS`: what a rule is silenced by has been looked for before it. */
const RULES = [...ALL].sort((a, b) => RULE_IDS.indexOf(a.id) - RULE_IDS.indexOf(b.id));

/** All that can be said, most important first. */
export function diagnose(run: RunModel): Finding[] {
  const { plan } = run;
  if (!plan) return [];
  const evidence = evidenceOf(run, plan);
  const saturated = run.generator.judgement.trust === 'saturated';
  const found = new Set<RuleId>();
  const findings: Finding[] = [];
  for (const rule of RULES) {
    if (saturated && rule.trustsFigures === true) continue;
    if (rule.unless?.some((other) => found.has(other))) continue;
    for (const finding of rule.find(evidence)) {
      found.add(rule.id);
      findings.push({ rule: rule.id, ...finding });
    }
  }
  return findings;
}
