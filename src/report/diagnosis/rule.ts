import type { Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { RuleId } from './rule-ids.ts';

/**
 * One thing that a run's figures may show. It says what they prove and nothing where they prove nothing; what another rule's
 * finding explains already is in `unless`.
 */
export interface Rule {
  readonly id: RuleId;
  /** Silent where one of these, which come before it, has found something. */
  readonly unless?: readonly RuleId[];
  /** The rule reads latencies or throughput, which are not the server's where the generator was saturated. */
  readonly trustsFigures?: true;
  find(evidence: Evidence): Omit<Finding, 'rule'>[];
}
