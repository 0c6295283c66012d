/** Every rule, most important first: findings come in this order. Ids are stable; docs/diagnosis.md has a section for each. */
export const RULE_IDS = [
  'setup-failed',
  'generator-saturated',
  'stood-still',
  'machine-limits',
  'load-changed',
  'failures-alike',
  'never-accepted',
  'failed-latency',
  'throttling',
  'service-down',
  'open-circuit',
  'load-capped',
  'saturation-point',
  'spike-recovery',
  'drift',
  'slow-endpoint',
  'cold-start',
  'bimodal-latency',
  'never-recorded',
  'no-end',
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** Where a rule is explained, relative to the project's root; also the anchor of its section. */
export function ruleDocs(id: RuleId): string {
  return `docs/diagnosis.md#${id}`;
}
